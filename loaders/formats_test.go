package loaders

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// caseInputs lists the inputs of the golden files.
func caseInputs(t *testing.T) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/cases/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range all {
		if !strings.HasSuffix(name, ".want") {
			out = append(out, name)
		}
	}
	return out
}

// Each format has a golden file that its documents come from.
func TestEveryFormatHasACase(t *testing.T) {
	registry, err := NewRegistry(Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, name := range caseInputs(t) {
		head, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		head = head[:min(len(head), headSize)]
		f, ok := registry.detectBinary(head)
		if !ok {
			f, _ = registry.Detect(decodeHead(head), filepath.Ext(name))
		}
		seen[f.MediaType] = true
	}
	for _, m := range registry.MediaTypes() {
		if !seen[m] {
			t.Errorf("no case for %s", m)
		}
	}
}

// What a reader finds does not depend on the run, on where the bytes come
// from, or on how many arrive at a time.
func TestSameInputSameDocuments(t *testing.T) {
	for _, name := range caseInputs(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			// A stream has no name to judge by, so all get the format.
			format := ""
			if _, ok := mustRegistry(t).detectBinary(data); !ok {
				f, _ := mustRegistry(t).Detect(decodeHead(data[:min(len(data), headSize)]), filepath.Ext(name))
				format = f.Name
			}
			read := func(path string, body io.Reader) (docs []*Document, errs []string) {
				docs, failed := readAll(t, Options{Stdin: body, Format: format}, path)
				for _, d := range docs {
					d.Path = strings.TrimPrefix(d.Path, path)
					if !isAddress(d.Locator) {
						d.Locator = "" // of files only
					}
				}
				for _, err := range failed {
					errs = append(errs, strings.TrimPrefix(err.Error(), path))
				}
				return docs, errs
			}
			docs, errs := read(name, nil)
			if len(docs) == 0 {
				t.Fatalf("no documents: %v", errs)
			}
			for way, body := range map[string]io.Reader{
				"whole":      bytes.NewReader(data),
				"bytes":      iotest.OneByteReader(bytes.NewReader(data)),
				"late error": iotest.DataErrReader(bytes.NewReader(data)),
			} {
				again, againErrs := read("-", body)
				// Packed files without a name of their own are called after the file.
				for i := range again {
					if strings.HasSuffix(name, "gz") || strings.HasSuffix(name, "zst") {
						again[i].Path, docs[i].Path = "", ""
					}
				}
				if diff := cmp.Diff(docs, again); diff != "" {
					t.Errorf("%s: %s", way, diff)
				}
				if diff := cmp.Diff(errs, againErrs); diff != "" {
					t.Errorf("%s: %s", way, diff)
				}
			}
		})
	}
}

func mustRegistry(t *testing.T) *Registry {
	t.Helper()
	r, err := NewRegistry(Builtin()...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The paths of documents lead to the place in the file.
func TestPathsInside(t *testing.T) {
	for name, want := range map[string][]string{
		"folder.zip":    {"#texts/ferry.txt", "#etc/passwd.txt", "#up/council.md", "#ferry.docx"},
		"folder.tgz":    {"#folder.tar#a/ferry.txt", "#folder.tar#up.txt", "#folder.tar#inner.jsonl.gz#inner.jsonl#1"},
		"news.rss":      {"#https://courier.example/ferry?id=1&x=2", "#f-2"},
		"crawl.warc.gz": {"#crawl.warc#https://courier.example/ferry", "#crawl.warc#https://courier.example/council"},
		"list.mbox":     {"#1", "#2"},
		"articles.csv":  {"#2", "#5"},
		"articles.json": {"#1", "#3"},
		"letter.eml":    {""},
	} {
		path := "testdata/cases/" + name
		docs, _ := readAll(t, Options{}, path)
		var got []string
		for _, d := range docs {
			got = append(got, strings.TrimPrefix(d.Path, path))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestTableColumns(t *testing.T) {
	table := "Nr;Inhalt;Datum\n1;" + strings.TrimSpace(sentence) + ";2 May 2020\n"
	docs, errs := readAll(t, Options{Stdin: strings.NewReader(table), Format: "csv", Fields: Fields{Text: "inhalt", Date: "Datum"}}, "-")
	if len(errs) > 0 || len(docs) != 1 || docs[0].Date != "2020-05-02" || docs[0].Path != "-#2" {
		t.Errorf("%+v, %v", docs, errs)
	}
	if want := hashOf([]byte(table[strings.Index(table, "1;"):])); len(docs) == 1 && docs[0].SHA256 != want {
		t.Errorf("hash of something else than the row")
	}
	_, errs = readAll(t, Options{Stdin: strings.NewReader(table), Format: "csv"}, "-")
	if len(errs) != 1 || errs[0].Error() != `-: no text: there is no column "text"; the columns are Nr, Inhalt, Datum` {
		t.Errorf("%v", errs)
	}
}

// The format a user names is that of what is inside a container.
func TestFormatInsideContainer(t *testing.T) {
	packed := zipOf(t, map[string]string{"a.dat": "Inhalt,x\n" + strings.TrimSpace(sentence) + ",1\n"})
	docs, errs := readAll(t, Options{Stdin: bytes.NewReader(packed), Format: "csv", Fields: Fields{Text: "Inhalt"}}, "-")
	if len(errs) > 0 || len(docs) != 1 || docs[0].Path != "-#a.dat#2" {
		t.Errorf("%+v, %v", docs, errs)
	}
}

// zipOf packs files in no particular order.
func zipOf(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range files {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHyphensAtLineEnds(t *testing.T) {
	for _, c := range []struct{ before, after, known, want string }{
		{"the govern-", "ment fell", "", "the government fell"},
		{"a well-", "known case", "", "a well-known case"},
		{"the har-", "bour office", "harbour", "the harbour office"},
		{"a co-", "operation", "co-operation", "a co-operation"},
		{"the soft\u00ad", "ware", "", "the software"},
		{"the Anglo-", "American treaty", "", "the Anglo-American treaty"},
		{"in 2010-", "and later", "", "in 2010- and later"},
		{"he left –", "and came back", "", "he left – and came back"},
	} {
		p := pdfParagraphs{words: map[string]bool{c.known: true}}
		p.text.WriteString(c.before)
		p.join(c.after)
		if got := p.text.String(); got != c.want {
			t.Errorf("%s|%s: got %q, want %q", c.before, c.after, got, c.want)
		}
	}
}
