package reattach

import "github.com/kgbuild/kgbuild/nlp"

// besidePersons: the noun of a person right behind a person's name describes that
// name, though the tree hang both on what stands before: "the head of its purchases,
// X, a brother of Y".
func (m *mender) besidePersons() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation != "appos" || t.UPOS != "NOUN" || t.Head < 0 || !m.personal(i) {
			continue
		}
		first := m.firstBelow(i)
		for _, n := range m.s.Names {
			if n.Type != nlp.Person || n.Tokens.End+1 != first || m.s.Tokens[n.Tokens.End].Form != "," || n.Tokens.Contains(t.Head) {
				continue
			}
			if h := m.s.HeadOf(n.Tokens); m.s.Tokens[h].Relation == "appos" && m.s.Within(t.Head, m.s.Tokens[h].Head) && !m.personal(t.Head) {
				m.set(i, h, "appos")
			}
			break
		}
	}
}

// firstBelow returns the first token of the phrase that hangs on token i.
func (m *mender) firstBelow(i int) int {
	for k := range i {
		if m.s.Within(k, i) && m.s.Tokens[k].UPOS != "PUNCT" {
			return k
		}
	}
	return i
}

// titledConjuncts: whom "and" joins to a name right behind the noun of its one bearer is
// somebody else, and joined to that noun: "minister A and the laureate B have backed her".
func (m *mender) titledConjuncts() {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		if c.Relation != "conj" || c.Head < 1 || c.Head > i || c.UPOS != "NOUN" || !m.has(i, "det") {
			continue
		}
		name := &m.s.Tokens[c.Head]
		h := name.Head
		if name.UPOS != "PROPN" || name.Relation.Base() != "appos" || h != c.Head-1 || m.s.Tokens[h].UPOS != "NOUN" || m.s.Tokens[h].Features.Get("Number") == "Plur" {
			continue
		}
		first := c.Head
		m.set(i, h, "conj")
		for k := i + 1; k < len(m.s.Tokens); k++ {
			if b := &m.s.Tokens[k]; b.Head == first && b.Relation == "conj" && b.UPOS == "PROPN" {
				m.set(k, i, "appos")
			}
		}
	}
}
