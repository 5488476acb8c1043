package mend

// looseNames ties the words of a name together that the tree has hung apart: on the
// same word in the same relation, so that each seemed a subject or object of its own,
// or on a name before it. What goes on behind a name hangs on its head.
func (m *mender) looseNames() {
	for _, n := range m.s.Names {
		first := m.s.HeadOf(n.Tokens)
		for i := first + 1; i < n.Tokens.End; i++ {
			t := m.tok(i)
			if n.Tokens.Contains(t.Head) || !m.capital(i) || !m.capital(first) {
				continue
			}
			same := t.Head == m.tok(first).Head && t.Relation == m.tok(first).Relation && in(t.Relation, "nsubj", "obj", "obl", "nmod", "appos", "conj")
			if !same && (!in(t.Relation, "flat") || t.Head >= n.Tokens.First) {
				continue
			}
			m.set(i, first, "flat")
			m.rehang(i, first)
		}
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			if i == first || m.tok(i).Relation.Base() != "compound" {
				continue
			}
			for k := n.Tokens.End; k < len(m.s.Tokens); k++ {
				if t := m.tok(k); t.Head == i && in(t.Relation, "acl", "appos") {
					m.set(k, first, t.Relation) // "the Civic Bloc, led by X"
				}
			}
		}
	}
}

// rehang hangs what hangs on one token on another.
func (m *mender) rehang(from, to int) {
	for k := range m.s.Tokens {
		if m.tok(k).Head == from && k != to {
			m.set(k, to, m.tok(k).Relation)
		}
	}
}
