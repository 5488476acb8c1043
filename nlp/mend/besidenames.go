package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// settlementsBeside hangs "a town …" on the name of the town that it stands
// directly behind, where the tree has hung it on something before: "a mosque in
// Daquq, a town south of Kirkuk".
func (m *mender) settlementsBeside() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "appos" || t.UPOS != "NOUN" || !gazetteer.IsSettlement(tree.Lemma(t)) {
			continue
		}
		first := i
		for first > 0 && m.s.Within(first-1, i) && m.tok(first-1).Form != "," {
			first--
		}
		if first > 0 && m.tok(first).Form != "," {
			first--
		}
		for _, n := range m.s.Names {
			if n.Type == nlp.City && first > 0 && n.Tokens.End == first && m.tok(first).Form == "," && !n.Tokens.Contains(t.Head) && m.s.Within(m.s.HeadOf(n.Tokens), t.Head) {
				m.set(i, m.s.HeadOf(n.Tokens), "appos")
				break
			}
		}
	}
}

// calledNames hangs a proper name on the common noun directly before it that
// says what it is, where the tree has hung it on something further off: "head
// of the charity Full Plate", "the lawyer for policemen X and Y".
func (m *mender) calledNames() {
	for i := 1; i < len(m.s.Tokens); i++ {
		if !m.startsName(i) {
			continue
		}
		noun := m.tok(i - 1)
		types := gazetteer.NounTypes(tree.Lemma(noun))
		if noun.UPOS != "NOUN" || len(types) == 0 {
			continue
		}
		if noun.Features.Get("Number") == "Plur" && types[0] != nlp.Person || noun.Features.Get("Number") != "Plur" && !m.determinedBefore(i-1) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.capital(end) {
			end++
		}
		h := m.s.HeadOf(nlp.Range{First: i, End: end})
		switch up := m.tok(h).Head; {
		case m.tok(h).Relation.Base() == "appos" && up < i-1 && up >= 0:
			m.set(h, i-1, "appos")
		case up >= end && in(m.tok(h).Relation, "nsubj") && noun.Head == up && in(noun.Relation, "nsubj") && noun.Features.Get("Number") != "Plur":
			m.set(h, i-1, "appos") // "The ship X sank", with two subjects
		case up == noun.Head && up >= 0 && m.tok(h).Relation == noun.Relation && in(noun.Relation, "obj", "obl", "nmod") && noun.Features.Get("Number") != "Plur":
			m.set(h, i-1, "appos") // "against his club X", with two adverbials
		}
	}
}

func (m *mender) determinedBefore(noun int) bool {
	for k := range noun {
		if c := m.tok(k); c.Head == noun && (c.Relation.Base() == "det" || c.Relation == "nmod:poss") {
			return true
		}
	}
	return false
}

// origins hangs "from Lagos" on the name, or the age behind it, that it stands
// directly behind: "said Ade Bello, 34, from Lagos".
func (m *mender) origins() {
	for _, n := range m.s.Names {
		if n.Type != nlp.Person && n.Type != nlp.Organization {
			continue
		}
		i := n.Tokens.End
		if i+3 < len(m.s.Tokens) && m.tok(i).Form == "," && m.tok(i+1).UPOS == "NUM" && m.tok(i+2).Form == "," {
			i += 2
		}
		if i+1 >= len(m.s.Tokens) || m.tok(i).Form != "," {
			continue
		}
		from := i + 1
		p := m.tok(from)
		if !strings.EqualFold(p.Form, "from") && p.Form != "of" || p.UPOS != "ADP" || p.Head <= from {
			continue
		}
		place := p.Head
		h := m.s.HeadOf(n.Tokens)
		if m.tok(place).UPOS != "PROPN" && m.tok(place).UPOS != "NOUN" || !in(m.tok(place).Relation, "nmod", "obl") || m.s.Within(h, place) {
			continue
		}
		m.set(place, h, "nmod")
	}
}
