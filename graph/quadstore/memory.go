package quadstore

import (
	"fmt"
	"iter"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// NewMemory returns a store in memory that holds the given quads. It is meant
// for tests: the number of nodes that Cayley reports for it is wrong, and a
// search without results in it does not stop when its time is up.
func NewMemory(quads iter.Seq[quad.Quad]) (*Store, error) {
	var deltas []cgraph.Delta
	for q := range quads {
		if err := Check(q); err != nil {
			return nil, err
		}
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Add})
	}
	s := &Store{mem: memstore.New()}
	err := s.mem.ApplyDeltas(deltas, cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true})
	if err != nil {
		return nil, fmt.Errorf("fill a store in memory: %w", err)
	}
	return s, nil
}
