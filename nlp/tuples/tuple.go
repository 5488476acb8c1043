package tuples

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Tuple is one statement of a sentence. Its parts are the sentence's own words
// with its own spacing, in the order of the relation's construction. Words that
// are only meant, such as the copula of an apposition, stand in the relation as
// lemmas ("be", "have"), as the sentence does not say their tense.
type Tuple struct {
	Relation   string
	Arguments  []string // at least two; the first is the subject
	Confidence float64  // 0 to 1: how well a reader's tuple is expected to agree
}

// key is the same for tuples of the same words.
func (x *Tuple) key() string { return x.Relation + "\t" + strings.Join(x.Arguments, "\t") }

// word is a token of the sentence or, when negative, an inserted word.
type word int

// The inserted words.
const (
	insertedBe word = -1 - iota
	insertedHave
	insertedIn
)

func (w word) inserted() string {
	switch w {
	case insertedHave:
		return "have"
	case insertedIn:
		return "in"
	}
	return "be"
}

func asWords(tokens []int) []word {
	out := make([]word, len(tokens))
	for i, t := range tokens {
		out[i] = word(t)
	}
	return out
}

// text joins words as the sentence spaces them.
func text(s *nlp.Sentence, words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			last := words[i-1]
			if w < 0 || last < 0 || w != last+1 || s.Tokens[last].SpaceAfter {
				b.WriteByte(' ')
			}
		}
		if w < 0 {
			b.WriteString(w.inserted())
		} else {
			b.WriteString(s.Tokens[w].Form)
		}
	}
	return b.String()
}

// candidate is a tuple before it is scored.
type candidate struct {
	kind     kind
	relation []word
	args     [][]int // tokens of each argument

	clause  int // the token that heads the clause or phrase that states it
	subject int // the token that heads the first argument in the tree
	object  int // the token that heads the second
	origin  origin
	// resolved is true when the first argument is what the subject in the tree
	// stands for.
	resolved bool
	split    bool // an argument is one of several that are coordinated
	chained  int  // verbs in the relation before the last
}

func (c *candidate) tuple(t *tree.Tree) Tuple {
	out := Tuple{Relation: text(t.Sentence, c.relation)}
	for _, a := range c.args {
		out.Arguments = append(out.Arguments, text(t.Sentence, asWords(a)))
	}
	return out
}
