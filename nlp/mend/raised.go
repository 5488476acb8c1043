package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// raising are verbs with an infinitive and nothing else beside them.
var raising = words("help manage try want plan hope begin start refuse promise vow agree decide seek continue attempt intend offer need fail come go use")

// raisedObjects: the relative pronoun before "she helped to set up" is what was
// set up, not what was helped.
func (m *mender) raisedObjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		v := t.Head
		if t.UPOS != "PRON" || t.Relation != "obj" || v <= i || m.tok(v).UPOS != "VERB" || !raising[tree.Lemma(m.tok(v))] {
			continue
		}
		if f := strings.ToLower(t.Form); f != "which" && f != "that" && f != "whom" {
			continue
		}
		if !m.has(v, "nsubj") {
			continue
		}
		for k := v + 1; k < len(m.s.Tokens); k++ {
			if x := m.tok(k); x.Head == v && x.Relation == "xcomp" && x.UPOS == "VERB" && m.has(k, "mark") && !m.has(k, "obj") {
				m.set(i, k, "obj")
				break
			}
		}
	}
}

// dueTo: "to" behind "due" begins an infinitive where the word after it is one:
// "is due to retire" is no reason.
func (m *mender) dueTo() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if i == 0 || !strings.EqualFold(t.Form, "to") || !strings.EqualFold(m.tok(i-1).Form, "due") {
			continue
		}
		if v := m.tok(i - 1).Head; v > i && v < i+4 && in(m.tok(i-1).Relation, "mark", "case") && m.tok(v).XPOS == "VB" && m.has(v, "cop") {
			m.governs(i-1, v)
		}
		if t.Relation != "fixed" || t.Head != i-1 {
			continue
		}
		for v := i + 1; v < len(m.s.Tokens) && v < i+4; v++ {
			if x := m.tok(v); x.Head == i-1 && x.UPOS == "VERB" && x.XPOS == "VB" {
				m.set(i, v, "mark")
				m.set(v, i-1, "xcomp")
				break
			}
		}
	}
}

// governs makes an adjective the predicate of which verb v behind it is the
// infinitive: what stands before the adjective is its own.
func (m *mender) governs(adjective, v int) {
	a := m.tok(adjective)
	a.Head, a.Relation = m.tok(v).Head, m.tok(v).Relation
	m.tok(v).Head, m.tok(v).Relation = adjective, "xcomp"
	for k := range adjective {
		if m.tok(k).Head == v {
			m.tok(k).Head = adjective
		}
	}
	for k := v + 1; k < len(m.s.Tokens); k++ {
		if x := m.tok(k); x.Head == v && (x.Relation == "conj" || x.Relation == "punct" && k == len(m.s.Tokens)-1) {
			x.Head = adjective
		}
	}
}

// arrangedVerbs: the "be" of "is to meet" is an auxiliary and no copula.
func (m *mender) arrangedVerbs() {
	for i := 0; i+2 < len(m.s.Tokens); i++ {
		be, to := m.tok(i), m.tok(i+1)
		v := be.Head
		if be.Relation != "cop" || v <= i+1 || to.Head != v || to.Relation != "mark" || !strings.EqualFold(to.Form, "to") || m.tok(v).UPOS != "VERB" || m.tok(v).XPOS != "VB" {
			continue
		}
		for s := range i {
			x := m.tok(s)
			if x.Head != v || x.Relation.Base() != "nsubj" || x.UPOS == "NOUN" && gazetteer.NounType(tree.Lemma(x)) == nlp.Concept || x.UPOS == "NOUN" && purposes[tree.Lemma(x)] {
				continue
			}
			be.Relation = "aux"
			if x.Relation == "nsubj:outer" {
				x.Relation = "nsubj"
			}
			break
		}
	}
}

// purposes are nouns of what somebody is about, which an infinitive behind "is" tells.
var purposes = words(`mission aim purpose goal plan idea task job role objective strategy intention duty challenge way hope dream priority
	solution answer point function ambition desire wish trick policy approach alternative option choice step thing rest problem key`)
