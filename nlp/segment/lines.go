package segment

import "github.com/kgbuild/kgbuild/nlp"

// Lines takes every line of a document as one sentence: it replaces the
// document's blocks by one block a line and returns the sentences, each in the
// block of its line. Lines without a token have a block and no sentence.
func Lines(doc *nlp.Document) []nlp.Sentence {
	doc.Blocks = lineBlocks(doc.Text)
	var out []nlp.Sentence
	for _, p := range Paragraphs(doc) {
		// A line is one paragraph, unless it holds paragraph separators.
		if last := len(out) - 1; last >= 0 && out[last].Block == p.Block {
			out[last].Tokens = append(out[last].Tokens, p.Tokens...)
			out[last].Span.End = p.Tokens[len(p.Tokens)-1].Span.End
			continue
		}
		out = append(out, p.Sentences(make([]bool, len(p.Tokens)))...)
	}
	return out
}

func lineBlocks(text *nlp.Text) []nlp.Block {
	var out []nlp.Block
	start, at := nlp.Offset(0), nlp.Offset(0)
	end := func() {
		out = append(out, nlp.Block{Span: nlp.Span{Start: start, End: at}, Kind: nlp.BodyBlock})
	}
	for _, r := range text.String() {
		if r == '\n' {
			end()
			start = at + 1
		}
		at++
	}
	if start < at {
		end()
	}
	return out
}
