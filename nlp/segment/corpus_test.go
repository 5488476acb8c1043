package segment_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/eval"
	"github.com/kgbuild/kgbuild/nlp/segment"
)

// TestTreebanks measures tokens and sentences from raw text on the development
// sets of the two treebanks whose conventions the package follows.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		t.Skip("KGBUILD_DATA is not set to the data folder")
	}
	for _, test := range []struct {
		file              string
		tokens, sentences float64 // least F1
	}{
		{"ud-ewt/en_ewt-ud-dev.conllu", 0.995, 0.85},
		{"ud-gum/en_gum-ud-dev-open.conllu", 0.998, 0.94},
	} {
		t.Run(filepath.Base(test.file), func(t *testing.T) {
			gold := readGold(t, filepath.Join(dir, test.file))
			var system []conllu.Sentence
			for _, d := range conllu.Documents(gold) {
				system = append(system, conllu.FromAnalysis(segmented(t, d), d.Name)...)
			}
			metrics, err := eval.Raw(gold, system)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range metrics[:3] {
				t.Logf("%-9s F1 %.2f", m.Name, 100*m.Score.F1())
			}
			if f := eval.Find(metrics, "Tokens").F1(); f < test.tokens {
				t.Errorf("tokens F1 %.4f, want at least %.4f", f, test.tokens)
			}
			if f := eval.Find(metrics, "Sentences").F1(); f < test.sentences {
				t.Errorf("sentences F1 %.4f, want at least %.4f", f, test.sentences)
			}
		})
	}
}

func readGold(t *testing.T, path string) []conllu.Sentence {
	t.Helper()
	gold, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// segmented returns the document analysed anew from its text alone.
func segmented(t *testing.T, d conllu.Document) *nlp.Analysis {
	t.Helper()
	a, err := d.Analysis()
	if err != nil {
		t.Fatal(err)
	}
	raw := &nlp.Analysis{Document: a.Document}
	raw.Sentences = segment.Sentences(a.Document)
	return raw
}
