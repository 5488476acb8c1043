package mend

import "strings"

// agedNouns: "the 34-year-old" and "two 15-year-olds" without a noun behind them
// are nouns themselves, which tell somebody's age.
func (m *mender) agedNouns() {
	for i := 2; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if f := strings.ToLower(t.Form); f != "old" && f != "olds" || !in(t.Relation, "nsubj", "obj", "obl", "nmod", "conj", "appos", "iobj", "root") {
			continue
		}
		year := i - 1
		if m.tok(year).UPOS == "PUNCT" {
			year--
		}
		if m.tok(year).Head != i || strings.ToLower(m.tok(year).Form) != "year" && strings.ToLower(m.tok(year).Form) != "month" || m.has(i, "cop") {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma, t.Features = "NOUN", "NN", m.tok(year).Lemma+"-old", "Number=Sing"
		if strings.EqualFold(t.Form, "olds") {
			t.XPOS, t.Features = "NNS", "Number=Plur"
		}
		m.tok(year).Relation = "compound"
	}
}
