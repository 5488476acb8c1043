package loaders

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
)

// headSize is how much of an input the formats see when they are asked whether
// it is theirs.
const headSize = 8 << 10

// Input is a stream of bytes to be read by a [Format].
type Input struct {
	Path    string // names the input in documents and errors
	Body    *bufio.Reader
	Options *Options

	reader *Reader
	depth  int
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
	tooLong, any := false, false
	for {
		chunk, err := in.Body.ReadSlice('\n')
		any = any || len(chunk) > 0
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
		case err != nil && !any:
			return nil, io.EOF
		case tooLong:
			return nil, fmt.Errorf("%w: a line of more than %d MiB", ErrTooLarge, limit>>20)
		}
		return trimLineEnd(line), nil
	}
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
// whatever format fits it. Name is its path inside.
func (in *Input) Member(ctx context.Context, name string, body io.Reader, yield Yield) bool {
	p := in.Path + "#" + path.Clean("/" + name)[1:]
	if in.depth+1 > in.Options.Limits.Depth {
		return yield(nil, failure(p, fmt.Errorf("%w: more than %d levels", ErrTooDeep, in.Options.Limits.Depth)))
	}
	return in.reader.read(ctx, p, name, body, in.depth+1, yield)
}

// whole adapts a function from bytes to a document to [Format.Read].
func whole(read func(in *Input, data []byte) (*Document, error)) func(context.Context, *Input, Yield) {
	return func(_ context.Context, in *Input, yield Yield) {
		data, err := in.All()
		if err != nil {
			yield(nil, err)
			return
		}
		doc, err := read(in, data)
		if err != nil {
			yield(nil, err)
			return
		}
		doc.Path, doc.SHA256 = in.Path, hashOf(data)
		yield(doc, nil)
	}
}
