package claims

import (
	"context"
	"errors"
	"sort"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// Step adds the claim layer to an analysis.
type Step struct {
	cb *codebook.Codebook
}

// NewStep returns a step that extracts claims with the given codebook.
func NewStep(cb *codebook.Codebook) (*Step, error) {
	if cb == nil {
		return nil, errors.New("claims: no codebook")
	}
	return &Step{cb: cb}, nil
}

// Name returns "claims".
func (*Step) Name() string { return "claims" }

// Needs lists syntax, names, times, quotations and chains.
func (*Step) Needs() []nlp.Layer {
	return []nlp.Layer{nlp.SyntaxLayer, nlp.NameLayer, nlp.TimeLayer, nlp.QuoteLayer, nlp.ChainLayer}
}

// Gives lists the claim layer.
func (*Step) Gives() []nlp.Layer { return []nlp.Layer{nlp.ClaimLayer} }

// Run fills Claims and Silent. It appends chains for ends that no chain of the
// analysis covers, and mentions of countries by their demonyms. It returns an
// error only when ctx is done.
func (st *Step) Run(ctx context.Context, a *nlp.Analysis) error {
	d := newDocument(a, st.cb)
	var claims []nlp.Claim
	var silent []nlp.Silence
	for i := range a.Sentences {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !a.Article(i) || len(a.Sentences[i].Tokens) == 0 {
			continue
		}
		found, reason := d.sentence(d.tree(i))
		if len(found) == 0 {
			silent = append(silent, nlp.Silence{Sentence: i, Reason: reason})
			continue
		}
		claims = append(claims, found...)
		d.done = claims
	}
	a.Claims, a.Silent = d.unrivalled(claims), silent
	return nil
}

// sentence returns the claims of one sentence in text order, or why there are none.
func (d *document) sentence(t *tree) ([]nlp.Claim, nlp.SilenceReason) {
	d.clauseEvents(t)
	cs := d.match(t)
	cs = append(cs, d.shares(t, cs)...)
	cs = append(cs, d.left(t)...)
	cs = append(cs, d.causes(t)...)
	cs = append(cs, d.resultClauses(t)...)
	cs = append(cs, d.epicentres(t)...)
	cs = append(cs, d.struckPlaces(t)...)
	cs = append(cs, d.amongVictims(t)...)
	cs = append(cs, d.listedMembers(t, cs)...)
	cs = d.tolls(t, cs)
	cs = append(cs, d.fateVictims(t, cs)...)
	cs = append(cs, d.eventPlaces(t, cs)...)
	cs = d.besideEvents(t, cs)
	cs = append(cs, d.headlinePlaces(t)...)
	cs = append(cs, d.bearingPlaces(t)...)
	cs = append(cs, d.describedTowns(t)...)
	cs = append(cs, d.deeds(t, cs)...)
	cs = append(cs, d.containment(t)...)
	cs = append(cs, d.nationalities(t)...)
	cs = append(cs, d.partPlaces(t)...)
	cs = append(cs, d.namedAreas(t)...)
	cs = append(cs, d.namedShips(t)...)
	cs = append(cs, d.companyHomes(t)...)
	cs = append(cs, d.homes(t)...)
	cs = append(cs, d.kin(t, cs)...)
	cs = append(cs, d.awards(t)...)
	cs = append(cs, d.affiliations(t)...)
	cs = append(cs, d.stateOwned(t, cs)...)
	cs = append(cs, d.brands(t)...)
	cs = append(cs, d.rivals(t)...)
	cs = append(cs, d.otherSides(t, cs)...)
	cs = append(cs, d.titles(t, cs)...)
	cs = append(cs, d.impliedOffices(t, cs)...)
	cs = append(cs, d.companyOffices(t, cs)...)
	cs = append(cs, d.localBearers(t, cs)...)
	cs = append(cs, d.bareOffices(t, cs)...)
	cs = append(cs, d.successions(t, cs)...)
	cs = append(cs, d.appeals(t)...)
	cs = append(cs, d.denials(t)...)
	cs = append(cs, d.judgements(t)...)
	cs = append(cs, d.reactions(t, cs)...)
	cs = append(cs, d.behindNames(t, cs)...)
	cs = append(cs, d.squads(t, cs)...)
	cs = append(cs, d.companions(t)...)
	cs = append(cs, d.contracts(t)...)
	cs = append(cs, d.namedOwners(t, cs)...)
	cs = append(cs, d.severalHolders(t, cs)...)
	cs = append(cs, d.readings(t, cs)...)
	cs = needed(specific(cs))
	cs = append(cs, d.spread(t, cs)...)
	cs = append(cs, d.suspicions(cs)...)
	cs = append(cs, d.refutations(t, cs)...)
	cs = onlyResigned(append(cs, d.resignations(t, cs)...))
	cs = append(cs, d.departures(cs)...)
	cs = d.telling(t, cs)
	cs = append(cs, d.openClaims(t, cs)...)
	cs = append(cs, d.said(t, cs)...)
	cs = unique(cs)
	sort.SliceStable(cs, func(i, j int) bool { return cs[i].Trigger.Start < cs[j].Trigger.Start })
	out := make([]nlp.Claim, len(cs))
	for i := range cs {
		out[i] = cs[i].Claim
	}
	if len(out) > 0 {
		return out, ""
	}
	return nil, d.silence(t)
}

// silence says why a sentence gave nothing.
func (d *document) silence(t *tree) nlp.SilenceReason {
	clause, known := false, false
	for i := range t.s.Tokens {
		if t.verbal(i) || t.child(i, "nsubj") >= 0 {
			clause = true
		}
		for _, k := range d.keys(t, i) {
			for _, ref := range d.cb.Match(k.class, k.lemma) {
				known = known || ref.Pattern.Lemmas[0] != codebook.AnyLemma
			}
		}
	}
	switch {
	case known:
		return nlp.NoEnds
	case clause:
		return nlp.NoPredicate
	}
	return nlp.Fragment
}
