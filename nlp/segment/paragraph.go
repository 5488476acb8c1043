package segment

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// Paragraph is a stretch of a document that sentences do not leave.
type Paragraph struct {
	Block  int // index in the document's blocks, -1 when it has none
	Tokens []nlp.Token
	// Prior is for each token the log odds that a sentence begins with it, as
	// far as punctuation and capitals tell.
	Prior []float32
}

// Paragraphs divides the document's blocks at blank lines and cuts them into
// tokens. A document without blocks is one block. Paragraphs without a token
// are left out. It never fails: text in other languages or without any order
// is cut at white space and punctuation.
func Paragraphs(doc *nlp.Document) []Paragraph {
	var out []Paragraph
	add := func(block int, span nlp.Span) {
		for _, p := range blankLines(doc.Text, span) {
			tokens := tokenise(doc.Text.Slice(p), p.Start)
			if len(tokens) > 0 {
				out = append(out, Paragraph{block, tokens, priors(tokens)})
			}
		}
	}
	if len(doc.Blocks) == 0 {
		add(-1, doc.Text.All())
	}
	for i, b := range doc.Blocks {
		add(i, b.Span)
	}
	return out
}

// blankLines returns the stretches of span between blank lines: a line end,
// then nothing but white space, then another line end.
func blankLines(text *nlp.Text, span nlp.Span) []nlp.Span {
	var out []nlp.Span
	start, at, lines := span.Start, span.Start, 0
	for _, r := range text.Slice(span) {
		switch {
		case r == '\n', r == '\u2029':
			lines++
		case normalRune(r) == ' ':
		default:
			if lines > 1 {
				out = append(out, nlp.Span{Start: start, End: at})
				start = at
			}
			lines = 0
		}
		at++
	}
	return append(out, nlp.Span{Start: start, End: at})
}

// Starts guesses for each token whether a sentence begins with it: where that is
// likelier than not.
func (p *Paragraph) Starts() []bool {
	out := make([]bool, len(p.Prior))
	for i, odds := range p.Prior {
		out[i] = odds > 0
	}
	return out
}

// Sentences cuts the paragraph before every token for which starts is true.
// starts has the length of p.Tokens.
func (p *Paragraph) Sentences(starts []bool) []nlp.Sentence {
	var out []nlp.Sentence
	from := 0
	for i := 1; i <= len(p.Tokens); i++ {
		if i < len(p.Tokens) && !starts[i] {
			continue
		}
		out = append(out, nlp.Sentence{
			Span:   nlp.Span{Start: p.Tokens[from].Span.Start, End: p.Tokens[i-1].Span.End},
			Block:  p.Block,
			Tokens: p.Tokens[from:i:i],
		})
		from = i
	}
	return out
}

// Sentences divides a document into sentences of tokens by the guess that
// punctuation and capitals give, for use without a model.
func Sentences(doc *nlp.Document) []nlp.Sentence {
	var out []nlp.Sentence
	for _, p := range Paragraphs(doc) {
		out = append(out, p.Sentences(p.Starts())...)
	}
	return out
}
