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
const recordMemory = 16 << 20

func pair(a, b string) []byte { return append(append([]byte(a), 0), b...) }

// recordWriter gathers the records of a graph, in whatever order they come, and
// writes them in the order of their keys. It is a [graph.Sink].
type recordWriter struct {
	path   string
	sorted *extsort.Records // the key begins with the number of its bucket
	merges int
	maybe  int
	// Room to work in.
	key   []byte
	value encoder
}

func newRecordWriter(path string) *recordWriter {
	return &recordWriter{path: path, sorted: extsort.NewRecords(filepath.Dir(path), recordMemory)}
}

// add takes in a record whose key is an id.
func (w *recordWriter) add(bucket bucketNumber, id string) error {
	w.key = append(append(w.key[:0], byte(bucket)), id...)
	return w.put()
}

// addPair takes in a record that belongs to two keys and has no value.
func (w *recordWriter) addPair(bucket bucketNumber, a, b string) error {
	w.value.b = w.value.b[:0]
	w.key = append(append(w.key[:0], byte(bucket)), a...)
	w.key = append(append(w.key, 0), b...)
	return w.put()
}

// addNumbered takes in one of the records of an entity.
func (w *recordWriter) addNumbered(bucket bucketNumber, id graph.EntityID, n int) error {
	w.key = append(append(w.key[:0], byte(bucket)), id...)
	w.key = binary.BigEndian.AppendUint32(append(w.key, 0), uint32(n))
	return w.put()
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
	return w.add(documentRecords, string(d.ID))
}

// Entity implements [graph.Sink].
func (w *recordWriter) Entity(e *graph.Entity) error {
	w.encode().entity(e)
	if err := w.add(entityRecords, string(e.ID)); err != nil {
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
	if err := w.add(claimRecords, string(c.ID)); err != nil {
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
	return w.addNumbered(mergeRecords, m.Entity, w.merges)
}

// MaybeSame implements [graph.Sink].
func (w *recordWriter) MaybeSame(m *graph.MaybeSame) error {
	w.maybe++
	w.encode().other(m)
	if err := w.addNumbered(maybeRecords, m.A, w.maybe); err != nil {
		return err
	}
	return w.addNumbered(maybeRecords, m.B, w.maybe)
}

// close writes the file and forces it to the disk. A key that came twice, as
// two names that are looked up alike do, is one record.
func (w *recordWriter) close() error {
	file, err := boltfile.Create(w.path)
	if err != nil {
		return err
	}
	defer file.Abort()
	written := make([]*boltfile.Bucket, len(buckets))
	for i := range written {
		written[i] = file.NewBucket()
	}
	var last []byte
	for r, err := range w.sorted.Sorted() {
		if err != nil {
			return fmt.Errorf("write %s: %w", w.path, err)
		}
		if bytes.Equal(r.Key, last) {
			continue
		}
		last = append(last[:0], r.Key...)
		if err := written[r.Key[0]].Put(r.Key[1:], r.Value); err != nil {
			return err
		}
	}
	for i, b := range written {
		if err := file.PutBucket(buckets[i], b); err != nil {
			return err
		}
	}
	return file.Close()
}

// abort frees what the writer holds.
func (w *recordWriter) abort() { _ = w.sorted.Close() }
