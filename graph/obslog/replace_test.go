package obslog

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
)

// observationAt makes the observation number n as if it were read from path.
func observationAt(n int, path string) *graph.Observation {
	o := newObservation(n)
	o.Document.Path = path
	return o
}

func idOf(n int) graph.DocumentID { return newObservation(n).Document.ID }

// wantNamed checks which of the observations were read from path.
func wantNamed(t testing.TB, l *Log, path string, numbers ...int) {
	t.Helper()
	var want []graph.DocumentID
	for _, n := range numbers {
		want = append(want, idOf(n))
	}
	slices.Sort(want)
	got, err := l.Named(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("documents at %s (-want +got):\n%s", path, diff)
	}
}

func TestReplace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	for n, at := range []string{"a", "b", "b", "c"} {
		if _, err := l.Append(observationAt(n, at)); err != nil {
			t.Fatal(err)
		}
	}
	wantNamed(t, l, "b", 1, 2)
	replace := func(n int, at string, want bool, old ...graph.DocumentID) {
		t.Helper()
		if added, err := l.Replace(observationAt(n, at), old...); err != nil || added != want {
			t.Fatalf("replace by %d: %v, %v", n, added, err)
		}
	}
	// One that is not there, one twice, and the new one itself do no harm.
	replace(4, "b", true, idOf(1), idOf(9), idOf(2), idOf(1), idOf(4))
	wantNamed(t, l, "b", 4)
	wantNamed(t, l, "a", 0)
	// The new version has been stored before, under another path.
	replace(0, "c", false, idOf(3))
	wantNamed(t, l, "c")
	// Back to what it was.
	replace(1, "b", true, idOf(4))
	fingerprint := l.Fingerprint()
	mustClose(t, l)

	l = mustOpen(t, path)
	wantNamed(t, l, "a", 0)
	wantNamed(t, l, "b", 1)
	wantNamed(t, l, "c")
	if l.Len() != 2 || l.Fingerprint() != fingerprint {
		t.Errorf("opened again: %d documents, fingerprint %s, want %s", l.Len(), l.Fingerprint(), fingerprint)
	}
	again := observationAt(0, "a")
	if _, err := l.Withdraw(idOf(0)); err != nil || l.Fingerprint() == fingerprint {
		t.Errorf("the fingerprint does not depend on the documents, %v", err)
	}
	if _, err := l.Append(again); err != nil || l.Fingerprint() != fingerprint {
		t.Errorf("withdrawn and read again, the fingerprint changed, %v", err)
	}
}

// A kill at any moment of a replacement leaves the old version or the new one.
func TestReplaceCutAtEveryByte(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	mustAppend(t, l, 0)
	mustAppend(t, l, 1)
	before := int(l.Size())
	if _, err := l.Replace(newObservation(2), idOf(0)); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for cut := before; cut <= len(data); cut++ {
		m := &memory{data: slices.Clone(data[:cut])}
		l, err := openFile(m, Options{})
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if cut < len(data) {
			wantNumbers(t, l, 0, 1)
		} else {
			wantNumbers(t, l, 1, 2)
		}
	}
}

// Random replacements and reopenings against a map from path to version.
func TestReplaceAgainstMap(t *testing.T) {
	paths := []string{"a", "b", "c", "d"}
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 7))
		m := new(memory)
		l, err := openFile(m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[string]int)
		for n := range 60 {
			at := paths[random.IntN(len(paths))]
			old, err := l.Named(at)
			if err != nil {
				t.Fatal(err)
			}
			if added, err := l.Replace(observationAt(n, at), old...); err != nil || !added {
				t.Fatalf("seed %d, step %d: %v, %v", seed, n, added, err)
			}
			want[at] = n
			if random.IntN(8) == 0 {
				if l, err = openFile(&memory{data: slices.Clone(m.data)}, Options{}); err != nil {
					t.Fatal(err)
				}
				m = l.file.(*memory)
			}
			for _, at := range paths {
				if n, there := want[at]; there {
					wantNamed(t, l, at, n)
				}
			}
			if l.Len() != len(want) {
				t.Fatalf("seed %d: %d documents, want %d", seed, l.Len(), len(want))
			}
		}
	}
}

// A document is found by its path and by its locator; only the latter names its
// versions.
func TestLocated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l := mustOpen(t, path)
	for n, locator := range []string{"", "/x/a", "a", "/x/a"} {
		o := observationAt(n, "a")
		o.Locator = locator
		if _, err := l.Append(o); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		wantNamed(t, l, "a", 0, 1, 2, 3)
		wantNamed(t, l, "/x/a", 1, 3)
		for locator, want := range map[string][]graph.DocumentID{"/x/a": {idOf(1), idOf(3)}, "a": {idOf(2)}, "b": nil} {
			slices.Sort(want)
			got, err := l.Located(locator)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("located at %q: %v\n%s", locator, err, diff)
			}
		}
		mustClose(t, l)
		l = mustOpen(t, path)
	}
}
