package tuples

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// sentence is a tree with what the extraction asks of it.
type sentence struct {
	*tree.Tree
}

func (s sentence) base(i int) nlp.Relation { return s.Token(i).Relation.Base() }
func (s sentence) form(i int) string       { return strings.ToLower(s.Token(i).Form) }
func (s sentence) is(i int, upos ...string) bool {
	return slices.Contains(upos, s.Token(i).UPOS)
}

// extent says which branches of a phrase belong to an argument.
type extent int

const (
	whole extent = iota // everything
	core                // without relative clauses, appositions and asides
	short               // also without participles, and prepositional phrases other than "of"
)

// phrase returns the tokens of the phrase of i that belong to the extent and
// that skip, unless it is nil, does not drop; punctuation at the ends goes.
func (s sentence) phrase(i int, e extent, skip func(c int) bool) []int {
	return s.trim(s.Phrase(i, func(c int) bool { return skip != nil && skip(c) || s.outside(c, i, e) }))
}

// bare returns the phrase without the prepositions that introduce it.
func (s sentence) bare(i int, e extent, skip func(c int) bool) []int {
	return s.trim(without(s.phrase(i, e, skip), s.prepositions(i)))
}

func (s sentence) outside(c, head int, e extent) bool {
	if e == whole {
		return false
	}
	r := s.Token(c).Relation
	switch r.Base() {
	case "appos", "parataxis":
		return true
	case "acl":
		return e == short || s.relative(c)
	case "nmod":
		return e == short && r != "nmod:poss" && s.Case(c) != "of"
	}
	return s.Head(c) == head && s.Child(head, "cop") >= 0 && ofClause[r.Base()]
}

// ofClause are the relations whose dependents belong to the clause of a copula
// and not to the phrase of its predicate.
var ofClause = map[nlp.Relation]bool{
	"nsubj": true, "csubj": true, "cop": true, "aux": true, "mark": true, "advcl": true, "obl": true, "expl": true,
	"discourse": true, "punct": true, "cc": true, "vocative": true,
}

// trim removes punctuation and conjunctions at the ends, but keeps quotation
// marks and brackets that have their partner among the tokens.
func (s sentence) trim(tokens []int) []int {
	loose := func(i int) bool {
		if s.is(i, "PUNCT") {
			return marks[s.Token(i).Form] == 0 || !s.paired(tokens, i)
		}
		return s.base(i) == "cc"
	}
	for len(tokens) > 0 && loose(tokens[0]) {
		tokens = tokens[1:]
	}
	for len(tokens) > 0 && loose(tokens[len(tokens)-1]) {
		tokens = tokens[:len(tokens)-1]
	}
	return tokens
}

// side is where a mark stands: before or behind what it encloses.
type side int

const (
	opening side = iota + 1
	closing
)

var marks = map[string]side{
	"``": opening, "`": opening, "(": opening, "[": opening, "“": opening, "‘": opening,
	"''": closing, "'": closing, ")": closing, "]": closing, "”": closing, "’": closing,
}

func (s sentence) paired(tokens []int, i int) bool {
	return slices.ContainsFunc(tokens, func(j int) bool {
		at := marks[s.Token(j).Form]
		return s.is(j, "PUNCT") && at != 0 && at != marks[s.Token(i).Form]
	})
}

// without returns the tokens that are not among those dropped.
func without(tokens, dropped []int) []int {
	var out []int
	for _, t := range tokens {
		if !slices.Contains(dropped, t) {
			out = append(out, t)
		}
	}
	return out
}

// prepositions returns the words that introduce the phrase of i, with what is
// fixed to them.
func (s sentence) prepositions(i int) []int {
	var out []int
	for _, c := range s.Children(i, "case") {
		if c < i && !s.is(c, "PART") {
			out = append(append(out, c), s.Children(c, "fixed")...)
		}
	}
	slices.Sort(out)
	return out
}
