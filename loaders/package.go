package loaders

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// packageKind is a document format whose files are zip archives with XML
// inside.
type packageKind struct {
	mediaType string
	mark      string // a name or text near the beginning that shows it
	main      string // a file that every package of the kind has
	mime      string // content of its file "mimetype", when it has one
	read      func(p *parts) (*Document, error)
}

var packageKinds = []packageKind{
	{docxType, "word/", "word/document.xml", "", readDOCX},
	{odtType, "mimetype" + odtType, "content.xml", odtType, readODT},
	{epubType, "mimetype" + epubType, containerXML, epubType, readEPUB},
}

func packageFormat(kind int, name, extension string) Format {
	k := packageKinds[kind]
	return Format{
		MediaType:  k.mediaType,
		Name:       name,
		Extensions: []string{extension},
		Magic: func(head []byte) Confidence {
			if sniffZip(head) > No && bytes.Contains(head, []byte(k.mark)) && (k.mime != "" || bytes.Contains(head, []byte("[Content_Types].xml"))) {
				return Sure + 5
			}
			return No
		},
		Read: func(_ context.Context, in *Input, yield Yield) {
			s, err := in.spool(fileLimit(in))
			if err != nil {
				yield(nil, err)
				return
			}
			defer s.close()
			z, err := openZip(s, in.Options.Limits)
			if err != nil {
				yield(nil, err)
				return
			}
			readPackage(k, in, s, z, yield)
		},
	}
}

// fileLimit is how large the file of one document may be: pictures and fonts
// make it larger than its text.
func fileLimit(in *Input) int64 { return 8 * in.Options.Limits.Document }

// packageKindOf tells what kind of package an archive is, if it is any.
func packageKindOf(z *zip.Reader) (packageKind, bool) {
	p := parts{zip: z, limit: 1 << 10}
	mime, _ := p.bytes("mimetype")
	for _, k := range packageKinds {
		if p.has(k.main) && strings.TrimSpace(string(mime)) == k.mime {
			return k, true
		}
	}
	return packageKind{}, false
}

func readPackage(k packageKind, in *Input, s *spooled, z *zip.Reader, yield Yield) {
	sha256, err := s.hash()
	if err != nil {
		yield(nil, err)
		return
	}
	doc := in.known(sha256)
	if doc == nil {
		doc, err = k.read(&parts{zip: z, limit: 4 * in.Options.Limits.Document, text: in.Options.Limits.Document})
	}
	if err != nil {
		yield(nil, err)
		return
	}
	doc.Path, doc.SHA256, doc.MediaType = in.Path, sha256, k.mediaType
	yield(doc, nil)
}

// parts reads the files of a package.
type parts struct {
	zip   *zip.Reader
	limit int64 // bytes of one file
	text  int64 // bytes of the whole text
}

var errNoPart = errors.New("damaged document")

func (p *parts) has(name string) bool { return p.file(name) != nil }

func (p *parts) file(name string) *zip.File {
	for _, f := range p.zip.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

func (p *parts) open(name string) (io.ReadCloser, error) {
	f := p.file(name)
	if f == nil {
		return nil, fmt.Errorf("%w: %s is missing", errNoPart, name)
	}
	return f.Open()
}

func (p *parts) bytes(name string) ([]byte, error) {
	r, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, p.limit+1))
	if err == nil && int64(len(data)) > p.limit {
		err = fmt.Errorf("%w: more than %d MiB in %s", ErrTooLarge, p.limit>>20, name)
	}
	return data, err
}

// tokens calls visit for each XML token of a file, in order.
func (p *parts) tokens(name string, visit func(d *xml.Decoder, t xml.Token) error) error {
	r, err := p.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(&tagReader{r: r, name: name, left: p.limit})
	d.CharsetReader = charset.NewReaderLabel
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = visit(d, t)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}

// maxTag bounds the length of one XML tag, whose attributes the decoder
// collects in memory.
const maxTag = 1 << 20

// tagReader stops an XML file that is too long or has a tag that is.
type tagReader struct {
	r      io.Reader
	name   string
	left   int64
	inside int // bytes since the "<" of an open tag; 0 outside
}

func (t *tagReader) Read(b []byte) (int, error) {
	n, err := t.r.Read(b)
	if t.left -= int64(n); t.left < 0 {
		return 0, fmt.Errorf("%w: %s", ErrTooLarge, t.name)
	}
	for _, c := range b[:n] {
		switch {
		case c == '>':
			t.inside = 0
		case c == '<' || t.inside > 0:
			t.inside++
		}
		if t.inside > maxTag {
			return 0, fmt.Errorf("%w: a tag of more than %d MiB", ErrTooLarge, maxTag>>20)
		}
	}
	return n, err
}

// properties returns the texts of an XML file's elements by local name; of
// several with one name, joined by ", ".
func (p *parts) properties(name string) (map[string]string, error) {
	out := make(map[string]string)
	local := ""
	err := p.tokens(name, func(_ *xml.Decoder, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			local = t.Name.Local
		case xml.EndElement:
			local = ""
		case xml.CharData:
			if s := oneLine(string(t)); s != "" && local != "" && len(out[local])+len(s) < maxProperty {
				if out[local] != "" {
					s = out[local] + ", " + s
				}
				out[local] = s
			}
		}
		return nil
	})
	return out, err
}

// maxProperty bounds what one property of a document may hold.
const maxProperty = 4 << 10

func attributeOf(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
