package mend

import (
	"slices"
	"strings"

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

// callers are verbs that say what their object is called.
var callers = set(`call brand label dub term name declare deem consider`)

// calledPredicates: what stands beside the object of a verb of calling, and no
// comma parts from it, is what the object is called ("called the law
// a betrayal", "called the law cruel").
func (m *mender) calledPredicates() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if !in(t.Relation, "appos", "amod") || t.Head < 0 || t.Head > i {
			continue
		}
		o := m.tok(t.Head)
		if o.Relation.Base() != "obj" || o.Head < 0 || !callers[m.tok(o.Head).Lemma] {
			continue
		}
		noun := t.UPOS == "NOUN" && !m.named(t.Head) && m.articleOpens(t.Head+1, i)
		if !noun && (t.UPOS != "ADJ" || i != t.Head+1) {
			continue
		}
		m.set(i, o.Head, "xcomp")
	}
}

// articleOpens reports whether a phrase that ends in token end begins at from
// with an article, within quotation marks or not.
func (m *mender) articleOpens(from, end int) bool {
	for from < end && strings.ContainsAny(m.tok(from).Form, "\"“‘'") {
		from++
	}
	f := m.tok(from).Form
	return from < end && (f == "a" || f == "an")
}
