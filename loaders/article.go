package loaders

import (
	"regexp"
	"strings"
	"unicode"
)

// An article's structure is recognised in passes over its blocks. Each pass
// only looks at blocks that no earlier pass has understood:
//
//  1. what a block says of itself: navigation, "Source: …", dates, bylines,
//     photo credits, labels such as "Read also" (article_line.go, article_byline.go);
//  2. the body: the first and the last block of prose;
//  3. what only the place explains: readers' comments and prayers that run to
//     the end, the headline, datelines, an author's name under the article
//     (article_head.go, article_tail.go);
//  4. the rest: headings, list items, paragraphs.

// block is a paragraph of a text, or a line that stands by itself.
type block struct {
	start, end int      // bytes of the text, without white space at the ends
	hint       PartKind // what markup says it is; empty when there is none
	kind       PartKind // what it is found to be; empty until then
	pieces     []Part   // in bytes, when the block has several functions
	label      bool     // a related label whose items follow as blocks
}

// article is a text whose structure is being recognised.
type article struct {
	text        string
	blocks      []block
	doc         *Document
	first, last int // blocks of prose that begin and end the body; first is -1 without one
}

// readStructure divides the document's text into parts and fills in what the
// article says of itself and the document does not know yet.
func readStructure(doc *Document, blocks []block) {
	a := &article{text: doc.Text, blocks: blocks, doc: doc}
	for i := range a.blocks {
		a.classifyLine(i)
	}
	a.findBody()
	a.readComments()
	a.readAddition()
	a.findBody()
	a.readHead()
	a.readTail()
	a.readMiddle()
	a.readDate()
	doc.Parts = a.parts()
}

func (a *article) str(i int) string { return a.text[a.blocks[i].start:a.blocks[i].end] }

func (a *article) open(i int) bool { return a.blocks[i].kind == "" && a.blocks[i].pieces == nil }

// findBody sets the first and the last block of prose that is not understood
// as anything else.
func (a *article) findBody() {
	a.first, a.last = -1, -1
	for i := range a.blocks {
		if a.open(i) && a.blocks[i].hint != Title && a.blocks[i].hint != Heading && prose(a.str(i)) {
			if a.first < 0 {
				a.first = i
			}
			a.last = i
		}
	}
}

// readMiddle names everything that is still open.
func (a *article) readMiddle() {
	related := false // after "Related articles" and the like
	for i := range a.blocks {
		b := &a.blocks[i]
		if !a.open(i) {
			related = related && b.kind == Related || b.label
			continue
		}
		s := a.str(i)
		isProse := prose(s)
		switch {
		case related && !isProse:
			b.kind = Related
			continue
		case b.hint == Title && a.first < 0:
			a.setTitle(i)
		case b.hint == Title:
			b.kind = Heading
		case b.hint != "":
			b.kind = b.hint
		case listItem.MatchString(s):
			b.kind = ListItem
		case a.first >= 0 && i > a.first && i < a.last && headingLike(s) && !a.insideSentence(i):
			b.kind = Heading
			if a.foreignHeadline(s) {
				b.kind = Related
			}
		default:
			b.kind = Body
		}
		related = false
	}
}

// The lengths, in words, above which nothing is a headline or a heading.
const (
	maxTitleWords   = 40
	maxHeadingWords = 20
)

var innerSentence = regexp.MustCompile(`\p{Ll}[.!?]["”’)]?\s+["“‘(]?\p{Lu}`)

// headingLike recognises a heading among paragraphs: short, and no sentence
// ends in it or with it.
func headingLike(s string) bool {
	return !endsSentence(s) && wordCount(s) <= maxHeadingWords && !innerSentence.MatchString(s)
}

// insideSentence reports whether block i and a neighbour are one sentence, as
// in texts that break off at links: a block begins in lower case.
func (a *article) insideSentence(i int) bool {
	lower := func(j int) bool {
		r, _ := decodeAt(a.text, a.blocks[j].start)
		return unicode.IsLower(r)
	}
	return lower(i) || i+1 < len(a.blocks) && lower(i+1)
}

// foreignHeadline recognises the headline of another article between the
// paragraphs of this one: as long as a headline, and in title case though the
// article's own headline is not.
func (a *article) foreignHeadline(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’-.", r) })
	title := a.doc.Title
	return title != "" && !titleCase(title) && strings.ToUpper(title) != title && len(words) >= 8 && titleCase(s)
}

// parts lists the blocks and their pieces in code points.
func (a *article) parts() []Part {
	var out []Part
	at, point := 0, 0
	toPoint := func(b int) int {
		for range a.text[at:b] {
			point++
		}
		at = b
		return point
	}
	add := func(start, end int, kind PartKind) {
		for start < end && isSpaceAt(a.text, start) {
			_, size := decodeAt(a.text, start)
			start += size
		}
		trimmed := strings.TrimRightFunc(a.text[start:end], unicode.IsSpace)
		if trimmed == "" {
			return
		}
		s := toPoint(start)
		out = append(out, Part{s, toPoint(start + len(trimmed)), kind})
	}
	for _, b := range a.blocks {
		if b.pieces == nil {
			add(b.start, b.end, b.kind)
			continue
		}
		for _, p := range b.pieces {
			add(p.Start, p.End, p.Kind)
		}
	}
	return out
}
