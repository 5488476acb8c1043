package boltfile

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// Verify reads all pages of a bbolt file and calls fault for each that is not
// as it should be: one that is not where it says, holds bytes that it has not,
// is used twice, or has its keys out of order. A file without a fault can be
// read by bbolt, which takes pages for what they say and falls over one that
// lies. The error is that of a file that cannot be read at all.
func Verify(path string, fault func(error)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	v := &verifier{file: f, size: info.Size(), fault: fault, used: make(map[pageID]bool)}
	root, ok := v.readHead()
	if !ok {
		fault(fmt.Errorf("neither of the first two pages says where the root is"))
		return nil
	}
	if need := int64(v.end) * int64(v.pageSize); need > v.size {
		fault(fmt.Errorf("the file has %d bytes of %d", v.size, need))
		return nil
	}
	return v.tree(root)
}

type verifier struct {
	file     io.ReaderAt
	size     int64
	pageSize int
	end      pageID // no page from here on is in use
	fault    func(error)
	used     map[pageID]bool
}

func (v *verifier) faultf(format string, args ...any) { v.fault(fmt.Errorf(format, args...)) }

// readHead reads the pages that say where the root is, of which the later valid
// one counts.
func (v *verifier) readHead() (root pageID, ok bool) {
	var latest uint64
	at := int64(0)
	for range metaPages {
		b := make([]byte, pageHeader+metaBytes+8)
		if _, err := v.file.ReadAt(b, at); err != nil {
			break
		}
		m := b[pageHeader:]
		size := int64(native.Uint32(m[8:]))
		sum := fnv.New64a()
		_, _ = sum.Write(m[:metaBytes])
		valid := native.Uint32(m) == magic && native.Uint32(m[4:]) == formatVersion && native.Uint64(m[metaBytes:]) == sum.Sum64()
		if valid && size >= 512 && (!ok || native.Uint64(m[48:]) >= latest) {
			latest = native.Uint64(m[48:])
			root, v.end, v.pageSize = pageID(native.Uint64(m[16:])), pageID(native.Uint64(m[40:])), int(size)
			ok = true
		}
		// Where the second one is depends on the first; pages of 4096 bytes are
		// all that this program writes.
		at = pageSize
		if ok {
			at = int64(v.pageSize)
		}
	}
	return root, ok
}

// tree checks the pages of a bucket.
func (v *verifier) tree(root pageID) error {
	var last []byte
	return v.page(root, 0, &last)
}

// maxDepth is far more levels than a tree of any size has.
const maxDepth = 40

// page checks a page and all below it; last is the key before it.
func (v *verifier) page(id pageID, depth int, last *[]byte) error {
	if id < metaPages || id >= v.end || depth > maxDepth {
		v.faultf("page %d: there is no such page", id)
		return nil
	}
	head := make([]byte, pageHeader)
	if _, err := v.file.ReadAt(head, int64(id)*int64(v.pageSize)); err != nil {
		return err
	}
	overflow := pageID(native.Uint32(head[12:]))
	if got := pageID(native.Uint64(head)); got != id || id+overflow >= v.end {
		v.faultf("page %d: it says that it is page %d and takes %d more", id, got, overflow)
		return nil
	}
	for p := id; p <= id+overflow; p++ {
		if v.used[p] {
			v.faultf("page %d: it is used twice", p)
			return nil
		}
		v.used[p] = true
	}
	b := make([]byte, int(overflow+1)*v.pageSize)
	if _, err := v.file.ReadAt(b, int64(id)*int64(v.pageSize)); err != nil {
		return err
	}
	return v.elements(b, fmt.Sprintf("page %d", id), depth, last)
}

// elements checks the elements of a page whose bytes are b.
func (v *verifier) elements(b []byte, where string, depth int, last *[]byte) error {
	kind, count := native.Uint16(b[8:]), int(native.Uint16(b[10:]))
	if kind != leafPage && kind != branchPage || pageHeader+count*elementHeader > len(b) || kind == branchPage && count == 0 {
		v.faultf("%s: it is of kind %d with %d elements", where, kind, count)
		return nil
	}
	for i := range count {
		e := b[pageHeader+i*elementHeader:]
		flags, pos, keySize, valueSize := native.Uint32(e), native.Uint32(e[4:]), native.Uint32(e[8:]), native.Uint32(e[12:])
		if kind == branchPage {
			flags, pos, keySize, valueSize = 0, native.Uint32(e), native.Uint32(e[4:]), 0
		}
		if uint64(pos)+uint64(keySize)+uint64(valueSize) > uint64(len(e)) || keySize == 0 {
			v.faultf("%s: element %d is not on it", where, i)
			return nil
		}
		key := e[pos : pos+keySize]
		if *last != nil && bytes.Compare(*last, key) >= 0 {
			v.faultf("%s: the key %q comes after %q", where, key, *last)
		}
		switch {
		case kind == branchPage:
			if err := v.page(pageID(native.Uint64(e[8:])), depth+1, last); err != nil {
				return err
			}
			continue
		case flags == bucketElement:
			if err := v.bucket(e[pos+keySize:pos+keySize+valueSize], fmt.Sprintf("%s: bucket %q", where, key)); err != nil {
				return err
			}
		case flags != 0:
			v.faultf("%s: the key %q is of kind %d", where, key, flags)
		}
		*last = bytes.Clone(key)
	}
	return nil
}

// bucket checks a bucket by its value: the number of its root, or all of it.
func (v *verifier) bucket(value []byte, where string) error {
	if len(value) < pageHeader {
		v.faultf("%s: it is cut off", where)
		return nil
	}
	if root := pageID(native.Uint64(value)); root != 0 {
		return v.tree(root)
	}
	if len(value) < 2*pageHeader {
		v.faultf("%s: it is cut off", where)
		return nil
	}
	var last []byte
	if native.Uint16(value[pageHeader+8:]) != leafPage {
		v.faultf("%s: it is of kind %d", where, native.Uint16(value[pageHeader+8:]))
		return nil
	}
	return v.elements(value[pageHeader:], where, 0, &last)
}
