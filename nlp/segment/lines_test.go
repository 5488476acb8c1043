package segment

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestLines(t *testing.T) {
	doc := &nlp.Document{Text: nlp.NewText("Rome burned . Nero sang .\n\n  He\u2029\u2029left .  \nend")}
	type line struct {
		Block  int
		Text   string
		Tokens []string
	}
	var got []line
	for _, s := range Lines(doc) {
		l := line{Block: s.Block, Text: doc.Text.Slice(doc.Blocks[s.Block].Span)}
		for _, tok := range s.Tokens {
			l.Tokens = append(l.Tokens, tok.Form)
		}
		got = append(got, l)
	}
	want := []line{
		{0, "Rome burned . Nero sang .", []string{"Rome", "burned", ".", "Nero", "sang", "."}},
		{2, "  He\u2029\u2029left .  ", []string{"He", "left", "."}},
		{3, "end", []string{"end"}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	if got := Lines(&nlp.Document{Text: nlp.NewText("")}); len(got) > 0 {
		t.Errorf("lines of nothing: %v", got)
	}
}
