package loaders

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/ledongthuc/pdf"
)

// pdfFile reads the text of a PDF: lines are put back into paragraphs,
// running heads and page numbers are boilerplate. Pages that are only
// pictures have no text.
func pdfFile() Format {
	return Format{
		MediaType:  "application/pdf",
		Name:       "pdf",
		Extensions: []string{".pdf"},
		Magic:      magic("%PDF-"),
		Read: func(_ context.Context, in *Input, yield Yield) {
			s, err := in.spool(fileLimit(in))
			if err != nil {
				yield(nil, err)
				return
			}
			defer s.close()
			data, err := io.ReadAll(io.NewSectionReader(s, 0, s.size))
			if err != nil {
				yield(nil, err)
				return
			}
			sha256 := hashOf(data)
			doc := in.known(sha256)
			if doc == nil {
				doc, err = readPDF(data, in.Options.Limits.Document)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			doc.Path, doc.SHA256 = in.Path, sha256
			yield(doc, nil)
		},
	}
}

// The bounds of a PDF file. Reads are counted instead of time, so that the
// same file gives the same result on a busy machine.
const (
	maxPages       = 10_000
	maxPageTree    = 64      // levels
	maxPageContent = 8 << 20 // bytes of drawing instructions on a page
	maxFontTable   = 4 << 20 // bytes
	maxReads       = 1 << 20 // of the file, for opening it and for each page
	maxStack       = 1 << 10 // nested calls of the parser
	maxPageNotes   = 5
)

var errMalformedPDF = errors.New("malformed PDF")

func readPDF(data []byte, limit int64) (doc *Document, err error) {
	data = normalisePDF(data)
	if err := checkPDF(data); err != nil {
		return nil, err
	}
	source := &guardedPDF{data: bytes.NewReader(data), left: maxReads}
	var reader *pdf.Reader
	var pages []pdf.Page
	var info pdf.Value
	if err := contained(source, func() error {
		var err error
		if reader, err = pdf.NewReader(source, int64(len(data))); err != nil {
			return err
		}
		info = reader.Trailer().Key("Info")
		pages, err = collectPages(nil, reader.Trailer().Key("Root").Key("Pages"), 0)
		return err
	}); err != nil {
		if errors.Is(err, pdf.ErrInvalidPassword) {
			return nil, errors.New("encrypted")
		}
		return nil, err
	}
	var l pdfLayout
	var notes []string
	failed := 0
	for i, page := range pages {
		var glyphs []pdf.Text
		source.left = maxReads
		if err := contained(source, func() error {
			if err := checkPage(page); err != nil {
				return err
			}
			glyphs = page.Content().Text
			return nil
		}); err != nil {
			if failed++; failed <= maxPageNotes {
				notes = append(notes, oneLine(fmt.Sprintf("page %d cannot be read: %v", i+1, err)))
			}
			continue
		}
		if l.addPage(glyphs); l.size > limit {
			return nil, fmt.Errorf("%w: more than %d MiB of text", ErrTooLarge, limit>>20)
		}
	}
	if failed > 0 && failed == len(pages) {
		return nil, fmt.Errorf("%w: %s", errMalformedPDF, notes[0])
	}
	c := l.compose()
	if !l.readable() {
		return nil, fmt.Errorf("%w: the fonts do not say which characters they show", ErrNoText)
	}
	var p fileProperties
	if err := contained(source, func() error { p = pdfProperties(info); return nil }); err != nil {
		p = fileProperties{}
	}
	if doc, err = c.document(p); err != nil {
		return nil, fmt.Errorf("%w: no text on %d pages; they may be pictures", err, len(pages))
	}
	doc.Notes = append(doc.Notes, notes...)
	return doc, nil
}

// contained runs what calls the parser, which ends in a panic for much that
// is malformed.
func contained(source *guardedPDF, f func() error) (err error) {
	defer func() {
		r := recover()
		switch {
		case source.err != nil:
			err = source.err
		case r != nil:
			err = fmt.Errorf("%w: %v", errMalformedPDF, r)
		}
	}()
	return f()
}

// guardedPDF gives the parser the file, until it has read too often, as it
// does in circles of references, or has called itself too often.
type guardedPDF struct {
	data  io.ReaderAt
	left  int
	err   error
	stack [maxStack]uintptr
}

func (g *guardedPDF) ReadAt(p []byte, off int64) (int, error) {
	switch g.left--; {
	case g.err != nil:
	case off < 0:
		return 0, io.EOF
	case g.left < 0:
		g.err = fmt.Errorf("%w: references without end", errMalformedPDF)
	case runtime.Callers(1, g.stack[:]) == maxStack:
		g.err = fmt.Errorf("%w: %w", errMalformedPDF, ErrTooDeep)
	}
	if g.err != nil {
		return 0, g.err
	}
	return g.data.ReadAt(p, off)
}

// collectPages walks the tree of pages.
func collectPages(pages []pdf.Page, node pdf.Value, depth int) ([]pdf.Page, error) {
	kids := node.Key("Kids")
	for i := range kids.Len() {
		if depth >= maxPageTree || len(pages) >= maxPages {
			return nil, fmt.Errorf("%w: more than %d pages or %d levels of them", ErrTooLarge, maxPages, maxPageTree)
		}
		kid := kids.Index(i)
		if kid.Key("Kids").IsNull() {
			pages = append(pages, pdf.Page{V: kid})
			continue
		}
		var err error
		if pages, err = collectPages(pages, kid, depth+1); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// checkPage unpacks what the parser will hold in memory, to see how large it
// is.
func checkPage(page pdf.Page) error {
	contents := page.V.Key("Contents")
	streams := []pdf.Value{contents}
	for i := range min(contents.Len(), maxPageContent) {
		streams = append(streams, contents.Index(i))
	}
	if err := measure(streams, maxPageContent); err != nil {
		return err
	}
	fonts := page.Resources().Key("Font")
	for _, name := range fonts.Keys() {
		if err := measure([]pdf.Value{fonts.Key(name).Key("ToUnicode")}, maxFontTable); err != nil {
			return err
		}
	}
	return nil
}

func measure(streams []pdf.Value, limit int64) error {
	var size int64
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		n, _ := io.Copy(io.Discard, io.LimitReader(s.Reader(), limit+1))
		if size += n; size > limit {
			return fmt.Errorf("%w: more than %d MiB unpacked", ErrTooLarge, limit>>20)
		}
	}
	return nil
}

func pdfProperties(info pdf.Value) fileProperties {
	text := func(key string) string { return foldSpace(strings.ToValidUTF8(info.Key(key).Text(), "")) }
	title := text("Title")
	if lower := strings.ToLower(title); strings.HasPrefix(lower, "microsoft word") || strings.HasPrefix(lower, "untitled") {
		title = ""
	}
	return fileProperties{title: title, author: text("Author"), created: metadataDate(strings.TrimPrefix(text("CreationDate")+"T", "D:"))}
}
