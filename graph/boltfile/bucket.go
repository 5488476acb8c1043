package boltfile

import (
	"bytes"
	"fmt"
)

// Bucket writes the keys of one bucket. After an error of its file nothing more
// can be written.
type Bucket struct {
	file   *Writer
	levels []*node // leaf first; the last one is the root
}

// NewBucket begins a bucket, which [Writer.PutBucket] gives its name.
func (w *Writer) NewBucket() *Bucket {
	return &Bucket{file: w, levels: []*node{new(node)}}
}

// Put adds a key, which must be greater than the one before. It keeps neither
// key nor value.
func (b *Bucket) Put(key, value []byte) error { return b.put(key, value, 0) }

func (b *Bucket) put(key, value []byte, flags uint32) error {
	if err := checkSizes(key, value); err != nil {
		return b.file.fail(err)
	}
	if leaf := b.levels[0]; len(leaf.elements) > 0 && bytes.Compare(leaf.lastKey(), key) >= 0 {
		return b.file.fail(fmt.Errorf("%w: %q after %q", errOrder, key, leaf.lastKey()))
	}
	return b.add(0, key, value, flags, 0)
}

// add puts an element into the page at a level, and begins a new page when it
// does not fit.
func (b *Bucket) add(level int, key, value []byte, flags uint32, child pageID) error {
	if level == len(b.levels) {
		b.levels = append(b.levels, new(node))
	}
	n := b.levels[level]
	size := elementHeader + len(key) + len(value)
	if flags == bucketElement {
		size += n.padding(len(key))
	}
	if len(n.elements) >= leastElements(level) && (n.size()+size > b.file.pageSize || len(n.elements) == maxElements) {
		if err := b.emit(level); err != nil {
			return err
		}
	}
	n.add(key, value, flags, child)
	return nil
}

// emit writes the page of a level and notes it one level up.
func (b *Bucket) emit(level int) error {
	n := b.levels[level]
	id, err := b.file.writeNode(n, kindOf(level))
	if err != nil {
		return err
	}
	err = b.add(level+1, n.firstKey(), nil, 0, id)
	n.reset()
	return err
}

// leastElements is how many elements a page has before another is begun. A
// branch of one, which long keys could lead to, would not narrow the tree.
func leastElements(level int) int {
	if level == 0 {
		return 1
	}
	return 2
}

func kindOf(level int) uint16 {
	if level == 0 {
		return leafPage
	}
	return branchPage
}

// finish writes what is left and returns the bucket's root page. A bucket that
// is small enough has none: all of it is the value by which it goes.
func (b *Bucket) finish(mayInline bool) (root pageID, inline []byte, err error) {
	if n := b.levels[0]; mayInline && len(b.levels) == 1 && n.size() <= b.file.pageSize/4 {
		return 0, n.appendPage(nil, 0, leafPage, 0), nil
	}
	for level := 0; level < len(b.levels)-1; level++ {
		if err := b.emit(level); err != nil {
			return 0, nil, err
		}
	}
	top := len(b.levels) - 1
	root, err = b.file.writeNode(b.levels[top], kindOf(top))
	return root, nil, err
}
