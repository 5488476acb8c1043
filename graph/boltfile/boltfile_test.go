package boltfile_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph/boltfile"
)

type content map[string]map[string]string // bucket → key → value

// write writes all buckets at the same time, key by key in turn.
func write(t testing.TB, path string, c content) {
	t.Helper()
	w, err := boltfile.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	names := slices.Sorted(maps.Keys(c))
	buckets := make([]*boltfile.Bucket, len(names))
	keys := make([][]string, len(names))
	for i, name := range names {
		buckets[i] = w.NewBucket()
		keys[i] = slices.Sorted(maps.Keys(c[name]))
	}
	for more := true; more; {
		more = false
		for i, name := range names {
			if len(keys[i]) == 0 {
				continue
			}
			key := keys[i][0]
			keys[i], more = keys[i][1:], true
			if err := buckets[i].Put([]byte(key), []byte(c[name][key])); err != nil {
				t.Fatal(err)
			}
		}
	}
	for i, name := range names {
		if err := w.PutBucket([]byte(name), buckets[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// read returns what bbolt finds in a file, and fails the test when bbolt's own
// check finds a fault.
func read(t testing.TB, path string) content {
	t.Helper()
	if err := boltfile.Verify(path, func(err error) { t.Errorf("verify: %v", err) }); err != nil {
		t.Fatal(err)
	}
	db, err := bolt.Open(path, 0o644, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	c := make(content)
	err = db.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			t.Errorf("bbolt's check: %v", err)
		}
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			keys := make(map[string]string)
			c[string(name)] = keys
			err := b.ForEach(func(k, v []byte) error {
				keys[string(k)] = string(v)
				return nil
			})
			for k, v := range keys {
				if got := b.Get([]byte(k)); string(got) != v {
					t.Errorf("%q in %q: looked up %q, walked to %q", k, name, got, v)
				}
			}
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// What bbolt reads is what was written, for random keys and values of every
// size, from empty buckets to trees of several levels.
func TestRandom(t *testing.T) {
	sizes := []int{0, 1, 2, 30, 1000, 20_000}
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 5))
		text := func(least, most int) string {
			b := make([]byte, least+random.IntN(most-least))
			for i := range b {
				b[i] = byte(random.Uint32())
			}
			return string(b)
		}
		want := make(content)
		for i := range 3 + random.IntN(4) {
			keys := make(map[string]string)
			for range sizes[random.IntN(len(sizes))] {
				value := text(0, 40)
				if random.IntN(500) == 0 {
					value = strings.Repeat("long ", random.IntN(9000))
				}
				keys[text(1, 30)] = value
			}
			if random.IntN(3) == 0 {
				keys[text(3000, 9000)] = "of a long key"
			}
			want[fmt.Sprintf("%d %s", i, text(1, 5))] = keys
		}
		path := filepath.Join(t.TempDir(), "file")
		write(t, path, want)
		if diff := cmp.Diff(want, read(t, path)); diff != "" {
			t.Fatalf("seed %d (-written +read):\n%.2000s", seed, diff)
		}
	}
}

// Many small buckets make the root a tree of its own.
func TestManyBuckets(t *testing.T) {
	want := make(content)
	for i := range 5000 {
		keys := make(map[string]string)
		for k := range i % 40 {
			keys[fmt.Sprintf("key %d", k)] = strings.Repeat("v", i%60)
		}
		want[fmt.Sprintf("bucket %d", i)] = keys
	}
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, want)
	if diff := cmp.Diff(want, read(t, path)); diff != "" {
		t.Fatalf("(-written +read):\n%.2000s", diff)
	}
}

// bbolt itself can go on writing where this package has ended.
func TestWritable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	want := content{"a": {}, "b": {"k": "v"}}
	for i := range 3000 {
		want["a"][fmt.Sprint(i)] = "before"
	}
	write(t, path, want)
	db, err := bolt.Open(path, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for i := 0; i < 3000; i += 7 {
			want["a"][fmt.Sprint(i)] = "after"
			if err := tx.Bucket([]byte("a")).Put(fmt.Append(nil, i), []byte("after")); err != nil {
				return err
			}
		}
		return nil
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, read(t, path)); diff != "" {
		t.Fatalf("(-want +got):\n%.2000s", diff)
	}
}

func TestRefuses(t *testing.T) {
	for reason, put := range map[string]func(*boltfile.Writer, *boltfile.Bucket) error{
		"not in ascending order": func(_ *boltfile.Writer, b *boltfile.Bucket) error {
			_ = b.Put([]byte("b"), nil)
			return b.Put([]byte("a"), nil)
		},
		`"b" after "b"`: func(_ *boltfile.Writer, b *boltfile.Bucket) error {
			_ = b.Put([]byte("b"), nil)
			return b.Put([]byte("b"), nil)
		},
		"the key is empty": func(_ *boltfile.Writer, b *boltfile.Bucket) error { return b.Put(nil, nil) },
		"too long": func(_ *boltfile.Writer, b *boltfile.Bucket) error {
			return b.Put(bytes.Repeat([]byte("k"), 40_000), nil)
		},
		`"a" after "c"`: func(w *boltfile.Writer, b *boltfile.Bucket) error {
			_ = w.PutBucket([]byte("c"), b)
			return w.PutBucket([]byte("a"), w.NewBucket())
		},
	} {
		path := filepath.Join(t.TempDir(), "file")
		w, err := boltfile.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		err = put(w, w.NewBucket())
		if err == nil || !strings.Contains(err.Error(), reason) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: got %v", reason, err)
		}
		if again := w.Close(); !errors.Is(again, err) {
			t.Errorf("%s: closing gives %v", reason, again)
		}
		if _, err := boltfile.Create(path); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a file was written over: %v", err)
		}
		if db, err := bolt.Open(path, 0o644, &bolt.Options{ReadOnly: true}); err == nil {
			_ = db.Close()
			t.Errorf("%s: the unfinished file can be opened", reason)
		}
	}
}

// A file whose pages are changed at random is found to be so, or bbolt can read
// all of it.
func TestVerify(t *testing.T) {
	whole := content{"a": {}, "b": {"k": "v"}, "c": {}}
	for i := range 2000 {
		whole["a"][fmt.Sprint(i)] = strings.Repeat("v", i%50)
	}
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, whole)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(21, 22))
	found := 0
	for range 300 {
		damaged := slices.Clone(sound)
		for range 1 + random.IntN(3) {
			page := random.IntN(len(damaged) / 4096)
			damaged[page*4096+random.IntN(300)] ^= 1 << random.IntN(8)
		}
		if random.IntN(10) == 0 {
			damaged = damaged[:random.IntN(len(damaged))]
		}
		if err := os.WriteFile(path, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		faults := 0
		if err := boltfile.Verify(path, func(error) { faults++ }); err != nil || faults > 0 {
			found++
			continue
		}
		db, err := bolt.Open(path, 0o644, &bolt.Options{ReadOnly: true})
		if err != nil {
			continue // no damage that bbolt does not see by itself
		}
		err = db.View(func(tx *bolt.Tx) error {
			return tx.ForEach(func(_ []byte, b *bolt.Bucket) error {
				return b.ForEach(func(_, _ []byte) error { return nil })
			})
		})
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
	}
	if found < 100 {
		t.Errorf("damage was found in %d files of 300", found)
	}
}
