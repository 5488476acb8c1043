package mention_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// TestFind compares the candidates of every sentence in testdata with its
// "mention" comments: kind, type, clean name or text, and marks.
func TestFind(t *testing.T) {
	files, err := filepath.Glob("testdata/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range files {
		sentences, err := conllu.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range conllu.Documents(sentences) {
			a, err := d.Analysis()
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for i := range d.Sentences {
				for _, c := range d.Sentences[i].Comments {
					if w, ok := strings.CutPrefix(c, "mention = "); ok {
						want = append(want, w)
					}
				}
			}
			var got []string
			for _, c := range mention.Find(a, tree.All(a), mention.Notable) {
				got = append(got, describe(&c))
			}
			reason, _ := d.Sentences[0].Comment("case")
			if diff := cmp.Diff(want, got); diff != "" || reason == "" {
				t.Errorf("%s: %s (-want +got):\n%s", filepath.Base(path), reason, diff)
			}
		}
	}
}

func describe(c *mention.Candidate) string {
	what := c.Text
	if c.Name != "" {
		what = c.Name
	}
	s := fmt.Sprintf("%s %s %q", c.Kind, c.Type(), what)
	for _, t := range c.Titles {
		s += " title " + t
	}
	if c.Place {
		s += " place"
	}
	if c.Relative >= 0 {
		s += " relative"
	}
	if c.Count > 0 {
		s += fmt.Sprintf(" count %d", c.Count)
	}
	if len(c.Coordinates) > 0 {
		s += fmt.Sprintf(" with %d", len(c.Coordinates)-1)
	}
	return s
}
