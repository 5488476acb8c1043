package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// wouldBe: "would-be" before a noun is an adjective, no auxiliary and no copula:
// "a would-be assassin fired at X" tells of a shot.
func (m *mender) wouldBe() {
	for i := 0; i+3 < len(m.s.Tokens); i++ {
		would, be := m.tok(i), m.tok(i+2)
		if !strings.EqualFold(would.Form, "would") || m.tok(i+1).Form != "-" || !strings.EqualFold(be.Form, "be") {
			continue
		}
		n := -1
		for k := i + 3; k < len(m.s.Tokens) && (m.tok(k).UPOS == "NOUN" || n < 0 && m.tok(k).UPOS == "ADJ"); k++ {
			if m.tok(k).UPOS == "NOUN" {
				n = k
			}
		}
		if n < 0 {
			continue
		}
		m.undoClause(i+2, n)
		would.UPOS, would.XPOS, would.Lemma, would.Features = "ADJ", "JJ", "would-be", "Degree=Pos"
		m.set(i, n, "amod")
		m.set(i+1, i, "punct")
		m.set(i+2, i, "fixed")
	}
}

// undoClause takes from noun n what token be made of it or of the verb behind it:
// a predicate, or the subject of a passive.
func (m *mender) undoClause(be, n int) {
	switch m.tok(be).Relation {
	case "cop":
		v := n + 1
		if m.tok(be).Head != n || v >= len(m.s.Tokens) || m.tok(v).Head != n || m.tok(v).Relation != "acl" || m.tok(v).XPOS != "VBN" {
			return
		}
		t := m.tok(v)
		t.Head, t.Relation = m.tok(n).Head, m.tok(n).Relation
		t.XPOS, t.Features = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin"
		m.tok(n).Head, m.tok(n).Relation = v, "nsubj"
		for k := v + 1; k < len(m.s.Tokens); k++ {
			if x := m.tok(k); x.Head == n && slices.Contains([]nlp.Relation{"conj", "punct", "obl", "advcl", "advmod", "parataxis"}, x.Relation) {
				x.Head = v
			}
		}
	case "aux:pass":
		if v := m.tok(be).Head; v > n && m.tok(n).Head == v && m.tok(n).Relation == "nsubj:pass" {
			for k := be + 1; k < v; k++ {
				if m.tok(k).Head == v && m.tok(k).Relation == "aux:pass" {
					return
				}
			}
			m.tok(n).Relation = "nsubj"
		}
	}
}
