package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// subordinators are prepositions that are conjunctions as well.
var subordinators = set("after before until since as than")

// clauseSubjects: the noun phrase between "after" and a finite verb that has
// no subject is that subject, and no circumstance of the verb ("after a
// landslide tore through the village").
func (m *mender) clauseSubjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		v := t.Head
		if t.Relation != "obl" || v <= i || m.tok(v).UPOS != "VERB" || !in(m.tok(v).Relation, "advcl", "ccomp", "conj") || m.has(v, "nsubj", "nsubj:pass", "expl") {
			continue
		}
		if x := m.tok(v).XPOS; x != "VBD" && x != "VBZ" && x != "VBP" && !m.has(v, "aux", "aux:pass") {
			continue
		}
		mark := m.opens(i, v)
		if mark < 0 || m.commaBetween(i, v) {
			continue
		}
		rel := nlp.Relation("nsubj")
		if m.has(v, "aux:pass") {
			rel = "nsubj:pass"
		}
		m.set(mark, v, "mark")
		m.set(i, v, rel)
	}
}

// opens returns the word that opens the clause of v right before the phrase of
// i, whether the tree hangs it on the one or the other; -1 when there is none.
func (m *mender) opens(i, v int) int {
	mark := -1
	for k := range i {
		switch c := m.tok(k); {
		case c.Head == i && c.Relation == "case":
			if !subordinators[strings.ToLower(c.Form)] {
				return -1
			}
			mark = k
		case c.Head == v && c.Relation == "mark":
			mark = k
		}
	}
	return mark
}

// commaBetween reports whether a comma stands right behind the phrase of i,
// which then is no subject of the verb at v.
func (m *mender) commaBetween(i, v int) bool {
	for k := i + 1; k < v; k++ {
		if f := m.tok(k).Form; f == "," && !m.s.Within(m.tok(k).Head, i) {
			return true
		}
	}
	return false
}

// massEvents: "mass killing" and the like are one noun, whose last word is no
// participle behind the first.
func (m *mender) massEvents() {
	for i := 1; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if p := m.tok(i - 1); t.XPOS != "VBG" || t.Head != i-1 || t.Relation != "acl" || !strings.EqualFold(p.Form, "mass") || m.has(i, "obj") {
			continue
		}
		head, rel := m.tok(i-1).Head, m.tok(i-1).Relation
		for k := range m.s.Tokens {
			if k != i && m.tok(k).Head == i-1 {
				m.tok(k).Head = i
			}
		}
		t.Head, t.Relation = head, rel
		m.tok(i-1).Head, m.tok(i-1).Relation = i, "compound"
		t.UPOS, t.XPOS, t.Lemma, t.Features = "NOUN", "NN", strings.ToLower(t.Form), "Number=Sing"
	}
}

// judging are verbs that say of their object what it is.
var judging = set("find deem consider declare judge rule hold pronounce render proclaim adjudge")

// verdictBehind hangs a verdict on the verb of judging where the tree takes it
// for one more description of who is judged, with the verb that goes on:
// "found Jane Doe, mayor of Riga until 2015, guilty and jailed her".
func (m *mender) verdictBehind(i int) {
	t := m.tok(i)
	if t.Relation != "appos" || t.Head < 0 || t.Head > i || !verdicts[strings.ToLower(t.Form)] || m.has(i, "det", "nmod:poss") {
		return
	}
	o := m.tok(t.Head)
	for o.Relation == "appos" && o.Head >= 0 {
		o = m.tok(o.Head)
	}
	v := o.Head
	if o.Relation != "obj" || v < 0 || v > i || !judging[tree.Lemma(m.tok(v))] {
		return
	}
	for k := i + 1; k < len(m.s.Tokens); k++ {
		if c := m.tok(k); c.Head == i && c.Relation == "conj" && c.UPOS == "VERB" {
			m.set(k, v, "conj")
		}
	}
	m.set(i, v, "xcomp")
	t.UPOS, t.XPOS, t.Lemma = "ADJ", "JJ", strings.ToLower(t.Form)
}

// verdicts are adjectives that are tagged as nouns behind a long description.
var verdicts = set("guilty innocent liable culpable negligent responsible")

// objectPredicates: an adjective that a verb of judging says of its object is no
// clause with a subject of its own: "found Jane Doe, who ran a bank, guilty".
func (m *mender) objectPredicates() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		m.verdictBehind(i)
		if t.Relation != "ccomp" || t.Head < 0 || t.Head > i || m.has(i, "nsubj", "nsubj:pass", "cop", "mark", "expl") {
			continue
		}
		verdict := verdicts[strings.ToLower(t.Form)]
		if t.UPOS != "ADJ" && !verdict || m.tok(t.Head).UPOS != "VERB" || !judging[tree.Lemma(m.tok(t.Head))] || !m.has(t.Head, "obj", "nsubj:pass") {
			continue
		}
		t.Relation = "xcomp"
		if verdict && t.UPOS != "ADJ" {
			t.UPOS, t.XPOS, t.Lemma = "ADJ", "JJ", strings.ToLower(t.Form)
		}
	}
}
