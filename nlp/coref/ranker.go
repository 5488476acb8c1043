package coref

import (
	_ "embed"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// pronounKind is a set of pronouns whose antecedents are chosen by the same weights.
type pronounKind int

const (
	hePronoun   pronounKind = iota // he, she
	itPronoun                      // it
	theyPronoun                    // they
	pronounKinds
)

func kindOf(c *candidate) pronounKind {
	switch {
	case c.Gender != gazetteer.UnknownGender:
		return hePronoun
	case c.Number == mention.Plural:
		return theyPronoun
	}
	return itPronoun
}

// ranker chooses antecedents by weighted features: a log-linear model over the
// antecedents of a pronoun and having none, with weights for each kind of pronoun.
type ranker []linear.Weights

//go:embed weights.tsv
var weightTable string

// builtIn are the weights of the program. A test checks that the table can be
// read.
var builtIn, _ = readRanker(weightTable)

func readRanker(table string) (ranker, error) {
	return linear.ReadTable(table, int(pronounKinds))
}

// choose returns the index of the antecedent that pronoun i takes, or -1.
func (w ranker) choose(r *resolver, i int, options []antecedent) int {
	weights := w[kindOf(&r.c[i])]
	none := r.weigh(i, options)
	best, top := -1, weights.Score(none)
	for n := range options {
		if s := weights.Score(options[n].features) + rare.Score(options[n].features); s > top {
			best, top = n, s
		}
	}
	return best
}

// rare are weights, set by hand, of what news does and the corpora hardly show:
// they are added to those fitted.
var rare = linear.Weights{
	"bearer's body":     3,
	"client":            3,
	"quoted before":     2,
	"speaks again":      2,
	"possessor above":   1,
	"reports":           0.5,
	"both speak":        1,
	"utters after":      1,
	"judged before":     2,
	"judges before":     -1.5,
	"theirs quoted":     -1,
	"source behind":     -2,
	"other paragraph":   -2,
	"a body as several": 1,
	"a body as owner":   0.7,
}
