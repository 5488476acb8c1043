package segment

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp/conllu"
)

var update = flag.Bool("update", false, "count starts.tsv anew from the training data")

// smoothing is added to both counts of a pair of classes, so that a rare pair
// is judged with caution.
const smoothing = 0.5

func TestStartOdds(t *testing.T) {
	if !*update {
		if _, err := readOdds(oddsTable); err != nil {
			t.Fatal(err)
		}
		return
	}
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		t.Skip("KGBUILD_DATA is not set to the data folder")
	}
	var starts, others [lefts][rights]float64
	for _, file := range []string{"ud-ewt/en_ewt-ud-train.conllu.gz", "ud-gum/en_gum-ud-train-open.conllu.gz"} {
		sentences, err := conllu.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range conllu.Documents(sentences) {
			countStarts(t, d, &starts, &others)
		}
	}
	var b strings.Builder
	for l := range lefts {
		for r := range rights {
			if r > 0 {
				b.WriteByte('\t')
			}
			fmt.Fprintf(&b, "%.1f", math.Log((starts[l][r]+smoothing)/(others[l][r]+smoothing)))
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile("starts.tsv", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// countStarts counts the places of a document's paragraphs, with the gold
// tokens, by whether a sentence begins there.
func countStarts(t *testing.T, d conllu.Document, starts, others *[lefts][rights]float64) {
	t.Helper()
	a, err := d.Analysis()
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(a.Sentences); {
		tokens := a.Sentences[i].Tokens[:len(a.Sentences[i].Tokens):len(a.Sentences[i].Tokens)]
		begins := map[int]bool{}
		block := a.Sentences[i].Block
		for i++; i < len(a.Sentences) && a.Sentences[i].Block == block; i++ {
			begins[len(tokens)] = true
			tokens = append(tokens, a.Sentences[i].Tokens...)
		}
		for j := 1; j < len(tokens); j++ {
			l, r := classes(tokens, j)
			if begins[j] {
				starts[l][r]++
			} else {
				others[l][r]++
			}
		}
	}
}
