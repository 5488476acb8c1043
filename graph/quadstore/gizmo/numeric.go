package gizmo

import (
	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/quad"
)

// numeric is a comparison of numbers. Cayley's own never finds a fraction when
// it is given a whole number, nor the other way round.
type numeric struct {
	op     iterator.Operator
	number float64
}

// BuildIterator makes the iterator of those results of it that are numbers and
// fulfil the comparison.
func (n numeric) BuildIterator(qs cgraph.QuadStore, it iterator.Shape) iterator.Shape {
	return iterator.NewValueFilter(qs, it, func(v quad.Value) (bool, error) {
		switch v := v.(type) {
		case quad.Int:
			return iterator.RunFloatOp(quad.Float(v), n.op, quad.Float(n.number)), nil
		case quad.Float:
			return iterator.RunFloatOp(v, n.op, quad.Float(n.number)), nil
		}
		return false, nil
	})
}
