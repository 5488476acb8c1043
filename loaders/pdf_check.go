package loaders

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// normalisePDF cuts off what lies behind the end of the file and lets the
// parser read version 2, whose changes do not concern text.
func normalisePDF(data []byte) []byte {
	if end := bytes.LastIndex(data, []byte("%%EOF")); end >= 0 {
		data = data[: end+len("%%EOF") : end+len("%%EOF")]
	}
	if bytes.HasPrefix(data, []byte("%PDF-2.")) && len(data) > 8 {
		data = append([]byte("%PDF-1.7"), data[8:]...)
	}
	return data
}

// maxObjects is how many objects a PDF may have; the parser makes a table of
// as many as the file states.
const maxObjects = 4 << 20

// maxXrefStreams is how many times a file may have been revised.
const maxXrefStreams = 1000

var (
	escapedName   = regexp.MustCompile(`/(?:[A-Za-z]|#[0-9A-Fa-f]{2})*#[0-9A-Fa-f]{2}(?:[A-Za-z]|#[0-9A-Fa-f]{2})*`)
	pdfComment    = regexp.MustCompile(`%[^\r\n]*`)
	pdfColumns    = regexp.MustCompile(`/(?:Columns|Colors)\s*(\d+)`)
	xrefStream    = regexp.MustCompile(`/XRef\b`)
	xrefSize      = regexp.MustCompile(`/Size\s*\+?(\d+)`)
	xrefWidths    = regexp.MustCompile(`/W\s*\[([^\]]*)\]`)
	xrefIndex     = regexp.MustCompile(`/Index\s*\[([^\]]*)\]`)
	xrefPredictor = regexp.MustCompile(`/Predictor\s*1\d`)
	pdfNames      = wordSet("XRef Size W Index Columns Colors Predictor")
)

// checkPDF looks for what would make the parser ask for more memory than there
// is or call itself without end, which cannot be caught once it happens.
func checkPDF(data []byte) error {
	for _, m := range escapedName.FindAll(data, -1) {
		if pdfNames[unescapeName(string(m[1:]))] {
			return fmt.Errorf("%w: the name %.40q is spelled in a misleading way", errMalformedPDF, m)
		}
	}
	for _, m := range pdfColumns.FindAllSubmatch(data, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > 1<<20 {
			return fmt.Errorf("%w: %.40s", errMalformedPDF, m[0])
		}
	}
	if err := checkTables(data); err != nil {
		return err
	}
	inside := make(map[int]int) // object streams of packed objects
	streams := xrefStream.FindAllIndex(data, maxXrefStreams+1)
	if len(streams) > maxXrefStreams {
		return fmt.Errorf("%w: more than %d cross-reference streams", errMalformedPDF, maxXrefStreams)
	}
	for _, at := range streams {
		if err := checkXrefStream(data, at[0], inside); err != nil {
			return err
		}
	}
	for _, stream := range inside {
		if _, packed := inside[stream]; packed {
			return fmt.Errorf("%w: an object stream inside an object stream", errMalformedPDF)
		}
	}
	return nil
}

func unescapeName(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '#' && i+2 < len(s) {
			if c, err := hex.DecodeString(s[i+1 : i+3]); err == nil {
				b.Write(c)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// checkTables reads the classic cross-reference tables: "xref", then sections
// that begin with the first object's number and their length.
func checkTables(data []byte) error {
	for {
		i := bytes.Index(data, []byte("xref"))
		if i < 0 {
			return nil
		}
		data = data[i+len("xref"):]
		rest := data
		var numbers []int // since the last entry, which ends with "n" or "f"
		for {
			var field []byte
			field, rest = pdfToken(rest)
			if n, err := strconv.Atoi(string(field)); err == nil {
				// Of three numbers in a row the first two begin a section.
				if numbers = append(numbers, n); len(numbers) == 3 {
					if most := max(numbers[0], numbers[1]); most > maxObjects {
						return fmt.Errorf("%w: a cross-reference table of %d objects", errMalformedPDF, most)
					}
					numbers = numbers[2:]
				}
				continue
			}
			if numbers = nil; string(field) != "n" && string(field) != "f" {
				break
			}
		}
		data = rest
	}
}

// pdfToken returns what stands before the next white space, comments aside,
// and what follows it.
func pdfToken(data []byte) (token, rest []byte) {
	for {
		data = bytes.TrimLeft(data, " \t\r\n\f\x00")
		if len(data) == 0 || data[0] != '%' {
			break
		}
		end := bytes.IndexAny(data, "\r\n")
		if end < 0 {
			return nil, nil
		}
		data = data[end:]
	}
	end := bytes.IndexAny(data[:min(len(data), 64)], " \t\r\n\f\x00%")
	if end < 0 {
		end = min(len(data), 64)
	}
	return data[:end], data[end:]
}

// checkXrefStream decodes the cross-reference stream whose type stands at an
// offset, and adds the objects it has in object streams.
func checkXrefStream(data []byte, at int, inside map[int]int) error {
	start := max(bytes.LastIndex(data[:at], []byte("obj")), 0)
	length := bytes.Index(data[at:], []byte("stream"))
	if length < 0 {
		return nil
	}
	dict := pdfComment.ReplaceAll(data[start:at+length], []byte(" "))
	body := data[at+length+len("stream"):]
	body = bytes.TrimPrefix(bytes.TrimPrefix(body, []byte("\r")), []byte("\n"))
	size := numbersOf(xrefSize, dict)
	index, widths := numbersOf(xrefIndex, dict), numbersOf(xrefWidths, dict)
	if len(index) == 0 && len(size) == 1 {
		index = []int{0, size[0]}
	}
	for _, n := range append(size, index...) {
		if n < 0 || n > maxObjects {
			return fmt.Errorf("%w: a cross-reference stream of %d objects", errMalformedPDF, n)
		}
	}
	width := 0
	for _, w := range widths {
		if w < 0 || w > 8 {
			return fmt.Errorf("%w: a cross-reference field of %d bytes", errMalformedPDF, w)
		}
		width += w
	}
	if len(widths) < 3 || width == 0 {
		return nil
	}
	table := body
	if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
		table, _ = io.ReadAll(io.LimitReader(z, 20*maxObjects))
	}
	row, up := width, xrefPredictor.Match(dict)
	if up {
		row++
	}
	last := make([]byte, row)
	for i := 0; i+1 < len(index); i += 2 {
		for object := index[i]; object < index[i]+index[i+1] && len(table) >= row; object++ {
			entry := bytes.Clone(table[:row])
			table = table[row:]
			if up {
				for j := range entry {
					entry[j] += last[j]
				}
				copy(last, entry)
				entry = entry[1:]
			}
			if kind, stream := entry[:widths[0]], entry[widths[0]:widths[0]+widths[1]]; bigEndian(kind) == 2 {
				inside[object] = bigEndian(stream)
			}
		}
	}
	return nil
}

func bigEndian(b []byte) int {
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

func numbersOf(form *regexp.Regexp, dict []byte) []int {
	m := form.FindSubmatch(dict)
	if m == nil {
		return nil
	}
	var out []int
	for _, f := range bytes.Fields(m[1]) {
		n, err := strconv.Atoi(string(f))
		if err != nil {
			n = -1
		}
		out = append(out, n)
	}
	return out
}
