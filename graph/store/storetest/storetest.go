// Package storetest makes stores for the tests of packages that read one:
// from a graph at hand, or from one drawn at random.
package storetest

import (
	"cmp"
	"context"
	"iter"
	"path/filepath"
	"slices"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// Open writes a graph into a new store and opens it until the test ends. Its
// documents and entities may stand in any order: they are brought into the one
// that a [graph.Sink] is promised.
func Open(t testing.TB, r *graph.Resolution, p graph.Predicates) *store.Reader {
	t.Helper()
	slices.SortStableFunc(r.Documents, func(a, b graph.Document) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortStableFunc(r.Entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	_, err = w.Rebuild(context.Background(), store.Derivation{
		Resolve: func(_ context.Context, _ iter.Seq2[*graph.Observation, error], _ string, sink graph.Sink) error {
			return r.Send(sink)
		},
		Predicates: p,
	})
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}
