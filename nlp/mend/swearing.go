package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// swornIn: behind "swore in" stands who takes an office, and no place: "in" is the
// verb's, and the person is its object ("the king swore in Ann Lee as premier").
func (m *mender) swornIn() {
	for v := 0; v+2 < len(m.s.Tokens); v++ {
		p := v + 1
		if m.tok(v).UPOS != "VERB" || m.tok(v).Lemma != "swear" || m.tok(p).Form != "in" || m.tok(p).Relation.Base() != "case" {
			continue
		}
		who := m.tok(p).Head
		if who < p || m.tok(who).Head != v || !in(m.tok(who).Relation, "obl", "nmod") || !m.takesOffice(who) {
			continue
		}
		m.set(p, v, "compound:prt")
		m.set(who, v, "obj")
	}
}

// takesOffice reports whether a token names or describes somebody who may take
// an oath of office.
func (m *mender) takesOffice(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type == nlp.Person
		}
	}
	lemma := tree.Lemma(m.tok(i))
	return personLemma(lemma) || gazetteer.NounType(lemma) == nlp.Group || lemma == "cabinet" || lemma == "government"
}
