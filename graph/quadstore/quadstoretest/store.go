package quadstoretest

import (
	"iter"
	"path/filepath"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// Fill writes quads into a new store on disk and opens it until the test ends.
func Fill(t testing.TB, quads iter.Seq[quad.Quad]) *quadstore.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "quads.db")
	w, err := quadstore.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for q := range quads {
		if err := w.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return Open(t, path)
}

// Open opens the store at path until the test ends.
func Open(t testing.TB, path string) *quadstore.Store {
	t.Helper()
	s, err := quadstore.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() }) //nolint:errcheck // only read from
	return s
}
