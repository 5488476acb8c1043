package loaders

import (
	"fmt"
	"regexp"
	"strings"
)

// flow gathers the paragraphs of a word processor's document. Paragraphs may
// stand inside others, as those of text boxes do, and in table rows.
type flow struct {
	out   composer
	open  []flowParagraph // innermost last
	rows  [][]string      // paragraphs of the open table rows, innermost last
	limit int64           // bytes of text
}

type flowParagraph struct {
	text  strings.Builder
	style string
	list  bool
}

func (f *flow) begin(style string, list bool) {
	f.open = append(f.open, flowParagraph{style: style, list: list})
}

// current returns the innermost open paragraph, or nil.
func (f *flow) current() *flowParagraph {
	if len(f.open) == 0 {
		return nil
	}
	return &f.open[len(f.open)-1]
}

func (f *flow) write(s string) {
	if p := f.current(); p != nil {
		p.text.WriteString(s)
	}
}

// lineBreak ends a paragraph when a sentence ends before it.
func (f *flow) lineBreak() {
	p := f.current()
	switch {
	case p == nil:
	case endsSentence(p.text.String()):
		f.emit(p)
		p.text.Reset()
	default:
		p.text.WriteByte(' ')
	}
}

// end ends the innermost paragraph.
func (f *flow) end() error {
	if p := f.current(); p != nil {
		f.emit(p)
		f.open = f.open[:len(f.open)-1]
	}
	if int64(f.out.text.Len()) > f.limit {
		return fmt.Errorf("%w: more than %d MiB of text", ErrTooLarge, f.limit>>20)
	}
	return nil
}

func (f *flow) emit(p *flowParagraph) {
	text := p.text.String()
	if n := len(f.rows); n > 0 {
		f.rows[n-1] = append(f.rows[n-1], text)
		return
	}
	kind := styleKind(p.style)
	switch {
	case kind == Title && len(f.out.blocks) > 0:
		kind = Heading
	case kind == "" && p.list:
		kind = ListItem
	}
	f.out.add(text, kind)
}

func (f *flow) beginRow() { f.rows = append(f.rows, nil) }

// endRow writes the cells of a row as one line, but the prose of a table that
// only places text on the page as paragraphs.
func (f *flow) endRow() {
	n := len(f.rows) - 1
	if n < 0 {
		return
	}
	cells := f.rows[n]
	f.rows = f.rows[:n]
	var line []string
	flush := func() {
		f.add(strings.Join(line, " | "), Other)
		line = nil
	}
	for _, c := range cells {
		switch c = foldSpace(c); {
		case c == "":
		case prose(c):
			flush()
			f.add(c, "")
		default:
			line = append(line, c)
		}
	}
	flush()
}

// add writes a paragraph of a row, into the row around it if there is one.
func (f *flow) add(text string, kind PartKind) {
	if n := len(f.rows); n > 0 && text != "" {
		f.rows[n-1] = append(f.rows[n-1], text)
		return
	}
	f.out.add(text, kind)
}

var (
	headingStyle = regexp.MustCompile(`^heading(?:\b|\s*\d)|^(?:sub)?title\b`)
	titleStyle   = regexp.MustCompile(`^(?:title|heading ?1)$`)
)

// styleKind says what a paragraph style, by its English name, is for. The
// title styles count as the title only at the beginning.
func styleKind(style string) PartKind {
	style = strings.ToLower(style)
	switch {
	case titleStyle.MatchString(style):
		return Title
	case headingStyle.MatchString(style):
		return Heading
	case strings.HasPrefix(style, "caption"):
		return Caption
	case strings.HasPrefix(style, "list"):
		return ListItem
	}
	return ""
}

// fileProperties is what an office document says of itself. Its dates are
// those of the file, not of the article, and count only when the text has none.
type fileProperties struct {
	title, author, source, language string
	created                         Date
}

// document makes the document of the composed text.
func (c *composer) document(p fileProperties) (*Document, error) {
	doc := &Document{Text: c.text.String(), Author: cleanAuthor(p.author), Source: oneLine(p.source), Language: languageCode(p.language)}
	if !hasWords(doc.Text) {
		return nil, ErrNoText
	}
	// A title that the text does not show is often left over from another
	// document that served as a pattern.
	for _, b := range c.blocks[:min(len(c.blocks), 5)] {
		if sameWords(doc.Text[b.start:b.end], p.title) {
			doc.Title = oneLine(p.title)
		}
	}
	readStructure(doc, c.blocks)
	setIfEmpty(&doc.Title, oneLine(p.title))
	doc.setDate(p.created, FromMetadata)
	return doc, nil
}
