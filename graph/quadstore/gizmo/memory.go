package gizmo

import (
	"context"
	"runtime/metrics"
	"sync/atomic"
	"time"
)

// heapMetric is how much memory live objects, and dead ones not yet collected,
// take.
const heapMetric = "/memory/classes/heap/objects:bytes"

// memoryInterval is how often a running query's memory is looked at.
const memoryInterval = 25 * time.Millisecond

func heap() uint64 {
	sample := []metrics.Sample{{Name: heapMetric}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return sample[0].Value.Uint64()
}

// watchMemory calls cancel when the heap has grown by more than limit bytes,
// until ctx is done; 0 is no limit. The heap is the whole program's, so what
// others do meanwhile counts as well. The function that it returns stops the
// watch and reports whether the limit was reached.
func watchMemory(ctx context.Context, limit uint64, cancel func()) func() bool {
	if limit == 0 {
		return func() bool { return false }
	}
	var exceeded atomic.Bool
	done, ended := make(chan struct{}), make(chan struct{})
	start := heap()
	go func() {
		defer close(ended)
		tick := time.NewTicker(memoryInterval)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-ctx.Done():
				return
			case <-tick.C:
				if now := heap(); now > start && now-start > limit {
					exceeded.Store(true)
					cancel()
					return
				}
			}
		}
	}()
	return func() bool {
		close(done)
		<-ended
		return exceeded.Load()
	}
}
