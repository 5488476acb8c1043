package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/quote"
	"github.com/kgbuild/kgbuild/nlp/segment"
)

// TestFind reads the cases of testdata/quotations.conllu. A comment "# want"
// gives one quotation as "speaker / cue: words", the speaker empty when unknown.
func TestFind(t *testing.T) {
	sentences, err := conllu.ReadFile("testdata/quotations.conllu")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range conllu.Documents(sentences) {
		var want []string
		for _, s := range d.Sentences {
			for _, c := range s.Comments {
				if w, ok := strings.CutPrefix(c, "want = "); ok {
					want = append(want, w)
				}
			}
		}
		a, err := d.Analysis()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, show(a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", d.Name, diff)
		}
	}
}

func show(a *nlp.Analysis) []string {
	var out []string
	for _, q := range quote.Find(a) {
		who := ""
		if q.Known {
			who = a.Token(q.Speaker).Form + " / " + a.Token(q.Cue).Form
		}
		out = append(out, fmt.Sprintf("%s: %s", who, strings.ReplaceAll(a.Document.Text.Slice(q.Span), "\n\n", " ")))
	}
	return out
}

// TestMarks pairs marks in texts without trees.
func TestMarks(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`He is "here" and "there".`, "here|there"},
		{"“One ‘two’ three”", "One ‘two’ three|two"},
		{"the 'old' boys' club isn't 'new'", "old|new"},
		{"“First paragraph.\n\n“Second one.”", "First paragraph.|Second one."},
		{"“No end. Then more.", "No end."},
		{"An end” without beginning.", ""},
		{`"" “”`, ""},
		{"Citizens’ rights and ‘states’ here", "states"},
		{"«Oui», he said", "Oui"},
		{`""One"" and ""two"".`, "One|two"},
		{`We "saw, "he felt, "much.`, "saw,|much."},
		{`"One. "Two", he felt.`, "One.|Two"},
		{`He felt: "One`, "One"},
		{"“One “two” three”", "One “two” three|two"},
		{"\"One.\n\nTwo,\" he felt.", "One.\n\nTwo,"},
		{"\"One.\n\nTwo.\n\nThree,\" he felt.", "One."},
	} {
		doc := &nlp.Document{Text: nlp.NewText(test.text)}
		a := &nlp.Analysis{Document: doc}
		for i, p := range segment.Paragraphs(doc) {
			p.Block = i
			a.Sentences = append(a.Sentences, p.Sentences(p.Starts())...)
		}
		var got []string
		for _, q := range quote.Find(a) {
			got = append(got, doc.Text.Slice(q.Span))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“a ‘b\n\n“c” 'd' \"e\" said: \"")
	f.Fuzz(func(t *testing.T, s string) {
		doc := &nlp.Document{Text: nlp.NewText(s)}
		a := &nlp.Analysis{Document: doc}
		for i, p := range segment.Paragraphs(doc) {
			p.Block = i
			a.Sentences = append(a.Sentences, p.Sentences(p.Starts())...)
		}
		for _, q := range quote.Find(a) {
			if q.Span.Empty() || doc.Text.Check(q.Span) != nil {
				t.Fatalf("span %v", q.Span)
			}
		}
	})
}
