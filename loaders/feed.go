package loaders

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"
)

// feed reads RSS and Atom feeds: each item that carries text is a document,
// named by its address or id.
func feed() Format {
	return Format{
		MediaType:  "application/rss+xml",
		Name:       "feed",
		Extensions: []string{".rss", ".atom", ".xml"},
		Sniff:      sniffFeed,
		Read:       readFeed,
	}
}

var feedStart = regexp.MustCompile(`(?is)\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:rss\b|rdf:RDF\b[^>]*purl\.org/rss|(?:\w+:)?feed\b[^>]*www\.w3\.org/2005/Atom)`)

func sniffFeed(head string) Confidence {
	if feedStart.MatchString(head) {
		return Sure + 5
	}
	return No
}

var xmlDeclaration = regexp.MustCompile(`\A\s*<\?xml[^>]*\?>`)

func readFeed(ctx context.Context, in *Input, yield Yield) {
	data, err := in.All()
	if err != nil {
		yield(nil, err)
		return
	}
	text, err := decode(data, in.encoding(data))
	if err != nil {
		yield(nil, err)
		return
	}
	text = xmlDeclaration.ReplaceAllString(text, "") // its encoding is no longer true
	parsed, err := parseFeed(text)
	if err != nil {
		yield(nil, err)
		return
	}
	for i, item := range parsed.Items {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		path := in.Path + "#" + oneLine(firstOf(item.Link, item.GUID, strconv.Itoa(i+1)))
		doc, err := readItem(in, parsed, item)
		if err != nil {
			err = failure(path, err)
		} else {
			doc.Path = path
			doc.Locator = firstOf(locatorOf(item.Link), in.part(oneLine(item.GUID)))
		}
		if !yield(doc, err) {
			return
		}
	}
}

// parseFeed contains what the parser makes of feeds from anywhere.
func parseFeed(text string) (f *gofeed.Feed, err error) {
	if err := boundedNesting(text); err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			f, err = nil, fmt.Errorf("feed: %v", r)
		}
	}()
	return gofeed.NewParser().ParseString(text)
}

// maxNesting is how deep the elements of a feed may be nested; the parser
// calls itself for each level.
const maxNesting = 512

func boundedNesting(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	depth := 0
	for {
		t, err := d.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("feed: %w", err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxNesting {
			return fmt.Errorf("%w: more than %d elements", ErrTooDeep, maxNesting)
		}
	}
}

func readItem(in *Input, f *gofeed.Feed, item *gofeed.Item) (*Document, error) {
	sha256 := hashOf([]byte(strings.Join([]string{item.GUID, item.Link, item.Title, item.Published, item.Updated, item.Content, item.Description}, "\x00")))
	if doc := in.known(sha256); doc != nil {
		return doc, nil
	}
	doc := &Document{SHA256: sha256, Title: plainHTML(item.Title), URL: strings.TrimSpace(item.Link), Language: languageCode(f.Language)}
	doc.Source = firstOf(plainHTML(f.Title), siteOf(doc.URL))
	doc.Author = cleanAuthor(strings.Join(feedAuthors(item, f), ", "))
	doc.setDate(metadataDate(item.Published), FromMetadata)
	doc.setDate(metadataDate(item.Updated), FromMetadata)
	var c composer
	c.add(doc.Title, Title)
	if err := addFragment(&c, firstOf(item.Content, item.Description)); err != nil {
		return nil, err
	}
	doc.Text = c.text.String()
	if len(c.blocks) == 0 || len(c.blocks) == 1 && doc.Title != "" || !hasWords(doc.Text) {
		return nil, fmt.Errorf("%w: the item has neither content nor a description", ErrNoText)
	}
	readStructure(doc, c.blocks)
	return doc, nil
}

func feedAuthors(item *gofeed.Item, f *gofeed.Feed) []string {
	people := item.Authors
	if len(people) == 0 {
		people = f.Authors
	}
	var out []string
	for _, p := range people {
		if p != nil && strings.TrimSpace(p.Name) != "" {
			out = append(out, oneLine(p.Name))
		}
	}
	return out
}

// plainHTML returns a line of text that may hold markup, without it.
func plainHTML(s string) string {
	var c composer
	if strings.ContainsAny(s, "<&") && addFragment(&c, s) == nil {
		s = c.text.String()
	}
	return foldSpace(strings.ToValidUTF8(s, ""))
}
