//go:build unix

package export_test

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/export"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
)

// watching counts bytes, and looks now and then at how much memory is in use.
type watching struct{ bytes, looked, peak int64 }

func (w *watching) Write(p []byte) (int, error) {
	if w.bytes += int64(len(p)); w.bytes-w.looked > 64<<20 || w.looked == 0 {
		w.looked = w.bytes
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.peak = max(w.peak, int64(m.HeapAlloc))
	}
	return len(p), nil
}

// cpu returns the processor's seconds that the process has used: other
// programs on the machine change it little.
func cpu(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkExport writes a store drawn at random, of BENCH_CLAIMS claims
// (default 20,000), in every format. Edges are claims or, folded, statements.
func BenchmarkExport(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(800)) // as the program does
	claims := 20_000
	if n, err := strconv.Atoi(os.Getenv("BENCH_CLAIMS")); err == nil {
		claims = n
	}
	r := storetest.Random(7, claims)
	about, folded := r.Entities[0].ID, make(map[graph.Statement]bool)
	for i := range r.Claims {
		folded[r.Claims[i].Statement(storetest.Predicates)] = true
	}
	statements := len(folded)
	g := storetest.Open(b, r, storetest.Predicates)
	all, err := export.Formats()
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range all {
		kinds := []export.Edges{export.Claims}
		if f.Kind == export.Network {
			kinds = append(kinds, export.Folded)
		}
		for _, edges := range kinds {
			count := claims
			if edges == export.Folded {
				count = statements
			}
			b.Run(f.Name+"/"+string(edges), func(b *testing.B) {
				out, before := new(watching), cpu(b)
				for b.Loop() {
					if err := f.Write(out, g, export.Options{Predicates: storetest.Predicates, Edges: edges, About: about}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(count)*float64(b.N)/(cpu(b)-before), "edges/cpu-s")
				b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "edges/s")
				b.ReportMetric(float64(out.bytes)/float64(b.N)/float64(count), "B/edge")
				b.ReportMetric(float64(out.peak)/(1<<20), "heap-MB")
			})
		}
	}
}
