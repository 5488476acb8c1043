package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"path/filepath"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/extsort"
)

// How many quads are sorted without a temporary file; each takes 32 bytes.
const (
	sortedInMemory = 1 << 19
	// indexedInMemory is that for the two indexes that need sorting. By then
	// nothing else of the graph is in memory.
	indexedInMemory = 1 << 22
)

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
	// Room to work in.
	key             [8]byte
	content, record []byte
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
	s, err := statementOf(q)
	if err != nil {
		return w.fail(err)
	}
	return w.add(&s)
}

// add writes a statement.
func (w *Writer) add(s *statement) error {
	if w.failed != nil {
		return w.failed
	}
	var ids [4]uint32
	for i, t := range [4]*term{&s.subject, &s.predicate, &s.object, &s.label} {
		if i == 3 && t.kind == noTerm {
			break
		}
		id, seen := w.values.recent(t)
		if !seen || t.kind == noTerm {
			// Whatever has been written before has been checked.
			if err := s.check(); err != nil {
				return w.fail(err)
			}
			var err error
			if id, err = w.intern(t); err != nil {
				return w.fail(err)
			}
		}
		ids[i] = id
	}
	if s.predicate.kind != iriTerm {
		return w.fail(s.check())
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
func (w *Writer) intern(t *term) (uint32, error) {
	id, added := w.values.add(t)
	if !added {
		return id, nil
	}
	if len(w.values.hashes) >= math.MaxUint32 {
		return 0, errTooMany
	}
	var err error
	if w.content, err = t.appendValue(w.content[:0]); err != nil {
		return 0, err
	}
	w.record = appendNode(w.record[:0], uint64(id), w.content)
	return id, w.putLog(uint64(id), w.record)
}

// putLog writes a record of the log.
func (w *Writer) putLog(id uint64, record []byte) error {
	binary.BigEndian.PutUint64(w.key[:], id)
	return w.log.Put(w.key[:], record)
}

var errTooMany = errors.New("the graph has more than four thousand million values and quads")

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
