package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// frontedDescriptions hangs what a sentence begins with on its subject, which it
// describes, where the tree makes another subject or a circumstance of it: "A
// former lawyer, Tom Hall founded the trust". A comma behind the subject makes
// the first phrase the subject and the name an insertion: that stays.
func (m *mender) frontedDescriptions() {
	first := 0
	if first < len(m.s.Tokens) && (m.tok(first).UPOS == "PUNCT" || openers[strings.ToLower(m.tok(first).Form)]) {
		first++
	}
	for comma := first + 2; comma+2 < len(m.s.Tokens); comma++ {
		if m.tok(comma).Form != "," {
			continue
		}
		subject, kind := m.subjectAt(comma + 1)
		if subject.Len() == 0 || !m.finite(subject.End) {
			continue
		}
		front := nlp.Range{First: first, End: comma}
		if n := m.onlyHead(front); n >= 0 && m.describes(n, kind) {
			m.describe(n, m.s.HeadOf(subject), front)
		}
		return
	}
}

// openers are words before a description that say when it held.
var openers = words("once formerly now long")

// subjectAt returns the name or the personal pronoun that begins at token i, and
// what it may be.
func (m *mender) subjectAt(i int) (nlp.Range, nlp.EntityType) {
	switch strings.ToLower(m.tok(i).Form) {
	case "he", "she":
		return nlp.Range{First: i, End: i + 1}, nlp.Person
	}
	for _, n := range m.s.Names {
		if n.Tokens.First == i {
			return n.Tokens, n.Type
		}
	}
	return nlp.Range{}, ""
}

// finite reports whether a finite verb stands at token i, with or without an
// adverb before it, and no comma behind it.
func (m *mender) finite(i int) bool {
	if i < len(m.s.Tokens) && m.tok(i).UPOS == "ADV" {
		i++
	}
	if i+1 >= len(m.s.Tokens) || m.tok(i+1).Form == "," {
		return false
	}
	switch m.tok(i).XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// onlyHead returns the noun that all other words of a range hang from, but for
// circumstances behind it that hang on the same verb, or -1.
func (m *mender) onlyHead(r nlp.Range) int {
	head := -1
	for i := r.First; i < r.End; i++ {
		if t := m.tok(i); r.Contains(t.Head) || t.UPOS == "PUNCT" {
			continue
		}
		switch t := m.tok(i); {
		case head < 0:
			head = i
		case t.Head != m.tok(head).Head || !in(t.Relation, "obl"):
			return -1
		}
	}
	if head < 0 || m.tok(head).UPOS != "NOUN" || m.tok(head).Features.Get("Number") == "Plur" || !m.has(head, "det", "nmod:poss", "amod") || m.has(head, "nsubj", "cop", "expl") {
		return -1
	}
	for k := r.First; k < head; k++ {
		if t := m.tok(k); t.Head == head && t.Relation == "case" && !openers[strings.ToLower(t.Form)] {
			return -1
		}
	}
	return head
}

// describes reports whether a noun can say what somebody or something of a type is.
func (m *mender) describes(n int, kind nlp.EntityType) bool {
	lemma := tree.Lemma(m.tok(n))
	switch {
	case lemma == "member", slices.Contains(gazetteer.NounTypes(lemma), kind):
		return true
	case kind == nlp.Person:
		return gazetteer.IsTitle(lemma) || lemma == "native"
	}
	return kind == nlp.Organization && bodyNouns[lemma]
}

// bodyNouns are nouns for bodies that are things or persons elsewhere.
var bodyNouns = words("subsidiary maker producer supplier unit arm offshoot pioneer operator owner")

// describe makes the subject of the verb of the one at s, and hangs n on it. It
// leaves alone what does not hang on one verb: "The minister, Hall said, was wrong".
func (m *mender) describe(n, s int, front nlp.Range) {
	verb := m.tok(n).Head
	if verb <= s || !front.Contains(m.tok(s).Head) && m.tok(s).Head != verb {
		return
	}
	rel := m.tok(s).Relation
	if !in(rel, "nsubj") {
		rel = m.subjectRelation(verb)
	}
	for i := n + 1; i < front.End; i++ {
		if m.tok(i).Head == verb {
			m.set(i, n, "nmod")
		}
	}
	m.set(n, s, "appos")
	m.set(s, verb, rel)
}
