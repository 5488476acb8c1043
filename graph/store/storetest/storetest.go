// Package storetest makes stores for the tests of packages that read one:
// from a graph at hand, or from one drawn at random.
package storetest

import (
	"context"
	"iter"
	"path/filepath"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// Open writes a graph into a new store and opens it until the test ends.
func Open(t testing.TB, r *graph.Resolution, p graph.Predicates) *store.Reader {
	t.Helper()
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
