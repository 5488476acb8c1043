package main

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// Bounds of the memory that deriving a graph takes.
const (
	// memoryFloor is what is never saved on: with less, collecting garbage would
	// take much of the time.
	memoryFloor = 256 << 20
	// memoryFactor is how many times what is in use may be taken where that is
	// more than the floor allows.
	memoryFactor = 1.4
	// memoryEvery is how often it is looked at what is in use.
	memoryEvery = 100 * time.Millisecond
)

// saveMemory keeps the memory of the process near memoryFloor, or where that is
// not enough at memoryFactor times of what is in use, until what it returns is
// called. Most of what a derivation allocates is soon garbage; left to itself,
// the runtime would let as much of it pile up as there is in use.
func saveMemory() (stop func()) {
	before := debug.SetMemoryLimit(-1)
	done, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		tick := time.NewTicker(memoryEvery)
		defer tick.Stop()
		for {
			debug.SetMemoryLimit(min(before, max(memoryFloor, int64(memoryFactor*float64(liveHeap())))))
			select {
			case <-done:
				return
			case <-tick.C:
			}
		}
	}()
	return func() {
		close(done)
		<-stopped
		debug.SetMemoryLimit(before)
	}
}

// liveHeap returns how many bytes were in use when garbage was last collected.
func liveHeap() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxInt32
	}
	return sample[0].Value.Uint64()
}
