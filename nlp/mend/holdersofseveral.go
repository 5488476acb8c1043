package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// holdersOfSeveral hangs the persons behind a comma on the roles that they bear,
// where the tree has joined them to the bodies in which they do: "the presidents of
// Chile and Peru, X and Y,".
func (m *mender) holdersOfSeveral() {
	for i, n := range m.s.Names {
		r := n.Tokens
		if n.Type != nlp.Person || r.First < 2 || m.tok(r.First-1).Form != "," {
			continue
		}
		h := m.s.HeadOf(r)
		body := m.tok(h).Head
		if m.tok(h).Relation.Base() != "conj" || body < 0 || body > r.First || m.typeAt(body) == "" || m.typeAt(body) == nlp.Person {
			continue
		}
		role := m.tok(body).Head
		if role < 0 || !in(m.tok(body).Relation, "nmod") || m.tok(role).XPOS != "NNS" || !gazetteer.IsTitle(strings.ToLower(tree.Lemma(m.tok(role)))) {
			continue
		}
		m.set(h, role, "appos")
		for _, next := range m.s.Names[i+1:] {
			if k := m.s.HeadOf(next.Tokens); next.Type == nlp.Person && m.tok(k).Relation.Base() == "conj" && slices.Contains([]int{body, h}, m.tok(k).Head) {
				m.set(k, h, "conj")
			}
		}
	}
}

// typeAt returns the type of the name that covers token i, or "".
func (m *mender) typeAt(i int) nlp.EntityType {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type
		}
	}
	return ""
}
