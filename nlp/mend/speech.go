package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// saying are the verbs with which a text names a source behind or inside a clause.
var saying = words(`say tell add report claim note announce confirm state write explain argue believe insist warn acknowledge admit
	declare reveal allege assert maintain suggest remark observe disclose complain inform recall predict tweet post`)

// sources gives a verb of saying behind or inside a clause the subject right
// before it, where the tree has hung that on the clause: "X attacked Y, an aide
// told Z", "X, Y said, attacked Z".
func (m *mender) sources() {
	for v := range m.s.Tokens {
		t := m.tok(v)
		if t.UPOS != "VERB" || !saying[tree.Lemma(t)] || m.has(v, "nsubj", "mark") {
			continue
		}
		s := m.phraseBefore(v)
		if s < 0 {
			continue
		}
		p := m.tok(s)
		switch {
		case m.insideReported(s, v):
			m.set(s, v, "nsubj")
		case p.Relation.Base() == "appos" && t.Relation.Base() == "parataxis" && t.Head > v && m.clauseSubject(p.Head, t.Head):
			m.set(s, v, "nsubj")
		}
	}
}

// inverted hangs the name of a source on the role before it where the tree has
// made two subjects of them: "said its president, Ann Lee".
func (m *mender) inverted() {
	for _, n := range m.s.Names {
		name := m.s.HeadOf(n.Tokens)
		v := m.tok(name).Head
		if n.Type != nlp.Person || v < 0 || n.Tokens.First-2 <= v || m.tok(n.Tokens.First-1).Form != "," || m.tok(v).UPOS != "VERB" || !saying[tree.Lemma(m.tok(v))] {
			continue
		}
		role := v + 1
		for role < n.Tokens.First-1 && !(m.tok(role).Head == v && m.tok(role).Relation.Base() == "nsubj") {
			role++
		}
		if role < n.Tokens.First-1 && m.roleNoun(role) && m.s.Within(n.Tokens.First-2, role) {
			m.set(name, role, "appos")
		}
	}
}

// phraseBefore returns the head of the phrase behind a comma that ends right
// before the verb v, or -1.
func (m *mender) phraseBefore(v int) int {
	comma := v - 1
	for comma >= 0 && m.tok(comma).Form != "," {
		if u := m.tok(comma).UPOS; u == "VERB" || u == "AUX" || u == "PUNCT" {
			return -1
		}
		comma--
	}
	if comma < 0 || comma == v-1 {
		return -1
	}
	h := m.s.HeadOf(nlp.Range{First: comma + 1, End: v})
	if u := m.tok(h).UPOS; u != "NOUN" && u != "PROPN" && u != "PRON" {
		return -1
	}
	return h
}

// insideReported reports whether s hangs, but not as the only subject, somewhere
// in the clause that verb v reports.
func (m *mender) insideReported(s, v int) bool {
	for c := range m.s.Tokens {
		if t := m.tok(c); t.Head != v || t.Relation.Base() != "ccomp" || !m.s.Within(s, c) || s == c {
			continue
		}
		if m.tok(s).Head != c || m.tok(s).Relation.Base() != "nsubj" {
			return true
		}
		for k := range m.s.Tokens {
			if k != s && m.tok(k).Head == c && m.tok(k).Relation.Base() == "nsubj" {
				return true
			}
		}
	}
	return false
}

// clauseSubject reports whether s is the subject of v.
func (m *mender) clauseSubject(s, v int) bool {
	return s >= 0 && m.tok(s).Head == v && m.tok(s).Relation.Base() == "nsubj"
}
