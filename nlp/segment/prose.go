package segment

import (
	"bytes"

	"github.com/jdkato/prose/v2"
)

// maxProseChunk is the longest chunk that prose is shown. Its time grows with
// the square of a chunk's length: 20,000 quotation marks in a row take it seven
// seconds.
const maxProseChunk = 60

// proposeCuts asks prose where the normalised paragraph should be cut inside
// its chunks: cuts[i] is true for a cut before position i. It returns no cuts at
// all when prose fails or answers with other characters than it was given.
func proposeCuts(norm []byte, chunks []chunk) []bool {
	cuts := make([]bool, len(norm)+1)
	shown := make([]byte, len(norm))
	for i := range shown {
		shown[i] = ' '
	}
	for _, c := range chunks {
		if c.end-c.start > maxProseChunk || losesText(norm[c.start:c.end]) {
			continue
		}
		for i := c.start; i < c.end; i++ {
			shown[i] = norm[i]
			if norm[i] < ' ' || norm[i] == '&' { // it would decode "&rsquo;"
				shown[i] = 'x'
			}
		}
	}
	at := 0
	for _, form := range proseTokens(string(shown)) {
		for at < len(shown) && shown[at] == ' ' {
			at++
		}
		if at+len(form) > len(shown) || string(shown[at:at+len(form)]) != form {
			return make([]bool, len(norm)+1)
		}
		cuts[at] = true
		at += len(form)
		cuts[at] = true
	}
	return cuts
}

// losesText reports whether prose would drop a part of the chunk: it looks for
// a clitic before it takes off punctuation, and gives up on what begins with one.
func losesText(chunk []byte) bool {
	i := bytes.IndexByte(chunk, '\'')
	return i >= 0 && (i < 2 || i < len(chunk)-3 || !isWord(chunk[len(chunk)-1]) || !isWord(chunk[i-2]))
}

// proseTokens returns prose's tokens, or none when it panics: its rules index
// strings by guess. Tagging and extraction stay off; each would load a model
// of its own, and tags are shared by all repeats of a word.
func proseTokens(text string) (forms []string) {
	defer func() {
		if recover() != nil {
			forms = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false),
		prose.WithTagging(false), prose.WithExtraction(false))
	if err != nil {
		return nil
	}
	for _, t := range doc.Tokens() {
		forms = append(forms, t.Text)
	}
	return forms
}
