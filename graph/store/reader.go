package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
)

// Reader reads one generation of the graph. It stays as it was when it was
// opened, whatever is ingested meanwhile. Any number of goroutines may use it.
type Reader struct {
	Manifest Manifest

	dir        string
	generation int
	records    *bolt.DB
	quads      *quadstore.Store
}

// Open opens the current generation of the store in dir for reading. The error
// wraps [ErrNoStore] or [ErrNoGraph] when there is nothing to read.
func Open(dir string) (*Reader, error) {
	if _, err := checkFormat(dir); err != nil {
		return nil, err
	}
	// A writer may take the generation away between reading its number and
	// opening it, but then there is a newer one.
	for last := 0; ; {
		n, err := current(dir)
		if err != nil {
			return nil, err
		}
		r, err := openGeneration(dir, n)
		if err == nil {
			return r, nil
		}
		if n == last || !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("open %s: %w", dir, err)
		}
		last = n
	}
}

// openGeneration opens the records first: who holds them holds the generation.
func openGeneration(dir string, n int) (*Reader, error) {
	folder := generationFolder(dir, n)
	records, err := openRecords(filepath.Join(folder, recordsFile))
	if err != nil {
		return nil, err
	}
	r := &Reader{dir: dir, generation: n, records: records}
	m, err := readManifest(folder)
	if err == nil {
		r.Manifest = *m
		r.quads, err = quadstore.Open(filepath.Join(folder, quadsFile))
	}
	if err != nil {
		_ = records.Close()
		return nil, err
	}
	return r, nil
}

func openRecords(path string) (*bolt.DB, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err // bbolt would make the file
	}
	db, err := bolt.Open(path, 0o644, &bolt.Options{ReadOnly: true, Timeout: 2 * time.Second})
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return db, nil
}

// Quads returns the generation's quads, which the reader closes.
func (r *Reader) Quads() *quadstore.Store { return r.quads }

// Stale reports whether documents or corrections have been added that the
// generation does not know.
func (r *Reader) Stale() (bool, error) {
	info, err := os.Stat(LogPath(r.dir))
	if err != nil {
		return false, err
	}
	hash, err := hashFile(CorrectionsPath(r.dir))
	if err != nil {
		return false, err
	}
	return info.Size() != r.Manifest.LogBytes || hash != r.Manifest.Corrections, nil
}

// Gizmo runs a query over the generation; see [gizmo.Run].
func (r *Reader) Gizmo(ctx context.Context, q gizmo.Query, lim gizmo.Limits) (*gizmo.Result, error) {
	return gizmo.Run(ctx, r.quads, q, lim)
}

// Close releases the generation. It waits for ranges and queries that are
// still under way.
func (r *Reader) Close() error { return errors.Join(r.quads.Close(), r.records.Close()) }
