package loaders

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// markdown reads CommonMark with tables. Front matter between "---" lines
// gives metadata: title, date, author, source, url, lang.
func markdown() Format {
	return Format{
		MediaType:  "text/markdown",
		Name:       "markdown",
		Extensions: []string{".md", ".markdown", ".mdown"},
		Sniff:      sniffMarkdown,
		Read:       whole(readMarkdown),
	}
}

// The marks by which Markdown shows. Two kinds have to occur, since each alone
// is found in plain text.
var markdownMarks = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^#{1,6} \S`),
	regexp.MustCompile(`\[[^\]\n]+\]\([^)\s]+\)`),
	regexp.MustCompile(`\*\*[^*\n]+\*\*`),
	regexp.MustCompile("(?m)^```"),
	regexp.MustCompile(`(?m)^> \S`),
	regexp.MustCompile(`\A---\n(?:[a-zA-Z_-]+:.*\n)+---\n`),
}

func sniffMarkdown(head string) Confidence {
	marks := 0
	for _, m := range markdownMarks {
		if m.MatchString(head) {
			marks++
		}
	}
	if marks >= 2 {
		return Likely
	}
	return Possible - 1 // with a fitting name more than plain text
}

var markdownParser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

func readMarkdown(_ *Input, data []byte) (*Document, error) {
	raw, err := decode(data, nil)
	if err != nil {
		return nil, err
	}
	doc := new(Document)
	source := []byte(doc.frontMatter(raw))
	var c composer
	writeMarkdown(&c, markdownParser.Parse(text.NewReader(source)), source, "")
	if doc.Text = c.text.String(); !hasWords(doc.Text) {
		return nil, ErrNoText
	}
	readStructure(doc, c.blocks)
	return doc, nil
}

// frontMatter takes the metadata at the head of a Markdown file and returns
// the rest.
func (d *Document) frontMatter(s string) string {
	body, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s
	}
	head, rest, ok := strings.Cut(body, "\n---\n")
	if !ok {
		return s
	}
	fields, err := unmarshalYAML(head)
	if err != nil || len(fields) == 0 {
		return s
	}
	record := record{fields: fields, doc: d}
	record.fill(Fields{}.withDefaults())
	if lang, ok := fields["lang"].(string); ok {
		setIfEmpty(&d.Language, languageCode(lang))
	}
	return rest
}

// writeMarkdown writes the blocks below n. Code is no prose and becomes
// boilerplate; raw HTML is left out.
func writeMarkdown(c *composer, n ast.Node, source []byte, hint PartKind) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch b := child.(type) {
		case *ast.Heading:
			kind := Heading
			if b.Level == 1 && len(c.blocks) == 0 {
				kind = Title
			}
			c.add(inlineText(b, source), kind)
		case *ast.Paragraph, *ast.TextBlock:
			kind := hint
			if onlyImage(child) {
				kind = Caption
			}
			c.add(inlineText(child, source), kind)
		case *ast.ListItem:
			writeMarkdown(c, b, source, ListItem)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			c.add(string(b.Lines().Value(source)), Other)
		case *ast.HTMLBlock:
		case *east.TableRow, *east.TableHeader:
			var cells []string
			for cell := b.FirstChild(); cell != nil; cell = cell.NextSibling() {
				cells = append(cells, inlineText(cell, source))
			}
			c.add(strings.Join(cells, " | "), Other)
		default:
			writeMarkdown(c, child, source, hint)
		}
	}
}

// onlyImage reports whether a paragraph is nothing but a picture, whose text
// then is a caption.
func onlyImage(n ast.Node) bool {
	_, image := n.FirstChild().(*ast.Image)
	return image && n.ChildCount() == 1
}

// inlineText returns the text below n without markup.
func inlineText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch t := n.(type) {
		case *ast.Text:
			b.Write(t.Segment.Value(source))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(t.Value)
		case *ast.AutoLink:
			b.Write(t.Label(source))
		case *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return unescapeMarkdown(footnoteMark.ReplaceAllString(b.String(), ""))
}

var footnoteMark = regexp.MustCompile(`\[\^[^\]\s]{1,20}\]`)

var markdownEscape = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescapeMarkdown resolves backslash escapes and character references, which
// the parser leaves in text segments.
func unescapeMarkdown(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	return unescapeHTML(markdownEscape.ReplaceAllString(s, "$1"))
}
