package event

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// readVerb reads the event of a verb: who does it and to whom it is done stand
// beside it, and so do its time and places.
func (r *reader) readVerb(i int) Reading {
	c := &r.c[i]
	kind, ok := gazetteer.EventType(c.Noun)
	if !ok {
		kind = c.Noun
	}
	x := Reading{Ref: c.Ref(), Candidate: i, Type: kind, Noun: c.Noun, Verbal: true}
	r.position(&x, c)
	t := r.trees[c.Sentence]
	ref := func(k int) nlp.TokenRef { return nlp.TokenRef{Sentence: c.Sentence, Token: k} }
	s := t.Child(c.Head, "nsubj")
	if s >= 0 && tree.Matches(t.Token(s).Relation, "nsubj:pass") {
		s = -1
	}
	if p, ok := r.patient(t, x.Ref); ok {
		x.Patients = append(x.Patients, p)
	} else if s >= 0 && befalls(kind) {
		x.Patients = append(x.Patients, ref(s))
		if what := t.Token(s); what.UPOS == "NOUN" && compounds[c.Noun] {
			x.Noun = tree.Lemma(what) + " " + c.Noun
		}
		s = -1
	}
	if s < 0 {
		s = t.Child(c.Head, "obl:agent")
	}
	if s >= 0 {
		x.Agents = append(x.Agents, ref(s))
	}
	for _, k := range t.Children(c.Head, "advmod") {
		x.Other = x.Other || besides[strings.ToLower(t.Token(k).Form)]
	}
	r.clausePlaces(&x, c, c.Head)
	if x.Time = r.verbTime(x.Ref); x.Time.IsZero() {
		x.Time = r.whenTime(x.Ref)
	}
	return x
}

// besides are adverbs by which a verb tells of more than what was told of.
var besides = words("also previously earlier repeatedly often sometimes regularly frequently routinely")

// whenTime returns the time that a clause elaborates: "since 2003, when a
// plane went down".
func (r *reader) whenTime(ref nlp.TokenRef) nlp.Interval {
	t := r.trees[ref.Sentence]
	for i := ref.Token - 1; i > 0; i-- {
		if w := strings.ToLower(t.Token(i).Form); w != "when" {
			continue
		}
		for _, x := range r.times[ref.Sentence] {
			if x.Tokens.End == i || x.Tokens.End == i-1 && t.Token(i-1).Form == "," {
				return x.Value
			}
		}
		return nlp.Interval{}
	}
	return nlp.Interval{}
}

// befalls reports whether an event of this type happens to the subject of a
// verb without object: "a bus crashed".
func befalls(kind string) bool {
	return suffered[kind] || gazetteer.EventIsA(kind, "accident") || gazetteer.EventIsA(kind, "explosion")
}

// compounds are nouns that people put behind what it happened to: "bus crash".
var compounds = words("crash collision derailment collapse explosion fire")

// patient returns whom a verb's deed is done to: its object, the subject of
// its passive, or the noun that its participle stands behind.
func (r *reader) patient(t *tree.Tree, ref nlp.TokenRef) (nlp.TokenRef, bool) {
	if o := t.Child(ref.Token, "obj"); o >= 0 {
		return nlp.TokenRef{Sentence: ref.Sentence, Token: o}, true
	}
	return r.victim(ref.Sentence, ref.Token)
}

// verbTime returns the time expression that hangs from the verb.
func (r *reader) verbTime(ref nlp.TokenRef) nlp.Interval {
	t := r.trees[ref.Sentence]
	for _, x := range r.times[ref.Sentence] {
		if head := timeHead(t, x.Tokens); t.Head(head) == ref.Token && !boundary[t.Case(head)] {
			return x.Value
		}
	}
	return nlp.Interval{}
}

// strangers reports whether two readings, one of them of a verb, tell of
// different ones whom it befell. A title may still describe in a word whom the
// text names or describes in more, but no people by a building.
func strangers(x, y *Reading, w World) bool {
	if !x.Verbal && !y.Verbal {
		return false
	}
	if x.Headline || y.Headline {
		return befellPeople(x, w) && befellThings(y, w) || befellThings(x, w) && befellPeople(y, w)
	}
	// "a canoe overturned, and a ferry ran aground": one sentence tells of two.
	apart := x.Verbal && y.Verbal && x.Ref.Sentence == y.Ref.Sentence
	for _, p := range x.Patients {
		for _, q := range y.Patients {
			if a, b := w.Entity(p), w.Entity(q); (a < 0 || b < 0) && (!apart || p == q) || a >= 0 && a == b {
				return false
			}
		}
	}
	return len(x.Patients) > 0 && len(y.Patients) > 0
}

// befellPeople reports whether all whom a reading says an event befell are people,
// befellThings whether they are buildings and other things.
func befellPeople(x *Reading, w World) bool { return befell(x, w, nlp.Person, nlp.Group) }
func befellThings(x *Reading, w World) bool { return befell(x, w, nlp.Facility, nlp.Product) }

func befell(x *Reading, w World, kinds ...nlp.EntityType) bool {
	return len(x.Patients) > 0 && !slices.ContainsFunc(x.Patients, func(p nlp.TokenRef) bool {
		e := w.Entity(p)
		if e < 0 {
			return true
		}
		kind, _, _ := w.Place(e)
		return !slices.Contains(kinds, kind)
	})
}
