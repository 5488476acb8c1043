package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// lostSpeakers: a verb of saying without a subject has for its subject the phrase
// right before it between commas, which trees take for an apposition of a word
// further off, or one that trees give to what it tells: "Six people died, the ministry, MOH, reported", "Speaking in their
// defence, Ann Cole, QC, said that …".
func (m *mender) lostSpeakers() {
	for g := range m.s.Tokens {
		t := &m.s.Tokens[g]
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" || !tree.Matches(t.Relation, "root", "parataxis") || m.has(g, "nsubj", "csubj", "expl", "aux", "cop") {
			continue
		}
		if as := lexicon.VerbAttitudes[strings.ToLower(t.Lemma)]; !as[lexicon.Speech] && !as[lexicon.Thought] {
			continue
		}
		if k := m.phraseBefore(g); k >= 0 {
			m.set(k, g, "nsubj")
		} else if k := m.doubledSubject(g); k >= 0 {
			m.set(k, g, "nsubj")
		}
	}
}

// doubledSubject returns the subject before verb g that a tree gives to the clause
// that g tells, which has another behind g; -1 if there is none.
func (m *mender) doubledSubject(g int) int {
	for c := g + 1; c < len(m.s.Tokens); c++ {
		if t := &m.s.Tokens[c]; t.Head != g || t.Relation.Base() != "ccomp" {
			continue
		}
		first, behind := m.firstOf(c, "nsubj"), false
		for i := g + 1; i < c; i++ {
			behind = behind || m.s.Tokens[i].Head == c && m.s.Tokens[i].Relation.Base() == "nsubj"
		}
		if first < g && behind {
			return first
		}
	}
	return -1
}

// phraseBefore returns the somebody whose phrase ends right before token g and
// begins behind a comma, when trees take it for an apposition of something else
// before; -1 if there is none.
func (m *mender) phraseBefore(g int) int {
	k := g - 1
	for k >= 0 && m.s.Tokens[k].Form == "," {
		k--
	}
	for n := 0; k >= 0 && n < len(m.s.Tokens); n++ {
		t := &m.s.Tokens[k]
		switch h := t.Head; {
		case h < 0 || h > k || t.UPOS != "NOUN" && t.UPOS != "PROPN":
			return -1
		case t.Relation == "flat", t.Relation.Base() == "compound", m.s.Tokens[h].Relation.Base() == "appos", m.placeName(k) && t.Relation.Base() == "appos":
			k = h
		case m.placeName(k) && t.Relation.Base() == "nmod" && m.caseOf(k) > 0:
			k = m.caseOf(k) - 1 // places do not speak: "police in Palermo, Sicily, said"
		case t.Relation.Base() == "appos" && lexicon.Somebody(m.s, k) && m.behindComma(k):
			return k
		default:
			return -1
		}
	}
	return -1
}
