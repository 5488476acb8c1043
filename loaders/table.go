package loaders

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// table reads comma-separated values (RFC 4180), and those separated by tabs,
// semicolons or bars. The first row names the columns; each other row is a
// document, whose fields [Fields] names.
func table() Format {
	return Format{
		MediaType:  "text/csv",
		Name:       "csv",
		Extensions: []string{".csv", ".tsv", ".tab"},
		Sniff: func(head string) Confidence {
			_, c := tableDelimiter(head)
			return c
		},
		Read: readTable,
	}
}

// maxCells bounds the cells of one row, for each of which memory is needed.
const maxCells = 1 << 20

// rowReader gives the bytes of a table and keeps those of the row being read.
// A row that is too long or has too many cells ends the reading.
type rowReader struct {
	r         io.Reader
	limit     int64
	delimiter byte
	row       []byte
	start     int64 // offset of row
	cells     int
}

func (r *rowReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.row = append(r.row, p[:n]...)
	for _, b := range p[:n] {
		if b == r.delimiter {
			r.cells++
		}
	}
	switch {
	case int64(len(r.row)) > r.limit:
		return 0, fmt.Errorf("%w: a row of more than %d MiB; the rest is not read", ErrTooLarge, r.limit>>20)
	case r.cells > maxCells:
		return 0, fmt.Errorf("%w: a row of more than %d cells; the rest is not read", ErrTooLarge, maxCells)
	}
	return n, err
}

// next returns the bytes of the row that ends at an offset of the table.
func (r *rowReader) next(end int64) []byte {
	n := min(int(end-r.start), len(r.row))
	row := append([]byte(nil), r.row[:n]...)
	r.row = append(r.row[:0], r.row[n:]...)
	r.start, r.cells = end, strings.Count(string(r.row), string(r.delimiter))
	return row
}

func readTable(ctx context.Context, in *Input, yield Yield) {
	head, _ := in.Body.Peek(headSize)
	body := utf8Body(in, head)
	delimiter, _ := tableDelimiter(decodeHead(head))
	source := &rowReader{r: body, limit: in.Options.Limits.Document, delimiter: byte(delimiter)}
	rows := newTableReader(source, delimiter)
	header, err := rows.Read()
	if err != nil {
		yield(nil, tableError(err))
		return
	}
	t := tableRows{header: make([]string, len(header))}
	for i, name := range header {
		t.header[i] = oneLine(strings.ToValidUTF8(name, "\uFFFD"))
	}
	if t.names, err = t.columns(in.Options.Fields); err != nil {
		yield(nil, err)
		return
	}
	source.next(rows.InputOffset())
	for ctx.Err() == nil {
		cells, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		var line int
		var syntax *csv.ParseError
		switch {
		case err == nil:
			line, _ = rows.FieldPos(0)
		case errors.As(err, &syntax):
			line = syntax.StartLine
		default:
			yield(nil, err)
			return
		}
		path := fmt.Sprintf("%s#%d", in.Path, line)
		raw := source.next(rows.InputOffset())
		var doc *Document
		if err == nil {
			if doc = in.known(hashOf(raw)); doc == nil {
				doc, err = t.document(cells, raw)
			}
		}
		if err != nil {
			err = failure(path, tableError(err))
		} else {
			doc.Path = path
		}
		if !yield(doc, err) {
			return
		}
	}
	yield(nil, ctx.Err())
}

func newTableReader(r io.Reader, delimiter rune) *csv.Reader {
	c := csv.NewReader(r)
	c.Comma = delimiter
	c.FieldsPerRecord = -1
	c.ReuseRecord = true
	// Tables with tabs often use quotation marks as plain characters.
	c.LazyQuotes = delimiter == '\t'
	return c
}

// tableError drops the line number, which the path holds.
func tableError(err error) error {
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not a table row: %w", syntax.Err)
	}
	return err
}

// utf8Body returns the bytes of the input without a byte order mark, UTF-16
// decoded. Cells in other encodings are decoded one by one.
func utf8Body(in *Input, head []byte) io.Reader {
	e, mark := byteOrderMark(head)
	if e == nil {
		e = unmarkedUTF16(head)
	}
	_, _ = in.Body.Discard(len(mark))
	if e == nil || e == unicode.UTF8 {
		return in.Body
	}
	return e.NewDecoder().Reader(in.Body)
}

// tableRows makes documents of the rows of one table.
type tableRows struct {
	header []string
	names  Fields
}

// columns returns the names of the fields as the header spells them. A table
// without the text column is an error that lists what there is.
func (t *tableRows) columns(f Fields) (Fields, error) {
	found := false
	spell := func(name *string) {
		for _, h := range t.header {
			if h == *name {
				return
			}
		}
		for _, h := range t.header {
			if strings.EqualFold(h, *name) {
				*name = h
				return
			}
		}
	}
	for _, name := range []*string{&f.Text, &f.Title, &f.Date, &f.Author, &f.Source, &f.URL, &f.Language} {
		spell(name)
	}
	for _, h := range t.header {
		found = found || h == f.Text
	}
	if !found {
		shown := strings.Join(t.header[:min(len(t.header), 20)], ", ")
		return f, fmt.Errorf("%w: there is no column %q; the columns are %s", ErrNoText, f.Text, shown)
	}
	return f, nil
}

func (t *tableRows) document(cells []string, raw []byte) (*Document, error) {
	if len(cells) != len(t.header) {
		return nil, fmt.Errorf("the row has %d cells, the header %d", len(cells), len(t.header))
	}
	fields := make(map[string]any, len(cells))
	for i, cell := range cells {
		if !utf8.ValidString(cell) {
			decoded, err := decodeBytes([]byte(cell), nil)
			if err != nil {
				return nil, fmt.Errorf("column %q: %w", t.header[i], err)
			}
			cell = decoded
		}
		if _, twice := fields[t.header[i]]; !twice {
			fields[t.header[i]] = cell
		}
	}
	return recordDocument(fields, raw, t.names)
}
