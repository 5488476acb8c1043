package mend

// chosenRoles: a role with the name of its bearer is the object of a verb of choosing
// when it is said as what he or she is chosen: "named her deputy Ann Lee as premier".
func (m *mender) chosenRoles() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation != "xcomp" || t.Head < 0 || t.Head > i || !m.roleNoun(i) || m.personBehind(i) < 0 || m.has(t.Head, "obj", "iobj", "nsubj:pass") || !choosers[m.tok(t.Head).Lemma] {
			continue
		}
		for k := i + 1; k < len(m.s.Tokens); k++ {
			if c := m.tok(k); c.Head == t.Head && c.Relation.Base() == "obl" && m.hasCase(k, "as") {
				m.set(i, t.Head, "obj")
				break
			}
		}
	}
}
