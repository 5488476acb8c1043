package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/extsort"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// The buckets of records.db. Those with two-part keys hold nothing else, or a
// record that belongs to both; the parts are joined by a zero byte, which no
// id and no key contains.
var (
	documentBucket = []byte("documents") // id → document
	entityBucket   = []byte("entities")  // id → entity
	claimBucket    = []byte("claims")    // id → claim
	nameBucket     = []byte("names")     // look-up key, entity
	subjectBucket  = []byte("subject")   // entity, claim
	objectBucket   = []byte("object")    // entity, claim
	speakerBucket  = []byte("speaker")   // entity that a claim is attributed to, claim
	mergeBucket    = []byte("merges")    // entity, number → merge
	maybeBucket    = []byte("maybe")     // entity, number → maybe the same
)

// bucketNumber numbers the buckets in the order in which they are written.
type bucketNumber byte

const (
	claimRecords bucketNumber = iota
	documentRecords
	entityRecords
	maybeRecords
	mergeRecords
	nameRecords
	objectRecords
	speakerRecords
	subjectRecords
)

var buckets = [][]byte{
	claimRecords: claimBucket, documentRecords: documentBucket, entityRecords: entityBucket, maybeRecords: maybeBucket,
	mergeRecords: mergeBucket, nameRecords: nameBucket, objectRecords: objectBucket, speakerRecords: speakerBucket,
	subjectRecords: subjectBucket,
}

// maxName is the length in bytes of the longest name that is looked up; bbolt
// limits the length of keys.
const maxName = 1024

// recordMemory is how many bytes of records are held in memory before they go
// to a temporary file.
const recordMemory = 8 << 20

func pair(a, b string) []byte { return append(append([]byte(a), 0), b...) }

// recordWriter writes the records of a graph. Those that come in the order of
// their keys, as a [graph.Sink] is promised them, are written as they come; the
// others are gathered and sorted. It is a [graph.Sink].
type recordWriter struct {
	path    string
	file    *boltfile.Writer
	written []*boltfile.Bucket
	sorted  *extsort.Records // the key begins with the number of its bucket
	merges  int
	maybe   int
	// Room to work in.
	key   []byte
	value encoder
}

func newRecordWriter(path string) (*recordWriter, error) {
	file, err := boltfile.Create(path)
	if err != nil {
		return nil, err
	}
	w := &recordWriter{
		path: path, file: file, written: make([]*boltfile.Bucket, len(buckets)),
		sorted: extsort.NewRecords(filepath.Dir(path), recordMemory),
	}
	for i := range w.written {
		w.written[i] = file.NewBucket()
	}
	return w, nil
}

// write writes the record whose value has been encoded, under a key that is
// greater than the one before.
func (w *recordWriter) write(bucket bucketNumber, key []byte) error {
	if err := w.value.err; err != nil {
		return fmt.Errorf("write %s: %q: %w", w.path, key, err)
	}
	return w.written[bucket].Put(key, w.value.b)
}

// addPair takes in a record that belongs to two keys and has no value.
func (w *recordWriter) addPair(bucket bucketNumber, a, b string) error {
	w.value.b = w.value.b[:0]
	w.key = append(append(w.key[:0], byte(bucket)), a...)
	w.key = append(append(w.key, 0), b...)
	return w.put()
}

// numbered makes the key of one of the records of an entity.
func (w *recordWriter) numbered(id graph.EntityID, n int) {
	w.key = append(w.key, id...)
	w.key = binary.BigEndian.AppendUint32(append(w.key, 0), uint32(n))
}

// put takes in the record whose key and value have been written.
func (w *recordWriter) put() error {
	if err := w.value.err; err != nil {
		return fmt.Errorf("write %s: %q: %w", w.path, w.key, err)
	}
	if err := w.sorted.Add(w.key, w.value.b); err != nil {
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	return nil
}

// encode returns the encoder of the next value.
func (w *recordWriter) encode() *encoder {
	w.value.b = w.value.b[:0]
	return &w.value
}

// Document implements [graph.Sink].
func (w *recordWriter) Document(d *graph.Document) error {
	w.encode().other(d)
	return w.write(documentRecords, append(w.key[:0], d.ID...))
}

// Entity implements [graph.Sink].
func (w *recordWriter) Entity(e *graph.Entity) error {
	w.encode().entity(e)
	if err := w.write(entityRecords, append(w.key[:0], e.ID...)); err != nil {
		return err
	}
	err := errors.Join(w.name(string(e.ID), e.ID), w.name(e.Name, e.ID))
	for _, a := range e.Aliases {
		err = errors.Join(err, w.name(a, e.ID))
	}
	return err
}

// name makes an entity found by a name.
func (w *recordWriter) name(name string, id graph.EntityID) error {
	key := quadstore.Key(name)
	if key == "" || len(key) > maxName {
		return nil
	}
	return w.addPair(nameRecords, key, string(id))
}

// Claim implements [graph.Sink].
func (w *recordWriter) Claim(c *graph.Claim) error {
	w.encode().claim(c)
	w.key = append(append(w.key[:0], byte(claimRecords)), c.ID...)
	if err := w.put(); err != nil {
		return err
	}
	for _, end := range endsOf(c) {
		for _, id := range end.ids {
			if id == "" {
				continue
			}
			if err := w.addPair(end.bucket, string(id), string(c.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// claimEnds are entities by which a claim is looked up in a bucket.
type claimEnds struct {
	bucket bucketNumber
	ids    []graph.EntityID
}

func endsOf(c *graph.Claim) []claimEnds {
	return []claimEnds{
		{subjectRecords, []graph.EntityID{c.Subject.Entity}},
		{objectRecords, []graph.EntityID{c.Object.Entity}},
		{speakerRecords, c.Attribution},
	}
}

// Merge implements [graph.Sink].
func (w *recordWriter) Merge(m *graph.Merge) error {
	w.merges++
	w.encode().merge(m)
	w.key = w.key[:0]
	w.numbered(m.Entity, w.merges)
	return w.write(mergeRecords, w.key)
}

// MaybeSame implements [graph.Sink].
func (w *recordWriter) MaybeSame(m *graph.MaybeSame) error {
	w.maybe++
	w.encode().other(m)
	for _, id := range []graph.EntityID{m.A, m.B} {
		w.key = append(w.key[:0], byte(maybeRecords))
		w.numbered(id, w.maybe)
		if err := w.put(); err != nil {
			return err
		}
	}
	return nil
}

// close writes what was gathered and forces the file to the disk. A key that
// came twice, as two names that are looked up alike do, is one record.
func (w *recordWriter) close() error {
	var last []byte
	for r, err := range w.sorted.Sorted() {
		if err != nil {
			return fmt.Errorf("write %s: %w", w.path, err)
		}
		if bytes.Equal(r.Key, last) {
			continue
		}
		last = append(last[:0], r.Key...)
		if err := w.written[r.Key[0]].Put(r.Key[1:], r.Value); err != nil {
			return err
		}
	}
	for i, b := range w.written {
		if err := w.file.PutBucket(buckets[i], b); err != nil {
			return err
		}
	}
	return w.file.Close()
}

// abort frees what the writer holds, and leaves the file as it is when it was
// not closed.
func (w *recordWriter) abort() {
	_ = w.sorted.Close()
	w.file.Abort()
}
