package segment_test

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/segment"
)

func TestTokens(t *testing.T) {
	data, err := os.ReadFile("testdata/tokens.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(string(data), "\n") {
		text, want, ok := strings.Cut(line, " => ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if diff := cmp.Diff(want, show(text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

// show writes the tokens of a text as the case file does.
func show(text string) string {
	var out []string
	for i, s := range segment.Sentences(&nlp.Document{Text: nlp.NewText(text)}) {
		if i > 0 {
			out = append(out, "¦")
		}
		for _, tok := range s.Tokens {
			if tok.Continues {
				out = append(out, "+"+tok.Form)
			} else {
				out = append(out, tok.Form)
			}
		}
	}
	return strings.Join(out, " ")
}

func TestParagraphs(t *testing.T) {
	text := "A heading\nBody one.\n \n\tBody two\nwraps. End\n\n\n"
	doc := &nlp.Document{Text: nlp.NewText(text), Blocks: []nlp.Block{
		{Span: nlp.Span{Start: 0, End: 9}, Kind: nlp.HeadingBlock},
		{Span: nlp.Span{Start: 10, End: doc9(text)}, Kind: nlp.BodyBlock},
	}}
	var got []string
	for _, s := range segment.Sentences(doc) {
		got = append(got, doc.Text.Slice(s.Span))
		if want := min(len(got)-1, 1); s.Block != want {
			t.Errorf("sentence %q in block %d, want %d", got[len(got)-1], s.Block, want)
		}
	}
	want := []string{"A heading", "Body one.", "Body two\nwraps.", "End"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
}

func doc9(text string) nlp.Offset { return nlp.Offset(utf8.RuneCountInString(text)) }

// FuzzParagraphs checks what holds for every text: tokens are in order, do not
// overlap, are what the text has at their place, and leave out white space only.
func FuzzParagraphs(f *testing.F) {
	for _, s := range []string{"", "one", "don't 'sit, \"n't,\" &rsquo;", "a\x00b\u200bc\u00ad", "\xff\xfe", "‘’“”…—'s'", "x'\n\ny's"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := &nlp.Document{Text: nlp.NewText(s)}
		end := nlp.Offset(0)
		for _, p := range segment.Paragraphs(doc) {
			if len(p.Prior) != len(p.Tokens) || !p.Starts()[0] {
				t.Fatalf("%d priors for %d tokens", len(p.Prior), len(p.Tokens))
			}
			for _, tok := range p.Tokens {
				if tok.Span.Start < end || tok.Span.Empty() || doc.Text.Check(tok.Span) != nil {
					t.Fatalf("token %q at %v after %d", tok.Form, tok.Span, end)
				}
				if utf8.ValidString(s) && doc.Text.Slice(tok.Span) != tok.Form {
					t.Fatalf("token %q, text %q", tok.Form, doc.Text.Slice(tok.Span))
				}
				end = tok.Span.End
			}
		}
	})
}

// TestHostile makes sure that no text takes long: prose needs seconds for a run
// of quotation marks. The limit leaves room for a busy machine.
func TestHostile(t *testing.T) {
	for _, s := range []string{`"`, "'s", "a.", "-", "x-", "(", "😀", "a'b", "1,", "."} {
		start := time.Now()
		segment.Paragraphs(&nlp.Document{Text: nlp.NewText(strings.Repeat(s, 20_000))})
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%q 20,000 times: %v", s, d)
		}
	}
}

// TestLongRun cuts a run without white space at a limit and says that no space
// is there.
func TestLongRun(t *testing.T) {
	doc := &nlp.Document{Text: nlp.NewText(strings.Repeat("x", 2500) + " y")}
	p := segment.Paragraphs(doc)
	var got []bool
	for _, tok := range p[0].Tokens {
		got = append(got, tok.SpaceAfter)
	}
	if diff := cmp.Diff([]bool{false, true, true}, got); diff != "" {
		t.Errorf("space after (-want +got):\n%s", diff)
	}
}

func BenchmarkParagraphs(b *testing.B) {
	text := strings.Repeat("The minister said on Thursday that two explosions hadn't killed anyone in the U.S.-led zone. ", 30)
	doc := &nlp.Document{Text: nlp.NewText(text)}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		segment.Paragraphs(doc)
	}
}
