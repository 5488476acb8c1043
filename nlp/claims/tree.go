package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// tree is one sentence with its dependents indexed by head.
type tree struct {
	index int // of the sentence
	s     *nlp.Sentence
	kids  [][]int
	root  int

	judging map[int]judgedPhrase // see tree.phrases
}

func newTree(s *nlp.Sentence, index int) *tree {
	t := &tree{index: index, s: s, kids: make([][]int, len(s.Tokens)), root: -1}
	for i := range s.Tokens {
		switch h := s.Tokens[i].Head; {
		case h == nlp.Root:
			if t.root < 0 {
				t.root = i
			}
		case h >= 0 && h < len(s.Tokens):
			t.kids[h] = append(t.kids[h], i)
		}
	}
	return t
}

func (t *tree) tok(i int) *nlp.Token       { return &t.s.Tokens[i] }
func (t *tree) head(i int) int             { return t.s.Tokens[i].Head }
func (t *tree) rel(i int) nlp.Relation     { return t.s.Tokens[i].Relation }
func (t *tree) base(i int) nlp.Relation    { return t.s.Tokens[i].Relation.Base() }
func (t *tree) lemma(i int) string         { return strings.ToLower(t.s.Tokens[i].Lemma) }
func (t *tree) form(i int) string          { return strings.ToLower(t.s.Tokens[i].Form) }
func (t *tree) ref(i int) nlp.TokenRef     { return nlp.TokenRef{Sentence: t.index, Token: i} }
func (t *tree) is(i int, upos string) bool { return t.s.Tokens[i].UPOS == upos }

// plural reports whether a token is a noun or pronoun in the plural. Either the
// tag or the feature may have been read wrong.
func (t *tree) plural(i int) bool {
	return t.tok(i).XPOS == "NNS" || t.tok(i).Features.Get("Number") == "Plur"
}

// nominal reports whether a token can head a noun phrase.
func (t *tree) nominal(i int) bool {
	switch t.tok(i).UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM", "X":
		return true
	}
	return false
}

// verbal reports whether a token is a verb used as one.
func (t *tree) verbal(i int) bool {
	return t.is(i, "VERB") || t.is(i, "AUX") && !in(t.base(i), "aux", "cop")
}

// in reports whether the relation is one of those given.
func in(r nlp.Relation, rels ...nlp.Relation) bool {
	for _, x := range rels {
		if r == x {
			return true
		}
	}
	return false
}

// children returns the dependents of h whose relation, with or without
// subtype, is one of rels.
func (t *tree) children(h int, rels ...nlp.Relation) []int {
	var out []int
	for _, k := range t.kids[h] {
		if in(t.rel(k), rels...) || in(t.base(k), rels...) {
			out = append(out, k)
		}
	}
	return out
}

// child returns the first of [tree.children], or -1.
func (t *tree) child(h int, rels ...nlp.Relation) int {
	for _, k := range t.kids[h] {
		if in(t.rel(k), rels...) || in(t.base(k), rels...) {
			return k
		}
	}
	return -1
}

// preposition returns the case or mark of a token, several words joined by
// "_" ("according_to"), or "".
func (t *tree) preposition(i int) string {
	for _, k := range t.kids[i] {
		if in(t.base(k), "case", "mark") && t.form(k) != "'s" && t.form(k) != "’s" && t.form(k) != "'" && t.form(k) != "’" {
			return t.phrase(k)
		}
	}
	return ""
}

// phrase returns a function word with the words fixed to it, and "out of" also
// where its words stand side by side.
func (t *tree) phrase(i int) string {
	p := t.form(i)
	if p == "out" && i+1 < len(t.s.Tokens) && t.form(i+1) == "of" {
		return "out_of"
	}
	for _, f := range t.children(i, "fixed") {
		p += "_" + t.form(f)
	}
	return p
}

// conjuncts returns i and the tokens joined to it by coordination.
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range t.children(i, "conj") {
		out = append(out, t.conjuncts(k)...)
	}
	return out
}

// first returns the first member of the coordination that i belongs to.
func (t *tree) first(i int) int {
	for t.base(i) == "conj" && t.head(i) >= 0 {
		i = t.head(i)
	}
	return i
}

// within reports whether token i is h or below it.
func (t *tree) within(i, h int) bool { return t.s.Within(i, h) }

// extent returns the range of tokens that i and all below it cover, leaving
// out the branches that skip says.
func (t *tree) extent(i int, skip func(k int) bool) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	for _, k := range t.kids[i] {
		if skip != nil && skip(k) {
			continue
		}
		sub := t.extent(k, skip)
		r.First, r.End = min(r.First, sub.First), max(r.End, sub.End)
	}
	return r
}

// hasDeterminer reports whether i is determined by one of the words.
func (t *tree) hasDeterminer(i int, words ...string) bool {
	for _, k := range t.children(i, "det", "advmod", "cc:preconj") {
		for _, w := range words {
			if t.form(k) == w {
				return true
			}
		}
	}
	return false
}
