package mend

// attributive: a participle right behind an article modifies the noun that ends
// the phrase, though the parser made a clause of it whose object is the noun:
// "a stake in the ailing airline X".
func (m *mender) attributive() {
	for i := 1; i < len(m.s.Tokens); i++ {
		t, det := m.tok(i), m.tok(i-1)
		if t.UPOS != "VERB" || t.XPOS != "VBG" && t.XPOS != "VBN" || t.Relation.Base() != "acl" || det.UPOS != "DET" || t.Head < 0 || t.Head >= i {
			continue
		}
		noun := det.Head
		if noun <= i || m.tok(noun).Head != i || m.tok(noun).Relation != "obj" {
			continue
		}
		if !m.hasCaseBefore(noun, i) {
			continue
		}
		m.set(noun, t.Head, "nmod")
		m.set(i, noun, "amod")
		t.UPOS = "ADJ"
	}
}

// hasCaseBefore reports whether a preposition of a noun stands before token i.
func (m *mender) hasCaseBefore(noun, i int) bool {
	for k := range i {
		if m.tok(k).Head == noun && m.tok(k).Relation.Base() == "case" {
			return true
		}
	}
	return false
}

// governing: "ruling" and "governing" directly before the name of a party modify
// it, and are no noun that the name explains: "Chad's ruling Civic Union picked X".
func (m *mender) governing() {
	for _, n := range m.s.Names {
		i, h := n.Tokens.First-1, m.s.HeadOf(n.Tokens)
		if i < 0 || m.tok(i).Form != "ruling" && m.tok(i).Form != "governing" {
			continue
		}
		if up := m.tok(i).Head; up >= 0 && up == m.tok(h).Head && m.tok(i).Relation == m.tok(h).Relation {
			m.set(i, h, "amod") // "president of the ruling Civic Union", with two modifiers
			m.tok(i).UPOS, m.tok(i).XPOS = "ADJ", "JJ"
			continue
		}
		if m.tok(h).Head != i || !in(m.tok(h).Relation, "appos", "flat", "nmod") {
			continue
		}
		m.set(h, m.tok(i).Head, m.tok(i).Relation)
		for k := range m.s.Tokens {
			if m.tok(k).Head == i {
				m.set(k, h, m.tok(k).Relation)
			}
		}
		m.set(i, h, "amod")
		m.tok(i).UPOS, m.tok(i).XPOS = "ADJ", "JJ"
	}
}
