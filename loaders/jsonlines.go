package loaders

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// jsonLines reads one object a line; each is a document. The text is the text
// field's, unchanged but for line ends, so that offsets count in it.
func jsonLines() Format {
	return Format{
		MediaType:  "application/jsonl",
		Name:       "jsonl",
		Extensions: []string{".jsonl", ".ndjson"},
		Sniff:      sniffJSON,
		Read:       readJSONLines,
	}
}

var jsonStart = regexp.MustCompile(`\A\s*(?:\{\s*(?:"|\})|\[\s*[\{\]"])`)

// sniffJSON recognises objects, unless the first goes on in the next line.
func sniffJSON(head string) Confidence {
	if jsonStart.MatchString(head) && sniffJSONValues(head) == No {
		return Sure
	}
	return No
}

// sniffJSONValues recognises an array of objects, and an object whose first
// line is not the whole of it and yet no mistake.
func sniffJSONValues(head string) Confidence {
	head = strings.TrimPrefix(head, "\uFEFF")
	if !jsonStart.MatchString(head) {
		return No
	}
	if strings.TrimSpace(head)[0] == '[' {
		return Sure
	}
	line, rest, ok := strings.Cut(strings.TrimLeftFunc(head, unicode.IsSpace), "\n")
	if !ok || json.Valid([]byte(line)) || strings.TrimSpace(rest) == "" {
		return No
	}
	var first json.RawMessage
	err := json.NewDecoder(strings.NewReader(head)).Decode(&first)
	if err == nil || errors.Is(err, io.ErrUnexpectedEOF) && len(head) >= headSize/2 {
		return Sure
	}
	return No
}

func readJSONLines(ctx context.Context, in *Input, yield Yield) {
	first := true
	for number := 1; ctx.Err() == nil; number++ {
		line, err := in.Line()
		if errors.Is(err, io.EOF) {
			return
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte("\uFEFF"))
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		path := fmt.Sprintf("%s#%d", in.Path, number)
		var doc *Document
		if err == nil {
			if doc = in.known(hashOf(line)); doc == nil {
				doc, err = readJSONLine(line, in.Options.Fields)
			}
		}
		if first && errors.Is(err, errBadLine) && overManyLines(line) {
			err = errNotLines
		}
		first = false
		if err != nil {
			if errors.Is(err, errNotLines) || !recoverable(err) {
				yield(nil, failure(path, err))
				return
			}
			if !yield(nil, failure(path, err)) {
				return
			}
			continue
		}
		doc.Path = path
		if number == 1 && in.ended() {
			setIfEmpty(&doc.Locator, in.locator)
		}
		if !yield(doc, nil) {
			return
		}
	}
	yield(nil, ctx.Err())
}

// recoverable reports whether the next line can be read after err.
func recoverable(err error) bool {
	return !stopped(err) && (errors.Is(err, errBadLine) || errors.Is(err, ErrTooLarge) || errors.Is(err, ErrNoText) || errors.Is(err, ErrEncoding))
}

var (
	errNotLines = errors.New("not JSON lines: a line has to hold one whole object")
	errBadLine  = errors.New("not a JSON object")
)

// overManyLines recognises the first line of an array, or of an object that is
// written over many lines.
func overManyLines(line []byte) bool {
	line = bytes.TrimSpace(line)
	return line[0] == '[' || len(line) == 1
}

func readJSONLine(line []byte, names Fields) (*Document, error) {
	if !utf8.Valid(line) {
		at := firstInvalid(line)
		return nil, fmt.Errorf("%w: byte %d of the line (0x%02X) is not UTF-8", ErrEncoding, at, line[at])
	}
	var fields map[string]any
	if err := json.Unmarshal(line, &fields); err != nil || fields == nil {
		if err == nil {
			return nil, errBadLine
		}
		return nil, fmt.Errorf("%w: %v", errBadLine, err) //nolint:errorlint // the cause is for people
	}
	return recordDocument(fields, line, names)
}

// recordDocument makes a document of named values; raw are their bytes as
// read.
func recordDocument(fields map[string]any, raw []byte, names Fields) (*Document, error) {
	doc := &Document{SHA256: hashOf(raw)}
	r := record{fields, doc}
	text, isText := r.value(names.Text).(string)
	switch {
	case r.value(names.Text) == nil:
		return nil, fmt.Errorf("%w: the field %q is missing", ErrNoText, names.Text)
	case !isText:
		return nil, fmt.Errorf("%w: the field %q is not a string", ErrNoText, names.Text)
	case !hasWords(text):
		return nil, fmt.Errorf("%w: the field %q is empty", ErrNoText, names.Text)
	}
	doc.Text = normaliseLineEnds(text)
	r.fill(names)
	readStructure(doc, splitBlocks(doc.Text))
	return doc, nil
}
