package loaders

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"
)

// headSize is how much of an input the formats see when they are asked whether
// it is theirs.
const headSize = 8 << 10

// Input is a stream of bytes to be read by a [Format].
type Input struct {
	Path    string // names the input in documents and errors
	Body    *bufio.Reader
	Options *Options

	reader  *Reader
	outer   *Input   // that this one is in; nil for a file or stream
	sidecar *sidecar // of what is in it; nil for none
	depth   int
	locator string    // of a document that is the whole input; see [Document]
	charset string    // as a server stated it
	source  io.Reader // what Body reads from
	meter   *meter    // of the file; nil inside others
	spent   *spending // shared by all inputs inside one file
}

// All returns the bytes of an input that is one document.
func (in *Input) All() ([]byte, error) {
	limit := in.Options.Limits.Document
	data, err := io.ReadAll(io.LimitReader(in.Body, limit+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > limit:
		return nil, fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
	}
	return data, nil
}

// Line returns the next line without its end. A line longer than a document
// may be is skipped to its end and gives ErrTooLarge, and the next call
// continues behind it. After the last line the error is io.EOF.
func (in *Input) Line() ([]byte, error) {
	limit := in.Options.Limits.Document
	var line []byte
	tooLong, some := false, false
	for {
		chunk, err := in.Body.ReadSlice('\n')
		some = some || len(chunk) > 0
		if int64(len(line)+len(chunk)) > limit {
			tooLong, line = true, nil
		}
		if !tooLong {
			line = append(line, chunk...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case err != nil && !some:
			return nil, io.EOF
		case tooLong:
			return nil, fmt.Errorf("%w: a line of more than %d MiB", ErrTooLarge, limit>>20)
		}
		return trimLineEnd(line), nil
	}
}

// ended reports whether nothing but white space is left.
func (in *Input) ended() bool {
	rest, err := in.Body.Peek(headSize)
	return errors.Is(err, io.EOF) && len(bytes.TrimSpace(rest)) == 0
}

func trimLineEnd(line []byte) []byte {
	for _, end := range []byte{'\n', '\r'} {
		if n := len(line); n > 0 && line[n-1] == end {
			line = line[:n-1]
		}
	}
	return line
}

// Member reads an input inside this one, such as a file of an archive, with
// whatever format fits it, and reports whether to go on. Name is its path
// inside; it only serves to name the member, so that one that leads out of
// the archive does no harm.
func (in *Input) Member(ctx context.Context, name string, body io.Reader, yield Yield) bool {
	return in.member(ctx, name, body, nil, yield)
}

// member is Member for an input that has a sidecar, unless that is nil.
func (in *Input) member(ctx context.Context, name string, body io.Reader, s *sidecar, yield Yield) bool {
	path := in.Path + "#" + memberName(name)
	limits := in.Options.Limits
	switch in.spent.members++; {
	case in.spent.over:
		return false
	case in.spent.members > limits.Members:
		in.spent.over = true
		yield(nil, fmt.Errorf("%w: more than %d files in it; the rest is not read", ErrTooLarge, limits.Members))
		return false
	case in.depth+1 > limits.Depth:
		return yield(nil, failure(path, fmt.Errorf("%w: more than %d levels", ErrTooDeep, limits.Depth)))
	}
	inner := &Input{
		Path: path, Body: bufio.NewReaderSize(body, headSize), Options: in.Options,
		reader: in.reader, outer: in, sidecar: s, depth: in.depth + 1, locator: in.part(memberName(name)), source: body, spent: in.spent,
	}
	return in.reader.read(ctx, inner, name, yield) && !in.spent.over
}

// known returns what is passed on for a document with this hash that the caller
// knows, and nil for another.
func (in *Input) known(sha256 string) *Document {
	if in == nil || in.Options.Known == nil {
		return nil
	}
	whole := sha256
	for at := in; at != nil; at = at.outer {
		if at.sidecar != nil {
			whole = at.sidecar.hash(whole)
		}
	}
	if !in.Options.Known(whole) {
		return nil
	}
	return &Document{SHA256: sha256, Known: true}
}

// part returns the locator of something inside the input that has a name, or
// nothing when the input itself has none.
func (in *Input) part(name string) string {
	if in.locator == "" || name == "" {
		return ""
	}
	return in.locator + "#" + name
}

// memberName makes a member's name fit for a path: relative, without steps
// upwards, in characters that can be shown.
func memberName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(name, "\uFFFD"))
	if name = path.Clean("/" + name)[1:]; name == "" {
		return "unnamed"
	}
	return name
}

// whole adapts a function from bytes to a document to [Format.Read].
func whole(read func(in *Input, data []byte) (*Document, error)) func(context.Context, *Input, Yield) {
	return func(_ context.Context, in *Input, yield Yield) {
		data, err := in.All()
		if err != nil {
			yield(nil, err)
			return
		}
		sha256 := hashOf(data)
		doc := in.known(sha256)
		if doc == nil {
			doc, err = read(in, data)
		}
		if err != nil {
			yield(nil, err)
			return
		}
		doc.Path, doc.SHA256 = in.Path, sha256
		yield(doc, nil)
	}
}
