package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// generalOffices are the nouns of offices that "-general" goes on.
var generalOffices = words("secretary director governor attorney inspector auditor solicitor consul")

// generals: "secretary-general" is one office, of which trees make two subjects.
func (m *mender) generals() {
	for i := 0; i+2 < len(m.s.Tokens); i++ {
		t, g := m.tok(i), m.tok(i+2)
		if !generalOffices[strings.ToLower(t.Form)] || m.tok(i+1).Form != "-" || !strings.EqualFold(g.Form, "general") || g.Head == i || t.Head == i+2 {
			continue
		}
		if t.Head != g.Head {
			continue
		}
		for k := range i {
			if m.tok(k).Head == i {
				m.set(k, i+2, m.tok(k).Relation)
			}
		}
		m.set(i, i+2, "compound")
	}
}

// ledBodies: "led by X" right behind a body and a comma tells who leads that body,
// not the event or thing that its phrase belongs to: "the war between the army, led
// by X, and the rebels".
func (m *mender) ledBodies() {
	for v := 2; v+1 < len(m.s.Tokens); v++ {
		t := m.tok(v)
		if t.Relation != "acl" || t.XPOS != "VBN" || !leading[tree.VerbLemma(t)] || m.tok(v-1).Form != "," || !strings.EqualFold(m.tok(v+1).Form, "by") {
			continue
		}
		k := v - 2
		if k <= t.Head || !m.s.Within(k, t.Head) || !m.bodyAt(k) || m.bodyAt(t.Head) {
			continue
		}
		for up := m.tok(k).Head; up > t.Head && m.bodyAt(up) && in(m.tok(k).Relation, "flat", "compound", "nmod"); up = m.tok(k).Head {
			k = up // "the Government of Chad, led by X"
		}
		m.set(v, k, "acl")
		for i := v + 2; i < len(m.s.Tokens); i++ { // the rebels fight the army, and lead it not
			if c := m.tok(i); c.Relation.Base() == "conj" && c.Head > v && m.tok(c.Head).Head == v && m.commaBefore(i) {
				m.set(i, k, "conj")
			}
		}
	}
}

// commaBefore reports whether "and" right behind a comma stands closely before token i.
func (m *mender) commaBefore(i int) bool {
	for k := i - 1; k > 0 && k >= i-4; k-- {
		if m.tok(k).Form == "and" {
			return m.tok(k-1).Form == ","
		}
	}
	return false
}

// leading are verbs of being at the head of a body.
var leading = words("lead head command chair run")

// bodyAt reports whether token k is in the name of a body or is a noun of one.
func (m *mender) bodyAt(k int) bool {
	typ := m.typeAt(k)
	if typ == "" {
		typ = gazetteer.NounType(tree.Lemma(m.tok(k)))
	}
	return typ == nlp.Organization || typ == nlp.Group
}
