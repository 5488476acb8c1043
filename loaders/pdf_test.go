package loaders

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
)

// pdfOf makes a PDF of objects, the first of which is the catalogue.
func pdfOf(objects ...string) string {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.String()
}

func pdfPage(content string) string {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
}

func TestHostilePDF(t *testing.T) {
	whole, err := os.ReadFile("testdata/cases/ferry.pdf")
	if err != nil {
		t.Fatal(err)
	}
	show := "BT /F1 12 Tf 50 700 Td (" + strings.TrimSpace(sentence) + ") Tj ET"
	plain := pdfPage(show)
	if docs, errs := readAll(t, Options{Stdin: strings.NewReader(plain)}, "-"); len(docs) != 1 || len(errs) > 0 {
		t.Fatalf("the plain page: %d documents, %v", len(docs), errs)
	}
	circle := pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>")
	parents := strings.Replace(pdfPage(show), "/Parent 2 0 R", "/Parent 3 0 R", 1)
	start := strings.LastIndex(plain, "startxref")
	at := strings.TrimSpace(strings.TrimSuffix(plain[start+len("startxref"):], "%%EOF\n"))
	previous := strings.Replace(plain, "/Root", "/Prev "+at+"/Root", 1)
	table := func(dict string) string {
		return "%PDF-1.5\n1 0 obj\n<</Type/XRef" + dict + "/Length 10>>\nstream\n0123456789\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
	}
	read := func(s string) *strings.Reader { return strings.NewReader(s) }
	runHostile(t, []hostileCase{
		{"cut off", bytes.NewReader(whole[:len(whole)/2]), "", Limits{}, "not a PDF file: missing %%EOF", nil, 0},
		{"pages in a circle", read(circle), "", Limits{}, "more than 10000 pages or 64 levels", ErrTooLarge, 0},
		{"parents in a circle", read(strings.Replace(parents, "/Resources<<", "/Nothing!!<<", 1)), "", Limits{}, "references without end", nil, 0},
		{"table that leads to itself", read(previous), "", Limits{}, "references without end", nil, 0},
		{"table of a billion objects", read(strings.Replace(plain, "xref\n0 6", "xref\n999999999 6", 1)), "", Limits{}, "a cross-reference table of 999999999 objects", errMalformedPDF, 0},
		{"table behind a comment", read(strings.Replace(plain, "xref\n0 6", "xref%\n999999999 6", 1)), "", Limits{}, "a cross-reference table of 999999999 objects", errMalformedPDF, 0},
		{"stream of a billion objects", read(table("/Size 9999999999/W[1 2 1]")), "", Limits{}, "a cross-reference stream of 9999999999 objects", errMalformedPDF, 0},
		{"misleading name", read(table("/S#69ze 9999999999/W[1 2 1]")), "", Limits{}, "misleading", errMalformedPDF, 0},
		{"wide fields", read(table("/Size 2/W[1 999999999 1]")), "", Limits{}, "a cross-reference field of 999999999 bytes", errMalformedPDF, 0},
		{"wide rows", read(table("/Size 2/W[1 1 1]/DecodeParms<</Columns 999999999>>")), "", Limits{}, "/Columns 999999999", errMalformedPDF, 0},
		{"object stream inside itself", read(strings.Replace(table("/Size 2/W[1 1 1]/Root 1 0 R"), "0123456789", "\x00\x00\x00\x02\x01\x00....", 1)), "", Limits{}, "an object stream inside an object stream", errMalformedPDF, 0},
		{"nested arrays", read(pdfPage(strings.Repeat("[", 1_000_000))), "", Limits{}, "", nil, 0},
		{"long drawing", read(pdfPage(strings.Repeat("0 0 m ", 2<<20))), "", Limits{}, "more than 8 MiB unpacked", nil, 0},
		{"wrong operands", read(pdfPage("Q Q /F1 Tf (x) (y) Td")), "", Limits{}, "page 1 cannot be read", errMalformedPDF, 0},
		{"no text", read(pdfPage("0 0 10 10 re")), "", Limits{}, "no text on 1 pages; they may be pictures", ErrNoText, 0},
	})
}
