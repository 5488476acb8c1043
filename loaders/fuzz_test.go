package loaders

import (
	"bytes"
	"context"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/temoto/robotstxt"
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

func FuzzPlainText(f *testing.F)  { fuzzFormat(f, "text", "*.txt") }
func FuzzMarkdown(f *testing.F)   { fuzzFormat(f, "markdown", "*.md") }
func FuzzHTML(f *testing.F)       { fuzzFormat(f, "html", "*.html") }
func FuzzJSONLines(f *testing.F)  { fuzzFormat(f, "jsonl", "*.jsonl") }
func FuzzJSONValues(f *testing.F) { fuzzFormat(f, "json", "*.json") }
func FuzzTable(f *testing.F)      { fuzzFormat(f, "csv", "*.[ct]sv") }
func FuzzCoNLLU(f *testing.F)     { fuzzFormat(f, "conllu", "*.conllu") }
func FuzzFeed(f *testing.F)       { fuzzFormat(f, "feed", "news.[ra][st][so]*[^t]") }
func FuzzMail(f *testing.F)       { fuzzFormat(f, "eml", "*.eml") }
func FuzzMailbox(f *testing.F)    { fuzzFormat(f, "mbox", "*.mbox") }
func FuzzWARC(f *testing.F)       { fuzzFormat(f, "warc", "*.warc") }
func FuzzPDF(f *testing.F)        { fuzzFormat(f, "pdf", "*.pdf") }
func FuzzDOCX(f *testing.F)       { fuzzFormat(f, "docx", "*.docx") }
func FuzzODT(f *testing.F)        { fuzzFormat(f, "odt", "*.odt") }
func FuzzEPUB(f *testing.F)       { fuzzFormat(f, "epub", "*.epub") }
func FuzzZip(f *testing.F)        { fuzzFormat(f, "zip", "*.zip") }
func FuzzTar(f *testing.F)        { fuzzFormat(f, "tar", "*.tar") }
func FuzzGzip(f *testing.F)       { fuzzFormat(f, "gzip", "*gz") }
func FuzzZstd(f *testing.F)       { fuzzFormat(f, "zstd", "*.zst") }
func FuzzDetected(f *testing.F)   { fuzzFormat(f, "", "*[^t]") }

// FuzzSidecar reads arbitrary bytes as what is known of a document.
func FuzzSidecar(f *testing.F) {
	for _, seed := range []string{`{"title": "Bridge", "date": "2020-02-03", "author": ["A", "B"]}`, "title: Bridge\ndate: 2020-02-03\n", "a: &a [1]\nb: *a", "\xff\xfe{"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.meta.json", "a.meta.yaml"} {
			if fields, err := sidecarValues(name, data); err == nil {
				var d Document
				record{fields: fields, doc: &d}.fill(Fields{}.withDefaults())
			}
		}
	})
}

// FuzzRobots reads arbitrary bytes as a robots.txt. Whatever is no rule must
// not make it one that cannot be understood.
func FuzzRobots(f *testing.F) {
	for _, seed := range []string{"User-agent: *\nDisallow: /a\nAllow: /a/b\nCrawl-delay: 2\n", "Disallow: /\nUser-agent: kgbuild\n\nUser-agent:*\nDisallow: *?x$", "<html>\xff"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		robots, err := robotstxt.FromStatusAndBytes(http.StatusOK, rulesOnly(data))
		if err != nil {
			t.Skip(err) // such a host is not read
		}
		robots.TestAgent("/a/b?x", "kgbuild")
	})
}

// FuzzGlob holds patterns against paths.
func FuzzGlob(f *testing.F) {
	f.Add("**/[a-c]*.{txt,md}", "x/y/b.txt")
	f.Add("drafts/", "drafts")
	f.Fuzz(func(_ *testing.T, pattern, path string) {
		if g, err := parseGlob(pattern); err == nil {
			g.fits(path, false)
		}
	})
}
