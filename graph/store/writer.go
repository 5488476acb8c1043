package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/corrections"
	"github.com/kgbuild/kgbuild/graph/obslog"
)

// Resolver derives the graph from observations, which it may iterate over as
// often as it likes, and hands it to a sink. It reads the corrections itself.
// Temporary files go into folder.
type Resolver func(ctx context.Context, observations iter.Seq2[*graph.Observation, error], folder string, sink graph.Sink) error

// InMemory makes a Resolver of a function that returns the whole graph, for
// small ones.
func InMemory(resolve func(context.Context, iter.Seq2[*graph.Observation, error]) (*graph.Resolution, error)) Resolver {
	return func(ctx context.Context, observations iter.Seq2[*graph.Observation, error], _ string, sink graph.Sink) error {
		r, err := resolve(ctx, observations)
		if err != nil {
			return err
		}
		return r.Send(sink)
	}
}

// Derivation says how a graph is derived.
type Derivation struct {
	Resolve    Resolver
	Predicates graph.Predicates
	// Program names the program and its codebook; when it is not the one that
	// derived the current graph, the graph is stale.
	Program string
}

// Writer adds to a store and derives its graph. There is one at a time.
type Writer struct {
	dir     string
	lock    *flock.Flock
	log     *obslog.Log
	options obslog.Options
}

// OpenWriter opens the store in dir for writing, and makes it when there is
// none and dir is empty or not there. The error wraps [ErrLocked] when another
// process is writing the store, which is known within two seconds.
func OpenWriter(dir string, options obslog.Options) (*Writer, error) {
	dir = filepath.Clean(dir)
	_, err := checkFormat(dir)
	fresh := errors.Is(err, ErrNoStore)
	if err != nil && !fresh {
		return nil, err
	}
	if fresh {
		if err := vacant(dir); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("create %s: %w", dir, err)
		}
	}
	l, err := acquire(dir)
	if err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, lock: l, options: options}
	if err := w.open(fresh); err != nil {
		_ = l.Close()
		return nil, err
	}
	return w, nil
}

// open goes on once the lock is held.
func (w *Writer) open(fresh bool) error {
	if fresh {
		if err := create(w.dir); err != nil {
			return err
		}
	}
	if err := convert(w.dir); err != nil {
		return err
	}
	if err := corrections.Create(CorrectionsPath(w.dir)); err != nil {
		return err
	}
	// What a process that was killed while it compacted the log has left.
	if err := os.Remove(LogPath(w.dir) + temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	var err error
	if w.log, err = obslog.Open(LogPath(w.dir), w.options); err != nil {
		return err
	}
	sweep(w.dir)
	return nil
}

// Log returns the observations. What is appended is safe as the log says; the
// graph knows of it after the next [Writer.Rebuild].
func (w *Writer) Log() *obslog.Log { return w.log }

// Stale reports whether the current graph is not, or no longer, the one that d
// derives from the log and the corrections.
func (w *Writer) Stale(d Derivation) (bool, error) {
	want, err := w.origin(d)
	if err != nil {
		return false, err
	}
	n, err := current(w.dir)
	if errors.Is(err, ErrNoGraph) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	m, err := readManifest(generationFolder(w.dir, n))
	if err != nil {
		return true, nil // whatever is wrong with it, it can be derived again
	}
	return m.Log != want.Log || m.LogBytes != want.LogBytes || m.Corrections != want.Corrections || m.Program != want.Program, nil
}

// Current returns the manifest of the graph that readers open. The error wraps
// [ErrNoGraph] when there is none.
func (w *Writer) Current() (*Manifest, error) {
	n, err := current(w.dir)
	if err != nil {
		return nil, err
	}
	return readManifest(generationFolder(w.dir, n))
}

// origin returns a manifest that says what a graph derived now is derived from.
func (w *Writer) origin(d Derivation) (*Manifest, error) {
	hash, err := hashFile(CorrectionsPath(w.dir))
	if err != nil {
		return nil, err
	}
	return &Manifest{Log: w.log.Fingerprint(), LogBytes: w.log.Size(), Corrections: hash, Program: d.Program}, nil
}

// Rebuild derives the graph anew and makes it the one that readers open. Those
// who have the former one open keep it. After an error, or a kill at any
// moment, the former one stays.
func (w *Writer) Rebuild(ctx context.Context, d Derivation) (*Manifest, error) {
	if err := w.log.Sync(); err != nil {
		return nil, fmt.Errorf("rebuild %s: %w", w.dir, err)
	}
	// Before the resolver reads them: what changes meanwhile makes the graph
	// stale rather than seem up to date.
	m, err := w.origin(d)
	if err != nil {
		return nil, fmt.Errorf("rebuild %s: %w", w.dir, err)
	}
	built, err := buildGeneration(ctx, w.dir, d, w.log.All(ctx), *m)
	if err != nil {
		return nil, fmt.Errorf("rebuild %s: %w", w.dir, err)
	}
	sweep(w.dir)
	return built, nil
}

// Close closes the log and lets the next writer in.
func (w *Writer) Close() error {
	return errors.Join(w.log.Close(), w.lock.Close())
}

// LogPath returns the path of a store's observation log.
func LogPath(dir string) string { return filepath.Join(dir, logFile) }

// CorrectionsPath returns the path of a store's corrections file.
func CorrectionsPath(dir string) string { return filepath.Join(dir, correctionsFile) }
