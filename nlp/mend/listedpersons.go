package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// listedPersons: two persons who both have a name and a description before it are
// two, of a list: "the soprano Ann Lee, the pianist Ben Diaz and the violinist Eva
// Lang". None is an apposition to the one before.
func (m *mender) listedPersons() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "appos" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || !m.roleNoun(i) || m.personBehind(i) < 0 {
			continue
		}
		up := t.Head
		if n := m.personAt(up); n >= 0 {
			if first := m.s.Names[n].Tokens.First; m.s.Names[n].Tokens.End > i || first == 0 || m.tok(first-1).UPOS != "NOUN" || !m.roleNoun(first-1) {
				continue
			}
			if role := m.s.Names[n].Tokens.First - 1; m.tok(m.s.HeadOf(m.s.Names[n].Tokens)).Head == role {
				up = role
			}
		} else if m.personBehind(up) < 0 {
			continue
		}
		m.set(i, up, "conj")
	}
}

// personBehind returns the person's name that stands behind a role and hangs on it,
// or -1.
func (m *mender) personBehind(role int) int {
	n := m.personAt(role + 1)
	if n < 0 || m.s.Names[n].Tokens.First != role+1 || m.tok(m.s.HeadOf(m.s.Names[n].Tokens)).Head != role {
		return -1
	}
	return n
}

// personAt returns the person's name that holds token i, or -1.
func (m *mender) personAt(i int) int {
	for n := range m.s.Names {
		if m.s.Names[n].Type == nlp.Person && m.s.Names[n].Tokens.Contains(i) {
			return n
		}
	}
	return -1
}
