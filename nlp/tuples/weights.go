package tuples

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// weights are what each feature adds to a score: to the worth of a candidate
// by itself, and to what it gains beside better ones.
type weights struct {
	alone, beside map[string]float64
}

func (w weights) worth(l featureList) float64 { return dot(w.alone, l) }
func (w weights) gain(l featureList) float64  { return dot(w.beside, l) }

func dot(w map[string]float64, l featureList) float64 {
	sum := 0.0
	for _, f := range l {
		sum += w[f.name] * f.value
	}
	return sum
}

//go:embed weights.tsv
var weightTable string

// builtIn are the weights that were fitted to the development set of CaRB. A
// test checks that the table can be read.
var builtIn, _ = readWeights(weightTable)

// readWeights reads lines of tab-separated feature, weight alone and weight
// beside others; lines that begin with # are comments.
func readWeights(table string) (weights, error) {
	w := weights{make(map[string]float64), make(map[string]float64)}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, "\t")
		if len(columns) != 3 {
			return w, fmt.Errorf("weights line %d: %d columns, want 3", n+1, len(columns))
		}
		for i, to := range []map[string]float64{w.alone, w.beside} {
			v, err := strconv.ParseFloat(columns[i+1], 64)
			if err != nil {
				return w, fmt.Errorf("weights line %d: %w", n+1, err)
			}
			to[columns[0]] = v
		}
	}
	return w, nil
}
