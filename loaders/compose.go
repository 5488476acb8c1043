package loaders

import (
	"strings"
	"unicode"
)

// composer builds the readable text of a marked-up document, paragraph by
// paragraph.
type composer struct {
	text   strings.Builder
	blocks []block
}

// add appends a paragraph. White space in it is folded; lines are kept apart
// only where the markup breaks them.
func (c *composer) add(paragraph string, hint PartKind) {
	paragraph = foldSpace(paragraph)
	if paragraph == "" {
		return
	}
	if c.text.Len() > 0 {
		c.text.WriteString("\n\n")
	}
	start := c.text.Len()
	c.text.WriteString(paragraph)
	c.blocks = append(c.blocks, block{start: start, end: c.text.Len(), hint: hint})
}

// foldSpace makes every run of white space one space and drops control
// characters, which no readable text has.
func foldSpace(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
