package loaders

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

// checkDocument checks what holds of every document: valid text with line
// feeds only, parts in order inside it, and each character that is not white
// space in exactly one of them.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || d.Path == "" || len(d.SHA256) != 64 || d.MediaType == "" {
		t.Fatalf("incomplete document: %q, %q, %q, valid text: %v", d.Path, d.SHA256, d.MediaType, utf8.ValidString(d.Text))
	}
	for _, s := range []string{d.Title, d.Author, d.Source, d.URL} {
		if !utf8.ValidString(s) {
			t.Fatalf("invalid UTF-8 in %q", s)
		}
	}
	if d.Date != "" {
		if _, err := ParseDate(string(d.Date)); err != nil {
			t.Fatal(err)
		}
	}
	if (d.Date == "") != (d.DateFrom == "") {
		t.Fatalf("date %q comes from %q", d.Date, d.DateFrom)
	}
	if d.MediaType == "text/x-conllu" {
		return
	}
	runes := []rune(d.Text)
	at := 0
	blank := func(to int) {
		for ; at < to; at++ {
			if !unicode.IsSpace(runes[at]) {
				t.Fatalf("code point %d (%q) is in no part of\n%s", at, runes[at], render(d))
			}
		}
	}
	for _, p := range d.Parts {
		if p.Start < at || p.End <= p.Start || p.End > len(runes) || p.Kind == "" {
			t.Fatalf("part %v after %d in a text of %d", p, at, len(runes))
		}
		blank(p.Start)
		at = p.End
	}
	blank(len(runes))
}
