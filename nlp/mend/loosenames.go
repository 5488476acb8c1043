package mend

// looseNames ties the words of a name together that the tree has hung on the same
// word in the same relation, so that each seemed a subject or object of its own.
func (m *mender) looseNames() {
	for _, n := range m.s.Names {
		first := m.head(n.Tokens)
		for i := first + 1; i < n.Tokens.End; i++ {
			t := m.tok(i)
			if t.Head != m.tok(first).Head || t.Relation != m.tok(first).Relation || !in(t.Relation, "nsubj", "obj", "obl", "nmod", "appos", "conj") || !m.capital(i) || !m.capital(first) {
				continue
			}
			t.Head, t.Relation = first, "flat"
			for k := range m.s.Tokens {
				if m.tok(k).Head == i {
					m.tok(k).Head = first
				}
			}
		}
	}
}
