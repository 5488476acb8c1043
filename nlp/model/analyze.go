package model

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"github.com/kgbuild/kgbuild/nlp/model/wordpiece"
)

// batchPieces is how many pieces a worker takes at once: enough that the
// weights, which do not fit into a core's own cache, are read seldom.
const batchPieces = 384

// Analyze returns the analysis of each window. It uses up to workers
// goroutines, and one at least. It fails if a window's sentence starts or
// breaks are out of order, if ctx is done, or if the model cannot be read any
// more; no text makes it fail.
func (m *Model) Analyze(ctx context.Context, windows []Window, workers int) ([]Result, error) {
	j := &job{model: m, windows: windows, tokens: make([]tokens, len(windows)), results: make([]Result, len(windows))}
	for i := range windows {
		if err := windows[i].check(); err != nil {
			return nil, fmt.Errorf("analyze window %d: %w", i, err)
		}
		j.results[i].Words = make([]Word, len(windows[i].Words))
	}
	workers = max(1, workers)
	j.tokenize(workers)
	for len(j.waiting) > 0 {
		if err := j.round(ctx, workers); err != nil {
			return nil, fmt.Errorf("analyze: %w", err)
		}
	}
	for i := range j.results {
		slices.SortFunc(j.results[i].Sentences, func(a, b [2]int) int { return a[0] - b[0] })
		slices.SortFunc(j.results[i].Readings, Reading.compare)
		j.joinParts(i)
	}
	return j.results, nil
}

// job is one call of Analyze. Words of the results are written by whoever
// has their stretch; what several workers share is behind the lock.
type job struct {
	model   *Model
	windows []Window
	tokens  []tokens
	results []Result

	lock    sync.Mutex
	waiting []stretch
}

// tokenize makes pieces of all words and fills the queue with the stretches
// that can be read first.
func (j *job) tokenize(workers int) {
	limit := j.model.positions - 2
	each(len(j.windows), workers, func(i int) {
		w, t := &j.windows[i], &j.tokens[i]
		if len(w.Words) == 0 {
			return
		}
		t.at = make([]int32, 1, len(w.Words)+1)
		t.shapes = make([]uint8, len(w.Words))
		t.pieces = make([]int32, 0, len(w.Words)*5/4+8)
		for k, word := range w.Words {
			t.pieces = j.model.tokenizer.Append(t.pieces, word)
			t.at = append(t.at, int32(len(t.pieces)))
			t.shapes[k] = uint8(wordpiece.ShapeOf(word))
		}
	})
	for i := range j.windows {
		switch w, t := &j.windows[i], &j.tokens[i]; {
		case len(w.Words) == 0:
		case w.Starts != nil:
			j.waiting = append(j.waiting, knownStretches(i, w, t, limit)...)
		default:
			j.waiting = append(j.waiting, openStretch(i, w, t, 0, limit))
		}
	}
}

// each calls f for 0 to n-1, on up to workers goroutines.
func each(n, workers int, f func(i int)) {
	var next atomic.Int64
	var g sync.WaitGroup
	for range min(workers, (n+15)/16) {
		g.Go(func() {
			for i := int(next.Add(16)) - 16; i < n; i = int(next.Add(16)) - 16 {
				for k := i; k < min(i+16, n); k++ {
					f(k)
				}
			}
		})
	}
	g.Wait()
}

// round analyses the stretches that wait. Those that follow on undecided ones
// wait for the next round.
func (j *job) round(ctx context.Context, workers int) error {
	queue := j.waiting
	j.waiting = nil
	slices.SortFunc(queue, func(a, b stretch) int {
		if a.size != b.size {
			return b.size - a.size
		}
		if a.window != b.window {
			return a.window - b.window
		}
		return a.start - b.start
	})
	batches := batch(queue, workers)
	var next atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	for range min(workers, len(batches)) {
		g.Go(func() error {
			a := j.model.arenas.get()
			defer j.model.arenas.put(a)
			for {
				i := int(next.Add(1)) - 1
				if i >= len(batches) {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := j.run(a, batches[i]); err != nil {
					return err
				}
			}
		})
	}
	return g.Wait()
}

// batch divides the queue, which is sorted by size, among the workers.
func batch(queue []stretch, workers int) (batches [][]stretch) {
	total := 0
	for _, s := range queue {
		total += s.size
	}
	room := min(batchPieces, max(64, (total+workers-1)/workers))
	for start := 0; start < len(queue); {
		end, size := start+1, queue[start].size
		for end < len(queue) && size+queue[end].size <= room {
			size += queue[end].size
			end++
		}
		batches = append(batches, queue[start:end])
		start = end
	}
	return batches
}

// run encodes a batch, decodes its words, and reads the sentences whose windows
// ask for it.
func (j *job) run(a *arena, batch []stretch) error {
	if err := j.read(a, batch); err != nil {
		return err
	}
	first := 0
	for _, s := range batch {
		j.decode(a, s, first)
		first += s.end - s.start
	}
	j.decodeReadings(a)
	return nil
}

// read computes the outputs of all heads for the words of a batch, and keeps
// what the reader starts from if a window asks for readings.
func (j *job) read(a *arena, batch []stretch) error {
	m := j.model
	a.reader.sentences = a.reader.sentences[:0]
	a.pieces, a.shapes, a.starts, a.words = a.pieces[:0], a.shapes[:0], a.starts[:0], a.words[:0]
	for _, s := range batch {
		t := &j.tokens[s.window]
		a.starts = append(a.starts, len(a.pieces))
		a.pieces = append(a.pieces, m.tokenizer.CLS())
		a.shapes = append(a.shapes, uint8(wordpiece.NoShape))
		for w := s.start; w < s.end; w++ {
			first := int32(len(a.pieces))
			a.pieces = append(a.pieces, t.pieces[t.at[w]:t.at[w+1]]...)
			for range t.at[w+1] - t.at[w] {
				a.shapes = append(a.shapes, t.shapes[w])
			}
			a.words = append(a.words, wordSpan{first, int32(len(a.pieces))})
		}
		a.pieces = append(a.pieces, m.tokenizer.SEP())
		a.shapes = append(a.shapes, uint8(wordpiece.NoShape))
	}
	a.starts = append(a.starts, len(a.pieces))
	read := m.reader != nil && slices.ContainsFunc(batch, func(s stretch) bool { return j.windows[s.window].Readings })
	if err := m.encode(a, read); err != nil {
		return err
	}
	a.vectors = m.pool(a, a.words, a.vectors)
	m.heads.apply(m.kernels, a, len(a.words))
	return nil
}
