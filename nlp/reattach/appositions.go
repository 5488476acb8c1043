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
