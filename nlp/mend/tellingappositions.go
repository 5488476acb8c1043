package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// clauseNouns are nouns that sum up what a clause before them tells.
var clauseNouns = words("claim charge allegation accusation assertion")

// tellingAppositions: "a claim that X denied" behind a clause sums up what the
// clause tells and is no other name of its object.
func (m *mender) tellingAppositions() {
	for i := 2; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		if t.Relation != "appos" || !clauseNouns[tree.Lemma(t)] || t.Head < 0 || t.Head >= i || !m.indefinite(i) {
			continue
		}
		if h := m.tok(t.Head); h.UPOS == "NOUN" && clauseNouns[tree.Lemma(h)] {
			continue
		}
		v := t.Head
		for n := 0; v >= 0 && m.tok(v).UPOS != "VERB" && n < 5; n++ {
			v = m.tok(v).Head
		}
		for v >= 0 && m.tok(v).Relation == "ccomp" { // whoever says the clause does not say this
			v = m.tok(v).Head
		}
		if v >= 0 && v < i && m.tok(v).UPOS == "VERB" {
			m.set(i, v, "parataxis")
		}
	}
}

// indefinite reports whether a noun has "a" or "an" and a comma before that.
func (m *mender) indefinite(n int) bool {
	for k := n - 1; k > 0; k-- {
		if f := strings.ToLower(m.tok(k).Form); f == "a" || f == "an" {
			return m.tok(k).Head == n && (m.tok(k-1).Form == "," || m.tok(k-1).Form == "–" || m.tok(k-1).Form == "-")
		}
	}
	return false
}
