package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// reportingClauses: a finite clause of saying behind a comma, without a
// conjunction and without words of its own, reports the clause that it stands
// behind or inside ("X attacked Y, the ministry confirmed", "X, the ministry
// confirmed, attacked Y"); it modifies neither the clause nor its subject.
func (m *mender) reportingClauses() {
	for v := range m.s.Tokens {
		t := &m.s.Tokens[v]
		if t.Head < 0 || t.Head >= v || t.UPOS != "VERB" || !finite[t.XPOS] {
			continue
		}
		as := verbAttitudes[strings.ToLower(t.Lemma)]
		if !as[speech] && !as[thought] || !m.hasSubject(v) || m.has(v, "mark", "advmod", "ccomp", "xcomp", "obj") || !m.behindComma(v) {
			continue
		}
		switch g := &m.s.Tokens[t.Head]; {
		case t.Relation.Base() == "advcl":
			m.set(v, t.Head, "parataxis")
		case t.Relation.Base() == "parataxis" && g.Relation.Base() == "nsubj" && g.Head > v:
			m.set(v, g.Head, "parataxis")
		}
	}
}

// finite are the tags of verbs that can head a clause of their own.
var finite = map[string]bool{"VBD": true, "VBZ": true, "VBP": true}

// has reports whether a token has a dependent with one of the relations.
func (m *mender) has(h int, rels ...nlp.Relation) bool {
	for i := range m.s.Tokens {
		if m.s.Tokens[i].Head == h && in(m.s.Tokens[i].Relation.Base(), rels...) {
			return true
		}
	}
	return false
}

// behindComma reports whether the words of v begin behind a comma.
func (m *mender) behindComma(v int) bool {
	first := v
	for i := v - 1; i >= 0; i-- {
		if m.s.Tokens[i].UPOS == "PUNCT" {
			continue
		}
		if !m.s.Within(i, v) {
			break
		}
		first = i
	}
	return first > 0 && m.s.Tokens[first-1].Form == ","
}
