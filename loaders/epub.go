package loaders

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strings"
)

const (
	epubType     = "application/epub+zip"
	containerXML = "META-INF/container.xml"
)

// epub reads a book in EPUB as one document: its chapters in reading order.
func epub() Format { return packageFormat(2, "epub", ".epub") }

func readEPUB(p *parts) (*Document, error) {
	book := epubBook{items: make(map[string]string)}
	err := p.tokens(containerXML, func(_ *xml.Decoder, t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "rootfile" {
			setIfEmpty(&book.root, attributeOf(e, "full-path"))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := p.tokens(book.root, book.token); err != nil {
		return nil, err
	}
	meta, err := p.properties(book.root)
	if err != nil {
		return nil, err
	}
	var c composer
	for _, id := range book.spine {
		name, ok := book.items[id]
		if !ok {
			continue // a chapter in a format that is no text
		}
		if err := addChapter(&c, p, name); err != nil {
			return nil, err
		}
		if int64(c.text.Len()) > p.text {
			return nil, fmt.Errorf("%w: more than %d MiB of text", ErrTooLarge, p.text>>20)
		}
	}
	doc, err := c.document(fileProperties{title: meta["title"], author: meta["creator"], source: meta["publisher"], language: meta["language"]})
	if err != nil {
		return nil, err
	}
	// Unlike those of other files this date is the one of publication.
	if date := metadataDate(meta["date"]); date != "" {
		doc.Date, doc.DateFrom = date, FromMetadata
	}
	if doc.Title = oneLine(meta["title"]); doc.Title == "" {
		doc.Notes = append(doc.Notes, "the book states no title")
	}
	return doc, nil
}

type epubBook struct {
	root  string
	items map[string]string // files of chapters by id
	spine []string          // ids in reading order
}

func (b *epubBook) token(_ *xml.Decoder, t xml.Token) error {
	e, ok := t.(xml.StartElement)
	switch {
	case !ok:
	case e.Name.Local == "item" && strings.Contains(attributeOf(e, "media-type"), "html") && !strings.Contains(attributeOf(e, "properties"), "nav"):
		href := attributeOf(e, "href")
		if plain, err := url.PathUnescape(href); err == nil {
			href = plain
		}
		b.items[attributeOf(e, "id")] = path.Join(path.Dir(b.root), href)
	case e.Name.Local == "itemref":
		b.spine = append(b.spine, attributeOf(e, "idref"))
	}
	return nil
}

func addChapter(c *composer, p *parts, name string) error {
	data, err := p.bytes(name)
	if err != nil {
		return err
	}
	page, err := decode(data, declaredEncoding(data))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := addFragment(c, page); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// addFragment adds the text of HTML that is nothing but the article.
func addFragment(c *composer, page string) error {
	root, err := parsePage(page)
	if err != nil {
		return err
	}
	markQuotations(root)
	writeHTML(c, root)
	return nil
}
