package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// subordinators are prepositions that are conjunctions as well.
var subordinators = words("after before until since as than")

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
		if !m.tok(v).Finite() && !m.has(v, "aux", "aux:pass") {
			continue
		}
		mark := m.opens(i, v)
		if mark < 0 || m.commaBetween(i, v) {
			continue
		}
		m.set(mark, v, "mark")
		m.set(i, v, m.subjectRelation(v))
	}
}

// lateSubjects: in a headline the noun behind "after" may be the subject of the
// verb right behind it, and the clause be a circumstance of the verb before:
// "Two held after treatment leads to death".
func (m *mender) lateSubjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		up := t.Head
		if t.Relation != "obl" || t.UPOS != "NOUN" && t.UPOS != "PROPN" || up < 0 || up >= i || m.tok(up).UPOS != "VERB" || m.tok(up).Relation != "acl" {
			continue
		}
		v := i + 1
		if v >= len(m.s.Tokens) || m.tok(v).UPOS != "VERB" || m.tok(v).Head != nlp.Root || m.tok(v).XPOS != "VBZ" && m.tok(v).XPOS != "VBD" && m.tok(v).XPOS != "VBP" {
			continue
		}
		subject := m.tok(up).Head
		mark := -1
		for k := up + 1; k < i; k++ {
			if c := m.tok(k); c.Head == i && c.Relation == "case" && subordinators[strings.ToLower(c.Form)] {
				mark = k
			}
		}
		if mark < 0 || subject < 0 || m.tok(subject).Head != v || !in(m.tok(subject).Relation, "nsubj") {
			continue
		}
		m.set(up, nlp.Root, "root")
		m.set(subject, up, "nsubj:pass")
		m.set(v, up, "advcl")
		m.set(i, v, "nsubj")
		m.set(mark, v, "mark")
	}
}

// swallowedVerbs: in a sentence without any other finite verb, one in the past that
// is taken for an attribute between two nouns is the verb, and what stands behind
// it its object: "A slide triggered by days of rain buried part of a village".
func (m *mender) swallowedVerbs() {
	root := m.s.RootToken()
	if root < 0 || m.tok(root).UPOS != "NOUN" || m.has(root, "cop", "nsubj", "case") {
		return
	}
	verb := -1
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.XPOS == "MD" || t.UPOS == "AUX" || t.Finite() && (verb >= 0 || i < root || t.Relation != "amod") {
			return
		}
		if t.Finite() {
			verb = i
		}
	}
	if verb < 0 {
		return
	}
	object, noun := m.tok(verb).Head, -1
	for k := root + 1; k < verb; k++ {
		if m.tok(k).Head == object && in(m.tok(k).Relation, "compound") {
			noun = k
		}
	}
	if object < verb || noun < 0 || noun != verb-1 {
		return
	}
	m.set(noun, m.tok(object).Head, m.tok(object).Relation)
	for k := range noun {
		if m.tok(k).Head == object {
			m.set(k, noun, m.tok(k).Relation)
		}
	}
	m.set(verb, nlp.Root, "root")
	m.set(root, verb, "nsubj")
	m.set(object, verb, "obj")
	for k := object + 1; k < len(m.s.Tokens); k++ {
		if m.tok(k).Head == root && m.tok(k).UPOS == "PUNCT" {
			m.set(k, verb, "punct")
		}
	}
	m.tok(verb).UPOS, m.tok(verb).Features = "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin"
}

// lostPredicates: a sentence without a finite verb, whose participle has an
// object or a particle, has that for its verb: "A dispute over land set off a war".
func (m *mender) lostPredicates() {
	root := m.s.RootToken()
	last := len(m.s.Tokens) - 1
	if root < 0 || last < 0 || m.tok(last).Form != "." || m.tok(root).UPOS != "NOUN" || m.has(root, "cop", "nsubj", "case") {
		return
	}
	for v := root + 1; v < last; v++ {
		t := m.tok(v)
		switch {
		case t.Form == ",", t.UPOS == "AUX", t.XPOS == "VBD", t.XPOS == "VBZ", t.XPOS == "VBP", t.XPOS == "MD":
			return
		case t.XPOS != "VBN" || t.Relation != "acl" || !m.s.Within(v, root):
			continue
		}
		particle := m.tok(v+1).XPOS == "RP"
		if !particle && !m.has(v, "obj") {
			return
		}
		if n := m.tok(v + 1).Head; particle && n > v+1 && m.tok(n).Head == v && in(m.tok(n).Relation, "obl") {
			m.set(v+1, v, "compound:prt")
			m.set(n, v, "obj")
		}
		m.set(v, nlp.Root, "root")
		m.set(root, v, "nsubj")
		m.set(last, v, "punct")
		t.XPOS, t.Features = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
		return
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
var judging = words("find deem consider declare judge rule hold pronounce render proclaim adjudge")

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
var verdicts = words("guilty innocent liable culpable negligent responsible")

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

// crossedObliques hangs a prepositional phrase right behind a verb on that verb,
// where the parser has hung it on a word before that has nothing to do with the
// verb: "after a boat carrying migrants sank off Libya".
func (m *mender) crossedObliques() {
	for c := 1; c+1 < len(m.s.Tokens); c++ {
		v, k := c-1, m.tok(c).Head
		if m.tok(c).Relation != "case" || k <= c || m.tok(v).UPOS != "VERB" || m.tok(v).XPOS == "VBG" || !m.has(v, "nsubj", "nsubj:pass") {
			continue
		}
		h := m.tok(k).Head
		if h < 0 || h >= v || m.s.Within(v, h) || m.s.Within(v, k) {
			continue
		}
		if in(m.tok(k).Relation, "obj", "obl", "nmod") {
			m.set(k, v, "obl")
		}
	}
}
