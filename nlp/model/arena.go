package model

import "sync"

// An arena is the memory that one worker needs for a batch. It grows to the
// largest batch and is used again, so that nothing is allocated for a token.
type arena struct {
	// the batch: sequences of pieces one after the other
	pieces []int32
	shapes []uint8
	starts []int      // first piece of each sequence, and the end
	words  []wordSpan // pieces of the words of all sequences

	// the encoder, one row a piece
	state     []float32
	query     []float32
	keyValue  []float32
	context   []float32
	scales    []float32 // of the quantised rows
	wide      []byte    // quantised, between the two halves of the feed-forward net
	row       []float32
	keys      []float32 // transposed
	scores    []float32
	embedding []byte
	productArena

	// the heads, one row a word
	vectors []float32
	outputs []float32

	// decoding, for one sentence
	tree treeArena
	tags tagArena

	reader readerArena
}

// wordSpan is the pieces of a word: from start to end in the batch.
type wordSpan struct{ start, end int32 }

type arenas struct{ pool sync.Pool }

func (p *arenas) get() *arena {
	if a, ok := p.pool.Get().(*arena); ok {
		return a
	}
	return new(arena)
}

func (p *arenas) put(a *arena) { p.pool.Put(a) }

// grow returns s with length n; what it held may be lost.
func grow[T any](s []T, n int) []T {
	if cap(s) >= n {
		return s[:n]
	}
	return make([]T, n+n/4)[:n]
}
