package segment

import (
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// tokenise cuts a paragraph that begins at base into tokens.
func tokenise(text string, base nlp.Offset) []nlp.Token {
	norm := normalise(text)
	chunks := findChunks(norm)
	c := &cutter{norm: norm, places: make([]state, len(norm)+1)}
	for i, k := range chunks {
		c.places[k.start] = cut
		c.places[k.end] = cut
		var next chunk
		if i+1 < len(chunks) {
			next = chunks[i+1]
		}
		c.cutChunk(k, next)
	}
	c.adopt(proposeCuts(norm, chunks))
	return c.tokens(text, chunks, base)
}

// adopt gives the places that no rule has decided to prose.
func (c *cutter) adopt(proposed []bool) {
	for i, p := range proposed {
		if p {
			c.set(i, cut)
		}
	}
}

// tokens reads the tokens off the places.
func (c *cutter) tokens(text string, chunks []chunk, base nlp.Offset) []nlp.Token {
	tokens := make([]nlp.Token, 0, len(chunks)+len(chunks)/4)
	at, pos := 0, 0 // byte in text, code point
	for _, k := range chunks {
		for ; pos < k.start; pos++ {
			at += width(text[at:])
		}
		for pos < k.end {
			start, from := pos, at
			for pos == start || pos < k.end && c.places[pos] != cut && c.places[pos] != clitic {
				at += width(text[at:])
				pos++
			}
			tokens = append(tokens, nlp.Token{
				Span:       nlp.Span{Start: base + nlp.Offset(start), End: base + nlp.Offset(pos)},
				Form:       strings.ToValidUTF8(text[from:at], "\ufffd"),
				Head:       nlp.Root,
				SpaceAfter: pos == k.end && (pos == len(c.norm) || c.norm[pos] == ' '),
				Continues:  start > k.start && c.places[start] == clitic,
			})
		}
	}
	return tokens
}

func width(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}
