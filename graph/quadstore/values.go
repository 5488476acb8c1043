package quadstore

import (
	"crypto/sha1" //nolint:gosec // it is what Cayley tells values apart by
	"hash/maphash"

	"github.com/cayleygraph/cayley/graph/refs"
)

// values numbers the values of a store from 1 in the order in which they come.
// It keeps their hashes, by which Cayley tells values apart as well, and not
// the values.
type values struct {
	hashes  []refs.ValueHash // of number 1, 2, …
	table   []uint32         // open addressing by the hash; 0 is a free place
	cache   [cacheSize]cached
	seed    maphash.Seed
	scratch []byte
}

// cached is a value seen not long ago; most quads share values with the ones
// before, and comparing strings is cheaper than hashing for good.
type cached struct {
	term term
	id   uint32
}

const cacheSize = 1 << 13

func newValues() *values { return &values{table: make([]uint32, 1<<12), seed: maphash.MakeSeed()} }

// recent returns the number of a value that was seen not long ago.
func (t *values) recent(v *term) (id uint32, seen bool) {
	c := t.slot(v)
	return c.id, c.term == *v
}

// slot returns where a value is cached.
func (t *values) slot(v *term) *cached {
	h := v.bits * 0x9E3779B97F4A7C15
	if v.text != "" {
		h = maphash.String(t.seed, v.text)
	}
	return &t.cache[(h+uint64(v.kind))%cacheSize]
}

// add returns the number of a value and whether it is new.
func (t *values) add(v *term) (id uint32, added bool) {
	t.scratch = v.appendString(t.scratch[:0])
	hash := refs.ValueHash(sha1.Sum(t.scratch)) //nolint:gosec // see above
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
	// A text may be a part of a whole document.
	*t.slot(v) = cached{v.own(), id}
	return id, added
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
