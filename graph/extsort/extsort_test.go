package extsort_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/kgbuild/kgbuild/graph/extsort"
)

// With every limit, and so with no run, a few or many, numbers come out as
// slices.Sort would have them.
func TestNumbers(t *testing.T) {
	for _, limit := range []int{1, 7, 100, 5000} {
		random := rand.New(rand.NewPCG(1, uint64(limit)))
		folder := t.TempDir()
		s := extsort.NewNumbers(folder, limit)
		var want []extsort.Number
		for range 1000 {
			n := extsort.Number{High: random.Uint64() >> (8 * random.IntN(8)), Low: random.Uint64() % 50}
			want = append(want, n, n)
			for range 2 {
				if err := s.Add(n); err != nil {
					t.Fatal(err)
				}
			}
		}
		slices.SortFunc(want, func(a, b extsort.Number) int {
			if a.Less(b) {
				return -1
			}
			if b.Less(a) {
				return 1
			}
			return 0
		})
		var got []extsort.Number
		for n, err := range s.Sorted() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, n)
		}
		if !slices.Equal(want, got) {
			t.Errorf("limit %d: the order is wrong", limit)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		wantEmpty(t, folder)
	}
}

func TestRecords(t *testing.T) {
	for _, limit := range []int{1, 200, 3000, 1 << 20} {
		random := rand.New(rand.NewPCG(2, uint64(limit)))
		folder := t.TempDir()
		s := extsort.NewRecords(folder, limit)
		type pair struct{ key, value string }
		var want []pair
		for i := range 800 {
			key := make([]byte, random.IntN(12))
			for i := range key {
				key[i] = "ab\x00\xff"[random.IntN(4)]
			}
			want = append(want, pair{string(key), fmt.Sprint("value ", i)})
			if err := s.Add(key, fmt.Appendf(nil, "value %d", i)); err != nil {
				t.Fatal(err)
			}
		}
		slices.SortStableFunc(want, func(a, b pair) int { return bytes.Compare([]byte(a.key), []byte(b.key)) })
		var got []pair
		for r, err := range s.Sorted() {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, pair{string(r.Key), string(r.Value)})
		}
		if !slices.Equal(want, got) {
			t.Errorf("limit %d: the order is wrong", limit)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		wantEmpty(t, folder)
	}
}

func wantEmpty(t *testing.T, folder string) {
	t.Helper()
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("%d files are left, %v", len(entries), err)
	}
}

func TestNoFolder(t *testing.T) {
	s := extsort.NewRecords("/does/not/exist", 1)
	_ = s.Add([]byte("a"), nil)
	if err := s.Add([]byte("b"), nil); err == nil {
		t.Error("a run was written nowhere")
	}
}
