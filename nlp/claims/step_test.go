package claims_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

func TestNewStepWithoutCodebook(t *testing.T) {
	if _, err := claims.NewStep(nil); err == nil {
		t.Error("a step without a codebook was made")
	}
}

func TestStepInPipeline(t *testing.T) {
	step := newStep(t)
	if _, err := nlp.NewPipeline([]nlp.Layer{nlp.SyntaxLayer}, step); err == nil {
		t.Error("the pipeline takes the step without chains")
	}
	given := []nlp.Layer{nlp.SyntaxLayer, nlp.NameLayer, nlp.TimeLayer, nlp.QuoteLayer, nlp.ChainLayer}
	if _, err := nlp.NewPipeline(given, step); err != nil {
		t.Error(err)
	}
}

func TestCancelled(t *testing.T) {
	docs := readDocuments(t, "testdata/cases/active.conllu")
	a := analyse(t, &docs[0])
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := newStep(t).Run(ctx, a); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want a cancelled run", err)
	}
}

// TestDeterministic: the same document gives the same claims and chains, also
// when the step is used for others in between.
func TestDeterministic(t *testing.T) {
	step := newStep(t)
	docs := readDocuments(t, "testdata/examples.conllu")
	run := func() (out []*nlp.Analysis) {
		for i := range docs {
			a := analyse(t, &docs[i])
			if err := step.Run(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			out = append(out, a)
		}
		return out
	}
	first, second := run(), run()
	for i := range first {
		if diff := cmp.Diff(first[i].Claims, second[i].Claims); diff != "" {
			t.Errorf("claims of document %d differ:\n%s", i, diff)
		}
		if diff := cmp.Diff(first[i].Chains, second[i].Chains); diff != "" {
			t.Errorf("chains of document %d differ:\n%s", i, diff)
		}
	}
}

// TestOnlyTheArticle: what is not the article gives neither claims nor silence.
func TestOnlyTheArticle(t *testing.T) {
	docs := readDocuments(t, "testdata/cases/active.conllu")
	a := analyse(t, &docs[0])
	for i := range a.Document.Blocks {
		a.Document.Blocks[i].Kind = nlp.CommentBlock
	}
	if err := newStep(t).Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	if len(a.Claims) > 0 || len(a.Silent) > 0 {
		t.Errorf("a comment gave %d claims and %d silent sentences", len(a.Claims), len(a.Silent))
	}
}

// TestSilence: every article sentence gives a claim or a reason why not.
func TestSilence(t *testing.T) {
	step := newStep(t)
	docs := readDocuments(t, "testdata/examples.conllu")
	reasons := make(map[nlp.SilenceReason]bool)
	for i := range docs {
		a := analyse(t, &docs[i])
		if err := step.Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		for s := range a.Sentences {
			claimed, silent := false, false
			for _, c := range a.Claims {
				claimed = claimed || c.Sentence == s
			}
			for _, x := range a.Silent {
				silent = silent || x.Sentence == s
				reasons[x.Reason] = true
			}
			if claimed == silent {
				t.Errorf("%q: claims %v, silent %v", a.Document.Text, claimed, silent)
			}
		}
	}
	if !reasons[nlp.NoEnds] && !reasons[nlp.NoPredicate] {
		t.Errorf("reasons given: %v", reasons)
	}
}

// TestUserCodebook: a file of the user's own adds a predicate and takes a
// built-in one out of use.
func TestUserCodebook(t *testing.T) {
	cb, err := codebook.Parse(codebook.File{Name: "own.yaml", Data: []byte(`entries:
  - predicate: bombarded
    subject: [group, organization]
    patterns:
      - {verb: attack, ends: "subj -> obj"}
`)})
	if err != nil {
		t.Fatal(err)
	}
	step, err := claims.NewStep(cb)
	if err != nil {
		t.Fatal(err)
	}
	docs := readDocuments(t, "testdata/cases/active.conllu")
	a := analyse(t, &docs[0])
	if err := step.Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	if !has(a, "rebels | bombarded | goma | certain") || has(a, "rebels | attacked | goma") {
		t.Errorf("got:\n%s", list(a))
	}
}

func BenchmarkStep(b *testing.B) {
	step := newStep(b)
	docs := readDocuments(b, "testdata/examples.conllu")
	tokens := 0
	var all []*nlp.Analysis
	for i := range docs {
		a := analyse(b, &docs[i])
		for _, s := range a.Sentences {
			tokens += len(s.Tokens)
		}
		all = append(all, a)
	}
	n := 0
	for b.Loop() {
		for _, a := range all {
			if err := step.Run(context.Background(), a); err != nil {
				b.Fatal(err)
			}
		}
		n += tokens
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}
