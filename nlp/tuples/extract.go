package tuples

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// least is the confidence below which candidates are not worth telling.
const least = 0.1

// Extract returns the tuples of a sentence, most confident first.
func Extract(t *tree.Tree) []Tuple {
	out := extract(t, builtIn)
	return slices.DeleteFunc(out, func(x Tuple) bool { return x.Confidence < least })
}

func extract(t *tree.Tree, w weights) []Tuple {
	ranked := w.ranked(sentence{t}, candidates(t))
	out := make([]Tuple, len(ranked))
	for i := range ranked {
		out[i] = ranked[i].tuple(t)
		out[i].Confidence = min(max(w.beside.Score(gainFeatures(ranked, i)), 0), 1)
	}
	slices.SortStableFunc(out, func(a, b Tuple) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return out
}

// extraction gathers the candidates of one sentence.
type extraction struct {
	sentence
	out []candidate
}

// candidates returns all readings of the sentence, good and bad.
func candidates(t *tree.Tree) []candidate {
	x := extraction{sentence: sentence{t}}
	for i := range t.Len() {
		if x.predicate(i) {
			x.clause(i)
		}
		x.nominals(i)
	}
	seen := make(map[string]bool)
	return slices.DeleteFunc(x.out, func(c candidate) bool {
		tuple := c.tuple(t)
		again := seen[tuple.key()]
		seen[tuple.key()] = true
		return again
	})
}

// add adds a candidate for every reading of its second argument.
func (x *extraction) add(c candidate, second []reading, rest [][]int) {
	for _, r := range second {
		if len(r.tokens) == 0 || len(c.args[0]) == 0 || len(c.relation) == 0 {
			continue
		}
		n := c
		n.object = r.head
		n.split = c.split || r.split
		n.args = append([][]int{c.args[0], r.tokens}, rest...)
		x.out = append(x.out, n)
	}
}

// reading is one way to fill an argument: a whole phrase, or one of the phrases
// that are coordinated in it.
type reading struct {
	head   int
	tokens []int
	split  bool
}

// maxMembers is how many coordinated members are told one by one; longer lists
// are told as one, so that two lists in a sentence do not multiply.
const maxMembers = 10

// readings returns the whole phrase of a head and, when it is coordinated, each
// member; skip names further branches that do not belong to it.
func (x *extraction) readings(head int, skip func(c int) bool) []reading {
	skipped := func(c int) bool { return skip != nil && skip(c) }
	return x.withMembers(reading{head: head, tokens: x.bare(head, core, skip)}, skipped)
}

func (x *extraction) withMembers(whole reading, skip func(c int) bool) []reading {
	out := []reading{whole}
	members := x.Children(whole.head, "conj")
	if len(members) == 0 || len(members) >= maxMembers {
		return out
	}
	for _, m := range append([]int{whole.head}, members...) {
		if m != whole.head && (x.Child(m, "nsubj", "cop") >= 0 || skip(m)) {
			continue
		}
		tokens := x.bare(m, core, func(c int) bool { return skip(c) || x.base(c) == "conj" || x.base(c) == "cc" })
		out = append(out, reading{m, tokens, true})
	}
	return out
}
