package quadstore

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"math"

	cproto "github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	bolt "go.etcd.io/bbolt"
	"google.golang.org/protobuf/proto"
)

// All ranges over all quads, in no promised order. It ends with the first
// error.
func (s *Store) All(ctx context.Context) iter.Seq2[quad.Quad, error] {
	return func(yield func(quad.Quad, error) bool) {
		qs, err := s.View(ctx)
		if err != nil {
			yield(quad.Quad{}, err)
			return
		}
		it := qs.QuadsAllIterator().Iterate()
		defer func() { _ = it.Close() }()
		for it.Next(ctx) {
			q, err := qs.Quad(it.Result())
			if !yield(q, err) || err != nil {
				return
			}
		}
		if err := it.Err(); err != nil {
			yield(quad.Quad{}, err)
		}
	}
}

// Verify reads the file of the store and calls fault for everything that is not
// as it should be: values and quads that cannot be read, and indexes that do
// not list each quad once, where it belongs. The file's pages are taken to be
// sound. It returns the number of quads. A store in memory has no faults.
func (s *Store) Verify(ctx context.Context, fault func(error)) (quads int, err error) {
	if s.db == nil {
		n, err := s.Count(ctx)
		return int(n), err
	}
	v := &verifier{ctx: ctx, fault: fault}
	err = s.db.View(v.check)
	return v.quads, err
}

// verifier checks one file.
type verifier struct {
	ctx    context.Context
	fault  func(error)
	links  []link // by id; the zero link for what is none
	hashes []refs.ValueHash
	quads  int
	nodes  int
}

func (v *verifier) faultf(format string, args ...any) { v.fault(fmt.Errorf(format, args...)) }

func (v *verifier) check(tx *bolt.Tx) error {
	for _, name := range append(indexNames(), "log", "meta") {
		if tx.Bucket([]byte(name)) == nil {
			return fmt.Errorf("the bucket %s is missing", name)
		}
	}
	meta := func(key string) uint64 {
		if b := tx.Bucket([]byte("meta")).Get([]byte(key)); len(b) == 8 {
			return binary.LittleEndian.Uint64(b)
		}
		return 0
	}
	horizon := meta("horizon")
	if err := v.readLog(tx.Bucket([]byte("log")), horizon); err != nil {
		return err
	}
	if size := meta("size"); size != uint64(v.quads) {
		v.faultf("there are %d quads, the store says %d", v.quads, size)
	}
	for i := range indexes {
		if err := v.checkIndex(tx.Bucket([]byte(indexes[i].name())), &indexes[i]); err != nil {
			return err
		}
	}
	return v.checkHashes(tx)
}

// readLog reads all values and quads.
func (v *verifier) readLog(b *bolt.Bucket, horizon uint64) error {
	v.links = make([]link, 1)
	v.hashes = make([]refs.ValueHash, 1)
	return b.ForEach(func(key, record []byte) error {
		var p cproto.Primitive
		if err := proto.Unmarshal(record, &p); err != nil || len(key) != 8 {
			v.faultf("the record %x cannot be read: %v", key, err)
			return nil
		}
		id := binary.BigEndian.Uint64(key)
		if id != p.ID || id == 0 || id > horizon || id > math.MaxUint32 {
			v.faultf("the record of number %d says it is %d, of %d", id, p.ID, horizon)
			return nil
		}
		for uint64(len(v.links)) <= id {
			v.links = append(v.links, link{})
			v.hashes = append(v.hashes, refs.ValueHash{})
		}
		switch {
		case p.Deleted:
		case p.IsNode():
			value, err := pquads.UnmarshalValue(p.Value)
			if err != nil {
				v.faultf("the value of number %d cannot be read: %v", id, err)
				return nil
			}
			v.nodes++
			v.hashes[id] = refs.HashOf(value)
		default:
			v.quads++
			v.links[id] = link{uint32(p.Subject), uint32(p.Predicate), uint32(p.Object), uint32(p.Label)}
		}
		return v.ctx.Err()
	})
}

// isNode reports whether a value has the number id.
func (v *verifier) isNode(id uint32) bool {
	return int(id) < len(v.hashes) && v.hashes[id] != (refs.ValueHash{})
}

func (v *verifier) checkIndex(b *bolt.Bucket, x *index) error {
	listed := make([]bool, len(v.links))
	count := 0
	var want [24]byte
	err := b.ForEach(func(key, list []byte) error {
		for len(list) > 0 {
			id, n := binary.Uvarint(list)
			if n <= 0 {
				v.faultf("index %s: the list of %x cannot be read", x.name(), key)
				return nil
			}
			list = list[n:]
			if id >= uint64(len(v.links)) || v.links[id] == (link{}) {
				v.faultf("index %s: %x lists the number %d, which is no quad", x.name(), key, id)
				continue
			}
			x.key(x.entry(v.links[id], id), want[:])
			if string(want[:x.keySize()]) != string(key) {
				v.faultf("index %s: the quad %d is listed under %x", x.name(), id, key)
			}
			if listed[id] {
				v.faultf("index %s: the quad %d is listed twice", x.name(), id)
			}
			listed[id] = true
			count++
		}
		return v.ctx.Err()
	})
	if err == nil && count != v.quads {
		v.faultf("index %s: it lists %d quads of %d", x.name(), count, v.quads)
	}
	return err
}

// checkHashes checks that every value is found by its hash, and every quad made
// of values.
func (v *verifier) checkHashes(tx *bolt.Tx) error {
	found := 0
	err := tx.ForEach(func(name []byte, b *bolt.Bucket) error {
		if len(name) != 3 || name[0] != 'v' {
			return nil
		}
		return b.ForEach(func(hash, number []byte) error {
			id, _ := binary.Uvarint(number)
			if id >= uint64(len(v.hashes)) || string(v.hashes[id][:]) != string(hash) || hash[0] != name[1] || hash[1] != name[2] {
				v.faultf("the hash %x leads to the number %d, which is another value", hash, id)
				return nil
			}
			found++
			return v.ctx.Err()
		})
	})
	if err == nil && found != v.nodes {
		v.faultf("%d values of %d are found by their hash", found, v.nodes)
	}
	for id, l := range v.links {
		if l != (link{}) && !(v.isNode(l.subject) && v.isNode(l.predicate) && v.isNode(l.object) && (l.label == 0 || v.isNode(l.label))) {
			v.faultf("the quad %d has a value that is not there", id)
		}
	}
	return err
}

func indexNames() []string {
	var out []string
	for i := range indexes {
		out = append(out, indexes[i].name())
	}
	return out
}
