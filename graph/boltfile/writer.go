package boltfile

import (
	"bufio"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
)

const (
	magic         = 0xED0CDAED
	formatVersion = 2
	pageSize      = 4096 // read from the file, so it need not be the system's
	metaPages     = 2
	freelist      = pageID(2)
	firstPage     = pageID(3)
	metaBytes     = 56 // of a meta page's content, before the checksum
)

// Writer writes one file. It is not safe for use by several goroutines. After
// the first error every later call fails, and the file is to be removed.
type Writer struct {
	path     string
	file     *os.File
	out      *bufio.Writer
	pageSize int
	next     pageID
	root     *Bucket
	page     []byte // scratch
	failed   error
}

// Create begins a file at path, where none may be.
func Create(path string) (*Writer, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	w := &Writer{path: path, file: f, out: bufio.NewWriterSize(f, 1<<18), pageSize: pageSize, next: firstPage}
	w.root = w.NewBucket()
	// Room for what is written last.
	if _, err := w.out.Write(make([]byte, int(firstPage)*pageSize)); err != nil {
		_ = f.Close()
		return nil, err
	}
	return w, nil
}

// PutBucket ends a bucket and puts it into the root under a name, which must be
// greater than the one before.
func (w *Writer) PutBucket(name []byte, b *Bucket) error {
	if w.failed != nil {
		return w.failed
	}
	root, inline, err := b.finish(true)
	if err != nil {
		return err
	}
	// The root page and a sequence number that nothing here uses.
	value := native.AppendUint64(nil, uint64(root))
	value = append(native.AppendUint64(value, 0), inline...)
	return w.root.put(name, value, bucketElement)
}

// writeNode writes a node as the next page and returns its number.
func (w *Writer) writeNode(n *node, kind uint16) (pageID, error) {
	if w.failed != nil {
		return 0, w.failed
	}
	pages := (n.size() + w.pageSize - 1) / w.pageSize
	id := w.next
	w.next += pageID(pages)
	w.page = n.appendPage(w.page[:0], id, kind, uint32(pages-1))
	if fill := pages*w.pageSize - len(w.page); fill > 0 {
		w.page = append(w.page, make([]byte, fill)...)
	}
	if _, err := w.out.Write(w.page); err != nil {
		return 0, w.fail(err)
	}
	return id, nil
}

// Close finishes the file, forces it to the disk and closes it. It returns the
// writer's first error, if there was one.
func (w *Writer) Close() error {
	if w.failed != nil {
		return w.failed
	}
	root, _, err := w.root.finish(false)
	if err != nil {
		return err
	}
	if err := w.out.Flush(); err != nil {
		return w.fail(err)
	}
	if _, err := w.file.WriteAt(w.head(root), 0); err != nil {
		return w.fail(err)
	}
	if err := w.file.Sync(); err != nil {
		return w.fail(err)
	}
	w.failed = fmt.Errorf("write %s: the writer is closed", w.path)
	return w.file.Close()
}

// Abort closes the file without finishing it. After [Writer.Close] or an error
// it does nothing.
func (w *Writer) Abort() {
	if w.failed == nil {
		_ = w.fail(errors.New("the writer was stopped"))
	}
}

// fail records the first error and closes the file.
func (w *Writer) fail(err error) error {
	if w.failed == nil {
		w.failed = fmt.Errorf("write %s: %w", w.path, err)
		_ = w.file.Close()
	}
	return w.failed
}

// head returns the first pages: two that say where the root is, of which bbolt
// takes the later, and an empty list of free pages.
func (w *Writer) head(root pageID) []byte {
	b := make([]byte, 0, int(firstPage)*w.pageSize)
	for i := range uint64(metaPages) {
		b = pageHead(b, pageID(i), metaPage)
		from := len(b)
		for _, v := range []uint32{magic, formatVersion, uint32(w.pageSize), 0} {
			b = native.AppendUint32(b, v)
		}
		for _, v := range []uint64{uint64(root), 0, uint64(freelist), uint64(w.next), i} {
			b = native.AppendUint64(b, v)
		}
		sum := fnv.New64a()
		_, _ = sum.Write(b[from : from+metaBytes])
		b = native.AppendUint64(b, sum.Sum64())
		b = b[:int(i+1)*w.pageSize]
	}
	b = pageHead(b, freelist, freelistPage)
	return b[:cap(b)]
}

func pageHead(b []byte, id pageID, kind uint16) []byte {
	b = native.AppendUint64(b, uint64(id))
	b = native.AppendUint16(b, kind)
	return append(b, make([]byte, 6)...)
}
