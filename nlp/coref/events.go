package coref

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/event"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// events joins the mentions of the same event.
func (r *resolver) events() {
	r.readings = event.Read(r.a, r.trees, r.c)
	for _, x := range r.readings {
		if c := &r.c[x.Candidate]; c.Type() != nlp.Event {
			c.Types = []nlp.EntityType{nlp.Event}
		}
	}
	for _, j := range event.Cluster(r.readings, world{r}, r.a.Document.Date) {
		r.join(r.readings[j.Later].Candidate, r.readings[j.Earlier].Candidate, EventReason)
	}
}

// describeEvents fills in the facts of the event chains.
func (r *resolver) describeEvents() { event.Describe(r.a, r.trees, r.readings) }

// world tells package event of the entities found so far.
type world struct{ r *resolver }

// Entity knows of nobody for a pronoun, whose antecedent is found later.
func (w world) Entity(ref nlp.TokenRef) int {
	if i, ok := w.r.at[ref]; ok && !w.r.facts(w.r.cluster[i]).bare {
		return w.r.cluster[i]
	}
	return -1
}

func (w world) Place(entity int) (kind nlp.EntityType, country string, named bool) {
	f := w.r.facts(entity)
	for _, n := range f.names {
		if code, ok := gazetteer.PlaceCountry(n); ok {
			country = code
		} else if c, ok := gazetteer.CountryByName(n); ok {
			country = c.Code
		}
	}
	return f.kind, country, f.named
}

// Apart reports whether one mention is a different argument of the same verb
// as the other, or part of its phrase.
func (w world) Apart(a, b nlp.TokenRef) bool {
	if a.Sentence != b.Sentence || a == b {
		return false
	}
	t := w.r.trees[a.Sentence]
	if t.Dominates(a.Token, b.Token) && !relativeBetween(t, a.Token, b.Token) || t.Dominates(b.Token, a.Token) && !relativeBetween(t, b.Token, a.Token) {
		return true
	}
	return w.r.coargument(t, a.Token, b.Token) || sequel(t, a.Token, b.Token) || sequel(t, b.Token, a.Token)
}

// sequel reports whether one event is told to have come before or after what the
// other tells of: "the shooting came weeks after a driver shot eight people".
func sequel(t *tree.Tree, subject, other int) bool {
	v := t.Head(subject)
	if v < 0 || !tree.Matches(t.Token(subject).Relation, "nsubj") || !happening[tree.Lemma(t.Token(v))] {
		return false
	}
	for _, k := range t.Children(v, "advcl") {
		if mark := t.Child(k, "mark"); mark >= 0 && t.Dominates(k, other) {
			switch strings.ToLower(t.Token(mark).Form) {
			case "after", "before", "since":
				return true
			}
		}
	}
	return false
}

// happening are verbs that say no more of an event than that it took place.
var happening = map[string]bool{"come": true, "happen": true, "occur": true, "take": true, "follow": true, "be": true}

// relativeBetween reports whether lower stands in a clause below upper that
// may speak of upper again: the subject of a copula is below its predicate.
func relativeBetween(t *tree.Tree, upper, lower int) bool {
	for n := lower; n >= 0 && n != upper; n = t.Head(n) {
		if tree.Matches(t.Token(n).Relation, "nsubj") && t.Head(n) == upper && t.Child(upper, "cop") >= 0 {
			return true
		}
		if tree.Matches(t.Token(n).Relation, "parataxis", "appos") {
			return true
		}
	}
	return false
}
