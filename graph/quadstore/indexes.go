package quadstore

import (
	"encoding/binary"
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph/extsort"
)

// index is an order in which quads can be found: by all or the first of its
// directions.
type index []quad.Direction

// indexes are the orders that a store has. Cayley makes the first two; without
// the others, the edge of a claim (label) and everything with a predicate are
// found by reading the whole store.
var indexes = []index{
	{quad.Subject, quad.Predicate},
	{quad.Object, quad.Predicate, quad.Subject},
	{quad.Label, quad.Subject},
	{quad.Predicate, quad.Subject},
}

// name returns the bucket that Cayley looks for.
func (x index) name() string {
	name := make([]byte, len(x))
	for i, d := range x {
		name[i] = d.Prefix()
	}
	return string(name)
}

// entry packs a quad's values in the index's directions, 32 bits each, and its
// own number behind them.
func (x index) entry(l link, id uint64) extsort.Number {
	n := extsort.Number{High: uint64(l.get(x[0]))<<32 | uint64(l.get(x[1])), Low: id}
	if len(x) == 3 {
		n.Low |= uint64(l.get(x[2])) << 32
	}
	return n
}

// key writes the key of an entry.
func (x index) key(n extsort.Number, key []byte) {
	binary.BigEndian.PutUint64(key, n.High>>32)
	binary.BigEndian.PutUint64(key[8:], n.High&0xFFFFFFFF)
	if len(x) == 3 {
		binary.BigEndian.PutUint64(key[16:], n.Low>>32)
	}
}

func (x index) keySize() int { return 8 * len(x) }

// mostlyOrdered reports whether most entries are ordered.
func (x index) mostlyOrdered() bool { return x.ordered(link{}) }

// ordered reports whether the entry of a quad comes after those of the quads
// before it, when quads come in the order of subject, predicate, object and
// label: by subject and predicate all do, and by label and subject those do that
// have no label, which come before the others.
func (x index) ordered(l link) bool {
	return x[0] == quad.Subject || x[0] == quad.Label && l.label == 0
}

func (l link) get(d quad.Direction) uint32 {
	switch d {
	case quad.Subject:
		return l.subject
	case quad.Predicate:
		return l.predicate
	case quad.Object:
		return l.object
	}
	return l.label
}

// cayleyIndexes lists the indexes as Cayley keeps them.
func cayleyIndexes() []kv.QuadIndex {
	out := make([]kv.QuadIndex, len(indexes))
	for i, x := range indexes {
		out[i] = kv.QuadIndex{Dirs: x}
	}
	return out
}

func sortedNames[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
