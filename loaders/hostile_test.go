package loaders

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// hostileCase is an input made to do harm, and what has to come of it.
type hostileCase struct {
	name   string
	input  io.Reader
	format string
	limits Limits
	want   string // in the only error, or in the last one; none when empty
	is     error
	docs   int // at most
}

// runHostile reads each input. One that is read without end runs into the time
// limit of go test; how long the others take depends on the machine.
func runHostile(t *testing.T, cases []hostileCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			docs, errs := readAll(t, Options{Stdin: c.input, Format: c.format, Limits: c.limits}, "-")
			if len(docs) > c.docs {
				t.Errorf("%d documents, at most %d expected", len(docs), c.docs)
			}
			if c.want == "" {
				return
			}
			if len(errs) == 0 {
				t.Fatalf("no error; %d documents", len(docs))
			}
			last := errs[len(errs)-1]
			if !strings.Contains(last.Error(), c.want) {
				t.Errorf("got %q, want %q in it", last, c.want)
			}
			if c.is != nil && !errors.Is(last, c.is) {
				t.Errorf("%v is not %v", last, c.is)
			}
		})
	}
}

// lines is JSON lines that are nearly all empty, so that a streaming format
// reads on as long as it may.
func lines(n int) string {
	return `{"text":"` + strings.TrimSpace(sentence) + `"}` + strings.Repeat("\n"+strings.Repeat(" ", 999), n/1000)
}

func gzipOf(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.Bytes()
}

func zstdOf(t *testing.T, s string) []byte {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return z.EncodeAll([]byte(s), nil)
}

// overlapping makes an archive whose directory names the same packed bytes
// many times.
func overlapping(t *testing.T, content string, times int) []byte {
	t.Helper()
	one := zipOf(t, map[string]string{"a.txt": content})
	end := bytes.LastIndex(one, []byte("PK\x05\x06"))
	at := int(binary.LittleEndian.Uint32(one[end+16:]))
	entry := one[at:end]
	out := append(bytes.Clone(one[:at]), bytes.Repeat(entry, times)...)
	tail := bytes.Clone(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(times))
	binary.LittleEndian.PutUint16(tail[10:], uint16(times))
	binary.LittleEndian.PutUint32(tail[12:], uint32(times*len(entry)))
	return append(out, tail...)
}

func encryptedZip(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "a.txt", Flags: 1, CompressedSize64: 5, UncompressedSize64: 5})
	if err == nil {
		_, err = io.WriteString(w, "abcde")
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, headers ...*tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, h := range headers {
		content := ""
		if h.Typeflag == tar.TypeReg {
			content = sentence
			h.Size = int64(len(content))
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHostileArchives(t *testing.T) {
	data := func(b []byte) io.Reader { return bytes.NewReader(b) }
	many := make(map[string]string)
	for i := range 20 {
		many[fmt.Sprintf("%02d.txt", i)] = sentence
	}
	nested := []byte(sentence)
	for range 6 {
		nested = zipOf(t, map[string]string{"inner": string(nested)})
	}
	packed := []byte(sentence)
	for range 6 {
		packed = gzipOf(string(packed))
	}
	wide := zipOf(t, map[string]string{"a.zip": string(zipOf(t, many)), "b.zip": string(zipOf(t, many))})
	names := make(map[string]string)
	for i := range 20_000 {
		names[fmt.Sprintf("%060d.txt", i)] = ""
	}
	broken := zipOf(t, map[string]string{"a.txt": strings.Repeat(sentence, 100)})
	broken[60] ^= 0xff
	const size = 48 << 20
	runHostile(t, []hostileCase{
		{"zip bomb", data(zipOf(t, map[string]string{"a.jsonl": lines(size)})), "", Limits{}, "too large: unpacks to more than 250 times its size; the rest is not read", ErrTooLarge, 1},
		{"gzip bomb", data(gzipOf(lines(size))), "", Limits{}, "unpacks to more than 250 times its size", ErrTooLarge, 1},
		{"zstd bomb", data(zstdOf(t, lines(size))), "", Limits{}, "unpacks to more than 250 times its size", ErrTooLarge, 1},
		{"bomb as one text", data(gzipOf(strings.Repeat("a ", size/2))), "", Limits{}, "too large: more than 16 MiB", ErrTooLarge, 0},
		{"much unpacked", data(gzipOf(lines(size))), "", Limits{Unpacked: 1 << 20, Ratio: 1 << 30}, "unpacks to more than 1 MiB", ErrTooLarge, 1},
		{"overlapping files", data(overlapping(t, strings.Repeat("\n", 1<<20), 200)), "", Limits{}, "unpacks to more than 250 times its size", ErrTooLarge, 0},
		{"nested zip", data(nested), "", Limits{}, "-#inner#inner#inner#inner#inner: nested too deep: more than 4 levels", ErrTooDeep, 0},
		{"nested gzip", data(packed), "", Limits{}, "nested too deep: more than 4 levels", ErrTooDeep, 0},
		{"many files", data(zipOf(t, many)), "", Limits{Members: 10}, "-: too large: more than 10 files in it; the rest is not read", ErrTooLarge, 10},
		{"many files in archives", data(wide), "", Limits{Members: 30}, "more than 30 files in it", ErrTooLarge, 29},
		{"huge directory", data(zipOf(t, names)), "", Limits{Members: 1}, "too large: the archive's directory", ErrTooLarge, 0},
		{"encrypted", data(encryptedZip(t)), "", Limits{}, "-#a.txt: encrypted", nil, 0},
		{"damaged file", data(broken), "", Limits{}, "-#a.txt: ", nil, 0},
		{"half a zip", data(nested[:len(nested)/2]), "", Limits{}, "-: damaged archive: zip: not a valid zip file", nil, 0},
		{"half a gzip", data(gzipOf(sentence)[:40]), "", Limits{}, "unexpected EOF", nil, 0},
		{"half a tar", data(tarOf(t, &tar.Header{Name: "a.txt", Mode: 0o600, Typeflag: tar.TypeReg})[:530]), "", Limits{}, "unexpected EOF", nil, 0},
		{"large window", strings.NewReader("\x28\xb5\x2f\xfd\x00\xb0" + strings.Repeat("x", 100)), "", Limits{}, "window", nil, 0},
	})
}

// Names that lead out of an archive, and links, reach nothing outside.
func TestHostileNames(t *testing.T) {
	regular := func(name string) *tar.Header { return &tar.Header{Name: name, Mode: 0o600, Typeflag: tar.TypeReg} }
	archive := tarOf(t, regular("/etc/shadow"), regular("../../../x.txt"), regular(`..\..\y.txt`), regular("a\x1b[31m\n.txt"), regular(".ssh/id"),
		&tar.Header{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"},
		&tar.Header{Name: "hard", Typeflag: tar.TypeLink, Linkname: "/etc/passwd"},
		&tar.Header{Name: "pipe", Typeflag: tar.TypeFifo},
		&tar.Header{Name: "disk", Typeflag: tar.TypeBlock})
	docs, errs := readAll(t, Options{Stdin: bytes.NewReader(archive)}, "-")
	var got []string
	for _, d := range docs {
		got = append(got, d.Path)
	}
	want := "-#etc/shadow -#x.txt -#y.txt -#a\uFFFD[31m\uFFFD.txt"
	if s := strings.Join(got, " "); s != want || len(errs) != 0 {
		t.Errorf("got %q, errors %v", s, errs)
	}
}

// entityBomb declares entities that would expand to a billion words.
func entityBomb(root, rest string) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<!DOCTYPE " + root + " [<!ENTITY e0 \"word \">")
	for i := range 9 {
		fmt.Fprintf(&b, "<!ENTITY e%d %q>", i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	return b.String() + "]>" + rest
}

func docxOf(t *testing.T, document string) io.Reader {
	t.Helper()
	return bytes.NewReader(zipOf(t, map[string]string{"[Content_Types].xml": "<Types/>", "word/document.xml": document}))
}

func epubOf(t *testing.T, book, chapter string) io.Reader {
	t.Helper()
	return bytes.NewReader(zipOf(t, map[string]string{
		"mimetype": epubType, containerXML: `<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>`, "b.opf": book, "c.html": chapter,
	}))
}

func TestHostileXML(t *testing.T) {
	text := func(s string) io.Reader { return strings.NewReader(s) }
	paragraph := "<p><t>" + strings.TrimSpace(sentence) + "</t></p>"
	deep := strings.Repeat("<a>", 1_000_000)
	item := "<rss version='2.0'><channel><item><title>x</title><description>"
	chapters := `<package><manifest><item id="c" href="c.html" media-type="application/xhtml+xml"/></manifest><spine>`
	runHostile(t, []hostileCase{
		{"entities in DOCX", docxOf(t, entityBomb("d", "<d><p><t>&e9;</t></p></d>")), "", Limits{}, "-: word/document.xml: XML syntax error on line 2: invalid character entity &e9;", nil, 0},
		{"entities in ODT", bytes.NewReader(zipOf(t, map[string]string{"mimetype": odtType, "content.xml": entityBomb("d", "<d><p>&e9;</p></d>")})), "", Limits{}, "invalid character entity &e9;", nil, 0},
		{"entities in a feed", text(entityBomb("rss", item+"&e9;</description></item></channel></rss>")), "", Limits{}, "", nil, 1},
		{"external entity", docxOf(t, `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><p><t>&x;</t></p></d>`), "", Limits{}, "invalid character entity &x;", nil, 0},
		{"nested DOCX", docxOf(t, "<d>"+deep), "", Limits{}, "unexpected EOF", nil, 0},
		{"nested paragraphs", docxOf(t, "<d>"+strings.Repeat("<p>", 1_000_000)), "", Limits{}, "unexpected EOF", nil, 0},
		{"nested feed", text("<rss version='2.0'><channel><item>" + deep), "", Limits{}, "nested too deep: more than 512 elements", ErrTooDeep, 0},
		{"feed with nested page", text(item + strings.Repeat("&lt;div&gt;", 5000) + "</description></item></channel></rss>"), "", Limits{}, "-#1: html: open stack of elements exceeds 512 nodes", nil, 0},
		{"long tag", docxOf(t, "<d a='"+strings.Repeat("x", 2<<20)+"'>"), "", Limits{}, "a tag of more than 1 MiB", ErrTooLarge, 0},
		{"long XML", docxOf(t, "<d>"+strings.Repeat("<x/>", 100_000)+paragraph+"</d>"), "", Limits{Document: 64 << 10}, "too large: word/document.xml", ErrTooLarge, 0},
		{"long text", docxOf(t, "<d>"+strings.Repeat(paragraph, 1500)+"</d>"), "", Limits{Document: 64 << 10}, "too large: more than 0 MiB of text", ErrTooLarge, 0},
		{"no document", bytes.NewReader(zipOf(t, map[string]string{"[Content_Types].xml": "", "word/x": ""})), "docx", Limits{}, "damaged document: word/document.xml is missing", nil, 0},
		{"book that repeats itself", epubOf(t, chapters+strings.Repeat(`<itemref idref="c"/>`, 10_000)+"</spine></package>", "<p>"+strings.Repeat(sentence, 1000)), "", Limits{}, "more than 16 MiB of text", ErrTooLarge, 0},
		{"book without chapters", epubOf(t, "<package/>", ""), "", Limits{}, "-: no text", ErrNoText, 0},
		{"book without its chapter", epubOf(t, strings.Replace(chapters, "c.html", "../../d.html", 1)+`<itemref idref="c"/></spine></package>`, ""), "", Limits{}, "../../d.html is missing", nil, 0},
	})
}

func TestHostilePages(t *testing.T) {
	var cases []hostileCase
	for _, tag := range []string{"div", "b", "font", "p", "table", "svg", "q", "blockquote", "a href=x", "ul><li", "select", "template", "math", "button", "nobr"} {
		page := "<html><body>" + strings.Repeat("<"+tag+">", 1_000_000) + sentence
		cases = append(cases, hostileCase{tag, strings.NewReader(page), "", Limits{}, "-: too large: a page of more than 100000 tags", ErrTooLarge, 0})
	}
	runHostile(t, cases)
}

func TestHostileRecords(t *testing.T) {
	text := func(s ...string) io.Reader {
		var all []io.Reader
		for _, s := range s {
			all = append(all, strings.NewReader(s))
		}
		return io.MultiReader(all...)
	}
	record := `{"text":"` + strings.TrimSpace(sentence) + `"}`
	row := "1," + strings.TrimSpace(sentence) + "\n"
	endless := func(head, repeat string) io.Reader {
		return io.MultiReader(strings.NewReader(head), io.LimitReader(&repeating{text: repeat}, 1<<30))
	}
	mailHeader := "From: a@b\nSubject: x\nDate: 1 May 2020\nMIME-Version: 1.0\n"
	nested := mailHeader + "Content-Type: multipart/mixed; boundary=b0\n\n"
	for i := range 100 {
		nested += fmt.Sprintf("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i+1)
	}
	runHostile(t, []hostileCase{
		{"cells without end", endless("id,text\n", ","), "csv", Limits{}, "a row of more than 1048576 cells", ErrTooLarge, 0},
		{"row without end", endless("id,text\n1,\"", "word "), "csv", Limits{}, "a row of more than 16 MiB", ErrTooLarge, 0},
		{"header without end", endless("id", ",text"), "csv", Limits{}, "a row of more than 1048576 cells", ErrTooLarge, 0},
		{"stray quote", text("id,text\n"+row+"2,a \"b\" c\n", row), "csv", Limits{}, "-#3: not a table row: bare \" in non-quoted", nil, 2},
		{"NUL in a table", text("id,text\n1,\x00\x00\n" + row), "csv", Limits{}, "-#2: no text", nil, 1},
		{"nested JSON", text("[" + strings.Repeat("[", 1_000_000)), "json", Limits{}, "exceeded max depth", nil, 0},
		{"nested JSON object", text(strings.Repeat(`{"a":`, 1_000_000)), "json", Limits{}, "exceeded max depth", nil, 0},
		{"string without end", endless(`[`+record+`,{"text":"`, "word "), "json", Limits{}, "-#2: too large: more than 16 MiB", ErrTooLarge, 1},
		{"array cut off", text("[" + record), "json", Limits{}, "-: the end of the array is missing: not valid JSON: it breaks off", nil, 1},
		{"object cut off", text("{\n" + record[1:20]), "json", Limits{}, "-#1: not valid JSON: it breaks off", nil, 0},
		{"array of no objects", text("[1, null, \"x\", " + record + "]"), "json", Limits{}, "-#3: not a JSON object", nil, 1},
		{"no comma", text("[" + record + record + "]"), "json", Limits{}, "not valid JSON at byte", nil, 1},
		{"nested mail", text(nested), "eml", Limits{}, "nested too deep: more than 20 levels", ErrTooDeep, 0},
		{"endless mail header", endless(mailHeader+"X-A: ", "word\n "), "eml", Limits{}, "too large", ErrTooLarge, 0},
		{"mail without boundary", text(mailHeader + "Content-Type: multipart/mixed\n\n--x\n\nWords.\n"), "eml", Limits{}, "-: ", nil, 0},
		{"large message in a mailbox", text("From a Thu Apr  6 22:15:00 2023\n"+mailHeader+"\n", strings.Repeat(sentence, 2000), "\n\nFrom b Thu Apr  6 22:15:00 2023\n"+mailHeader+"\n"+sentence), "", Limits{Document: 64 << 10}, "-#1: too large", ErrTooLarge, 1},
		{"line without end in a mailbox", endless("From a Thu Apr  6 22:15:00 2023\n"+mailHeader+"\n", "word "), "", Limits{}, "-#1: too large: a line of more than 16 MiB", ErrTooLarge, 0},
	})
}

// repeating gives a text over and over.
type repeating struct {
	text string
	at   int
}

func (r *repeating) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.text[r.at]
		r.at = (r.at + 1) % len(r.text)
	}
	return len(p), nil
}

func TestHostileCrawls(t *testing.T) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>" + sentence + "</p></body></html>"
	record := func(length, block string) string {
		return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2023-04-08T10:00:00Z\r\n" + length + "\r\n\r\n" + block + "\r\n\r\n"
	}
	length := func(n int) string { return fmt.Sprintf("Content-Length: %d", n) }
	good := record(length(len(page)), page)
	packed := strings.Replace(page, "\r\n\r\n<", "\r\nContent-Encoding: gzip\r\n\r\n<", 1)
	head, _, _ := strings.Cut(packed, "<html>")
	bomb := head + string(gzipOf("<html><body>"+strings.Repeat("<p>word word</p>", 2<<20)))
	text := func(s string) io.Reader { return strings.NewReader(s) }
	runHostile(t, []hostileCase{
		{"length too long", text(record(length(len(page)+1_000_000), page)), "", Limits{}, "-#1: the record breaks off: ", nil, 1},
		{"length too short", text(record(length(len(page)-30), page) + good), "", Limits{}, "-#2: the record before has a wrong length", nil, 2},
		{"length too short at the end", text(record(length(len(page)-30), page)), "", Limits{}, "-#2: the record before has a wrong length", nil, 1},
		{"length negative", text(record("Content-Length: -5", page) + good), "", Limits{}, "-#2: the record before has a wrong length", nil, 1},
		{"length no number", text(record("Content-Length: 99999999999999999999", page)), "", Limits{}, "wrong length", nil, 0},
		{"length huge", text(record("Content-Length: 9223372036854775807", page)), "", Limits{}, "the record breaks off", nil, 1},
		{"no length", text(record("X: y", page)), "", Limits{}, "wrong length", nil, 0},
		{"header cut off", text(good[:60]), "", Limits{}, "-#1: the record's header breaks off", nil, 0},
		{"header without end", io.MultiReader(text("WARC/1.0\r\n"), io.LimitReader(&repeating{text: "a: b\r\n"}, 1<<20)), "", Limits{}, "", nil, 0},
		{"packed bomb", text(record(length(len(bomb)), bomb) + good), "", Limits{}, "-#http://a.example/: too large: more than 16 MiB", ErrTooLarge, 1},
		{"large page", io.MultiReader(text("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 104857600\r\n\r\n"+head), io.LimitReader(&repeating{text: "<p>word"}, 104857600-int64(len(head))), text("\r\n\r\n"+good)), "", Limits{}, "-#http://a.example/: too large", ErrTooLarge, 1},
		{"unknown packing", text(record(length(len(page)+24), strings.Replace(page, "\r\n\r\n<", "\r\nContent-Encoding: br\r\n\r\n~", 1))), "", Limits{}, `the content encoding "br" is not supported`, nil, 0},
		{"empty records", text(strings.Repeat(record("Content-Length: 0", ""), 1000) + good), "", Limits{}, "", nil, 1},
	})
}
