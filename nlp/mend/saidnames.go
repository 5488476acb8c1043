package mend

import "github.com/kgbuild/kgbuild/nlp"

// saidNames gives the Arabic name "Said", taken for the verb, back to the person whose
// name it begins: "the captain, Said Haddad, was missing", "Said Haddad was charged". At
// the start of a sentence it is the verb when the name is its subject.
func (m *mender) saidNames() {
	if m.capitalised() {
		return
	}
	for n := range m.s.Names {
		name := &m.s.Names[n]
		i := name.Tokens.First - 1
		if name.Type != nlp.Person || i < 0 || m.tok(i).Form != "Said" || m.tok(i).UPOS != "VERB" || m.named(i) {
			continue
		}
		h := m.s.HeadOf(name.Tokens)
		switch under := m.tok(h).Head == i; {
		case under && (i < 2 || m.tok(i-1).Form != "," || m.tok(i-2).UPOS != "NOUN"):
			continue
		case under:
			m.becomesName(name, i, h)
			m.set(i, i-2, "appos")
		default:
			head, rel := m.tok(h).Head, m.tok(h).Relation
			m.becomesName(name, i, h)
			m.set(i, head, rel)
		}
	}
}

// becomesName makes the verb at token i the first word of a name, whose head was h, and
// hands on what hung on the verb.
func (m *mender) becomesName(name *nlp.Name, i, h int) {
	t := m.tok(i)
	above, rel := t.Head, t.Relation
	heir := above
	for k := range m.s.Tokens {
		if c := m.tok(k); c.Head == i && k != h && in(c.Relation, "ccomp", "xcomp", "parataxis") {
			heir = k
			m.set(k, above, rel)
			break
		}
	}
	for k := range m.s.Tokens {
		if c := m.tok(k); c.Head == i && k != h && k != heir && heir >= 0 {
			m.set(k, heir, c.Relation)
		}
	}
	t.UPOS, t.XPOS, t.Lemma = "PROPN", "NNP", t.Form
	m.set(h, i, "flat")
	name.Tokens.First = i
}
