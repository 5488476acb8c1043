package mend

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// chargers are verbs whose only receiver is in truth their object.
var chargers = set(`charge fine sue indict sentence convict jail arrest detain accuse blame credit present provide supply
	replace sack dismiss appoint name summon warn`)

// loneReceivers: what is called the receiver of a verb that has no object and
// takes one is that object ("charged Ann Lee with murder").
func (m *mender) loneReceivers() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "iobj" || t.Head < 0 || t.Head > i || !chargers[m.tok(t.Head).Lemma] {
			continue
		}
		h := t.Head
		if !slices.ContainsFunc(m.s.Tokens, func(x nlp.Token) bool {
			return x.Head == h && in(x.Relation, "obj", "ccomp", "xcomp")
		}) {
			m.set(i, h, "obj")
		}
	}
}
