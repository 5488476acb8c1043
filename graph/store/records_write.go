package store

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"

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

// buckets lists them in the order in which they are written.
var buckets = [][]byte{
	claimBucket, documentBucket, entityBucket, maybeBucket, mergeBucket, nameBucket,
	objectBucket, speakerBucket, subjectBucket,
}

// maxName is the length in bytes of the longest name that is looked up; bbolt
// limits the length of keys.
const maxName = 1024

// recordMemory is how many bytes of records are held in memory before they go
// to a temporary file.
const recordMemory = 16 << 20

func pair(a, b string) []byte { return append(append([]byte(a), 0), b...) }

func numbered(a string, n int) []byte {
	return binary.BigEndian.AppendUint32(append([]byte(a), 0), uint32(n))
}

// recordWriter gathers the records of a graph, in whatever order they come, and
// writes them in the order of their keys. It is a [graph.Sink].
type recordWriter struct {
	path   string
	sorted *extsort.Records // the key begins with the number of its bucket
	key    []byte           // scratch
	merges int
	maybe  int
}

func newRecordWriter(path string) *recordWriter {
	return &recordWriter{path: path, sorted: extsort.NewRecords(filepath.Dir(path), recordMemory)}
}

// add takes a record in; one without a value has a nil one.
func (w *recordWriter) add(bucket, key []byte, value any) error {
	var v []byte
	if value != nil {
		var err error
		if v, err = json.Marshal(value); err != nil {
			return fmt.Errorf("write %s: %s %q: %w", w.path, bucket, key, err)
		}
	}
	number := slices.IndexFunc(buckets, func(b []byte) bool { return &b[0] == &bucket[0] })
	w.key = append(append(w.key[:0], byte(number)), key...)
	if err := w.sorted.Add(w.key, v); err != nil {
		return fmt.Errorf("write %s: %w", w.path, err)
	}
	return nil
}

// Document implements [graph.Sink].
func (w *recordWriter) Document(d *graph.Document) error {
	return w.add(documentBucket, []byte(d.ID), d)
}

// Entity implements [graph.Sink].
func (w *recordWriter) Entity(e *graph.Entity) error {
	if err := w.add(entityBucket, []byte(e.ID), e); err != nil {
		return err
	}
	for _, name := range append([]string{string(e.ID), e.Name}, e.Aliases...) {
		if key := quadstore.Key(name); key != "" && len(key) <= maxName {
			if err := w.add(nameBucket, pair(key, string(e.ID)), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// Claim implements [graph.Sink].
func (w *recordWriter) Claim(c *graph.Claim) error {
	if err := w.add(claimBucket, []byte(c.ID), c); err != nil {
		return err
	}
	for _, end := range endsOf(c) {
		for _, id := range end.ids {
			if id == "" {
				continue
			}
			if err := w.add(end.bucket, pair(string(id), string(c.ID)), nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// claimEnds are entities by which a claim is looked up in a bucket.
type claimEnds struct {
	bucket []byte
	ids    []graph.EntityID
}

func endsOf(c *graph.Claim) []claimEnds {
	return []claimEnds{
		{subjectBucket, []graph.EntityID{c.Subject.Entity}},
		{objectBucket, []graph.EntityID{c.Object.Entity}},
		{speakerBucket, c.Attribution},
	}
}

// Merge implements [graph.Sink].
func (w *recordWriter) Merge(m *graph.Merge) error {
	w.merges++
	return w.add(mergeBucket, numbered(string(m.Entity), w.merges), m)
}

// MaybeSame implements [graph.Sink].
func (w *recordWriter) MaybeSame(m *graph.MaybeSame) error {
	w.maybe++
	if err := w.add(maybeBucket, numbered(string(m.A), w.maybe), m); err != nil {
		return err
	}
	return w.add(maybeBucket, numbered(string(m.B), w.maybe), m)
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
