package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// ofDeed are verbs that take an object and, with "of", a deed or a thing:
// "accused the minister of fraud".
var ofDeed = set(`accuse convict acquit suspect clear rob strip deprive rid relieve cure warn remind inform assure convince
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

func set(list string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		out[w] = true
	}
	return out
}
