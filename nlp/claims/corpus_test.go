package claims_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
)

// TestTreebank runs over every genre of a treebank: claims must be well formed
// whatever the text.
func TestTreebank(t *testing.T) {
	data := os.Getenv("KGBUILD_DATA")
	if data == "" {
		t.Skip("set KGBUILD_DATA to the folder with the corpora to run over the GUM treebank")
	}
	sentences, err := conllu.ReadFile(filepath.Join(data, "ud-gum", "en_gum-ud-train-open.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	step := newStep(t)
	claims := 0
	for _, doc := range conllu.Documents(sentences) {
		a := analyse(t, &doc)
		if err := step.Run(context.Background(), a); err != nil {
			t.Fatal(err)
		}
		claims += len(a.Claims)
		for i := range a.Claims {
			checkClaim(t, a, &a.Claims[i])
		}
	}
	if claims == 0 {
		t.Error("no claim in the whole treebank")
	}
}

// checkClaim reports what is not well formed about a claim.
func checkClaim(t *testing.T, a *nlp.Analysis, c *nlp.Claim) {
	t.Helper()
	for _, e := range []nlp.End{c.Subject, c.Object} {
		forms := 0
		if e.Quantity != nil {
			forms++
		}
		if e.Text != "" {
			forms++
		}
		if e.Chain != nlp.NoChain && e.Quantity == nil && e.Text == "" {
			forms++
			if int(e.Chain) >= len(a.Chains) {
				t.Errorf("%s: an end is chain %d of %d", c.Rule, e.Chain, len(a.Chains))
			}
		}
		if forms != 1 {
			t.Errorf("%s: an end is %d things at once: %+v", c.Rule, forms, e)
		}
	}
	if err := a.Document.Text.Check(c.Evidence); err != nil {
		t.Errorf("%s: evidence: %v", c.Rule, err)
	}
	if !c.Evidence.Contains(c.Trigger) || c.Trigger.Empty() {
		t.Errorf("%s: trigger %v is not in the evidence %v", c.Rule, c.Trigger, c.Evidence)
	}
	if c.Confidence <= 0 || c.Confidence > 1 {
		t.Errorf("%s: confidence %v", c.Rule, c.Confidence)
	}
	if c.Polarity == "" || c.Modality == "" || c.Rule == "" || strings.TrimSpace(string(c.Predicate)) == "" {
		t.Errorf("claim with a field left out: %+v", c)
	}
	if c.Subject.Chain == c.Object.Chain && c.Object.Quantity == nil && c.Object.Text == "" {
		t.Errorf("%s: both ends are chain %d", c.Rule, c.Subject.Chain)
	}
}
