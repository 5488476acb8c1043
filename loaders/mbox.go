package loaders

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// mailbox reads the messages of an mbox file (RFC 4155), numbered from 1. A
// ">" that quotes "From " at the beginning of a line is taken off.
func mailbox() Format {
	return Format{
		MediaType:  "application/mbox",
		Name:       "mbox",
		Extensions: []string{".mbox", ".mbx"},
		Sniff:      sniffMailbox,
		Read:       readMailbox,
	}
}

var (
	fromLine   = regexp.MustCompile(`^From \S+.*\d\d:\d\d.*\d{4}`)
	quotedFrom = regexp.MustCompile(`^>+From `)
)

func sniffMailbox(head string) Confidence {
	line, rest, ok := strings.Cut(strings.TrimLeft(head, "\n"), "\n")
	if ok && strings.HasPrefix(line, "From ") && (fromLine.MatchString(line) || sniffMail(rest) > No) && headerField.MatchString(rest) {
		return Sure + 5
	}
	return No
}

func readMailbox(ctx context.Context, in *Input, yield Yield) {
	m := messageSplitter{in: in, yield: yield}
	blank := true // before the first line and after empty ones a message may begin
	for ctx.Err() == nil {
		line, err := in.Line()
		switch {
		case errors.Is(err, io.EOF):
			m.flush()
			return
		case errors.Is(err, ErrTooLarge) && !stopped(err):
			m.err = err
			continue
		case err != nil:
			yield(nil, err)
			return
		}
		if blank && bytes.HasPrefix(line, []byte("From ")) {
			if !m.flush() {
				return
			}
			m.open, blank = true, false
			continue
		}
		blank = len(line) == 0
		m.add(line)
	}
	yield(nil, ctx.Err())
}

// messageSplitter gathers the lines of one message.
type messageSplitter struct {
	in     *Input
	yield  Yield
	raw    bytes.Buffer
	open   bool // a message has begun
	number int
	err    error // why the message cannot be read
}

func (m *messageSplitter) add(line []byte) {
	limit := m.in.Options.Limits.Document
	if int64(m.raw.Len()+len(line)) > limit {
		m.err = fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
		m.raw.Reset()
	}
	if m.err != nil || !m.open {
		return
	}
	if quotedFrom.Match(line) {
		line = line[1:]
	}
	m.raw.Write(line)
	m.raw.WriteByte('\n')
}

// flush reads the message gathered so far and reports whether to go on.
func (m *messageSplitter) flush() bool {
	if !m.open {
		return true
	}
	m.number++
	path := fmt.Sprintf("%s#%d", m.in.Path, m.number)
	data, err := bytes.Clone(m.raw.Bytes()), m.err
	m.raw.Reset()
	m.open, m.err = false, nil
	sha256 := hashOf(data)
	doc := m.in.known(sha256)
	if err == nil && doc == nil {
		doc, err = readMail(m.in, data)
	}
	if err != nil {
		return m.yield(nil, failure(path, err))
	}
	doc.Path, doc.SHA256 = path, sha256
	return m.yield(doc, nil)
}
