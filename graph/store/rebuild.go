package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// checkEvery is how many quads are written between two looks at the context.
const checkEvery = 4096

// buildGeneration writes r as a new generation of the store in dir and makes it
// the current one. Nothing that a reader may have open is touched; until the
// last step, neither is anything that a reader may open. On an error the
// half-built generation is removed.
func buildGeneration(ctx context.Context, dir string, r *graph.Resolution, p graph.Predicates, m Manifest) (*Manifest, error) {
	known, err := generations(dir)
	if err != nil {
		return nil, err
	}
	n := 1
	for _, k := range known {
		n = max(n, k+1)
	}
	folder := generationFolder(dir, n)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	if err := fillGeneration(ctx, folder, r, p, &m); err != nil {
		_ = os.RemoveAll(folder)
		return nil, err
	}
	for _, d := range []string{folder, filepath.Dir(folder), dir} {
		if err := syncFolder(d); err != nil {
			_ = os.RemoveAll(folder)
			return nil, err
		}
	}
	// From here on the folder stays: when the error comes after the rename,
	// CURRENT names it already. If it does not, the next writer clears it away.
	if err := replaceFile(filepath.Join(dir, currentFile), fmt.Appendln(nil, n)); err != nil {
		return nil, err
	}
	return &m, nil
}

func fillGeneration(ctx context.Context, folder string, r *graph.Resolution, p graph.Predicates, m *Manifest) error {
	if err := writeRecords(filepath.Join(folder, recordsFile), r); err != nil {
		return err
	}
	if err := writeQuads(ctx, filepath.Join(folder, quadsFile), r, p); err != nil {
		return err
	}
	quads, err := countQuads(ctx, filepath.Join(folder, quadsFile))
	if err != nil {
		return err
	}
	m.Format = Version
	m.Documents, m.Claims, m.Merges, m.Quads = len(r.Documents), len(r.Claims), len(r.Merges), quads
	m.Copies, m.Entities, m.Events = 0, 0, 0
	for i := range r.Documents {
		if r.Documents[i].CopyOf != "" {
			m.Copies++
		}
	}
	m.Predicates = make(graph.Predicates)
	for name, info := range p {
		if info.Symmetric || len(info.Implies) > 0 {
			m.Predicates[name] = info
		}
	}
	for i := range r.Entities {
		if r.Entities[i].ID.IsEvent() {
			m.Events++
		} else {
			m.Entities++
		}
	}
	return writeManifest(folder, m)
}

func writeQuads(ctx context.Context, path string, r *graph.Resolution, p graph.Predicates) error {
	w, err := quadstore.Create(path)
	if err != nil {
		return err
	}
	defer w.Abort()
	n := 0
	for q := range quadstore.Quads(r, p) {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := w.Add(q); err != nil {
			return err
		}
	}
	return w.Close()
}

// countQuads also shows that what was written can be opened.
func countQuads(ctx context.Context, path string) (int64, error) {
	s, err := quadstore.Open(path)
	if err != nil {
		return 0, err
	}
	n, err := s.Count(ctx)
	if e := s.Close(); err == nil {
		err = e
	}
	return n, err
}

// sweep removes every generation but the current one that no reader has open.
// What cannot be removed now is removed another time.
func sweep(dir string) {
	now, err := current(dir) // 0 when there is none
	if err != nil && !errors.Is(err, ErrNoGraph) {
		return
	}
	known, err := generations(dir)
	if err != nil {
		return
	}
	for _, n := range known {
		if n != now && !held(generationFolder(dir, n)) {
			_ = os.RemoveAll(generationFolder(dir, n))
		}
	}
}
