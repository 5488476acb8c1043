package loaders

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"unicode/utf8"
)

// jsonValues reads an array of objects, each a document, or objects that are
// written over many lines. An object without a text but with one list of
// objects, as answers of news services are, is read as that list.
func jsonValues() Format {
	return Format{
		MediaType:  "application/json",
		Name:       "json",
		Extensions: []string{".json"},
		Sniff:      sniffJSONValues,
		Read:       readJSONValues,
	}
}

// boundedReader gives at most limit bytes between two calls of reset.
type boundedReader struct {
	r           io.Reader
	limit, left int64
}

func (b *boundedReader) reset() { b.left = b.limit }

func (b *boundedReader) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("%w: more than %d MiB", ErrTooLarge, b.limit>>20)
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

func readJSONValues(ctx context.Context, in *Input, yield Yield) {
	if mark, _ := in.Body.Peek(3); string(mark) == "\uFEFF" {
		_, _ = in.Body.Discard(3)
	}
	body := &boundedReader{r: in.Body, limit: in.Options.Limits.Document}
	body.reset()
	d := json.NewDecoder(body)
	r := jsonReader{ctx: ctx, in: in, yield: yield}
	inArray := firstByte(in) == '['
	if inArray {
		if _, err := d.Token(); err != nil {
			yield(nil, jsonError(err))
			return
		}
	}
	for !inArray || d.More() {
		body.reset()
		var raw json.RawMessage
		err := d.Decode(&raw)
		switch {
		case errors.Is(err, io.EOF) && !inArray:
			return
		case ctx.Err() != nil:
			yield(nil, ctx.Err())
			return
		case err != nil:
			r.number++
			yield(nil, r.failure(jsonError(err)))
			return
		}
		body.reset()
		r.alone = !inArray && r.number == 0 && !d.More()
		if !r.value(raw, true) {
			return
		}
	}
	if _, err := d.Token(); err != nil {
		yield(nil, fmt.Errorf("the end of the array is missing: %w", jsonError(err)))
	}
}

// firstByte returns the first byte of the input that is no white space.
func firstByte(in *Input) byte {
	head, _ := in.Body.Peek(headSize)
	if head = bytes.TrimSpace(head); len(head) > 0 {
		return head[0]
	}
	return 0
}

func jsonError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("not valid JSON: it breaks off")
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("not valid JSON at byte %d: %w", syntax.Offset, err)
	}
	return err
}

// jsonReader turns values into documents, numbered from 1.
type jsonReader struct {
	ctx    context.Context
	in     *Input
	yield  Yield
	number int
	alone  bool // the object is all that the file holds
}

func (r *jsonReader) failure(err error) error {
	return failure(fmt.Sprintf("%s#%d", r.in.Path, r.number), err)
}

// value reads one object and reports whether to go on.
func (r *jsonReader) value(raw []byte, outer bool) bool {
	if err := r.ctx.Err(); err != nil {
		r.yield(nil, err)
		return false
	}
	doc := r.in.known(hashOf(raw))
	if doc != nil {
		return r.document(doc, outer)
	}
	if list := r.records(raw); outer && list != nil {
		for _, element := range list {
			if !r.value(element, false) {
				return false
			}
		}
		return true
	}
	doc, err := readJSONLine(raw, r.in.Options.Fields)
	if err != nil {
		r.number++
		return r.yield(nil, r.failure(err))
	}
	return r.document(doc, outer)
}

// document passes a document on and reports whether to go on.
func (r *jsonReader) document(doc *Document, outer bool) bool {
	r.number++
	doc.Path = fmt.Sprintf("%s#%d", r.in.Path, r.number)
	if r.alone && outer {
		setIfEmpty(&doc.Locator, r.in.locator)
	}
	return r.yield(doc, nil)
}

// records returns the list of objects that an object without a text holds, at
// most two levels down, or nil when there is none or more than one.
func (r *jsonReader) records(raw []byte) []json.RawMessage {
	var whole map[string]any
	if !utf8.Valid(raw) || json.Unmarshal(raw, &whole) != nil || (record{fields: whole}).value(r.in.Options.Fields.Text) != nil {
		return nil
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return nil
	}
	lists := listsOfObjects(fields, 2)
	if len(lists) != 1 {
		return nil
	}
	return lists[0]
}

func listsOfObjects(fields map[string]json.RawMessage, levels int) [][]json.RawMessage {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	sort.Strings(names)
	var out [][]json.RawMessage
	for _, name := range names {
		var list []json.RawMessage
		var inner map[string]json.RawMessage
		switch value := fields[name]; {
		case value[0] == '[':
			if json.Unmarshal(value, &list) == nil && len(list) > 0 && list[0][0] == '{' {
				out = append(out, list)
			}
		case value[0] == '{' && levels > 1:
			if json.Unmarshal(value, &inner) == nil {
				out = append(out, listsOfObjects(inner, levels-1)...)
			}
		}
	}
	return out
}
