package claims

// joinedPredicates: what a conjunction joins to a predicate with a copula is
// another predicate, not an oblique of the first ("is hostile to X and at odds
// with Y").
func (m *mender) joinedPredicates() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if !in(t.Relation.Base(), "obl", "nmod") || t.Head < 0 || t.Head >= i || t.UPOS != "NOUN" || !m.has(i, "case") {
			continue
		}
		p := m.s.Tokens[t.Head]
		if p.UPOS == "VERB" || !m.has(t.Head, "cop") || !m.joinedFirst(i) {
			continue
		}
		m.set(i, t.Head, "conj")
	}
}

// joinedFirst reports whether the first word of the phrase that i heads is its conjunction.
func (m *mender) joinedFirst(i int) bool {
	for k := range i {
		if c := &m.s.Tokens[k]; c.Head == i && c.UPOS != "PUNCT" {
			return c.Relation.Base() == "cc"
		}
	}
	return false
}
