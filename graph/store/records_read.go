package store

import (
	"bytes"
	"errors"
	"fmt"
	"iter"

	fastjson "github.com/goccy/go-json"
	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// ErrNotFound is wrapped by the error of asking for an id that the graph does
// not have.
var ErrNotFound = errors.New("not in the graph")

// Entity returns an entity or event.
func (r *Reader) Entity(id graph.EntityID) (*graph.Entity, error) {
	return get[graph.Entity](r, entityBucket, string(id))
}

// Claim returns a claim.
func (r *Reader) Claim(id graph.ClaimID) (*graph.Claim, error) {
	return get[graph.Claim](r, claimBucket, string(id))
}

// Document returns a document.
func (r *Reader) Document(id graph.DocumentID) (*graph.Document, error) {
	return get[graph.Document](r, documentBucket, string(id))
}

// Documents ranges over all documents by id. It ends with the first error.
func (r *Reader) Documents() iter.Seq2[*graph.Document, error] {
	return all[graph.Document](r, documentBucket, nil)
}

// Entities ranges over all entities and events by id.
func (r *Reader) Entities() iter.Seq2[*graph.Entity, error] {
	return all[graph.Entity](r, entityBucket, nil)
}

// Claims ranges over all claims by id.
func (r *Reader) Claims() iter.Seq2[*graph.Claim, error] {
	return all[graph.Claim](r, claimBucket, nil)
}

// Merges ranges over the merges that an entity came from, in their order.
func (r *Reader) Merges(id graph.EntityID) iter.Seq2[*graph.Merge, error] {
	return all[graph.Merge](r, mergeBucket, pair(string(id), ""))
}

// Maybe ranges over what may be the same as an entity, in its order.
func (r *Reader) Maybe(id graph.EntityID) iter.Seq2[*graph.MaybeSame, error] {
	return all[graph.MaybeSame](r, maybeBucket, pair(string(id), ""))
}

// ClaimsFrom ranges over the claims whose subject is an entity, by id.
func (r *Reader) ClaimsFrom(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return r.claimsBy(subjectBucket, id)
}

// ClaimsTo ranges over the claims whose object is an entity, by id.
func (r *Reader) ClaimsTo(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return r.claimsBy(objectBucket, id)
}

// ClaimsBy ranges over the claims that are attributed to an entity, by id.
func (r *Reader) ClaimsBy(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return r.claimsBy(speakerBucket, id)
}

// EntitiesNamed returns the ids, sorted, of the entities and events that go by
// name: their name, one of their aliases, or their id, as [quadstore.Key]
// compares them.
func (r *Reader) EntitiesNamed(name string) ([]graph.EntityID, error) {
	var out []graph.EntityID
	err := r.second(nameBucket, quadstore.Key(name), func(id string) error {
		out = append(out, graph.EntityID(id))
		return nil
	})
	return out, err
}

// second calls f with the second part of every key whose first part is given.
func (r *Reader) second(bucket []byte, first string, f func(string) error) error {
	prefix := pair(first, "")
	return r.view(bucket, func(b *bolt.Bucket) error {
		c := b.Cursor()
		for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
			if err := f(string(k[len(prefix):])); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *Reader) view(bucket []byte, f func(*bolt.Bucket) error) error {
	return r.records.View(func(tx *bolt.Tx) error {
		b := tx.Bucket(bucket)
		if b == nil {
			return fmt.Errorf("read %s: %s is missing", r.records.Path(), bucket)
		}
		return f(b)
	})
}

func get[T any](r *Reader, bucket []byte, id string) (*T, error) {
	var out *T
	err := r.view(bucket, func(b *bolt.Bucket) error {
		v := b.Get([]byte(id))
		if v == nil {
			return fmt.Errorf("%s: %w", id, ErrNotFound)
		}
		var err error
		out, err = decode[T](r, id, v)
		return err
	})
	return out, err
}

func decode[T any](r *Reader, id string, v []byte) (*T, error) {
	out := new(T)
	// Reading records is most of an export; the standard library takes three
	// times as long.
	if err := fastjson.Unmarshal(v, out); err != nil {
		return nil, fmt.Errorf("read %s: record %q: %w", r.records.Path(), id, err)
	}
	return out, nil
}

// errStopped ends a transaction whose caller has seen enough.
var errStopped = errors.New("stopped")

// all ranges over the records of a bucket whose keys have a prefix.
func all[T any](r *Reader, bucket, prefix []byte) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		finish(yield, r.view(bucket, func(b *bolt.Bucket) error {
			c := b.Cursor()
			for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
				rec, err := decode[T](r, string(k), v)
				if err != nil {
					return err
				}
				if !yield(rec, nil) {
					return errStopped
				}
			}
			return nil
		}))
	}
}

func (r *Reader) claimsBy(bucket []byte, id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		finish(yield, r.second(bucket, string(id), func(claim string) error {
			c, err := r.Claim(graph.ClaimID(claim))
			if err != nil {
				return err
			}
			if !yield(c, nil) {
				return errStopped
			}
			return nil
		}))
	}
}

// finish hands a range's last error to its caller, who has not asked to stop.
func finish[T any](yield func(*T, error) bool, err error) {
	if err != nil && !errors.Is(err, errStopped) {
		yield(nil, err)
	}
}
