package loaders

import (
	"encoding/xml"
)

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// docx reads documents of Word and other word processors (ECMA-376): their
// paragraphs with headings and lists as the styles say. Deleted text, notes
// and field codes are left out.
func docx() Format { return packageFormat(0, "docx", ".docx") }

func readDOCX(p *parts) (*Document, error) {
	styles, err := docxStyles(p)
	if err != nil {
		return nil, err
	}
	f := flow{limit: p.text}
	err = p.tokens("word/document.xml", func(d *xml.Decoder, t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			return f.docxStart(d, t, styles)
		case xml.EndElement:
			switch t.Name.Local {
			case "p":
				return f.end()
			case "tr":
				f.endRow()
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	core := map[string]string{}
	if p.has("docProps/core.xml") {
		if core, err = p.properties("docProps/core.xml"); err != nil {
			return nil, err
		}
	}
	return f.out.document(fileProperties{
		title: core["title"], author: core["creator"], language: core["language"],
		created: metadataDate(core["created"]),
	})
}

func (f *flow) docxStart(d *xml.Decoder, e xml.StartElement, styles map[string]string) error {
	switch e.Name.Local {
	case "p":
		f.begin("", false)
	case "tr":
		f.beginRow()
	case "pStyle":
		if p := f.current(); p != nil {
			p.style = firstOf(styles[attributeOf(e, "val")], attributeOf(e, "val"))
		}
	case "numPr":
		if p := f.current(); p != nil {
			p.list = true
		}
	case "t":
		s, err := elementText(d)
		f.write(s)
		return err
	case "tab":
		f.write(" ")
	case "noBreakHyphen":
		f.write("-")
	case "br", "cr":
		f.lineBreak()
	case "del", "moveFrom", "Fallback", "pPrChange", "rPrChange", "instrText", "tabs":
		return d.Skip()
	}
	return nil
}

// elementText returns the characters up to the end of the element just begun.
func elementText(d *xml.Decoder) (string, error) {
	text, depth := []byte(nil), 1
	for depth > 0 {
		t, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.CharData:
			text = append(text, t...)
		}
	}
	return string(text), nil
}

// docxStyles returns the names of the paragraph styles by their ids, which
// differ between languages.
func docxStyles(p *parts) (map[string]string, error) {
	styles := make(map[string]string)
	if !p.has("word/styles.xml") {
		return styles, nil
	}
	id := ""
	err := p.tokens("word/styles.xml", func(_ *xml.Decoder, t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok {
			switch e.Name.Local {
			case "style":
				id = attributeOf(e, "styleId")
			case "name":
				if id != "" {
					styles[id] = attributeOf(e, "val")
					id = ""
				}
			}
		}
		return nil
	})
	return styles, err
}
