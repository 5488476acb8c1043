package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// chargers are verbs whose only receiver is in truth their object.
var chargers = words(`charge fine sue indict sentence convict jail arrest detain accuse blame credit present provide supply
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

// payers are verbs that take somebody and a sum beside each other.
var payers = words("fine pay give offer lend owe cost award grant hand charge")

// paidReceivers: the name right before a sum of money behind a verb of paying
// is its receiver, and no part of the sum: "fined Acme 500 million shillings".
func (m *mender) paidReceivers() {
	for _, n := range m.s.Names {
		h := m.s.HeadOf(n.Tokens)
		sum := m.tok(h).Head
		if v := m.tok(h).Head; v >= 0 && v < h && in(m.tok(h).Relation, "obj", "appos") {
			m.sumBehind(h, n.Tokens.End)
			continue
		}
		if !in(m.tok(h).Relation, "compound", "nmod") || sum < n.Tokens.End || m.has(h, "case") || m.tok(sum).UPOS != "NOUN" && m.tok(sum).UPOS != "SYM" {
			continue
		}
		v := m.tok(sum).Head
		if v < 0 || v >= n.Tokens.First || m.tok(sum).Relation.Base() != "obj" || !payers[tree.VerbLemma(m.tok(v))] {
			continue
		}
		if next := m.tok(n.Tokens.End); next.UPOS != "NUM" && next.UPOS != "SYM" {
			continue
		}
		m.set(h, v, "iobj")
	}
}

// sumBehind hangs a sum of money that stands right behind the object of a verb of
// paying, at token end, on that verb: "fined the app Brenor 20 million euros".
func (m *mender) sumBehind(name, end int) {
	o := name
	if m.tok(o).Relation.Base() == "appos" {
		o = m.tok(o).Head
	}
	v := m.tok(o).Head
	if v < 0 || v > o || m.tok(o).Relation.Base() != "obj" || !payers[tree.VerbLemma(m.tok(v))] || end >= len(m.s.Tokens) || m.tok(end).UPOS != "NUM" && m.tok(end).UPOS != "SYM" {
		return
	}
	for k := end; k < len(m.s.Tokens); k++ {
		if t := m.tok(k); t.Head == name && t.Relation == "obj" {
			m.set(k, v, "obj")
			m.set(o, v, "iobj")
			return
		}
	}
}

// doubleObjects: of two objects behind a verb of giving the first is the receiver:
// "awarded Ann Lee its top prize".
func (m *mender) doubleObjects() {
	for _, n := range m.s.Names {
		h := m.s.HeadOf(n.Tokens)
		v := m.tok(h).Head
		if m.tok(h).Relation != "obj" || v < 0 || v > h || !payers[tree.VerbLemma(m.tok(v))] {
			continue
		}
		for k := n.Tokens.End; k < len(m.s.Tokens); k++ {
			if t := m.tok(k); t.Head == v && t.Relation == "obj" && t.UPOS == "NOUN" {
				m.set(h, v, "iobj")
				break
			}
		}
	}
}

// callers are verbs that say what their object is called.
var callers = words(`call brand label dub term name declare deem consider`)

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
