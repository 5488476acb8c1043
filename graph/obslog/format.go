package obslog

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"math"

	"github.com/kgbuild/kgbuild/graph"
)

// Version is the version of the file format that this package writes. It reads
// version 1 as well, whose records replace nothing and have no tags.
const Version = 2

const (
	magic      = "kgobslog"
	fileHeader = 16
	headerSize = 64
	hashSize   = 32
	mark       = "\xF0obs"
	// maxPayload bounds what a damaged length can make a reader allocate. No
	// observation comes near it.
	maxPayload = 1 << 30
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

type kind byte

const (
	observation kind = 1
	withdrawal  kind = 2
)

// header is the fixed part of a record.
type header struct {
	durable  int64
	length   uint32
	checksum uint32 // of the payload
	kind     kind
	replaces uint8      // how many hashes of replaced documents the payload begins with
	tags     [2]nameTag // of the path and of the locator
	sha      [32]byte
}

// nameTag is a short hash of a document's path or locator; zero for a locator
// that is empty or like the path, and in records of version 1. It finds the few
// records that have to be read to be sure.
type nameTag [3]byte

func tagOf(name string) nameTag {
	sum := sha256.Sum256([]byte(name))
	t := nameTag(sum[:3])
	if t == (nameTag{}) {
		t[0] = 1
	}
	return t
}

func tagsOf(o *graph.Observation) [2]nameTag {
	tags := [2]nameTag{tagOf(o.Document.Path)}
	if o.Locator != "" && o.Locator != o.Document.Path {
		tags[1] = tagOf(o.Locator)
	}
	return tags
}

// maxReplaced is how many documents one record can replace.
const maxReplaced = math.MaxUint8

func (h *header) id() graph.DocumentID { return graph.NewDocumentID(hex.EncodeToString(h.sha[:])) }

func (h *header) size() int64 { return headerSize + int64(h.length) }

func (h *header) encode() []byte {
	b := make([]byte, headerSize)
	copy(b, mark)
	binary.LittleEndian.PutUint64(b[8:], uint64(h.durable))
	binary.LittleEndian.PutUint32(b[16:], h.length)
	binary.LittleEndian.PutUint32(b[20:], h.checksum)
	b[24] = byte(h.kind)
	b[25] = h.replaces
	copy(b[26:29], h.tags[0][:])
	copy(b[29:32], h.tags[1][:])
	copy(b[32:], h.sha[:])
	binary.LittleEndian.PutUint32(b[4:], crc32.Checksum(b[8:], castagnoli))
	return b
}

// decodeHeader reads a header and reports whether it is whole and makes sense
// at offset at.
func decodeHeader(b []byte, at int64) (header, bool) {
	if len(b) < headerSize || string(b[:4]) != mark || binary.LittleEndian.Uint32(b[4:]) != crc32.Checksum(b[8:headerSize], castagnoli) {
		return header{}, false
	}
	h := header{
		durable:  int64(binary.LittleEndian.Uint64(b[8:])),
		length:   binary.LittleEndian.Uint32(b[16:]),
		checksum: binary.LittleEndian.Uint32(b[20:]),
		kind:     kind(b[24]),
		replaces: b[25],
		tags:     [2]nameTag{nameTag(b[26:29]), nameTag(b[29:32])},
	}
	copy(h.sha[:], b[32:headerSize])
	ok := h.durable >= 0 && h.durable <= at && h.length <= maxPayload && hashSize*uint32(h.replaces) <= h.length &&
		(h.kind == observation || h.kind == withdrawal && h.length == 0)
	return h, ok
}

func encodeFileHeader() []byte {
	b := make([]byte, fileHeader)
	copy(b, magic)
	binary.LittleEndian.PutUint32(b[8:], Version)
	binary.LittleEndian.PutUint32(b[12:], crc32.Checksum(b[:12], castagnoli))
	return b
}

// ErrFormat is returned for a file that is no observation log, or one of a
// format that this version does not know.
var ErrFormat = errors.New("observation log format")

// checkFileHeader reads the first bytes of a log.
func checkFileHeader(b []byte) error {
	if len(b) < fileHeader || !bytes.Equal(b[:8], []byte(magic)) {
		return fmt.Errorf("%w: this is no observation log", ErrFormat)
	}
	if binary.LittleEndian.Uint32(b[12:]) != crc32.Checksum(b[:12], castagnoli) {
		return fmt.Errorf("%w: the head of the file is damaged", ErrFormat)
	}
	switch v := binary.LittleEndian.Uint32(b[8:]); {
	case v > Version:
		return fmt.Errorf("%w: the file has version %d, made by a newer program; this one reads up to version %d", ErrFormat, v, Version)
	case v == 0:
		return fmt.Errorf("%w: the file has version 0, which never was", ErrFormat)
	}
	return nil
}

// ErrDamaged is returned when acknowledged records cannot be read as they were
// written.
var ErrDamaged = errors.New("observation log is damaged")

func damagedAt(offset int64, what string) error {
	return fmt.Errorf("%w at offset %d: %s", ErrDamaged, offset, what)
}
