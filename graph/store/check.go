package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/boltfile"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// Checked says what a check has looked at.
type Checked struct {
	Format    int   `json:"format"`
	Documents int   `json:"documents"` // in the log
	LogBytes  int64 `json:"log_bytes"`
	// Torn is how many bytes at the end of the log belong to a record that was
	// being written; no fault, the next writer cuts them off.
	Torn int64 `json:"torn"`
	// Generation is the current one, 0 when no graph has been built.
	Generation int  `json:"generation"`
	Stale      bool `json:"stale"` // the log or the corrections hold more than the graph knows
	Claims     int  `json:"claims"`
	Quads      int  `json:"quads"`
}

// Check reads all of the store in dir and calls fault for everything that is
// not as it should be: records of the log that cannot be read as they were
// written, a graph whose files, indexes and counts do not agree with each
// other, or one that does not hold the documents that it was derived from. It
// changes nothing and may run beside a writer. The error is that of a store
// that cannot be looked at, or of ctx.
func Check(ctx context.Context, dir string, fault func(error)) (*Checked, error) {
	version, err := checkFormat(dir)
	if err != nil {
		return nil, err
	}
	c := &checker{ctx: ctx, dir: dir, fault: fault}
	c.Format = version
	for _, step := range []func() error{c.checkGraph, c.checkLog} {
		if err := step(); err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	return &c.Checked, nil
}

type checker struct {
	Checked
	ctx       context.Context
	dir       string
	fault     func(error)
	manifest  *Manifest
	documents map[graph.DocumentID]bool // of the graph
}

func (c *checker) faultf(format string, args ...any) { c.fault(fmt.Errorf(format, args...)) }

// checkLog reads every observation. The graph has been read before, so whatever
// it knows is in the log, unless it was withdrawn meanwhile.
func (c *checker) checkLog() error {
	path := LogPath(c.dir)
	log, err := obslog.OpenRead(path)
	if errors.Is(err, os.ErrNotExist) {
		c.faultf("%s is missing", path)
		return nil
	}
	if err != nil {
		c.fault(err)
		return nil
	}
	defer func() { _ = log.Close() }()
	c.LogBytes, c.Documents = log.Size(), log.Len()
	if info, err := os.Stat(path); err == nil {
		c.Torn = max(0, info.Size()-c.LogBytes)
	}
	for _, err := range log.All(c.ctx) {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if err != nil {
			c.faultf("%s: %w", path, err)
		}
	}
	if c.manifest == nil {
		return nil
	}
	hash, err := hashFile(CorrectionsPath(c.dir))
	if err != nil {
		c.fault(err)
	}
	c.Stale = c.manifest.LogBytes != c.LogBytes || c.manifest.Corrections != hash
	if c.manifest.Log != "" && c.manifest.Log == log.Fingerprint() {
		c.compareDocuments(log)
	}
	return nil
}

// compareDocuments checks that the graph has the documents of the log that it
// was derived from.
func (c *checker) compareDocuments(log *obslog.Log) {
	ids := log.IDs()
	for _, id := range ids {
		if !c.documents[id] {
			c.faultf("the graph lacks %s, which is in the log", id)
		}
		delete(c.documents, id)
	}
	for id := range c.documents {
		c.faultf("the graph has %s, which is not in the log", id)
	}
}

// checkGraph reads the current generation. Its pages are checked before bbolt
// meets them.
func (c *checker) checkGraph() error {
	r, err := c.openGraph()
	if err != nil {
		c.fault(err)
		return nil
	}
	if r == nil {
		return nil
	}
	defer r.Close()
	c.manifest, c.Generation = &r.Manifest, r.generation
	records := &recordChecker{checker: c, path: r.records.Path(), documents: make(map[graph.DocumentID]bool)}
	guard(c.fault, records.path, func() error { return r.records.View(records.check) })
	c.documents = records.documents
	c.Claims = records.count[string(claimBucket)]
	path := filepath.Join(generationFolder(c.dir, r.generation), quadsFile)
	guard(c.fault, path, func() error {
		n, err := r.quads.Verify(c.ctx, func(err error) { c.faultf("%s: %w", path, err) })
		if c.Quads = n; err == nil && int64(n) != r.Manifest.Quads {
			c.faultf("%s: there are %d quads, the manifest says %d", path, n, r.Manifest.Quads)
		}
		return err
	})
	guard(c.fault, path, func() error { return c.compareQuads(r, path, records) })
	return nil
}

// openGraph opens the current generation; there may be none, or one that cannot
// be read, which is a fault.
func (c *checker) openGraph() (*Reader, error) {
	sound := true
	fault := func(err error) {
		sound = false
		c.fault(err)
	}
	// A writer may make a new generation meanwhile and take this one away.
	for last := 0; ; {
		n, err := current(c.dir)
		if errors.Is(err, ErrNoGraph) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		var pages error
		for _, name := range []string{recordsFile, quadsFile} {
			path := filepath.Join(generationFolder(c.dir, n), name)
			pages = errors.Join(pages, boltfile.Verify(path, func(err error) { fault(fmt.Errorf("%s: %w", path, err)) }))
		}
		if pages != nil && n != last {
			last = n
			continue
		}
		if pages != nil || !sound {
			return nil, pages
		}
		r, err := openGeneration(c.dir, n)
		if errors.Is(err, fs.ErrNotExist) && n != last {
			last = n
			continue
		}
		return r, err
	}
}

// guard calls check, and makes a fault of its error, or of a panic in reading
// what the check of the pages has let pass.
func guard(fault func(error), path string, check func() error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if x := recover(); x != nil {
			fault(fmt.Errorf("%s: cannot be read: %v", path, x))
		}
	}()
	if err := check(); err != nil {
		fault(fmt.Errorf("%s: %w", path, err))
	}
}

// compareQuads checks that the quads speak of the same things as the records:
// every document, entity and claim is a node with a type, and no other node of
// these kinds has one; every edge is labelled with a claim.
func (c *checker) compareQuads(r *Reader, path string, records *recordChecker) error {
	nodes := make(map[string]int)
	err := r.records.View(func(tx *bolt.Tx) error {
		known := func(bucket []byte, id string) bool { return tx.Bucket(bucket).Get([]byte(id)) != nil }
		for q, err := range r.quads.All(c.ctx) {
			if err != nil {
				return err
			}
			if claim, ok := quadstore.ClaimOf(q.Label); q.Label != nil && !(ok && known(claimBucket, string(claim))) {
				c.faultf("%s: the edge %v is labelled with no claim of the records", path, q)
			}
			if q.Predicate != quadstore.Type || q.Label != nil {
				continue
			}
			bucket, id := nodeRecord(q.Subject)
			if bucket == nil || !known(bucket, id) {
				c.faultf("%s: the node %v is in no record", path, q.Subject)
				continue
			}
			nodes[string(bucket)]++
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, bucket := range [][]byte{documentBucket, entityBucket, claimBucket} {
		if got, want := nodes[string(bucket)], records.count[string(bucket)]; got != want {
			c.faultf("%s: %d nodes are %s, the records have %d", path, got, bucket, want)
		}
	}
	return nil
}

// nodeRecord returns where the record of a node is.
func nodeRecord(v quad.Value) (bucket []byte, id string) {
	if id, ok := quadstore.EntityOf(v); ok {
		return entityBucket, string(id)
	}
	if id, ok := quadstore.ClaimOf(v); ok {
		return claimBucket, string(id)
	}
	if id, ok := quadstore.DocumentOf(v); ok {
		return documentBucket, string(id)
	}
	return nil, ""
}
