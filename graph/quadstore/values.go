package quadstore

import (
	"hash/maphash"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// values numbers the values of a store from 1 in the order in which they come.
// It keeps their hashes, by which Cayley tells values apart as well, and not
// the values.
type values struct {
	hashes []refs.ValueHash // of number 1, 2, …
	table  []uint32         // open addressing by the hash; 0 is a free place
	cache  [cacheSize]cached
	seed   maphash.Seed
}

// cached is a value seen not long ago; most quads share values with the ones
// before, and comparing strings is cheaper than hashing for good.
type cached struct {
	value quad.Value
	id    uint32
}

const cacheSize = 1 << 13

func newValues() *values { return &values{table: make([]uint32, 1<<12), seed: maphash.MakeSeed()} }

// recent returns the number of a value that was seen not long ago, and 0 for
// none.
func (t *values) recent(v quad.Value) (id uint32, seen bool) {
	if v == nil {
		return 0, true
	}
	c := t.slot(v)
	if c != nil && c.value == v {
		return c.id, true
	}
	return 0, false
}

// slot returns where a value is cached; nil for a value of a rare kind.
func (t *values) slot(v quad.Value) *cached {
	var h uint64
	switch v := v.(type) {
	case quad.IRI:
		h = maphash.String(t.seed, string(v))
	case quad.String:
		h = maphash.String(t.seed, string(v)) + 1
	case quad.Int:
		h = uint64(v) * 0x9E3779B97F4A7C15
	default:
		return nil
	}
	return &t.cache[h%cacheSize]
}

// add returns the number of a value and whether it is new.
func (t *values) add(v quad.Value) (id uint32, added bool) {
	hash := refs.HashOf(v)
	if 3*len(t.hashes) >= 2*len(t.table) {
		t.grow()
	}
	place := t.place(hash)
	if t.table[place] == 0 {
		t.hashes = append(t.hashes, hash)
		t.table[place] = uint32(len(t.hashes))
		added = true
	}
	id = t.table[place]
	if c := t.slot(v); c != nil {
		*c = cached{own(v), id}
	}
	return id, added
}

// own returns a value that keeps nothing else in memory: a string may be a part
// of a whole document.
func own(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		return quad.IRI(strings.Clone(string(v)))
	case quad.String:
		return quad.String(strings.Clone(string(v)))
	}
	return v
}

// place returns where a hash stands in the table, or would.
func (t *values) place(hash refs.ValueHash) int {
	mask := len(t.table) - 1
	at := int(hash[0])<<24 | int(hash[1])<<16 | int(hash[2])<<8 | int(hash[3])
	for at &= mask; t.table[at] != 0 && t.hashes[t.table[at]-1] != hash; at = (at + 1) & mask {
	}
	return at
}

func (t *values) grow() {
	t.table = make([]uint32, 2*len(t.table))
	for i, hash := range t.hashes {
		t.table[t.place(hash)] = uint32(i + 1)
	}
}
