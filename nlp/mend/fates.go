package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// fearedFates: who is only "feared dead" or "believed trapped" fears and believes
// nothing; without an auxiliary, as in headlines, the verb is passive all the same.
func (m *mender) fearedFates() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		v := t.Head
		if t.Relation != "xcomp" || v < 0 || v != i-1 || m.tok(v).XPOS != "VBD" || !supposing[tree.VerbLemma(m.tok(v))] || m.has(v, "obj", "aux") || m.has(i, "mark", "aux", "cop") {
			continue
		}
		if t.XPOS != "VBN" && t.XPOS != "JJ" || t.XPOS == "JJ" && !fates[strings.ToLower(t.Form)] {
			continue
		}
		for k := range v {
			if s := m.tok(k); s.Head == v && s.Relation == "nsubj" {
				m.set(k, v, "nsubj:pass")
				m.tok(v).XPOS, m.tok(v).Features = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"
			}
		}
	}
}

// sharedFates: the number or noun right before a fate that is joined to another has
// that fate, not the first: "Five are dead and 15 others injured".
func (m *mender) sharedFates() {
	for i := 1; i < len(m.s.Tokens); i++ {
		t := m.tok(i)
		p := t.Head
		if t.Relation != "conj" || p < 0 || p > i || !fates[strings.ToLower(t.Form)] || !m.fate(p) || !m.has(p, "nsubj", "nsubj:pass") || m.has(i, "nsubj", "nsubj:pass", "aux", "cop") {
			continue
		}
		k := i - 1
		n := m.tok(k)
		if n.UPOS != "NUM" && n.UPOS != "NOUN" || n.Head == p && n.Relation == "nsubj" {
			continue
		}
		subject := nlp.Relation("nsubj")
		if t.XPOS == "VBN" {
			subject = "nsubj:pass"
		}
		switch h := n.Head; {
		case h == i && in(n.Relation, "compound", "nummod"), h == p && in(n.Relation, "conj"),
			h >= 0 && h < p && m.tok(h).Head == p && in(m.tok(h).Relation, "nsubj") && in(n.Relation, "conj"):
			m.set(k, i, subject)
		}
	}
}

// fate reports whether token p says what became of somebody.
func (m *mender) fate(p int) bool {
	return fates[strings.ToLower(m.tok(p).Form)] || m.tok(p).XPOS == "VBN"
}

var (
	// supposing are verbs of what is thought to be so.
	supposing = words("fear believe presume think suspect assume report declare")
	// fates are what becomes of people in a misfortune.
	fates = words("dead killed injured wounded hurt missing trapped stranded homeless displaced hospitalised hospitalized sick ill unaccounted drowned buried unconscious critical")
)
