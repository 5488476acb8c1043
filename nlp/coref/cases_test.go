package coref_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

var update = flag.Bool("update", false, "rewrite the expected chains in testdata; read the difference before you commit it")

// TestCases runs the step over the trees in testdata/*.conllu and compares the
// chains with the .chains file beside each. What a case is about stands in the
// "case" comment of its first sentence.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".conllu"), func(t *testing.T) {
			a := readCase(t, path)
			if err := coref.NewStep().Run(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			got := listing(a)
			golden := strings.TrimSuffix(path, ".conllu") + ".chains"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("chains (-want +got):\n%s", diff)
			}
		})
	}
}

// readCase reads an analysed article. The document is of 4 March 2021, a
// Thursday, and its first block is the title when a comment says so.
func readCase(t *testing.T, path string) *nlp.Analysis {
	t.Helper()
	sentences, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	documents := conllu.Documents(sentences)
	if len(documents) != 1 {
		t.Fatalf("%d documents in one case", len(documents))
	}
	a, err := documents[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if reason, ok := sentences[0].Comment("case"); !ok || reason == "" {
		t.Error("the case says not what it is about")
	}
	a.Document.Date = nlp.Date{Year: 2021, Month: 3, Day: 4}
	if _, ok := sentences[0].Comment("title"); ok && len(a.Document.Blocks) > 0 {
		a.Document.Blocks[0].Kind = nlp.TitleBlock
	}
	a.Times = timex.Find(a)
	a.Add(nlp.TimeLayer)
	return a
}

// listing writes chains in a form made to be read and compared.
func listing(a *nlp.Analysis) string {
	var b strings.Builder
	for i := range a.Chains {
		c := &a.Chains[i]
		fmt.Fprintf(&b, "%d %s %q", c.ID, c.Type, c.Name)
		if c.Unknown {
			b.WriteString(" unknown")
		}
		if c.Generic {
			b.WriteString(" generic")
		}
		for _, m := range c.Members {
			fmt.Fprintf(&b, " member %d", m)
		}
		b.WriteByte('\n')
		if e := c.Event; e != nil {
			fmt.Fprintf(&b, "    %s", e.Type)
			if !e.Time.IsZero() {
				fmt.Fprintf(&b, " on %s", e.Time.Start)
			}
			for _, p := range e.Places {
				fmt.Fprintf(&b, ", at %s", a.Chains[p].Name)
			}
			for _, p := range e.Participants {
				fmt.Fprintf(&b, ", %s %s", p.Role, a.Chains[p.Chain].Name)
			}
			if e.Count != nil {
				fmt.Fprintf(&b, ", count %g", e.Count.Value)
			}
			for _, q := range e.Deaths {
				fmt.Fprintf(&b, ", dead %s %g", q.Qualifier, q.Value)
			}
			for _, q := range e.Injuries {
				fmt.Fprintf(&b, ", injured %s %g", q.Qualifier, q.Value)
			}
			b.WriteByte('\n')
		}
		for _, m := range c.Mentions {
			fmt.Fprintf(&b, "  - %s", m.Text)
			if m.Place {
				b.WriteString(" @")
			}
			if m.Because != "" {
				fmt.Fprintf(&b, " (%s)", m.Because)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
