package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// maxDateline is how many tokens the place at the head of a report has at most.
const maxDateline = 8

// dateline takes the place at the head of a report ("LAGOS, Nigeria (AP) –",
// "Mumbai:") out of the sentence behind it, of which parsers make it a subject.
func (m *mender) dateline() {
	end := m.datelineEnd()
	if end <= 0 || end+1 >= len(m.s.Tokens) {
		return
	}
	root := m.s.RootToken()
	if root <= end { // the place became the predicate: its first verb behind the dash is
		root = -1
		for i := end + 1; i < len(m.s.Tokens); i++ {
			if h := m.tok(i).Head; h >= 0 && h <= end && m.tok(i).UPOS == "VERB" {
				root = i
				break
			}
		}
		if root < 0 {
			return
		}
		old := m.s.RootToken()
		m.set(root, nlp.Root, "root")
		for i := end + 1; i < len(m.s.Tokens); i++ {
			if m.tok(i).Head == old && i != root {
				m.set(i, root, m.tok(i).Relation)
			}
		}
	}
	for i := 0; i <= end; i++ {
		if h := m.tok(i).Head; h > end || h == nlp.Root {
			m.set(i, root, "parataxis")
		}
	}
	// What was hung on the place belongs to the sentence.
	for i := end + 1; i < len(m.s.Tokens); i++ {
		if h := m.tok(i).Head; h >= 0 && h <= end {
			m.set(i, root, m.tok(i).Relation)
		}
	}
}

// datelineEnd returns the token that ends a dateline at the head of the
// sentence, or -1: a dash, or a colon behind a place.
func (m *mender) datelineEnd() int {
	open := false
	for i := 0; i < len(m.s.Tokens) && i < maxDateline; i++ {
		t := m.tok(i)
		switch {
		case i > 0 && !open && (t.Form == "–" || t.Form == "—" || t.Form == "--" || t.Form == "-" && t.SpaceAfter && m.tok(i-1).SpaceAfter):
			return m.placeUpTo(i, false)
		case i > 0 && !open && t.Form == ":":
			return m.placeUpTo(i, true)
		case t.Form == "(":
			open = true
		case t.Form == ")":
			open = false
		case t.Form == "," || t.Form == "/" || open:
		case !m.capital(i) && t.UPOS != "NUM" && !(strings.HasSuffix(t.Form, ".") && len(t.Form) > 1):
			return -1
		}
	}
	return -1
}

// placeUpTo returns end when the tokens before it begin with the name of a
// place, or with one in capitals throughout, and -1 otherwise.
func (m *mender) placeUpTo(end int, only bool) int {
	for _, n := range m.s.Names {
		if n.Tokens.First == 0 && n.Tokens.End <= end && area(n.Type) && (!only || n.Tokens.End == end) {
			return end
		}
	}
	return -1
}
