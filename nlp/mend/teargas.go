package mend

import "strings"

// tearGas: "tear" right before "gas" makes one noun with it, however it is tagged,
// and behind "and" the noun goes with the noun before: "used batons and tear gas"
// tears nothing.
func (m *mender) tearGas() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		t, gas := m.tok(i), m.tok(i+1)
		if t.UPOS != "VERB" || !strings.EqualFold(t.Form, "tear") || !strings.EqualFold(gas.Form, "gas") || gas.Head != i {
			continue
		}
		m.set(i, i+1, "compound")
		for k := range m.s.Tokens {
			if m.tok(k).Head == i {
				m.set(k, i+1, m.tok(k).Relation)
			}
		}
		t.UPOS, t.XPOS, t.Lemma, t.Features = "NOUN", "NN", "tear", "Number=Sing"
		if i > 1 && gas.Relation == "conj" && m.tok(i-1).Relation == "cc" && m.tok(i-2).UPOS == "NOUN" && m.tok(i-2).Head == gas.Head {
			m.set(i+1, i-2, "conj")
		}
	}
}
