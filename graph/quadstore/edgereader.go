package quadstore

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	cproto "github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	bolt "go.etcd.io/bbolt"
	"google.golang.org/protobuf/encoding/protowire"
)

// EdgeReader reads the edges at nodes straight from the indexes of a store's
// file, which costs a fraction of what Cayley's iterators do: those read and
// decode every quad at a node, also its properties. References are those of
// Cayley's view of the same store. It is for one goroutine, and must be closed.
type EdgeReader struct {
	tx           *bolt.Tx
	out, in, log *bolt.Bucket
	properties   map[uint64]bool
}

// LinkRef is a reference to an edge that an EdgeReader has found.
type LinkRef uint64

// Key makes it a reference.
func (l LinkRef) Key() any { return l }

// EdgeReader returns a reader of the store's edges, nil for a store in memory.
// View is a view of the store.
func (s *Store) EdgeReader(view cgraph.QuadStore) (*EdgeReader, error) {
	if s.db == nil {
		return nil, nil
	}
	s.propertiesOnce.Do(func() { s.properties, s.propertiesErr = propertyNodes(view) })
	if s.propertiesErr != nil {
		return nil, s.propertiesErr
	}
	r := &EdgeReader{properties: s.properties}
	var err error
	if r.tx, err = s.db.Begin(false); err != nil {
		return nil, err
	}
	r.out, r.in = r.tx.Bucket([]byte(indexes[0].name())), r.tx.Bucket([]byte(indexes[1].name()))
	if r.log = r.tx.Bucket([]byte("log")); r.log == nil || r.out == nil || r.in == nil {
		return nil, errors.Join(errors.New("the store has no log or no index of edges"), r.Close())
	}
	return r, nil
}

// propertyNodes returns the numbers of the predicates that are properties.
func propertyNodes(view cgraph.QuadStore) (map[uint64]bool, error) {
	out := make(map[uint64]bool)
	for _, p := range Properties {
		ref, err := view.ValueOf(p)
		if err != nil {
			return nil, err
		}
		if id, ok := ref.(kv.Int64Value); ok {
			out[uint64(id)] = true
		}
	}
	return out, nil
}

// Close lets go of the file.
func (r *EdgeReader) Close() error { return r.tx.Rollback() }

// Edges calls f for the edges out of a node, or into it, that have one of the
// predicates, nil for any: with the edge and its other end, which may be a
// number or a text.
func (r *EdgeReader) Edges(node cgraph.Ref, out bool, predicates map[any]bool, f func(edge, other cgraph.Ref)) error {
	id, ok := node.(kv.Int64Value)
	if !ok {
		return fmt.Errorf("edges of %v: not a node of this store", node)
	}
	bucket := r.in
	if out {
		bucket = r.out
	}
	prefix := bigEndian(uint64(id))
	c := bucket.Cursor()
	for k, list := c.Seek(prefix); k != nil && slices.Equal(k[:8], prefix); k, list = c.Next() {
		p := binary.BigEndian.Uint64(k[8:])
		if r.properties[p] || predicates != nil && !predicates[kv.Int64Value(p)] {
			continue
		}
		for len(list) > 0 {
			edge, n := binary.Uvarint(list)
			if n <= 0 {
				return fmt.Errorf("edges of %d: the index is damaged", id)
			}
			list = list[n:]
			if !out { // the index of incoming edges names their beginnings
				f(LinkRef(edge), kv.Int64Value(binary.BigEndian.Uint64(k[16:])))
				continue
			}
			q, err := r.Quad(LinkRef(edge))
			if err != nil {
				return err
			}
			f(LinkRef(edge), kv.Int64Value(q.Object))
		}
	}
	return nil
}

// Between calls f for the edges from one node to another that have one of the
// predicates, nil for any.
func (r *EdgeReader) Between(from, to cgraph.Ref, predicates map[any]bool, f func(edge cgraph.Ref)) error {
	subject, ok1 := from.(kv.Int64Value)
	object, ok2 := to.(kv.Int64Value)
	if !ok1 || !ok2 {
		return fmt.Errorf("edges from %v to %v: not nodes of this store", from, to)
	}
	prefix := bigEndian(uint64(subject))
	c := r.out.Cursor()
	for k, _ := c.Seek(prefix); k != nil && slices.Equal(k[:8], prefix); k, _ = c.Next() {
		p := binary.BigEndian.Uint64(k[8:])
		if r.properties[p] || predicates != nil && !predicates[kv.Int64Value(p)] {
			continue
		}
		for list := r.in.Get(bigEndian(uint64(object), p, uint64(subject))); len(list) > 0; {
			edge, n := binary.Uvarint(list)
			if n <= 0 {
				return fmt.Errorf("edges of %d: the index is damaged", subject)
			}
			list = list[n:]
			f(LinkRef(edge))
		}
	}
	return nil
}

// Quad returns what Cayley's view refers to an edge by.
func (r *EdgeReader) Quad(l LinkRef) (*cproto.Primitive, error) {
	q := &cproto.Primitive{ID: uint64(l)}
	record := r.log.Get(bigEndian(uint64(l)))
	for b := record; len(b) > 0; {
		field, kind, n := protowire.ConsumeTag(b)
		if n < 0 || kind != protowire.VarintType {
			return nil, fmt.Errorf("quad %d: the record is damaged", l)
		}
		b = b[n:]
		v, n := protowire.ConsumeVarint(b)
		if n < 0 {
			return nil, fmt.Errorf("quad %d: the record is damaged", l)
		}
		b = b[n:]
		switch field {
		case fieldSubject:
			q.SetDirection(quad.Subject, v)
		case fieldPredicate:
			q.SetDirection(quad.Predicate, v)
		case fieldObject:
			q.SetDirection(quad.Object, v)
		case fieldLabel:
			q.SetDirection(quad.Label, v)
		}
	}
	if record == nil || q.Subject == 0 || q.Object == 0 {
		return nil, fmt.Errorf("quad %d is missing", l)
	}
	return q, nil
}

// iriField is the field of Cayley's record of a value that holds an IRI.
const iriField = 3

// Entity reports whether the end of an edge is an entity, and no number or text.
func (r *EdgeReader) Entity(node cgraph.Ref) bool {
	id, ok := node.(kv.Int64Value)
	if !ok {
		return false
	}
	for b := r.log.Get(bigEndian(uint64(id))); len(b) > 0; {
		field, kind, n := protowire.ConsumeTag(b)
		if n < 0 {
			return false
		}
		b = b[n:]
		if field == fieldValue && kind == protowire.BytesType {
			value, n := protowire.ConsumeBytes(b)
			if n < 0 {
				return false
			}
			of, _, n := protowire.ConsumeTag(value)
			return n > 0 && of == iriField
		}
		if n = protowire.ConsumeFieldValue(field, kind, b); n < 0 {
			return false
		}
		b = b[n:]
	}
	return false
}

// bigEndian returns the key of numbers in an index.
func bigEndian(n ...uint64) []byte {
	b := make([]byte, 0, 24)
	for _, x := range n {
		b = binary.BigEndian.AppendUint64(b, x)
	}
	return b
}
