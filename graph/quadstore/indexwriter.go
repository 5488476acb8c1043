package quadstore

import (
	"encoding/binary"

	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/extsort"
)

// indexWriter writes the lists of quads that share the values of an index's
// directions. It is given the quads in the order of subject, predicate, object
// and label.
type indexWriter struct {
	*index
	bucket *boltfile.Bucket
	others *extsort.Numbers // what does not come in the order of the index
	key    [24]byte         // of the list that is being gathered
	list   []byte
}

// newIndexWriter returns the writer of an index of at most n quads.
func newIndexWriter(x *index, b *boltfile.Bucket, folder string, n int) *indexWriter {
	w := &indexWriter{index: x, bucket: b, others: extsort.NewNumbers(folder, indexedInMemory)}
	if !x.mostlyOrdered() {
		w.others.Reserve(n)
	}
	return w
}

// add takes in a quad and its number.
func (w *indexWriter) add(l link, id uint64) error {
	if w.ordered(l) {
		return w.put(w.entry(l, id))
	}
	return w.others.Add(w.entry(l, id))
}

// put adds an entry to its list; entries come in ascending order.
func (w *indexWriter) put(n extsort.Number) error {
	var key [24]byte
	w.index.key(n, key[:])
	if key != w.key {
		if err := w.flush(); err != nil {
			return err
		}
		w.key = key
	}
	w.list = binary.AppendUvarint(w.list, uint64(uint32(n.Low)))
	return nil
}

func (w *indexWriter) flush() error {
	if len(w.list) == 0 {
		return nil
	}
	err := w.bucket.Put(w.key[:w.keySize()], w.list)
	w.list = w.list[:0]
	return err
}

// finish writes what is left.
func (w *indexWriter) finish() error {
	for n, err := range w.others.Sorted() {
		if err != nil {
			return err
		}
		if err := w.put(n); err != nil {
			return err
		}
	}
	if err := w.flush(); err != nil {
		return err
	}
	return w.others.Close()
}

// abort frees what the writer holds; after finish it does nothing.
func (w *indexWriter) abort() { _ = w.others.Close() }
