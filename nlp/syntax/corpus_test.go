package syntax_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/eval"
)

// TestRawTreebanks measures the whole way from text to trees on the development
// sets. It takes a minute.
func TestRawTreebanks(t *testing.T) {
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" || testing.Short() {
		t.Skip("KGBUILD_DATA is not set to the data folder, or the test is to be short")
	}
	for _, test := range []struct {
		file           string
		sentences, las float64 // least F1
	}{
		{"ud-ewt/en_ewt-ud-dev.conllu", 0.85, 0.82},
		{"ud-gum/en_gum-ud-dev-open.conllu", 0.94, 0.82},
	} {
		t.Run(filepath.Base(test.file), func(t *testing.T) {
			gold, err := conllu.ReadFile(filepath.Join(dir, test.file))
			if err != nil {
				t.Fatal(err)
			}
			var system []conllu.Sentence
			for _, d := range conllu.Documents(gold) {
				a, err := d.Analysis()
				if err != nil {
					t.Fatal(err)
				}
				raw := &nlp.Analysis{Document: a.Document}
				run(t, raw)
				system = append(system, conllu.FromAnalysis(raw, d.Name)...)
			}
			metrics, err := eval.Raw(gold, system)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range metrics {
				t.Logf("%-9s F1 %.2f", m.Name, 100*m.Score.F1())
			}
			if f := eval.Find(metrics, "Sentences").F1(); f < test.sentences {
				t.Errorf("sentences F1 %.4f, want at least %.4f", f, test.sentences)
			}
			if f := eval.Find(metrics, "LAS").F1(); f < test.las {
				t.Errorf("LAS F1 %.4f, want at least %.4f", f, test.las)
			}
		})
	}
}
