package claims_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/mend"
	"github.com/kgbuild/kgbuild/nlp/quote"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

// TestCases reads testdata/cases: one file for each construction, in it one
// document for each case. Comments of a document's first sentence say what is
// expected:
//
//	# reason = why the case is there
//	# claim = subject | predicate | object | how it is stated
//	# no = the same, of a claim that must not come out
//	# reading = subject | predicate | object | probability
//
// A reading is one of the model's, by token numbers of the sentence from 1; 0 is
// the speaker.
//
// Ends are parts of a name or mention (any case), "*" for anything, "#84" for
// a number. How it is stated is a list of: negative, positive, certain,
// possible, desired, future, "by X > Y"; what is not listed is not checked.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	step := newStep(t)
	for _, name := range files {
		for _, doc := range readDocuments(t, name) {
			first := &doc.Sentences[0]
			reason, _ := first.Comment("reason")
			label := strings.TrimSuffix(filepath.Base(name), ".conllu") + "/" + reason
			t.Run(label, func(t *testing.T) { checkCase(t, step, doc) })
		}
	}
}

func newStep(t testing.TB) *claims.Step {
	t.Helper()
	cb, err := codebook.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	step, err := claims.NewStep(cb)
	if err != nil {
		t.Fatal(err)
	}
	return step
}

func readDocuments(t testing.TB, name string) []conllu.Document {
	t.Helper()
	sentences, err := conllu.ReadFile(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return conllu.Documents(sentences)
}

// analyse adds the layers that claims need to a document's trees and names.
func analyse(t testing.TB, doc *conllu.Document) *nlp.Analysis {
	t.Helper()
	a, err := doc.Analysis()
	if err != nil {
		t.Fatal(err)
	}
	a.Times = timex.Find(a)
	a.Quotations = quote.Find(a)
	a.Add(nlp.NameLayer, nlp.TimeLayer, nlp.QuoteLayer)
	if err := (mend.Step{}).Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	if err := coref.NewStep().Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	a.Add(nlp.ChainLayer)
	return a
}

func checkCase(t *testing.T, step *claims.Step, doc conllu.Document) {
	a := analyse(t, &doc)
	if err := step.Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	for _, s := range doc.Sentences {
		for _, c := range s.Comments {
			key, want, _ := strings.Cut(c, "=")
			key, want = strings.TrimSpace(key), strings.TrimSpace(want)
			if key != "claim" && key != "no" {
				continue
			}
			if found := has(a, want); found != (key == "claim") {
				t.Errorf("%s = %s\ngot:\n%s", key, want, list(a))
			}
		}
	}
}

func has(a *nlp.Analysis, want string) bool {
	f := strings.Split(want, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	for i := range a.Claims {
		c := &a.Claims[i]
		if string(c.Predicate) != f[1] || len(f) > 3 && !stated(a, c, f[3]) {
			continue
		}
		if endIs(a, c.Subject, f[0]) && endIs(a, c.Object, f[2]) {
			return true
		}
		if symmetric[f[1]] && endIs(a, c.Subject, f[2]) && endIs(a, c.Object, f[0]) {
			return true
		}
	}
	return false
}

var symmetric = map[string]bool{"hostile": true, "allied": true, "met": true, "negotiated": true, "agreed": true, "family_of": true}

func endIs(a *nlp.Analysis, e nlp.End, want string) bool {
	want = strings.ToLower(want)
	switch {
	case want == "*":
		return true
	case e.Quantity != nil:
		return want == fmt.Sprintf("#%g", e.Quantity.Value)
	case e.Text != "":
		return strings.Contains(strings.ToLower(e.Text), want)
	}
	ch := a.Chains[e.Chain]
	for _, m := range ch.Mentions {
		if strings.Contains(strings.ToLower(m.Text), want) {
			return true
		}
	}
	return strings.Contains(strings.ToLower(ch.Name), want)
}

func stated(a *nlp.Analysis, c *nlp.Claim, want string) bool {
	for w := range strings.SplitSeq(want, ",") {
		w = strings.TrimSpace(w)
		if by, ok := strings.CutPrefix(w, "by "); ok {
			names := strings.Split(by, ">")
			if len(names) != len(c.Attribution) {
				return false
			}
			for i, n := range names {
				if !endIs(a, nlp.ChainEnd(c.Attribution[i]), strings.TrimSpace(n)) {
					return false
				}
			}
			continue
		}
		if w != string(c.Polarity) && w != string(c.Modality) {
			return false
		}
	}
	return true
}

// list prints an analysis's claims for the message of a failed case.
func list(a *nlp.Analysis) string {
	var b strings.Builder
	name := func(e nlp.End) string {
		switch {
		case e.Quantity != nil:
			return fmt.Sprintf("#%g", e.Quantity.Value)
		case e.Text != "":
			return e.Text
		}
		return a.Chains[e.Chain].Name
	}
	for _, c := range a.Claims {
		fmt.Fprintf(&b, "  %s | %s | %s | %s, %s", name(c.Subject), c.Predicate, name(c.Object), c.Polarity, c.Modality)
		for _, by := range c.Attribution {
			fmt.Fprintf(&b, ", by %s", a.Chains[by].Name)
		}
		fmt.Fprintf(&b, "  (%s)\n", c.Rule)
	}
	return b.String()
}
