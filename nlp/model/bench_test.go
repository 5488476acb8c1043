//go:build unix

package model

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// benchmarkText returns paragraphs of English: the UD EWT dev set, ten
// sentences a paragraph, where KGBUILD_DATA names the data folder; otherwise
// a few sentences over and over.
func benchmarkText(b *testing.B) (list []Window, words int) {
	dir := os.Getenv("KGBUILD_DATA")
	if dir == "" {
		for range 100 {
			w := Window{Words: strings.Fields(sample), Starts: []int{0}}
			list, words = append(list, w), words+len(w.Words)
		}
		return list, words
	}
	files, err := filepath.Glob(filepath.Join(dir, "ud-ewt", "*dev*.conllu"))
	if err != nil || len(files) == 0 {
		b.Fatal("no UD EWT dev set below ", dir, err)
	}
	f, err := os.Open(files[0])
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var w Window
	sentences := 0
	for s := bufio.NewScanner(f); s.Scan(); {
		line := s.Text()
		if line == "" {
			if sentences++; sentences%5 == 0 {
				list, w = append(list, w), Window{}
			}
			continue
		}
		column := strings.Split(line, "\t")
		if len(column) == 10 && !strings.ContainsAny(column[0], "-.") {
			if column[0] == "1" {
				w.Starts = append(w.Starts, len(w.Words))
			}
			w.Words = append(w.Words, column[1])
			words++
		}
	}
	return append(list, w), words
}

// cpuSeconds returns the processor time that the process has used.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return float64(u.Utime.Sec+u.Stime.Sec) + float64(u.Utime.Usec+u.Stime.Usec)/1e6
}

func benchmarkAnalyze(b *testing.B, workers int, known, readings bool) {
	m := testModel(b)
	list, words := benchmarkText(b)
	for i := range list {
		if !known {
			list[i].Starts = nil
		}
		list[i].Readings = readings
	}
	ctx := context.Background()
	if _, err := m.Analyze(ctx, list[:1], 1); err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	b.ReportAllocs()
	start := cpuSeconds()
	b.ResetTimer()
	for b.Loop() {
		if _, err := m.Analyze(ctx, list, workers); err != nil {
			b.Fatal(err)
		}
	}
	total := float64(words) * float64(b.N)
	b.ReportMetric(total/(cpuSeconds()-start), "words/cpu-s")
	b.ReportMetric(total/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkAnalyze(b *testing.B)           { benchmarkAnalyze(b, 1, true, false) }
func BenchmarkAnalyzeParallel(b *testing.B)   { benchmarkAnalyze(b, runtime.NumCPU(), true, false) }
func BenchmarkAnalyzeBoundaries(b *testing.B) { benchmarkAnalyze(b, 1, false, false) }
func BenchmarkAnalyzeReadings(b *testing.B)   { benchmarkAnalyze(b, 1, false, true) }

func BenchmarkOpen(b *testing.B) {
	if *modelPath == "" {
		testModel(b)
	}
	start := cpuSeconds()
	for b.Loop() {
		if *modelPath != "" {
			testModel(b)
			continue
		}
		if _, err := openBuiltIn(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((cpuSeconds()-start)/float64(b.N)*1000, "cpu-ms/op")
}
