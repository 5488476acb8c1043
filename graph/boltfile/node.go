package boltfile

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// The layout of pages. A page begins with its number (8 bytes), its kind (2),
// how many elements it has (2) and how many pages more it takes (4).
const (
	pageHeader    = 16
	elementHeader = 16

	branchPage   = 0x01
	leafPage     = 0x02
	metaPage     = 0x04
	freelistPage = 0x10

	bucketElement = 0x01 // the value of a leaf's element is a bucket

	maxKeySize   = 32768
	maxValueSize = math.MaxInt32 - 2*pageHeader
	maxElements  = math.MaxUint16 - 1
)

// pageID numbers the pages of a file.
type pageID uint64

var native = binary.NativeEndian

// element is a key with its value, or with the page of the keys that begin
// with it. Its bytes are data[pos:pos+key+value] of its node.
type element struct {
	pos, key, value int
	flags           uint32
	child           pageID
}

// node gathers the elements of one page.
type node struct {
	elements []element
	data     []byte
}

func (n *node) size() int { return pageHeader + elementHeader*len(n.elements) + len(n.data) }

// padding is how many bytes go before a key so that its value, a bucket, is
// aligned; bbolt copies a bucket that is not.
func (n *node) padding(keySize int) int { return -(len(n.data) + keySize) & 7 }

func (n *node) add(key, value []byte, flags uint32, child pageID) {
	if flags == bucketElement {
		n.data = append(n.data, make([]byte, n.padding(len(key)))...)
	}
	n.elements = append(n.elements, element{pos: len(n.data), key: len(key), value: len(value), flags: flags, child: child})
	n.data = append(append(n.data, key...), value...)
}

func (n *node) firstKey() []byte {
	e := n.elements[0]
	return n.data[e.pos : e.pos+e.key]
}

func (n *node) lastKey() []byte {
	e := n.elements[len(n.elements)-1]
	return n.data[e.pos : e.pos+e.key]
}

func (n *node) reset() { n.elements, n.data = n.elements[:0], n.data[:0] }

// appendPage writes the node as page number id, without what fills its last
// page up.
func (n *node) appendPage(b []byte, id pageID, kind uint16, overflow uint32) []byte {
	b = native.AppendUint64(b, uint64(id))
	b = native.AppendUint16(b, kind)
	b = native.AppendUint16(b, uint16(len(n.elements)))
	b = native.AppendUint32(b, overflow)
	for i, e := range n.elements {
		// Counted from where the element's own head begins.
		at := uint32(elementHeader*(len(n.elements)-i) + e.pos)
		if kind == branchPage {
			b = native.AppendUint32(b, at)
			b = native.AppendUint32(b, uint32(e.key))
			b = native.AppendUint64(b, uint64(e.child))
			continue
		}
		b = native.AppendUint32(b, e.flags)
		b = native.AppendUint32(b, at)
		b = native.AppendUint32(b, uint32(e.key))
		b = native.AppendUint32(b, uint32(e.value))
	}
	return append(b, n.data...)
}

var errOrder = errors.New("the keys are not in ascending order")

func checkSizes(key, value []byte) error {
	switch {
	case len(key) == 0:
		return errors.New("the key is empty")
	case len(key) > maxKeySize:
		return fmt.Errorf("a key of %d bytes is too long", len(key))
	case len(value) > maxValueSize:
		return fmt.Errorf("a value of %d bytes is too long", len(value))
	}
	return nil
}
