package loaders

import (
	"strings"
	"unicode"
)

// plainText reads a file as one article. Its text is kept as it is.
func plainText() Format {
	return Format{
		MediaType:  "text/plain",
		Name:       "text",
		Extensions: []string{".txt", ".text"},
		Sniff:      func(string) Confidence { return Possible },
		Read:       whole(readPlainText),
	}
}

func readPlainText(in *Input, data []byte) (*Document, error) {
	text, err := decode(data, in.encoding(nil))
	if err != nil {
		return nil, err
	}
	doc := &Document{Text: text}
	if !hasWords(text) {
		return nil, ErrNoText
	}
	readStructure(doc, splitBlocks(text))
	return doc, nil
}

// hasWords reports whether there is anything to read in s.
func hasWords(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
