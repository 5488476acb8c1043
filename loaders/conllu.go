package loaders

import (
	"context"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// conllu recognises CoNLL-U, the format of dependency treebanks, and hands it
// through: Text is the annotation itself, for a program that brings its layers.
// A file with several "# newdoc" lines holds as many documents.
func conllu() Format {
	return Format{
		MediaType:  "text/x-conllu",
		Name:       "conllu",
		Extensions: []string{".conllu", ".conll"},
		Sniff:      sniffCoNLLU,
		Read:       readCoNLLU,
	}
}

var conlluToken = regexp.MustCompile(`^\d+(?:[-.]\d+)?(?:\t[^\t]+){8,9}$`)

// sniffCoNLLU looks for a token line, ten columns of which the first counts
// tokens, after nothing but comments.
func sniffCoNLLU(head string) Confidence {
	lines := strings.Split(head, "\n")
	for i, line := range lines {
		switch {
		case conlluToken.MatchString(line) && strings.Count(line, "\t") == 9:
			return Sure + 5
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
		case i == len(lines)-1: // cut off by the end of the head
			return No
		default:
			return No
		}
	}
	return No
}

var newDocument = regexp.MustCompile(`^#\s*newdoc\b(?:\s+id\s*=\s*(\S.*))?`)

func readCoNLLU(ctx context.Context, in *Input, yield Yield) {
	var raw strings.Builder
	id, number, many, tokens := "", 1, false, false
	limit := in.Options.Limits.Document
	flush := func() bool {
		text := raw.String()
		raw.Reset()
		path := in.Path
		if many {
			path += "#" + firstOf(id, strconv.Itoa(number))
		}
		number, tokens = number+1, false
		doc, err := in.known(hashOf([]byte(text))), error(nil)
		if doc == nil {
			doc, err = newCoNLLU([]byte(text))
		}
		if err != nil {
			return yield(nil, failure(path, err))
		}
		doc.Path = path
		if many {
			doc.Locator = in.part(id)
		}
		return yield(doc, nil)
	}
	for {
		line, err := in.Line()
		switch {
		case errors.Is(err, io.EOF):
			if ctx.Err() == nil && tokens {
				flush()
			}
			return
		case err != nil:
			yield(nil, err)
			return
		case ctx.Err() != nil:
			yield(nil, ctx.Err())
			return
		}
		if m := newDocument.FindStringSubmatch(string(line)); m != nil {
			if tokens {
				many = true
				if !flush() {
					return
				}
			}
			id = strings.TrimSpace(m[1])
		}
		tokens = tokens || len(line) > 0 && line[0] != '#'
		if int64(raw.Len()+len(line)) > limit {
			yield(nil, ErrTooLarge)
			return
		}
		raw.Write(line)
		raw.WriteByte('\n')
	}
}

var conlluMeta = regexp.MustCompile(`(?m)^#\s*(?:meta::)?(title|author|date|dateCreated|source|sourceURL|url|lang|language)\s*=\s*(.*)$`)

func newCoNLLU(raw []byte) (*Document, error) {
	text, err := decode(raw, nil)
	if err != nil {
		return nil, err
	}
	doc := &Document{Text: text, SHA256: hashOf(raw)}
	for _, m := range conlluMeta.FindAllStringSubmatch(text, -1) {
		value := strings.TrimSpace(m[2])
		switch m[1] {
		case "title":
			setIfEmpty(&doc.Title, value)
		case "author":
			setIfEmpty(&doc.Author, value)
		case "date", "dateCreated":
			doc.setDate(metadataDate(value), FromMetadata)
		case "source":
			setIfEmpty(&doc.Source, value)
		case "sourceURL", "url":
			setIfEmpty(&doc.URL, value)
		default:
			setIfEmpty(&doc.Language, languageCode(value))
		}
	}
	setIfEmpty(&doc.Source, siteOf(doc.URL))
	return doc, nil
}
