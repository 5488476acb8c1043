package store

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// buildGeneration has the graph derived into a new generation of the store in
// dir and makes it the current one. Nothing that a reader may have open is
// touched; until the last step, neither is anything that a reader may open. On
// an error the half-built generation is removed.
func buildGeneration(ctx context.Context, dir string, d Derivation, observations iter.Seq2[*graph.Observation, error], m Manifest) (*Manifest, error) {
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
	if err := fillGeneration(ctx, folder, d, observations, &m); err != nil {
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

func fillGeneration(ctx context.Context, folder string, d Derivation, observations iter.Seq2[*graph.Observation, error], m *Manifest) error {
	g, err := newGenerationWriter(ctx, folder, d.Predicates)
	if err != nil {
		return err
	}
	defer g.abort()
	if err := d.Resolve(ctx, observations, folder, g); err != nil {
		return err
	}
	if err := g.close(); err != nil {
		return err
	}
	quads, err := countQuads(ctx, filepath.Join(folder, quadsFile))
	if err != nil {
		return err
	}
	g.count.Log, g.count.LogBytes, g.count.Corrections, g.count.Program = m.Log, m.LogBytes, m.Corrections, m.Program
	g.count.Format, g.count.Quads = Version, quads
	g.count.Predicates = make(graph.Predicates)
	for name, info := range d.Predicates {
		if info.Symmetric || len(info.Implies) > 0 {
			g.count.Predicates[name] = info
		}
	}
	*m = g.count
	return writeManifest(folder, m)
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
