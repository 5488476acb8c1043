package quadstore

import (
	"errors"
	"fmt"
	"os"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// batchSize is how many quads are written in one transaction; on bbolt both
// smaller and larger batches cost more a quad.
const batchSize = 10_000

// Writer fills a new store. It is not safe for use by several goroutines.
//
// After the first error every later call fails: the file may then hold wrong
// quads, so it must be removed and never opened.
type Writer struct {
	path   string
	db     *bolt.DB
	qs     cgraph.QuadStore
	batch  []cgraph.Delta
	failed error
}

// Create makes a store at path, where no file may be, and returns its writer.
// Nothing is forced to the disk before [Writer.Close].
func Create(path string) (*Writer, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, fmt.Errorf("create %s: the file is there already", path)
	} else if !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	db, err := openBolt(path, cgraph.Options{optNoSync: true})
	if err != nil {
		return nil, err
	}
	qs, err := newQuadStore(db)
	if err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("create %s: %w", path, err)
	}
	return &Writer{path: path, db: db, qs: qs, batch: make([]cgraph.Delta, 0, batchSize)}, nil
}

func newQuadStore(db *bolt.DB) (cgraph.QuadStore, error) {
	h := hbolt.New(db)
	if err := initialise(h); err != nil {
		return nil, err
	}
	return kv.New(h, noBloom)
}

// Add writes q; the same quad twice is one quad.
func (w *Writer) Add(q quad.Quad) error {
	if w.failed != nil {
		return w.failed
	}
	if err := Check(q); err != nil {
		return w.fail(err)
	}
	w.batch = append(w.batch, cgraph.Delta{Quad: q, Action: cgraph.Add})
	if len(w.batch) < batchSize {
		return nil
	}
	return w.flush()
}

func (w *Writer) flush() error {
	if len(w.batch) == 0 {
		return nil
	}
	err := w.qs.ApplyDeltas(w.batch, cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		return w.fail(err)
	}
	w.batch = w.batch[:0]
	return nil
}

// fail records the first error and closes the file, so that no later batch can
// be stored on top of what the failed one left in memory.
func (w *Writer) fail(err error) error {
	w.failed = fmt.Errorf("write %s: %w", w.path, err)
	_ = w.db.Close()
	w.db = nil
	return w.failed
}

// Close writes what is left, forces the file to the disk and closes it. It
// returns the writer's first error, if there was one.
func (w *Writer) Close() error {
	if w.failed != nil {
		return w.failed
	}
	if err := w.flush(); err != nil {
		return err
	}
	if err := w.db.Sync(); err != nil {
		return w.fail(err)
	}
	w.failed = fmt.Errorf("write %s: the writer is closed", w.path)
	return w.db.Close()
}

// Abort closes the file without finishing it. After [Writer.Close] or an error
// it does nothing.
func (w *Writer) Abort() {
	if w.failed == nil {
		_ = w.fail(errors.New("the writer was stopped"))
	}
}
