package tuples

import (
	_ "embed"

	"github.com/kgbuild/kgbuild/nlp/internal/linear"
)

// weights are those of the two scores: of the worth of a candidate by itself,
// and of what it gains beside better ones.
type weights struct {
	alone, beside linear.Weights
}

//go:embed weights.tsv
var weightTable string

// builtIn are the weights that were fitted to the development set of CaRB. A
// test checks that the table can be read.
var builtIn, _ = readWeights(weightTable)

func readWeights(table string) (weights, error) {
	sets, err := linear.ReadTable(table, 2)
	if err != nil {
		return weights{}, err
	}
	return weights{sets[0], sets[1]}, nil
}
