package store_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph/store"
)

// sound makes a store of three documents.
func sound(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "kgbuild.db")
	w := openWriter(t, dir)
	for i := range 3 {
		add(t, w, i)
	}
	rebuild(t, w, people)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

// faults returns what a check finds.
func faults(t testing.TB, dir string) (*store.Checked, []string) {
	t.Helper()
	var found []string
	checked, err := store.Check(context.Background(), dir, func(err error) { found = append(found, err.Error()) })
	if err != nil {
		t.Fatal(err)
	}
	return checked, found
}

func TestCheckSound(t *testing.T) {
	dir := sound(t)
	checked, found := faults(t, dir)
	want := &store.Checked{Format: store.Version, Documents: 3, LogBytes: checked.LogBytes, Generation: 1, Claims: 3, Quads: checked.Quads}
	if diff := cmp.Diff(want, checked); diff != "" || len(found) > 0 || checked.Quads == 0 {
		t.Errorf("faults %v; checked (-want +got):\n%s", found, diff)
	}
	// What the graph does not know yet, and half a record, are no faults.
	w := openWriter(t, dir)
	add(t, w, 7)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	change(t, store.LogPath(dir), func(b []byte) []byte { return append(b, "\xF0obs half a record"...) })
	checked, found = faults(t, dir)
	if !checked.Stale || checked.Documents != 4 || checked.Torn != 18 || len(found) > 0 {
		t.Errorf("faults %v, checked %+v", found, checked)
	}
	if _, err := store.Check(context.Background(), t.TempDir(), nil); !errors.Is(err, store.ErrNoStore) {
		t.Errorf("an empty folder: %v", err)
	}
}

// change changes the bytes of a file.
func change(t testing.TB, path string, f func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, f(b), 0o644); err != nil {
		t.Fatal(err)
	}
}

// edit changes a bbolt file, as no part of the program does.
func edit(t testing.TB, path string, f func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(f), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func first(tx *bolt.Tx, bucket string) (b *bolt.Bucket, key, value []byte) {
	b = tx.Bucket([]byte(bucket))
	key, value = b.Cursor().First()
	return b, key, value
}

func deleteFirst(bucket string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		b, key, _ := first(tx, bucket)
		return b.Delete(key)
	}
}

func setFirst(bucket, value string) func(*bolt.Tx) error {
	return func(tx *bolt.Tx) error {
		b, key, _ := first(tx, bucket)
		return b.Put(key, []byte(value))
	}
}

// Every kind of damage is found, and named.
func TestCheckFinds(t *testing.T) {
	records := func(f func(*bolt.Tx) error) func(testing.TB, string) {
		return func(t testing.TB, dir string) { edit(t, filepath.Join(dir, "graph/1/records.db"), f) }
	}
	quads := func(f func(*bolt.Tx) error) func(testing.TB, string) {
		return func(t testing.TB, dir string) { edit(t, filepath.Join(dir, "graph/1/quads.db"), f) }
	}
	for _, c := range []struct {
		damage func(testing.TB, string)
		want   string
	}{
		{func(t testing.TB, dir string) {
			change(t, store.LogPath(dir), func(b []byte) []byte { b[100] ^= 4; return b })
		}, "observation log is damaged at offset 16"},
		{func(t testing.TB, dir string) { mustRemove(t, store.LogPath(dir)) }, "observations.log is missing"},
		{func(t testing.TB, dir string) { mustRemove(t, filepath.Join(dir, "graph/1/quads.db")) }, "quads.db: no such file"},
		{func(t testing.TB, dir string) {
			change(t, filepath.Join(dir, "graph/1/manifest.json"), func(b []byte) []byte {
				return []byte(strings.Replace(string(b), `"claims": 3`, `"claims": 4`, 1))
			})
		}, "there are 3 claims, the manifest says 4"},
		{records(deleteFirst("claims")), "there are 2 claims, the manifest says 3"},
		{records(deleteFirst("documents")), "the graph lacks doc/"},
		{records(deleteFirst("entities")), `is not among the entities`},
		{records(deleteFirst("names")), `look-ups by names, the records ask for`},
		{records(deleteFirst("subject")), `is not among the subject`},
		{records(setFirst("claims", "{")), "unexpected end of JSON input"},
		{records(setFirst("entities", `{"id":"entity/x"}`)), "it holds the record of entity/x"},
		{records(func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte("object")) }), "the bucket object is missing"},
		{quads(deleteFirst("sp")), "index sp: it lists"},
		{quads(setFirst("ops", "\x01\x02")), "which is no quad"},
		{quads(setFirst("ps", "\x80")), "cannot be read"},
		{quads(deleteFirst("log")), "has a value that is not there"},
		{quads(setFirst("log", "what")), "cannot be read"},
		{quads(func(tx *bolt.Tx) error { return tx.Bucket([]byte("meta")).Put([]byte("size"), make([]byte, 8)) }), "the store says 0"},
		{quads(func(tx *bolt.Tx) error { return tx.DeleteBucket([]byte("cs")) }), "the bucket cs is missing"},
	} {
		dir := sound(t)
		c.damage(t, dir)
		if _, found := faults(t, dir); !strings.Contains(strings.Join(found, "\n"), c.want) {
			t.Errorf("want a fault with %q, found %q", c.want, found)
		}
	}
}

func mustRemove(t testing.TB, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
}

// Whatever is wrong with the pages of a file, a check ends with a report. The
// pages that say where others are come first, so most of the damage goes there.
func TestCheckBearsAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for i := range 40 {
		dir := sound(t)
		name := []string{"quads.db", "records.db"}[i%2]
		change(t, filepath.Join(dir, "graph/1", name), func(b []byte) []byte {
			for range 1 + random.IntN(40) {
				page := random.IntN(len(b) / 4096)
				b[page*4096+random.IntN(80)] = byte(random.Uint32())
			}
			if random.IntN(4) == 0 {
				b = b[:random.IntN(len(b))]
			}
			return b
		})
		faults(t, dir)
	}
}

func TestBackup(t *testing.T) {
	dir := sound(t)
	w := openWriter(t, dir) // may go on meanwhile
	add(t, w, 5)
	dest := filepath.Join(t.TempDir(), "copy.db")
	checked, err := store.Backup(context.Background(), dir, dest)
	if err != nil || checked.Documents != 4 {
		t.Fatalf("%+v, %v", checked, err)
	}
	if diff := cmp.Diff(export(t, open(t, dir)), export(t, open(t, dest))); diff != "" {
		t.Errorf("the copy differs (-store +copy):\n%s", diff)
	}
	rebuild(t, openWriter(t, dest), people)
	if _, err := store.Backup(context.Background(), dir, dest); err == nil || !strings.Contains(err.Error(), "there is something already") {
		t.Errorf("a backup over a backup: %v", err)
	}
}

// A backup of a damaged store, or one that is stopped, leaves nothing that
// could be taken for a backup.
func TestFailedBackup(t *testing.T) {
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	for i, ctx := range []context.Context{context.Background(), stopped} {
		dir := sound(t)
		if i == 0 {
			change(t, store.LogPath(dir), func(b []byte) []byte { b[100] ^= 4; return b })
		}
		folder := t.TempDir()
		if _, err := store.Backup(ctx, dir, filepath.Join(folder, "copy.db")); err == nil {
			t.Error("the backup succeeded")
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			t.Errorf("%d entries are left, %v", len(entries), err)
		}
	}
	if _, err := store.Backup(context.Background(), t.TempDir(), filepath.Join(t.TempDir(), "x")); !errors.Is(err, store.ErrNoStore) {
		t.Errorf("a backup of nothing: %v", err)
	}
}
