// Package tree answers questions about the dependency tree of a sentence:
// children, descendants, the words of a phrase, the verb that governs a word.
//
// A phrase is a token with its descendants. The functions take token indices
// of one sentence and return them in text order. A tree with a loop, which a
// parser never gives but a file may, ends every walk after as many steps as
// there are tokens.
package tree

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// Tree is a sentence with an index of its tokens' children. It must be made
// anew when the sentence's heads change.
type Tree struct {
	Sentence *nlp.Sentence
	children [][]int
}

// Of indexes a sentence.
func Of(s *nlp.Sentence) *Tree {
	t := &Tree{Sentence: s, children: make([][]int, len(s.Tokens))}
	for i := range s.Tokens {
		if h := s.Tokens[i].Head; h >= 0 && h < len(s.Tokens) && h != i {
			t.children[h] = append(t.children[h], i)
		}
	}
	return t
}

// All indexes every sentence of an analysis.
func All(a *nlp.Analysis) []*Tree {
	out := make([]*Tree, len(a.Sentences))
	for i := range a.Sentences {
		out[i] = Of(&a.Sentences[i])
	}
	return out
}

// Token returns token i.
func (t *Tree) Token(i int) *nlp.Token { return &t.Sentence.Tokens[i] }

// Len returns the number of tokens.
func (t *Tree) Len() int { return len(t.Sentence.Tokens) }

// Children returns the tokens that depend on i, all or those with one of the
// relations (compared without subtype when the relation has none).
func (t *Tree) Children(i int, relations ...nlp.Relation) []int {
	if len(relations) == 0 {
		return t.children[i]
	}
	var out []int
	for _, c := range t.children[i] {
		if Matches(t.Token(c).Relation, relations...) {
			out = append(out, c)
		}
	}
	return out
}

// Child returns the first child with one of the relations, or -1.
func (t *Tree) Child(i int, relations ...nlp.Relation) int {
	for _, c := range t.children[i] {
		if Matches(t.Token(c).Relation, relations...) {
			return c
		}
	}
	return -1
}

// Matches reports whether a relation is one of those given, or a subtype of
// one given without a subtype.
func Matches(r nlp.Relation, relations ...nlp.Relation) bool {
	return slices.Contains(relations, r) || slices.Contains(relations, r.Base())
}

// Head returns the head of i, or -1.
func (t *Tree) Head(i int) int {
	h := t.Token(i).Head
	if h < 0 || h >= t.Len() {
		return -1
	}
	return h
}

// Dominates reports whether i is an ancestor of j, or j itself.
func (t *Tree) Dominates(i, j int) bool {
	for range t.Len() + 1 {
		if i == j {
			return true
		}
		if j = t.Head(j); j < 0 {
			return false
		}
	}
	return false
}

// Phrase returns i and its descendants; descent stops at children for which
// skip, when it is not nil, is true.
func (t *Tree) Phrase(i int, skip func(child int) bool) []int {
	seen := make(map[int]bool)
	var walk func(int)
	walk = func(n int) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, c := range t.children[n] {
			if skip == nil || !skip(c) {
				walk(c)
			}
		}
	}
	walk(i)
	out := make([]int, 0, len(seen))
	for n := range seen {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// Clause returns the head of the smallest clause that holds i: the nearest
// ancestor, i itself excluded, that is a predicate (a verb, or a word with a
// copula), or the root.
func (t *Tree) Clause(i int) int {
	n := i
	for range t.Len() {
		h := t.Head(n)
		if h < 0 {
			return n
		}
		if t.Predicate(h) {
			return h
		}
		n = h
	}
	return n
}

// Predicate reports whether token i heads a clause.
func (t *Tree) Predicate(i int) bool {
	tok := t.Token(i)
	switch tok.Relation.Base() {
	case "root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis":
		return tok.UPOS == "VERB" || tok.UPOS == "AUX" || t.Child(i, "cop", "nsubj") >= 0
	}
	return tok.UPOS == "VERB" && tok.Relation.Base() != "amod" && tok.Relation.Base() != "compound"
}

// Case returns the adpositions that mark the phrase of i, joined with spaces
// in lower case: "in", "because of"; empty when there is none.
func (t *Tree) Case(i int) string {
	c := t.Child(i, "case")
	for c >= 0 && t.Token(c).UPOS == "PART" { // the possessive mark
		next := -1
		for _, d := range t.Children(i, "case") {
			if d > c {
				next = d
				break
			}
		}
		c = next
	}
	if c < 0 {
		return ""
	}
	words := lower(t.Token(c))
	for _, f := range t.Children(c, "fixed") {
		words += " " + lower(t.Token(f))
	}
	return words
}
