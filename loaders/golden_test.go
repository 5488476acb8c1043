package loaders

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files; read the difference before committing it")

// render writes a document the way the golden files hold it: what is known of
// it, then a line for each part.
func render(d *Document) string {
	var b strings.Builder
	fact := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	fact("title", d.Title)
	if d.Date != "" {
		fact("date", string(d.Date)+" ("+string(d.DateFrom)+")")
	}
	fact("author", d.Author)
	fact("source", d.Source)
	fact("url", d.URL)
	fact("language", d.Language)
	fact("media type", d.MediaType)
	for _, n := range d.Notes {
		fact("note", n)
	}
	b.WriteByte('\n')
	runes := []rune(d.Text)
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "%d-%d %s| %s\n", p.Start, p.End, p.Kind, strings.ReplaceAll(string(runes[p.Start:p.End]), "\n", "⏎"))
	}
	return b.String()
}

// readAll reads paths with the built-in formats.
func readAll(t *testing.T, options Options, paths ...string) ([]*Document, []error) {
	t.Helper()
	r, err := NewReader(options)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*Document
	var errs []error
	for d, err := range r.Read(context.Background(), paths...) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		checkDocument(t, d)
		docs = append(docs, d)
	}
	return docs, errs
}

// Golden files: the documents of each input under testdata/cases, in
// <input>.want. The articles in the repository's testdata are cases too.
func TestGolden(t *testing.T) {
	var inputs []string
	for _, pattern := range []string{"testdata/cases/*", "../testdata/articles/*.txt"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, found...)
	}
	cases := 0
	for _, input := range inputs {
		if strings.HasSuffix(input, ".want") {
			continue
		}
		cases++
		t.Run(filepath.Base(input), func(t *testing.T) {
			docs, errs := readAll(t, Options{}, input)
			var got strings.Builder
			for i, d := range docs {
				if len(docs) > 1 {
					fmt.Fprintf(&got, "== %d ==\n", i+1)
				}
				got.WriteString(render(d))
			}
			for _, err := range errs {
				fmt.Fprintf(&got, "error: %v\n", err)
			}
			golden := filepath.Join("testdata/cases", filepath.Base(input)+".want")
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("unlike %s (-want +got):\n%s", golden, diff)
			}
		})
	}
	if cases == 0 {
		t.Fatal("no cases found")
	}
}
