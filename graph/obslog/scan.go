package obslog

import (
	"bytes"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"io"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// scan adds the records from x.end up to size. It stops without an error at a
// torn tail: an unfinished record behind which nothing was ever durable.
func (x *index) scan(f io.ReaderAt, size int64) error {
	var found []entry
	at, durable := x.end, int64(0)
	buffer := make([]byte, headerSize)
	for at < size {
		n, err := f.ReadAt(buffer, at)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		h, ok := decodeHeader(buffer[:n], at)
		if !ok || at+h.size() > size {
			if err := x.judge(f, at, size); err != nil {
				return err
			}
			break
		}
		found = append(found, entry{at, h})
		durable = max(durable, h.durable)
		at += h.size()
	}
	for _, r := range found {
		// Before the last durable point nothing can be torn; reading a
		// payload there finds damage, should there be any.
		if r.offset+r.header.size() > durable {
			if _, err := payload(f, r.offset, r.header, nil); errors.Is(err, ErrDamaged) {
				return nil // the tail is torn from here on
			} else if err != nil {
				return err
			}
		}
		replaced, err := replacedBy(f, r)
		if err != nil {
			return err
		}
		x.add(r, replaced)
	}
	return nil
}

// replacedBy reads which documents the record e takes out.
func replacedBy(f io.ReaderAt, e entry) ([]graph.DocumentID, error) {
	if e.header.replaces == 0 {
		return nil, nil
	}
	hashes := make([]byte, hashSize*int(e.header.replaces))
	if n, err := f.ReadAt(hashes, e.offset+headerSize); err != nil && !(errors.Is(err, io.EOF) && n == len(hashes)) {
		return nil, err
	}
	var out []graph.DocumentID
	for sha := range slices.Chunk(hashes, hashSize) {
		out = append(out, graph.NewDocumentID(hex.EncodeToString(sha)))
	}
	return out, nil
}

// judge tells a torn tail at offset from damage: it is damage when a record
// behind it says that more was durable.
func (x *index) judge(f io.ReaderAt, offset, size int64) error {
	const window = 1 << 20
	buffer := make([]byte, min(window, size-offset)+headerSize)
	for from := offset; from < size; from += window {
		n, err := f.ReadAt(buffer, from)
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		for i := 0; i < min(n, window); i++ {
			j := bytes.Index(buffer[i:n], []byte(mark))
			if j < 0 || i+j >= window {
				break
			}
			i += j
			if h, ok := decodeHeader(buffer[i:n], from+int64(i)); ok && h.durable > offset {
				return damagedAt(offset, "no record begins here, and later records are whole")
			}
		}
	}
	return nil
}

// payload reads and checks the payload of the record at offset, in room when
// that is large enough.
func payload(f io.ReaderAt, offset int64, h header, room []byte) ([]byte, error) {
	data := slices.Grow(room[:0], int(h.length))[:h.length]
	if n, err := f.ReadAt(data, offset+headerSize); err != nil && !(errors.Is(err, io.EOF) && n == len(data)) {
		if errors.Is(err, io.EOF) {
			return nil, damagedAt(offset, "the record is cut off")
		}
		return nil, err
	}
	if crc32.Checksum(data, castagnoli) != h.checksum {
		return nil, damagedAt(offset, "the checksum of the record's content is wrong")
	}
	return data, nil
}
