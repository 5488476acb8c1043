package loaders

import (
	"encoding/xml"
	"strconv"
	"strings"
)

const odtType = "application/vnd.oasis.opendocument.text"

// odt reads OpenDocument texts: their paragraphs with headings and lists.
// Notes, annotations and deleted text are left out.
func odt() Format { return packageFormat(1, "odt", ".odt") }

func readODT(p *parts) (*Document, error) {
	f := flow{limit: p.text}
	r := odtReader{flow: &f, parents: make(map[string]string)}
	err := p.tokens("content.xml", func(d *xml.Decoder, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			return r.start(d, t)
		case xml.EndElement:
			return r.end(t)
		case xml.CharData:
			f.write(string(t))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	meta := map[string]string{}
	if p.has("meta.xml") {
		if meta, err = p.properties("meta.xml"); err != nil {
			return nil, err
		}
	}
	return f.out.document(fileProperties{
		title: meta["title"], author: firstOf(meta["initial-creator"], meta["creator"]), language: meta["language"],
		created: metadataDate(firstOf(meta["creation-date"], meta["date"])),
	})
}

type odtReader struct {
	*flow
	parents map[string]string // named style of automatic ones
	lists   int               // open list items
}

func (r *odtReader) start(d *xml.Decoder, e xml.StartElement) error {
	switch e.Name.Local {
	case "style":
		if parent := attributeOf(e, "parent-style-name"); parent != "" {
			r.parents[attributeOf(e, "name")] = parent
		}
	case "p", "h":
		style := r.styleName(attributeOf(e, "style-name"))
		if e.Name.Local == "h" && styleKind(style) == "" {
			style = "heading " + attributeOf(e, "outline-level")
		}
		r.begin(style, r.lists > 0)
	case "list-item":
		r.lists++
	case "table-row":
		r.beginRow()
	case "s":
		n, _ := strconv.Atoi(attributeOf(e, "c"))
		r.write(strings.Repeat(" ", min(max(n, 1), 100)))
	case "tab":
		r.write(" ")
	case "line-break":
		r.lineBreak()
	case "annotation", "tracked-changes", "note", "sequence-decls", "forms", "desc", "title":
		return d.Skip()
	}
	return nil
}

func (r *odtReader) end(e xml.EndElement) error {
	switch e.Name.Local {
	case "p", "h":
		return r.flow.end()
	case "list-item":
		r.lists--
	case "table-row":
		r.endRow()
	}
	return nil
}

// styleName returns the name of a style as people see it: that of the named
// style behind an automatic one, with escaped characters resolved.
func (r *odtReader) styleName(name string) string {
	if parent, ok := r.parents[name]; ok {
		name = parent
	}
	return strings.ReplaceAll(name, "_20_", " ")
}
