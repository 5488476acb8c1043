package mend

import (
	"strings"
)

// deedNouns: a gerund without an object that stands for the subject, with who
// did it behind "by", is a noun: "shelling by the army destroyed a bus".
func (m *mender) deedNouns() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "VERB" || t.XPOS != "VBG" || !in(t.Relation, "csubj") || m.has(i, "obj", "nsubj", "aux", "mark") {
			continue
		}
		by := false
		for k := range m.s.Tokens {
			if c := m.tok(k); c.Head == i && in(c.Relation, "obl") && m.hasCase(k, "by") {
				by = true
			}
		}
		if !by {
			continue
		}
		for k := range m.s.Tokens {
			if c := m.tok(k); c.Head == i && in(c.Relation, "obl") {
				c.Relation = "nmod"
			}
		}
		t.UPOS, t.XPOS, t.Lemma, t.Features, t.Relation = "NOUN", "NN", strings.ToLower(t.Form), "Number=Sing", "nsubj"
	}
}
