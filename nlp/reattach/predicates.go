package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// joinedPredicates: what a conjunction joins to a predicate with a copula is
// another predicate, not an oblique of the first ("is hostile to X and at odds
// with Y").
func (m *mender) joinedPredicates() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if !tree.Matches(t.Relation, "obl", "nmod") || t.Head < 0 || t.Head >= i || t.UPOS != "NOUN" || !m.has(i, "case") {
			continue
		}
		p := m.s.Tokens[t.Head]
		if p.UPOS == "VERB" || !m.has(t.Head, "cop") || !m.joinedFirst(i) {
			continue
		}
		m.set(i, t.Head, "conj")
	}
}

// joinedFirst reports whether the first word of the phrase that i heads is its conjunction.
func (m *mender) joinedFirst(i int) bool {
	for k := range i {
		if c := &m.s.Tokens[k]; c.Head == i && c.UPOS != "PUNCT" {
			return c.Relation.Base() == "cc"
		}
	}
	return false
}

// throughAdverbs: what one goes "away from" or "back to" hangs on the verb, not
// on the adverb between.
func (m *mender) throughAdverbs() {
	for i := range m.s.Tokens {
		t := &m.s.Tokens[i]
		if t.Relation.Base() != "obl" || t.Head < 0 || t.Head > i || m.has(t.Head, "advmod") {
			continue // "as far away as X"
		}
		if a := &m.s.Tokens[t.Head]; goingAdverbs[strings.ToLower(a.Form)] && a.Relation.Base() == "advmod" && a.Head >= 0 && a.Head < t.Head && m.s.Tokens[a.Head].UPOS == "VERB" {
			m.set(i, a.Head, t.Relation)
		}
	}
}

var goingAdverbs = lexicon.Words("away back home")
