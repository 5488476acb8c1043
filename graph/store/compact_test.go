package store_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/store"
)

// Compacting drops what was withdrawn and nothing else, whatever a killed process
// left; a log that has nothing to drop stays as it is.
func TestCompact(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, second := observation(1), observation(2)
	for _, o := range []*graph.Observation{first, second} {
		if _, err := w.Log().Append(o); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := w.Compact(); n != 0 || err != nil {
		t.Errorf("%d bytes were dropped, %v", n, err)
	}
	if _, err := w.Log().Withdraw(first.Document.ID); err != nil {
		t.Fatal(err)
	}
	before := w.Log().Size()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(store.LogPath(dir)+".tmp", []byte("half a log"), 0o600); err != nil {
		t.Fatal(err)
	}
	if w, err = store.OpenWriter(dir, obslog.Options{}); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	n, err := w.Compact()
	if err != nil || n <= 0 || w.Log().Size() != before-n {
		t.Errorf("%d bytes were dropped of %d and %d are left, %v", n, before, w.Log().Size(), err)
	}
	if w.Log().Has(first.Document.SHA256) || !w.Log().Has(second.Document.SHA256) || w.Log().Len() != 1 {
		t.Error("the log holds something else")
	}
	if _, err := w.Log().Append(first); err != nil {
		t.Error(err)
	}
}
