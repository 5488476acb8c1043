package loaders

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
)

// htmlPage reads the main text of a page, found by go-trafilatura, and what
// the page says of itself in schema.org, OpenGraph and other metadata.
func htmlPage() Format {
	return Format{
		MediaType:  "text/html",
		Name:       "html",
		Extensions: []string{".html", ".htm", ".xhtml"},
		Sniff:      sniffHTML,
		Read:       whole(readHTML),
	}
}

var (
	htmlStart = regexp.MustCompile(`(?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article)\b`)
	htmlTags  = regexp.MustCompile(`(?i)</?(?:p|div|span|br|a|h[1-6]|ul|li|table|article|section|body|head)\b[^>]*>`)
)

func sniffHTML(head string) Confidence {
	switch {
	case htmlStart.MatchString(head):
		return Sure
	case strings.HasPrefix(strings.TrimSpace(head), "<") && len(htmlTags.FindAllStringIndex(head, 6)) >= 6:
		return Likely
	}
	return No
}

var declaredCharset = regexp.MustCompile(`(?i)<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// encoding returns the encoding that the server names, or else the page, or
// nil.
func (in *Input) encoding(data []byte) encoding.Encoding {
	if in.charset != "" {
		if e, _ := charset.Lookup(in.charset); e != nil {
			return e
		}
	}
	return declaredEncoding(data)
}

// declaredEncoding returns the encoding that the page names, or nil.
func declaredEncoding(data []byte) encoding.Encoding {
	m := declaredCharset.FindSubmatch(data[:min(len(data), 4<<10)])
	if m == nil {
		return nil
	}
	e, _ := charset.Lookup(string(m[1]))
	return e
}

func readHTML(in *Input, data []byte) (*Document, error) {
	page, err := decode(data, in.encoding(data))
	if err != nil {
		return nil, err
	}
	root, err := parsePage(page)
	if err != nil {
		return nil, err
	}
	doc := new(Document)
	meta := readPageMetadata(root)
	markQuotations(root)
	meta.fill(doc)
	content := mainContent(root, doc)
	var c composer
	if doc.Title != "" {
		c.add(doc.Title, Title)
	}
	writeHTML(&c, content)
	if len(c.blocks) > 1 && sameWords(c.text.String()[c.blocks[0].start:c.blocks[0].end], c.text.String()[c.blocks[1].start:c.blocks[1].end]) {
		c = withoutSecond(c)
	}
	if doc.Text = c.text.String(); len(c.blocks) == 0 || len(c.blocks) == 1 && doc.Title != "" || !hasWords(doc.Text) {
		return nil, fmt.Errorf("%w: no article found on the page", ErrNoText)
	}
	doc.Title = "" // found again as the first block, with the site's name cut off
	readStructure(doc, c.blocks)
	setIfEmpty(&doc.Title, meta.title)
	setIfEmpty(&doc.Source, siteOf(doc.URL))
	return doc, nil
}

// maxTags bounds the tags of a page. The time that the extractor takes grows
// faster than their number; a long article has some thousands.
const maxTags = 100_000

// parsePage parses a page that does not have too many tags. The parser itself
// refuses what is nested too deep.
func parsePage(page string) (*html.Node, error) {
	if strings.Count(page, "<") > maxTags {
		return nil, fmt.Errorf("%w: a page of more than %d tags", ErrTooLarge, maxTags)
	}
	return html.Parse(strings.NewReader(page))
}

// markQuotations writes the quotation marks that browsers put around <q>, so
// that the words stay recognisable as quoted.
func markQuotations(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		markQuotations(c)
	}
	if n.Type == html.ElementNode && n.Data == "q" {
		n.InsertBefore(&html.Node{Type: html.TextNode, Data: "“"}, n.FirstChild)
		n.AppendChild(&html.Node{Type: html.TextNode, Data: "”"})
		n.Data, n.DataAtom = "span", atom.Span
	}
}

// withoutSecond drops the second block, a headline repeated by the page.
func withoutSecond(c composer) composer {
	var out composer
	text := c.text.String()
	for i, b := range c.blocks {
		if i != 1 {
			out.add(text[b.start:b.end], b.hint)
		}
	}
	return out
}

// mainContent returns the node that holds the article. Small pages, of which
// the extractor makes nothing, are taken whole.
func mainContent(root *html.Node, doc *Document) *html.Node {
	found, err := extract(root)
	if err == nil && found.ContentNode != nil && len(strings.TrimSpace(found.ContentText)) >= minContent {
		setIfEmpty(&doc.Title, oneLine(found.Metadata.Title))
		setIfEmpty(&doc.Author, strings.ReplaceAll(found.Metadata.Author, "; ", ", "))
		setIfEmpty(&doc.Source, found.Metadata.Sitename)
		setIfEmpty(&doc.URL, found.Metadata.URL)
		return found.ContentNode
	}
	for _, tag := range []string{"article", "main", "body"} {
		if n := findElement(root, tag); n != nil {
			return n
		}
	}
	return root
}

// minContent is how many bytes the extractor has to find to be believed.
const minContent = 100

// extract runs the extractor. It handles pages from anywhere, and a page that
// makes it fail must not end the reading of the others.
func extract(root *html.Node) (result *trafilatura.ExtractResult, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("main text: %v", r)
		}
	}()
	return trafilatura.ExtractDocument(root, trafilatura.Options{
		EnableFallback:  true,
		ExcludeComments: true,
		// Only dates that the page states; the date of some sentence on it is
		// not the article's.
		HtmlDateMode: trafilatura.Disabled,
	})
}

func findElement(n *html.Node, tag string) *html.Node {
	if n.Type == html.ElementNode && n.Data == tag {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := findElement(c, tag); found != nil {
			return found
		}
	}
	return nil
}

func unescapeHTML(s string) string { return html.UnescapeString(s) }
