package loaders

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sentence = "The council of Arn met on Monday and agreed to repair the old bridge.\n"

// writeFiles makes the files of a test below a new folder.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestReadFolder(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"b.txt": sentence, "a/z.md": "# Arn\n\n" + sentence, "a/b/c.html": "<html><body><p>" + sentence, ".hidden/x.txt": sentence, "c/.x.txt": sentence,
	})
	if err := os.Symlink(dir, filepath.Join(dir, "a", "loop")); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "d.txt")); err != nil {
		t.Fatal(err)
	}
	docs, errs := readAll(t, Options{}, dir)
	var got []string
	for _, d := range docs {
		rel, _ := filepath.Rel(dir, d.Path)
		got = append(got, filepath.ToSlash(rel)+" "+d.MediaType)
	}
	want := []string{"a/b/c.html text/html", "a/z.md text/markdown", "b.txt text/plain"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(errs) != 1 || !strings.HasSuffix(errs[0].Error(), "d.txt: no such file or directory") {
		t.Errorf("errors: %v", errs)
	}
}

func TestReadStdin(t *testing.T) {
	docs, errs := readAll(t, Options{Stdin: strings.NewReader(sentence), Date: "2024-05"}, "-")
	if len(errs) > 0 || len(docs) != 1 || docs[0].Path != "-" || docs[0].Date != "2024-05" || docs[0].DateFrom != FromOption {
		t.Errorf("%+v, %v", docs, errs)
	}
}

// A date of the article wins over the default.
func TestDefaultDate(t *testing.T) {
	dir := writeFiles(t, map[string]string{"x.txt": "Bridge of Arn\n\n3 May 2020\n\n" + sentence})
	docs, _ := readAll(t, Options{Date: "2024-05-06"}, dir)
	if len(docs) != 1 || docs[0].Date != "2020-05-03" || docs[0].DateFrom != FromText {
		t.Errorf("%+v", docs)
	}
}

func TestFieldNames(t *testing.T) {
	line := `{"body":"` + strings.TrimSpace(sentence) + `","meta":{"published":"1 June 2019","by":"Ann Lee"},"paper":{"name":"Arn News"}}`
	docs, errs := readAll(t, Options{Stdin: strings.NewReader(line), Fields: Fields{Text: "body", Date: "meta.published", Author: "meta.by", Source: "paper"}}, "-")
	if len(errs) > 0 || len(docs) != 1 {
		t.Fatal(errs)
	}
	got := []string{string(docs[0].Date), docs[0].Author, docs[0].Source, docs[0].Path, docs[0].SHA256}
	if diff := cmp.Diff([]string{"2019-06-01", "Ann Lee", "Arn News", "-#1", hashOf([]byte(line))}, got); diff != "" {
		t.Error(diff)
	}
}

// endlessLine is a line of text that does not end.
type endlessLine struct{}

func (endlessLine) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

// Each bad input gives one error that names it, and what follows is read.
func TestBadInput(t *testing.T) {
	huge := func(before, after string) io.Reader {
		return io.MultiReader(strings.NewReader(before), io.LimitReader(endlessLine{}, 200<<20), strings.NewReader(after))
	}
	text := func(s string) io.Reader { return strings.NewReader(s) }
	record := `{"text":"` + strings.TrimSpace(sentence) + `"}` + "\n"
	for _, c := range []struct {
		name   string
		input  io.Reader
		format string
		want   []string // errors
		is     error
		docs   int
	}{
		{"empty file", text(""), "", []string{"-: nothing in it"}, ErrEmpty, 0},
		{"white space", text(" \n\n\t"), "", []string{"-: no text"}, ErrNoText, 0},
		{"picture", text("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "", []string{"-: binary data, not text (image/png)"}, ErrBinary, 0},
		{"bitmap", text("BM\x36\x10\x0e\x00\x00\x00\x00\x00"), "", []string{"-: binary data, not text (image/bmp)"}, ErrBinary, 0},
		{"text that begins like a bitmap", text("BMW has opened a plant in Leipzig.\n"), "", nil, nil, 1},
		{"text that begins like a song", text("ID3 tags tell who sings.\n"), "", nil, nil, 1},
		{"PDF", text("%PDF-1.4\n%abc\n"), "", []string{"-: not a PDF file: missing %%EOF"}, nil, 0},
		{"zeros", text("abc\x00\x00\x00def\x00"), "", []string{"-: binary data, not text (application/octet-stream)"}, ErrBinary, 0},
		{"late zero", text(strings.Repeat(sentence, 200) + "\x00"), "", []string{"-: binary data, not text: it holds the character NUL"}, ErrBinary, 0},
		{"control characters", text("\x01\x02\x03\x04abc"), "", []string{"-: binary data, not text (application/octet-stream)"}, ErrBinary, 0},
		{"line of 200 MB", huge("", ""), "", []string{"-: too large: more than 16 MiB"}, ErrTooLarge, 0},
		{"JSON line of 200 MB", huge(record+`{"text":"`, "\"}\n"+record), "", []string{"-#2: too large: a line of more than 16 MiB"}, ErrTooLarge, 2},
		{"JSON line without text", text(record + `{"title":"x"}` + "\n" + record), "", []string{`-#2: no text: the field "text" is missing`}, ErrNoText, 2},
		{"broken JSON line", text(record + `{"text":` + "\n" + record), "", []string{"-#2: not a JSON object: unexpected end of JSON input"}, nil, 2},
		{"JSON line that is null", text(record + "null\n"), "", []string{"-#2: not a JSON object"}, nil, 1},
		{"JSON line in Latin-1", text(record + "{\"text\":\"caf\xe9 au lait\"}\n"), "", []string{"-#2: invalid text encoding: byte 12 of the line (0xE9) is not UTF-8"}, ErrEncoding, 1},
		{"JSON array as lines", text("[\n" + record + "]"), "jsonl", []string{"-#1: not JSON lines: a line has to hold one whole object"}, nil, 0},
		{"JSON over many lines as lines", text("{\n\"text\": \"x\"\n}"), "jsonl", []string{"-#1: not JSON lines: a line has to hold one whole object"}, nil, 0},
		{"invalid UTF-8", text("The minister said \xff\xfe\xfa and left.\n"), "", []string{"-: invalid text encoding: byte 18 (0xFF) is not UTF-8 and no other encoding fits"}, ErrEncoding, 0},
		{"damaged UTF-8", text("The caf\xc3\x28 was closed – for good.\n"), "", []string{"-: invalid text encoding: byte 7 (0xC3) is not UTF-8 and no other encoding fits"}, ErrEncoding, 0},
		{"UTF-8 cut off", text("He said it in a caf\xc3"), "", []string{"-: invalid text encoding: byte 19 (0xC3) is not UTF-8 and no other encoding fits"}, ErrEncoding, 0},
		{"wrong mark", text("\xef\xbb\xbfcaf\xe9"), "", []string{"-: invalid text encoding: byte 3 (0xE9) is not UTF-8 though the byte order mark says so"}, ErrEncoding, 0},
		{"chance mark of UTF-16", text("\xff\xfeThe minister left the room in silence, again."), "", []string{"-: invalid text encoding: not UTF-16 or UTF-32 though its beginning says so"}, ErrEncoding, 0},
		{"page without text", text("<html><body><img src=x></body></html>"), "", []string{"-: no text: no article found on the page"}, ErrNoText, 0},
		{"CoNLL-U without tokens", text("# newdoc id = x\n"), "conllu", []string{"-: no text"}, ErrNoText, 0},
		{"page nested too deep", text("<html><body>" + strings.Repeat("<div>", 5000)), "", []string{"-: html: open stack of elements exceeds 512 nodes"}, nil, 0},
		{"read error", failingReader{}, "", []string{"-: input/output error"}, nil, 0},
		{"late read error", io.MultiReader(text(record), failingReader{}), "jsonl", []string{"-#2: input/output error"}, nil, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs, errs := readAll(t, Options{Stdin: c.input, Format: c.format}, "-")
			var got []string
			for _, err := range errs {
				got = append(got, err.Error())
				var in *InputError
				if !errors.As(err, &in) {
					t.Errorf("%v is no InputError", err)
				}
				if c.is != nil && !errors.Is(err, c.is) {
					t.Errorf("%v is not %v", err, c.is)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if len(docs) != c.docs {
				t.Errorf("%d documents, want %d", len(docs), c.docs)
			}
		})
	}
}

func TestBadFilesAmongGood(t *testing.T) {
	dir := writeFiles(t, map[string]string{"1.txt": sentence, "2.txt": "", "3.bin": "\x00\x01\x02", "4.txt": sentence, "5.txt": sentence})
	locked := filepath.Join(dir, "4.txt")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	wantErrs, wantDocs := []string{"2.txt: nothing in it", "3.bin: binary data, not text (application/octet-stream)", "4.txt: permission denied", "missing: no such file or directory"}, 2
	if f, err := os.Open(locked); err == nil { // root reads everything
		_ = f.Close()
		wantErrs, wantDocs = append(wantErrs[:2:2], wantErrs[3]), 3
	}
	docs, errs := readAll(t, Options{}, dir, filepath.Join(dir, "missing"))
	var got []string
	for _, err := range errs {
		got = append(got, strings.TrimPrefix(err.Error(), dir+string(filepath.Separator)))
	}
	if diff := cmp.Diff(wantErrs, got); diff != "" {
		t.Error(diff)
	}
	if len(docs) != wantDocs {
		t.Errorf("%d documents, want %d", len(docs), wantDocs)
	}
}

func TestReadStops(t *testing.T) {
	dir := writeFiles(t, map[string]string{"1.txt": sentence, "2.txt": sentence, "3.txt": sentence})
	r, err := NewReader(Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range r.Read(context.Background(), dir) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d documents after a break", n)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var errs []error
	n = 0
	for _, err := range r.Read(ctx, dir) {
		if err != nil {
			errs = append(errs, err)
		}
		n++
		cancel()
	}
	if n != 2 || len(errs) != 1 || !errors.Is(errs[0], context.Canceled) {
		t.Errorf("%d pairs, errors %v", n, errs)
	}
}

func TestOptionErrors(t *testing.T) {
	for _, o := range []Options{{Format: "docm"}, {Date: "yesterday"}} {
		if _, err := NewReader(o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

// bundle is a container for tests: members divided by lines of "%%%%X name",
// X being any one letter.
func bundle() Format {
	return Format{
		MediaType: "application/x-bundle", Name: "bundle",
		Sniff: func(head string) Confidence {
			if strings.HasPrefix(head, "%%%%") {
				return Sure
			}
			return No
		},
		Read: func(ctx context.Context, in *Input, yield Yield) {
			data, err := in.All()
			if err != nil {
				yield(nil, err)
				return
			}
			for member := range bytes.SplitSeq(data[6:], append([]byte("\n"), data[:6]...)) {
				name, body, _ := bytes.Cut(member, []byte("\n"))
				if !in.Member(ctx, string(name), bytes.NewReader(body), yield) {
					return
				}
			}
		},
	}
}

func TestContainer(t *testing.T) {
	registry, err := NewRegistry(append(Builtin(), bundle())...)
	if err != nil {
		t.Fatal(err)
	}
	input := "%%%%A a.txt\n" + sentence + "\n%%%%A ../../b.html\n<html><body><p>" + sentence + "\n%%%%A c.txt\n\n%%%%A d\n%%%%B inner.txt\n" + sentence
	read := func(depth int) (docs, errs []string) {
		r, err := NewReaderWith(registry, Options{Stdin: strings.NewReader(input), Limits: Limits{Depth: depth}})
		if err != nil {
			t.Fatal(err)
		}
		for d, err := range r.Read(context.Background(), "-") {
			if err != nil {
				errs = append(errs, err.Error())
				continue
			}
			checkDocument(t, d)
			docs = append(docs, d.Path+" "+d.MediaType)
		}
		return docs, errs
	}
	docs, errs := read(2)
	if diff := cmp.Diff([]string{"-#a.txt text/plain", "-#b.html text/html", "-#d#inner.txt text/plain"}, docs); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"-#c.txt: nothing in it"}, errs); diff != "" {
		t.Error(diff)
	}
	docs, errs = read(1)
	if len(docs) != 2 || len(errs) != 2 || errs[1] != "-#d#inner.txt: nested too deep: more than 1 levels" {
		t.Errorf("documents %v, errors %v", docs, errs)
	}
}
