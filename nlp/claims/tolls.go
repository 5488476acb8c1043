package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// lifeNouns are counted in tolls: people and what stands for them.
var lifeNouns = words(`people person man woman child civilian soldier passenger death fatality injury life victim casualty
	other more wounded dead injured worker student policeman officer pilgrim fan resident villager migrant tourist
	protester fighter militant troop rebel hostage shiite muslim christian jew guest crew employee bystander member
	insurgent demonstrator guard survivor pedestrian patient inmate prisoner teenager girl boy baby infant miner
	fisherman journalist american`)

// counted gives the tolls of a pattern whose object is a number.
func (d *document) counted(m *matcher, ref codebook.Ref, events []end) []candidate {
	t := m.t
	if len(events) == 0 {
		return nil
	}
	var out []candidate
	objects := m.conditioned(m.place(m.p.ObjectAt, nil))
	for i, k := range objects.tokens {
		if !d.countsLives(t, k) {
			continue
		}
		q, ok := d.quantity(t, k)
		if !ok {
			continue
		}
		s := d.stanceOf(t, m.stanceAt())
		for j, e := range events {
			// "the losses of A and B, which killed 102 and 21 people": one each.
			if len(events) == len(objects.tokens) && len(events) > 1 && i != j {
				continue
			}
			b := end{End: nlp.QuantityEnd(q), token: k, sure: 1}
			if objects.remote {
				b.sure = remoteReliability
			}
			out = append(out, d.claim(m, ref, e, b, s))
		}
	}
	return out
}

// countsLives reports whether a noun phrase counts people.
func (d *document) countsLives(t *tree, k int) bool {
	if lifeNouns[t.lemma(k)] || lifeNouns[t.form(k)] || t.is(k, "NUM") || t.tok(k).XPOS == "CD" || quantifiers[t.form(k)] {
		return true
	}
	for _, n := range gazetteer.NounTypes(t.lemma(k)) {
		if n == nlp.Person || n == nlp.Group {
			return true
		}
	}
	if c := d.chainAt(t, k); c != nlp.NoChain {
		typ := d.a.Chains[c].Type
		return typ == nlp.Person || typ == nlp.Group
	}
	return false
}

// eventDeeds are predicates that nobody fulfils by saying something.
var eventDeeds = map[nlp.Predicate]bool{"killed": true, "injured": true, "death_toll": true, "injury_toll": true, "targeted": true}

// eventEnds resolves subjects that must be events. A participle behind a
// clause ("… bombings, killing 84") often hangs on the verb though it tells of
// the event that the clause names last before it.
func (d *document) eventEnds(m *matcher, f found, types codebook.Types) []end {
	t := m.t
	if !types.Allows(nlp.Event) || m.p.Class != codebook.Verb {
		return d.ends(t, f, types)
	}
	v := t.first(m.h)
	g := t.head(v)
	free := g >= 0 && t.tok(v).XPOS == "VBG" && t.preposition(v) == "" && in(t.base(v), "advcl", "acl", "parataxis") && t.child(v, "nsubj") < 0
	// "X claimed the bombings, killing 84": X did not kill by claiming.
	said := free && eventDeeds[m.predicate] && t.verbal(g) && verbAttitudes[t.lemma(g)][speech] && len(verbAttitudes[t.lemma(m.h)]) == 0
	if !said {
		if es := d.ends(t, f, types); len(es) > 0 || types.Allows(nlp.Person) {
			return es
		}
		if es := d.governingEvent(t, f, types); len(es) > 0 {
			return es
		}
	}
	if !free {
		return nil
	}
	top := t.first(g)
	for i := v - 1; i >= 0; i-- {
		if !t.nominal(i) || !t.within(i, top) || t.within(i, v) {
			continue
		}
		if c := d.chainAt(t, i); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event && !isTime(d.a, t, i) {
			return d.ends(t, found{tokens: []int{i}, remote: true}, types)
		}
	}
	if said {
		if es := d.ends(t, f, types); len(es) > 0 {
			return es
		}
	}
	// The clause itself may tell of the event ("two gunmen opened fire, killing …").
	if c := d.a.ChainAt(t.ref(g)); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event || eventVerbs[t.verbLemma(g)] != "" {
		return d.ends(t, found{tokens: []int{g}, remote: true}, types)
	}
	return nil
}

// governingEvent finds the event whose phrase holds a noun that is none: a
// relative clause that hangs on the last noun of "an attack on a shrine that
// killed 15" tells of the attack.
func (d *document) governingEvent(t *tree, f found, types codebook.Types) []end {
	for _, k := range f.tokens {
		for n := 0; k >= 0 && in(t.base(k), "nmod", "appos", "conj") && n < maxControl; n++ {
			k = t.head(k)
			if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
				return d.ends(t, found{tokens: []int{k}, remote: true}, types)
			}
		}
	}
	return nil
}

// statuses are words behind a number that say what became of so many.
var statuses = map[string]nlp.Predicate{
	"dead": "death_toll", "killed": "death_toll", "injured": "injury_toll", "wounded": "injury_toll", "hurt": "injury_toll",
}

// left reads the tolls of "left at least 84 people dead and 284 injured", whose
// small clauses parsers attach in many ways: a number phrase with a status
// directly behind it, in the clause of a verb of leaving.
func (d *document) left(t *tree) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if t.lemma(v) != "leave" || !t.verbal(v) {
			continue
		}
		only := codebook.Types{nlp.Event: true}
		events := d.ends(t, t.subject(v), only)
		if g := t.head(v); len(events) == 0 && g >= 0 && t.base(v) == "advcl" && eventVerbs[t.verbLemma(g)] != "" {
			events = d.ends(t, found{tokens: []int{g}, remote: true}, only)
		}
		if len(events) == 0 {
			continue
		}
		for _, p := range quantity.Find(t.s) {
			next := max(p.Number.End, p.Noun+1)
			if p.Number.First < v || p.Unit != quantity.Count || next >= len(t.s.Tokens) {
				continue
			}
			predicate, ok := statuses[t.form(next)]
			if !ok || p.Noun >= 0 && !d.countsLives(t, p.Noun) {
				continue
			}
			s := d.stanceOf(t, v)
			for _, e := range events {
				out = append(out, candidate{trigger: v, Claim: nlp.Claim{
					Subject: e.End, Predicate: predicate, Object: nlp.QuantityEnd(p.Quantity),
					Polarity: s.polarity, Modality: s.modality, Attribution: s.by, Time: d.timeOf(t, v),
					Confidence: leftReliability * e.sure, Sentence: t.index, Evidence: t.s.Span,
					Trigger: t.tok(v).Span.Cover(t.tok(next).Span), Rule: string(predicate) + "/left",
				}})
			}
		}
	}
	return out
}

// leftReliability is the confidence of tolls read from words side by side.
const leftReliability = 0.88

// manyNouns are nouns that, with a number, only say how many: "84 people".
var manyNouns = words("people person other more soul individual")

// onlyCounted reports whether an end is a bare number of people, which a toll
// states already.
func (d *document) onlyCounted(t *tree, e end) bool {
	if e.token < 0 || e.Chain < 0 || d.a.Chains[e.Chain].Named() {
		return false
	}
	if !manyNouns[t.lemma(e.token)] && !manyNouns[t.form(e.token)] && !t.is(e.token, "NUM") {
		return false
	}
	_, ok := d.quantity(t, e.token)
	return ok
}
