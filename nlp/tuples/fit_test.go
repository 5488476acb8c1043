package tuples

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/linear"
	"github.com/kgbuild/kgbuild/nlp/model"
	"github.com/kgbuild/kgbuild/nlp/segment"
	"github.com/kgbuild/kgbuild/nlp/syntax"
	"github.com/kgbuild/kgbuild/nlp/tree"
	"github.com/kgbuild/kgbuild/nlp/tuples/carb"
)

var update = flag.Bool("update", false, "fit weights.tsv anew to the development set of CaRB")

// TestFit measures the tuples on the development set of CaRB. The weights are
// fitted to four fifths of its sentences and measured on the last, five times,
// since they come from no other data.
func TestFit(t *testing.T) {
	if _, err := readWeights(weightTable); err != nil {
		t.Fatal(err)
	}
	items, gathered := gatherCarb(t)
	const parts = 5
	predicted := make([][]carb.Tuple, len(items))
	for k := range parts {
		var rest []gathering
		for i, g := range gathered {
			if i%parts != k {
				rest = append(rest, g)
			}
		}
		w := train(rest)
		for i := k; i < len(items); i += parts {
			predicted[i] = told(gathered[i].tree, w)
		}
	}
	r := carb.Score(items, predicted)
	report(t, "cross-validated", r)
	for i, g := range gathered {
		predicted[i] = told(g.tree, builtIn)
	}
	report(t, "weights of the program, fitted to these sentences", carb.Score(items, predicted))
	if r.Best.F1() < 0.58 || r.AUC < 0.45 {
		t.Errorf("F1 %.4f and AUC %.4f, want at least 0.58 and 0.45", r.Best.F1(), r.AUC)
	}
	if *update {
		writeWeights(t, train(gathered))
	}
}

func report(t *testing.T, what string, r carb.Result) {
	t.Logf("%s: F1 %.3f (precision %.3f, recall %.3f, from confidence %.3f), AUC %.3f, recall of all %.3f",
		what, r.Best.F1(), r.Best.Precision, r.Best.Recall, r.Best.Confidence, r.AUC, r.Curve[0].Recall)
}

func writeWeights(t *testing.T, w weights) {
	table := linear.Table("Fitted to the development set of CaRB (dair-iitd/CaRB, MIT licence) by TestFit -update: feature, alone, beside others",
		w.alone, w.beside)
	if err := os.WriteFile("weights.tsv", []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
}

// told returns the tuples that the program would print.
func told(tr *tree.Tree, w weights) []carb.Tuple {
	var out []carb.Tuple
	for _, x := range extract(tr, w) {
		if x.Confidence >= least {
			out = append(out, carb.Tuple{Relation: x.Relation, Arguments: x.Arguments, Confidence: x.Confidence})
		}
	}
	return out
}

func gatherCarb(t *testing.T) ([]carb.Item, []gathering) {
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		t.Skip("KGBUILD_DATA is not set to the data folder")
	}
	f, err := os.Open(filepath.Join(dir, "carb", "gold", "dev.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	items, err := carb.ReadGold(f)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, it := range items {
		lines = append(lines, it.Sentence)
	}
	trees := analyse(t, lines)
	out := make([]gathering, len(items))
	for i := range items {
		out[i] = gather(items[i].Gold, trees[i])
	}
	return items, out
}

// analyse returns the trees of sentences.
func analyse(t *testing.T, sentences []string) []*tree.Tree {
	t.Helper()
	a := &nlp.Analysis{Document: &nlp.Document{Text: nlp.NewText(strings.Join(sentences, "\n"))}}
	a.Sentences = segment.Lines(a.Document)
	a.Add(nlp.SentenceLayer)
	if err := (syntax.Step{Model: model.Default, Workers: 1}).Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	if len(a.Sentences) != len(sentences) {
		t.Fatalf("%d sentences of %d lines", len(a.Sentences), len(sentences))
	}
	return tree.All(a)
}

// gathering is a sentence of the gold with its tree and what comes of it.
type gathering struct {
	gold       []carb.Tuple
	tree       *tree.Tree
	candidates []candidate
	matches    map[string][]carb.Match // by the text of a candidate
}

func gather(gold []carb.Tuple, t *tree.Tree) gathering {
	r := gathering{gold, t, candidates(t), make(map[string][]carb.Match)}
	for i := range r.candidates {
		x := r.candidates[i].tuple(t)
		out := make([]carb.Match, len(gold))
		for j, g := range gold {
			out[j] = carb.Compare(g, carb.Tuple{Relation: x.Relation, Arguments: x.Arguments})
		}
		r.matches[x.key()] = out
	}
	return r
}

func (r gathering) match(c *candidate) []carb.Match {
	x := c.tuple(r.tree)
	return r.matches[x.key()]
}

func f1(m carb.Match) float64 {
	return carb.Point{Precision: m.Precision, Recall: m.Recall}.F1()
}

// train fits both sets of weights. The worth of a candidate is its best F1
// with any gold tuple, its gain the F1 with the gold tuples that better
// candidates leave over; for the second fit, the worths of a sentence come from
// weights that have not seen it.
func train(gathered []gathering) weights {
	const parts = 4
	var all []linear.Example
	folds := make([][]linear.Example, parts)
	for i, r := range gathered {
		for _, c := range r.candidates {
			best := 0.0
			for _, m := range r.match(&c) {
				best = max(best, f1(m))
			}
			e := linear.Example{Features: sentence{r.tree}.features(&c), Target: best}
			all = append(all, e)
			for k := range folds {
				if k != i%parts {
					folds[k] = append(folds[k], e)
				}
			}
		}
	}
	w := weights{alone: fit(all)}
	var unseen [parts]weights
	for k := range folds {
		unseen[k].alone = fit(folds[k])
	}
	var gains []linear.Example
	for i, r := range gathered {
		ranked := unseen[i%parts].ranked(sentence{r.tree}, r.candidates)
		used := make([]bool, len(r.gold))
		for j := range ranked {
			best, at := 0.0, -1
			for g, m := range r.match(&ranked[j].candidate) {
				if !used[g] && f1(m) > best {
					best, at = f1(m), g
				}
			}
			if at >= 0 {
				used[at] = true
			}
			gains = append(gains, linear.Example{Features: gainFeatures(ranked, j), Target: best})
		}
	}
	w.beside = fit(gains)
	return w
}

// penalty holds the weights back; larger and smaller ones gave the same F1.
const penalty = 3

func fit(examples []linear.Example) linear.Weights { return linear.Fit(examples, penalty, 1) }
