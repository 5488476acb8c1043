package loaders

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

// fuzzFormat reads arbitrary bytes with one format: it must neither panic nor
// give a document that breaks the promises of checkDocument.
func fuzzFormat(f *testing.F, format, pattern string) {
	seeds, err := filepath.Glob("testdata/cases/" + pattern)
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := NewReader(Options{Format: format, Stdin: bytes.NewReader(data), Limits: Limits{Document: 1 << 20}})
		if err != nil {
			t.Fatal(err)
		}
		for d, err := range r.Read(context.Background(), "-") {
			if err == nil {
				checkDocument(t, d)
			}
		}
	})
}

func FuzzPlainText(f *testing.F) { fuzzFormat(f, "text", "*.txt") }
func FuzzMarkdown(f *testing.F)  { fuzzFormat(f, "markdown", "*.md") }
func FuzzHTML(f *testing.F)      { fuzzFormat(f, "html", "*.html") }
func FuzzJSONLines(f *testing.F) { fuzzFormat(f, "jsonl", "*.jsonl") }
func FuzzCoNLLU(f *testing.F)    { fuzzFormat(f, "conllu", "*.conllu") }
func FuzzDetected(f *testing.F)  { fuzzFormat(f, "", "*[^t]") }
