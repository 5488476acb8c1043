package loaders

import (
	"strings"

	"golang.org/x/net/html"
)

// htmlSkip holds the elements whose content is no text of the article.
var htmlSkip = wordSet("script style noscript template iframe svg math form button select textarea input nav aside footer head object embed video audio canvas map dialog menu")

// htmlBlocks holds the elements that begin and end a paragraph, with what they
// say of it.
var htmlBlocks = map[string]PartKind{
	"p": "", "div": "", "section": "", "article": "", "main": "", "body": "", "header": "", "blockquote": "", "pre": "", "address": "", "figure": "",
	"ul": "", "ol": "", "dl": "", "dt": "", "dd": "", "hr": "", "table": "", "tbody": "", "thead": "", "tr": Other, "details": "", "summary": "",
	"h1": Title, "h2": Heading, "h3": Heading, "h4": Heading, "h5": Heading, "h6": Heading,
	"li": ListItem, "figcaption": Caption, "caption": Caption,
}

// htmlWriter gathers inline text until a block ends.
type htmlWriter struct {
	out  *composer
	line strings.Builder
}

// writeHTML writes the text below n, a paragraph for each block element. A
// line break ends a paragraph when a sentence ends before it, as pages that
// use breaks for paragraphs do.
func writeHTML(c *composer, n *html.Node) {
	w := htmlWriter{out: c}
	w.node(n, "")
	w.flush("")
}

func (w *htmlWriter) flush(hint PartKind) {
	switch {
	case hint == Title && len(w.out.blocks) > 0:
		hint = Heading
	case hint == Other && prose(w.line.String()):
		hint = "" // a table that only places text on the page
	}
	w.out.add(w.line.String(), hint)
	w.line.Reset()
}

func (w *htmlWriter) node(n *html.Node, hint PartKind) {
	switch n.Type {
	case html.TextNode:
		w.line.WriteString(n.Data)
		return
	case html.CommentNode, html.DoctypeNode:
		return
	}
	kind, isBlock := htmlBlocks[n.Data]
	switch {
	case n.Type == html.ElementNode && htmlSkip[n.Data]:
		return
	case n.Type == html.ElementNode && n.Data == "br":
		if endsSentence(w.line.String()) {
			w.flush(hint)
		} else {
			w.line.WriteByte(' ')
		}
		return
	case n.Data == "td" || n.Data == "th":
		if strings.TrimSpace(w.line.String()) != "" {
			w.line.WriteString(" | ")
		}
	case isBlock:
		w.flush(hint)
		if kind != "" {
			hint = kind
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, hint)
	}
	if isBlock {
		w.flush(hint)
	}
}
