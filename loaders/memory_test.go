package loaders

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
)

// records gives JSON lines without holding them.
type records struct {
	n, next int
	rest    []byte
}

func (r *records) Read(p []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.next == r.n {
			return 0, io.EOF
		}
		r.next++
		text := strings.Repeat(fmt.Sprintf("Record %d: %s ", r.next, strings.TrimSpace(sentence)), 15)
		r.rest = fmt.Appendf(nil, "{\"title\": \"Record %d\", \"date\": \"2024-05-06\", \"text\": %q}\n", r.next, text)
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// heapAt reads records and returns the live heap after some of them.
func heapAt(t *testing.T, body io.Reader, options Options, marks ...int) []uint64 {
	t.Helper()
	options.Stdin = body
	r, err := NewReader(options)
	if err != nil {
		t.Fatal(err)
	}
	var out []uint64
	n := 0
	for _, err := range r.Read(t.Context(), "-") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; len(out) < len(marks) && n == marks[len(out)] {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC() // pools are emptied by the second
			runtime.ReadMemStats(&m)
			out = append(out, m.HeapAlloc)
		}
	}
	if len(out) != len(marks) {
		t.Fatalf("%d documents", n)
	}
	return out
}

// What a reader holds does not grow with the corpus.
func TestConstantMemory(t *testing.T) {
	packed := new(bytes.Buffer)
	func() {
		z := gzip.NewWriter(packed)
		defer z.Close()
		if _, err := io.Copy(z, &records{n: 1_000}); err != nil {
			t.Fatal(err)
		}
	}()
	for name, body := range map[string]io.Reader{"JSON lines": &records{n: 1_000}, "packed": packed} {
		heap := heapAt(t, body, Options{Limits: Limits{Ratio: 1 << 20}}, 100, 1_000)
		t.Logf("%s: %d KiB after 100 documents, %d KiB after 1,000", name, heap[0]>>10, heap[1]>>10)
		if heap[1] > heap[0]+1<<20 {
			t.Errorf("%s: the heap grew from %d to %d bytes", name, heap[0], heap[1])
		}
	}
}
