package mend

// thanksTo: "thanks to" behind a verb is a preposition and no object.
func (m *mender) thanksTo() {
	for i := 1; i+2 < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if t.Form != "thanks" || m.tok(i+1).Form != "to" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || !in(t.Relation, "obj", "obl") || m.tok(t.Head).UPOS != "VERB" {
			continue
		}
		k := m.tok(i + 1).Head
		if k <= i+1 || m.tok(k).Head != i {
			continue
		}
		m.set(k, t.Head, "obl")
		m.set(i, k, "case")
		t.UPOS = "ADP"
		m.set(i+1, i, "fixed")
	}
}
