package loaders

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// webArchive reads crawls in WARC (ISO 28500): each page that a server
// answered with is a document with its address. Records of other kinds,
// answers other than 200 and answers that are not HTML are passed over.
func webArchive() Format {
	return Format{
		MediaType:  "application/warc",
		Name:       "warc",
		Extensions: []string{".warc"},
		Magic:      magic("WARC/"), // pages in it may be in any encoding
		Read:       readWARC,
	}
}

// warcRecord is the header of a record.
type warcRecord struct {
	kind, target, date string
	length             int64
}

func readWARC(ctx context.Context, in *Input, yield Yield) {
	for number := 1; ; number++ {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		skipped, err := seekRecord(in)
		if errors.Is(err, io.EOF) && !skipped {
			return
		}
		fail := func(err error) bool { return yield(nil, failure(fmt.Sprintf("%s#%d", in.Path, number), err)) }
		if skipped && !fail(errors.New("the record before has a wrong length: bytes without a record are passed over")) {
			return
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				yield(nil, err)
			}
			return
		}
		r, err := readRecordHeader(in)
		if err != nil {
			if errors.Is(err, io.EOF) {
				fail(errors.New("the record's header breaks off"))
				return
			}
			if !fail(err) || stopped(err) {
				return
			}
			continue
		}
		block := &io.LimitedReader{R: in.Body, N: r.length}
		if on := readRecord(in, r, block, yield); !on {
			return
		}
		if _, err := io.Copy(io.Discard, block); err != nil {
			yield(nil, err)
			return
		}
		if block.N > 0 {
			fail(fmt.Errorf("the record breaks off: %d of %d bytes are missing", block.N, r.length))
			return
		}
	}
}

// seekRecord goes to the next record's first line, and reports whether
// anything but empty lines lay before it.
func seekRecord(in *Input) (skipped bool, err error) {
	for {
		start, err := in.Body.Peek(5)
		if string(start) == "WARC/" {
			return skipped, nil
		}
		if len(start) == 0 {
			return skipped, err
		}
		line, err := in.Body.ReadSlice('\n')
		skipped = skipped || len(bytes.TrimSpace(line)) > 0
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return skipped, err
		}
	}
}

// maxRecordHeader bounds the header of a record.
const maxRecordHeader = 64 << 10

func readRecordHeader(in *Input) (warcRecord, error) {
	r, size := warcRecord{length: -1}, 0
	for {
		line, err := in.Line()
		if err != nil {
			return r, err
		}
		if len(line) == 0 {
			break
		}
		if size += len(line); size > maxRecordHeader {
			return r, fmt.Errorf("%w: a record header of more than %d KiB", ErrTooLarge, maxRecordHeader>>10)
		}
		name, value, _ := strings.Cut(strings.ToValidUTF8(string(line), "\uFFFD"), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "warc-type":
			r.kind = strings.ToLower(value)
		case "warc-target-uri":
			r.target = strings.Trim(value, "<>")
		case "warc-date":
			r.date = value
		case "content-length":
			if r.length, err = strconv.ParseInt(value, 10, 64); err != nil || r.length < 0 {
				return r, fmt.Errorf("the record's length %q is no number", value)
			}
		}
	}
	if r.length < 0 {
		return r, errors.New("the record has no length")
	}
	return r, nil
}

// readRecord reads the page of a response and reports whether to go on.
func readRecord(in *Input, r warcRecord, block io.Reader, yield Yield) bool {
	if r.kind != "response" || !strings.HasPrefix(r.target, "http") {
		return true
	}
	path := in.Path + "#" + foldSpace(r.target)
	limit := in.Options.Limits.Document
	body, charset, err := responseBody(block, limit)
	if err == nil && body == nil {
		return true
	}
	sha256 := hashOf(body)
	doc := in.known(sha256)
	if err == nil && doc == nil {
		page := *in
		page.charset = charset
		doc, err = readHTML(&page, body)
	}
	if err != nil {
		return yield(nil, failure(path, err))
	}
	doc.Path, doc.SHA256, doc.MediaType = path, sha256, "text/html"
	doc.URL, doc.Locator = r.target, locatorOf(r.target)
	setIfEmpty(&doc.Source, siteOf(r.target))
	doc.setDate(metadataDate(r.date), FromMetadata)
	return yield(doc, nil)
}

// responseBody returns the page of an HTTP response, or nil when it is none,
// and the encoding that the server names.
func responseBody(block io.Reader, limit int64) (body []byte, charset string, err error) {
	reader := bufio.NewReader(&boundedReader{r: block, limit: 2 * limit, left: 2 * limit})
	if start, _ := reader.Peek(5); string(start) != "HTTP/" {
		return nil, "", nil
	}
	response, err := http.ReadResponse(reader, nil)
	if err != nil {
		var protocol textproto.ProtocolError
		if errors.As(err, &protocol) {
			err = fmt.Errorf("HTTP: %w", err)
		}
		return nil, "", err
	}
	defer response.Body.Close()
	kind, params, _ := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if response.StatusCode != http.StatusOK || kind != "text/html" && kind != "application/xhtml+xml" {
		return nil, "", nil
	}
	plain, err := decompressed(response)
	if err != nil {
		return nil, "", err
	}
	data, err := io.ReadAll(io.LimitReader(plain, limit+1))
	switch {
	case int64(len(data)) > limit:
		return nil, "", fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return nil, "", err
	case len(bytes.TrimSpace(data)) == 0:
		return nil, "", ErrEmpty
	}
	// A crawler that stored the page unpacked may have kept the length of the
	// packed one, so a page shorter than stated is read.
	return data, params["charset"], nil
}

// decompressed undoes the content encoding, which archives of some crawlers
// state though they stored the page without it.
func decompressed(response *http.Response) (io.Reader, error) {
	body := bufio.NewReader(response.Body)
	switch encoding := strings.ToLower(response.Header.Get("Content-Encoding")); encoding {
	case "", "identity":
		return body, nil
	case "gzip", "x-gzip":
		if start, _ := body.Peek(2); string(start) != "\x1f\x8b" {
			return body, nil
		}
		return gzip.NewReader(body)
	case "deflate":
		return zlib.NewReader(body)
	default:
		if start, _ := body.Peek(1); string(start) == "<" {
			return body, nil
		}
		return nil, fmt.Errorf("the content encoding %q is not supported", encoding)
	}
}
