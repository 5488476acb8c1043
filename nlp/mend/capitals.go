package mend

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// capitals makes proper nouns of capitalised words inside a sentence that were
// taken for common nouns or adjectives though they stand where a noun does: "he
// founded NeXT". Sentences that capitalise most of their words tell nothing.
func (m *mender) capitals() {
	if m.capitalised() {
		return
	}
	for i := 1; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if t.UPOS != "NOUN" && t.UPOS != "ADJ" || !unicode.IsUpper([]rune(t.Form)[0]) || !in(t.Relation, "nsubj", "obj", "obl", "nmod", "conj", "appos") {
			continue
		}
		if prev := m.tok(i - 1); prev.UPOS == "PUNCT" && prev.Form != "," {
			continue // the first word of a quotation or of what follows a colon
		}
		if _, people := gazetteer.CountryByDemonym(t.Form); people || gazetteer.IsTitle(strings.ToLower(t.Form)) || m.has(i, "det", "cop", "amod") {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "PROPN", "NNP", t.Form
	}
}

// headNouns makes a common noun of the first word of a sentence that was taken
// for a name though it is the noun of an event or of people in the plural:
// "Quake hits southern Iran", "Rebels take the town".
func (m *mender) headNouns() {
	if len(m.s.Tokens) < 2 || m.named(0) {
		return
	}
	t := m.tok(0)
	if t.UPOS != "PROPN" || m.tok(1).UPOS == "PROPN" && !in(t.Relation, "nsubj", "compound") || !in(t.Relation, "nsubj", "compound", "obj", "obl", "root") || t.Form == strings.ToUpper(t.Form) {
		return
	}
	noun := strings.ToLower(t.Form)
	tag := "NN"
	if _, ok := gazetteer.EventType(noun); !ok {
		single, plural := strings.CutSuffix(noun, "s")
		_, event := gazetteer.EventType(single)
		if !plural || !event && !(t.XPOS == "NNPS" && gazetteer.NounType(single) == nlp.Person) {
			return
		}
		noun, tag = single, "NNS"
	}
	t.UPOS, t.XPOS, t.Lemma = "NOUN", tag, noun
}
