package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"path/filepath"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"

	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/extsort"
)

// sortedInMemory is how many quads are sorted without a temporary file; each
// takes 32 bytes.
const sortedInMemory = 1 << 19

// Writer fills a new store. It is not safe for use by several goroutines.
//
// Instead of handing quads to Cayley, which looks every one up in its indexes
// and changes them page by page, it writes the file that Cayley would have
// written: values are numbered as they come, quads are sorted by the numbers of
// their values, and every index is written once from its first key to its last.
// The file is for reading: it lacks the counts that Cayley deletes by.
//
// After the first error every later call fails, and the file is to be removed.
type Writer struct {
	path   string
	file   *boltfile.Writer
	log    *boltfile.Bucket
	values *values
	quads  *extsort.Numbers
	failed error
}

// Create makes a store at path, where no file may be, and returns its writer.
// Temporary files go into the same folder.
func Create(path string) (*Writer, error) {
	file, err := boltfile.Create(path)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	return &Writer{
		path: path, file: file, log: file.NewBucket(), values: newValues(),
		quads: extsort.NewNumbers(filepath.Dir(path), sortedInMemory),
	}, nil
}

// Add writes q; the same quad twice is one quad.
func (w *Writer) Add(q quad.Quad) error {
	if w.failed != nil {
		return w.failed
	}
	var ids [4]uint32
	for i, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		id, seen := w.values.recent(v)
		if !seen {
			// Whatever has been written before has been checked.
			if err := Check(q); err != nil {
				return w.fail(err)
			}
			var err error
			if id, err = w.intern(v); err != nil {
				return w.fail(err)
			}
		}
		ids[i] = id
	}
	if _, ok := q.Predicate.(quad.IRI); !ok {
		return w.fail(Check(q))
	}
	err := w.quads.Add(extsort.Number{
		High: uint64(ids[0])<<32 | uint64(ids[1]),
		Low:  uint64(ids[2])<<32 | uint64(ids[3]),
	})
	if err != nil {
		return w.fail(err)
	}
	return nil
}

// intern returns the number of a value, and writes one that is new.
func (w *Writer) intern(v quad.Value) (uint32, error) {
	id, added := w.values.add(v)
	if !added {
		return id, nil
	}
	if len(w.values.hashes) >= math.MaxUint32 {
		return 0, errTooMany
	}
	content, err := pquads.MarshalValue(v)
	if err != nil {
		return 0, err
	}
	return id, w.log.Put(bigEndian(uint64(id)), nodeRecord(uint64(id), content))
}

var errTooMany = errors.New("the graph has more than four thousand million values and quads")

func bigEndian(n ...uint64) []byte {
	b := make([]byte, 0, 24)
	for _, x := range n {
		b = binary.BigEndian.AppendUint64(b, x)
	}
	return b
}

// fail records the first error and frees what the writer holds.
func (w *Writer) fail(err error) error {
	if w.failed == nil {
		w.failed = fmt.Errorf("write %s: %w", w.path, err)
		w.file.Abort()
		_ = w.quads.Close()
	}
	return w.failed
}

// Close writes the quads, forces the file to the disk and closes it. It returns
// the writer's first error, if there was one.
func (w *Writer) Close() error {
	if w.failed != nil {
		return w.failed
	}
	if err := w.finish(); err != nil {
		return w.fail(err)
	}
	w.failed = fmt.Errorf("write %s: the writer is closed", w.path)
	return nil
}

// Abort closes the file without finishing it. After [Writer.Close] or an error
// it does nothing.
func (w *Writer) Abort() {
	if w.failed == nil {
		_ = w.fail(errors.New("the writer was stopped"))
	}
}
