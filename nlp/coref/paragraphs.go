package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// introducedHere reports whether cluster k is named before pronoun i, in its own
// paragraph, as the subject of a main clause.
func (r *resolver) introducedHere(i, k int) bool {
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m < i && d.Name != "" && d.Type() == nlp.Person && !d.Quoted && r.besides(i, m) && d.Sentence < r.c[i].Sentence && r.mainSubject(d) {
			return true
		}
	}
	return false
}

// besides reports whether two mentions stand in one paragraph.
func (r *resolver) besides(i, j int) bool {
	return r.a.Sentences[r.c[i].Sentence].Block == r.a.Sentences[r.c[j].Sentence].Block
}

// sourceBehind reports whether the sentence before pronoun i speaks of cluster k
// only as the source of what it tells of another: "The storm hit the coast, the
// office said. It tore off roofs." A pronoun that speaks or judges may be the
// source.
func (r *resolver) sourceBehind(i, k int) bool {
	c := &r.c[i]
	t := r.trees[c.Sentence]
	h := t.Head(c.Head)
	if h < 0 || roleOf(t, c.Head) != subjectRole {
		return false
	}
	if lemma := tree.Lemma(t.Token(h)); speech[lemma] || sourceVerbs[lemma] {
		return false
	}
	source := false
	for _, m := range r.members[k] {
		d := &r.c[m]
		if m >= i || c.Sentence-d.Sentence != 1 {
			continue
		}
		if !r.besides(i, m) || !r.reportsBeside(m) || !r.tellsOfAnother(m) {
			return false
		}
		source = true
	}
	return source
}

// tellsOfAnother reports whether what the subject at mention m says has a noun
// for its subject, or is one.
func (r *resolver) tellsOfAnother(m int) bool {
	d := &r.c[m]
	t := r.trees[d.Sentence]
	h := t.Head(d.Head)
	told := t.Child(h, "ccomp")
	if told < 0 {
		told = t.Head(h)
	}
	if told < 0 {
		return false
	}
	s := t.Child(told, "nsubj")
	if s < 0 {
		return t.Token(told).UPOS == "NOUN" // "the quake hit at noon", with a hit read as a noun
	}
	return s != d.Head && t.Token(s).UPOS != "PRON"
}

// sourceVerbs are verbs, besides those of speech, of what sources do.
var sourceVerbs = words(`put estimate urge call blame order accuse condemn expect plan forecast predict advise recommend list record issue
	revise raise lower give release publish refer cite identify name describe attribute`)
