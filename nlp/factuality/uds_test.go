package factuality

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/syntax"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

var update = flag.Bool("update", false, "fit weights.tsv anew to the training sentences of UDS")

const (
	penalty  = 30
	atLeast  = 20  // examples that a feature must have
	decided  = 0.5 // annotators' values beyond which they did not waver
	wantSign = 0.85
)

// TestUDS measures the sign of factuality on the development sentences of UDS:
// gold tokens of UD English EWT, tags and trees of the model.
func TestUDS(t *testing.T) {
	if _, err := linear.ReadTable(weightTable, 1); err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		t.Skip("KGBUILD_DATA is not set to the data folder")
	}
	gold := readUDS(t, filepath.Join(dir, "uds-factuality", "factuality.jsonl.gz"))
	weights := builtIn[0]
	if *update {
		var examples []linear.Example
		for _, s := range readSentences(t, filepath.Join(dir, "ud-ewt", "en_ewt-ud-train.conllu.gz"), gold) {
			for _, i := range slices.Sorted(maps.Keys(s.gold)) {
				examples = append(examples, linear.Example{Features: features(s.tree, i), Target: s.gold[i]})
			}
		}
		weights = linear.Fit(examples, penalty, atLeast)
		table := linear.Table("Fitted to UDS 2.0 train over UD English EWT (CC BY-SA 4.0) by TestUDS -update: feature, weight", weights)
		if err := os.WriteFile("weights.tsv", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var alone, all, clear score
	for _, s := range readSentences(t, filepath.Join(dir, "ud-ewt", "en_ewt-ud-dev.conllu"), gold) {
		for i, want := range s.gold {
			got := value(weights, s.tree, i)
			alone.add(float64(s.tree.Token(i).Factuality), want)
			all.add(got, want)
			if math.Abs(want) >= decided {
				clear.add(got, want)
			}
		}
	}
	t.Logf("the model's reading alone: %v", alone)
	t.Logf("with the tree: %v", all)
	t.Logf("with the tree, values beyond ±%.1f: %v", decided, clear)
	if got := all.sign(); got < wantSign {
		t.Errorf("sign right in %.4f, want at least %.2f", got, wantSign)
	}
}

// score adds up pairs of a value and the annotators' value.
type score struct {
	n, right             float64
	x, y, xx, yy, xy, er float64
}

func (s *score) add(got, want float64) {
	s.n++
	if (got > 0) == (want > 0) {
		s.right++
	}
	s.x, s.y, s.xx, s.yy, s.xy = s.x+got, s.y+want, s.xx+got*got, s.yy+want*want, s.xy+got*want
	s.er += math.Abs(got - want)
}

func (s *score) sign() float64 { return s.right / s.n }

func (s score) String() string {
	r := (s.n*s.xy - s.x*s.y) / math.Sqrt((s.n*s.xx-s.x*s.x)*(s.n*s.yy-s.y*s.y))
	return fmt.Sprintf("%.0f predicates, sign right in %.4f, Pearson r %.3f, mean error %.3f", s.n, s.sign(), r, s.er/s.n)
}

// judged is a sentence with the annotators' values of its predicates.
type judged struct {
	tree *tree.Tree
	gold map[int]float64
}

// readUDS returns the values by sentence and token.
func readUDS(t *testing.T, path string) map[string]map[int]float64 {
	t.Helper()
	out := make(map[string]map[int]float64)
	d := json.NewDecoder(open(t, path))
	for {
		var record struct {
			SentID string `json:"sent_id"`
			Nodes  map[string]struct {
				Factuality struct {
					Factual struct{ Value float64 }
				}
			}
		}
		if err := d.Decode(&record); errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		values := make(map[int]float64)
		for node, v := range record.Nodes {
			token, err := strconv.Atoi(node[strings.LastIndexByte(node, '-')+1:])
			if err != nil {
				t.Fatal(err)
			}
			values[token-1] = v.Factuality.Factual.Value
		}
		out[record.SentID] = values
	}
}

func open(t *testing.T, path string) io.Reader {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if !strings.HasSuffix(path, ".gz") {
		return f
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// readSentences analyses the sentences of a treebank that have values.
func readSentences(t *testing.T, path string, gold map[string]map[int]float64) []judged {
	t.Helper()
	all, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText("")}}
	var out []judged
	for i := range all {
		id, _ := all[i].Comment("sent_id")
		if gold[id] == nil {
			continue
		}
		s := nlp.Sentence{Block: i} // a block of its own: sentences are read alone
		for _, word := range all[i].Words {
			s.Tokens = append(s.Tokens, nlp.Token{Form: word.Form})
		}
		a.Sentences = append(a.Sentences, s)
		values := make(map[int]float64)
		for token, v := range gold[id] {
			if token < len(s.Tokens) { // the treebank's tokens have changed since
				values[token] = v
			}
		}
		out = append(out, judged{gold: values})
	}
	a.Add(nlp.SentenceLayer)
	if err := (syntax.Step{Model: model.Default, Workers: 2}).Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	for i := range out {
		out[i].tree = tree.Of(&a.Sentences[i])
	}
	return out
}
