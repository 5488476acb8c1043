package factuality

import (
	_ "embed"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// limit is the end of the scale on either side.
const limit = 3

//go:embed weights.tsv
var weightTable string

// builtIn are the weights of the program. A test checks that the table can be
// read.
var builtIn, _ = linear.ReadTable(weightTable, 1)

// Of returns the factuality of the predicate at token i of a sentence. It is 0,
// unknown, when the language model has not read the sentence, as with trees
// from elsewhere ([nlp.Token.Factuality] is 0 then).
func Of(s *nlp.Sentence, i int) float64 {
	if s.Tokens[i].Factuality == 0 {
		return 0
	}
	return value(builtIn[0], tree.Of(s), i)
}

func value(w linear.Weights, t *tree.Tree, i int) float64 {
	return min(max(w.Score(features(t, i)), -limit), limit)
}
