package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// ofDeed are verbs that take an object and, with "of", a deed or a thing:
// "accused the minister of fraud".
var ofDeed = words(`accuse convict acquit suspect clear rob strip deprive rid relieve cure warn remind inform assure convince
	notify absolve cheat defraud`)

// accusations hangs the deed on the verb, where it hangs on the object.
func (m *mender) accusations() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "nmod" || t.Head < 0 || t.UPOS == "PROPN" || !m.hasCase(i, "of") {
			continue
		}
		o := m.tok(t.Head)
		if o.Head < 0 || t.Head > i || !tree.Matches(o.Relation, "obj", "nsubj:pass") {
			continue
		}
		v := m.tok(o.Head)
		if v.UPOS != "VERB" || !ofDeed[tree.Lemma(v)] || m.hasOblique(o.Head, "of") || o.Relation.Base() == "nsubj" && t.Head < i && i < o.Head {
			continue
		}
		if m.determined(i) {
			continue // "accused the head of the party"
		}
		m.set(i, o.Head, "obl")
	}
}

func (m *mender) determined(i int) bool {
	for k := range m.s.Tokens {
		if c := m.tok(k); c.Head == i && c.Relation.Base() == "det" {
			return true
		}
	}
	return false
}

func (m *mender) hasCase(i int, form string) bool {
	for k := range i {
		if c := m.tok(k); c.Head == i && c.Relation.Base() == "case" && strings.EqualFold(c.Form, form) {
			return true
		}
	}
	return false
}

func (m *mender) hasOblique(v int, form string) bool {
	for k := range m.s.Tokens {
		if c := m.tok(k); c.Head == v && (c.Relation.Base() == "obl" && m.hasCase(k, form) || c.Relation.Base() == "advcl") {
			return true
		}
	}
	return false
}

// accusedObjects: who stands between a verb of accusing and the "of" of the
// deed is accused, though a parser makes an object of the deed's verb of it
// ("accusing Moscow of abandoning it").
func (m *mender) accusedObjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if !in(t.Relation, "obj", "nsubj") || t.Head <= i {
			continue
		}
		deed := m.tok(t.Head)
		if deed.XPOS != "VBG" || deed.Head < 0 || deed.Head >= i || !in(deed.Relation, "xcomp", "advcl") {
			continue
		}
		v := m.tok(deed.Head)
		if v.UPOS != "VERB" || !ofDeed[tree.Lemma(v)] || m.has(deed.Head, "obj", "iobj", "nsubj:pass") || !m.marked(t.Head, i, "of") {
			continue
		}
		m.set(i, deed.Head, "obj")
	}
}

// marked reports whether a verb has the mark behind token i.
func (m *mender) marked(v, i int, form string) bool {
	for k := i + 1; k < v; k++ {
		if c := m.tok(k); c.Head == v && in(c.Relation, "mark", "case") && strings.EqualFold(c.Form, form) {
			return true
		}
	}
	return false
}

// falsePassives: without an auxiliary, and with an agent behind no "by", a
// verb with a subject before it is active ("Ann accused Tom of lying").
func (m *mender) falsePassives() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation != "obl:agent" || t.Head < 0 || t.Head != i-1 || m.has(i, "case") {
			continue
		}
		v := m.tok(t.Head)
		if v.XPOS != "VBN" || m.has(t.Head, "aux", "obj") {
			continue
		}
		for k := range t.Head {
			if s := m.tok(k); s.Head == t.Head && s.Relation == "nsubj:pass" {
				m.set(k, t.Head, "nsubj")
				m.set(i, t.Head, "obj")
				v.XPOS, v.Features = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
				break
			}
		}
	}
}

// accusedOfBeing: what somebody is accused of being completes the verb, noun or not:
// "accused the agency of being behind the attack".
func (m *mender) accusedOfBeing() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation != "advcl" || t.Head < 0 || t.Head > i || tree.VerbLemma(m.tok(t.Head)) != "accuse" || !m.marked(i, t.Head, "of") {
			continue
		}
		for k := range i {
			if c := m.tok(k); c.Head == i && c.Relation == "cop" && c.XPOS == "VBG" {
				t.Relation = "xcomp"
			}
		}
	}
}
