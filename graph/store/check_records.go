package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// recordChecker checks records.db.
type recordChecker struct {
	*checker
	path      string
	tx        *bolt.Tx
	count     map[string]int // records by bucket
	expected  map[string]int // entries of the look-up buckets that records ask for
	documents map[graph.DocumentID]bool
	events    int
}

func (c *recordChecker) faultf(format string, args ...any) {
	c.fault(fmt.Errorf("%s: "+format, append([]any{c.path}, args...)...))
}

func (c *recordChecker) check(tx *bolt.Tx) error {
	c.tx, c.count, c.expected = tx, make(map[string]int), make(map[string]int)
	for _, name := range buckets {
		b := tx.Bucket(name)
		if b == nil {
			return fmt.Errorf("the bucket %s is missing", name)
		}
		err := b.ForEach(func(k, v []byte) error {
			c.count[string(name)]++
			if err := c.record(string(name), k, v); err != nil {
				c.faultf("%s %q: %w", name, k, err)
			}
			return c.ctx.Err()
		})
		if err != nil {
			return err
		}
	}
	for _, name := range [][]byte{nameBucket, subjectBucket, objectBucket, speakerBucket} {
		if got, want := c.count[string(name)], c.expected[string(name)]; got != want {
			c.faultf("%d look-ups by %s, the records ask for %d", got, name, want)
		}
	}
	m := c.manifest
	for _, n := range []struct {
		what      string
		got, want int
	}{
		{"documents", c.count[string(documentBucket)], m.Documents},
		{"entities", c.count[string(entityBucket)] - c.events, m.Entities},
		{"events", c.events, m.Events},
		{"claims", c.count[string(claimBucket)], m.Claims},
		{"merges", c.count[string(mergeBucket)], m.Merges},
	} {
		if n.got != n.want {
			c.faultf("there are %d %s, the manifest says %d", n.got, n.what, n.want)
		}
	}
	return nil
}

// record checks one record: that it can be read, is the one that its key says,
// speaks of nothing that is not there, and is found by its look-ups.
func (c *recordChecker) record(bucket string, k, v []byte) error {
	switch bucket {
	case string(documentBucket):
		var d graph.Document
		if err := readAs(v, &d, func() string { return string(d.ID) }, k); err != nil {
			return err
		}
		c.documents[d.ID] = true
	case string(entityBucket):
		var e graph.Entity
		if err := readAs(v, &e, func() string { return string(e.ID) }, k); err != nil {
			return err
		}
		return c.entity(&e)
	case string(claimBucket):
		var cl graph.Claim
		if err := readAs(v, &cl, func() string { return string(cl.ID) }, k); err != nil {
			return err
		}
		return c.claim(&cl)
	case string(mergeBucket), string(maybeBucket):
		id, _, _ := bytes.Cut(k, []byte{0})
		return c.there(entityBucket, string(id))
	}
	return nil
}

func readAs(v []byte, record any, id func() string, key []byte) error {
	if err := json.Unmarshal(v, record); err != nil {
		return err
	}
	if id() != string(key) {
		return fmt.Errorf("it holds the record of %s", id())
	}
	return nil
}

// there returns an error unless a bucket has a key.
func (c *recordChecker) there(bucket []byte, key string) error {
	b := c.tx.Bucket(bucket)
	if b == nil {
		return fmt.Errorf("the bucket %s is missing", bucket)
	}
	if found, _ := b.Cursor().Seek([]byte(key)); string(found) != key {
		return fmt.Errorf("%q is not among the %s", key, bucket)
	}
	return nil
}

func (c *recordChecker) entity(e *graph.Entity) error {
	if e.ID.IsEvent() {
		c.events++
	}
	var all []error
	keys := make(map[string]bool)
	for _, name := range append([]string{string(e.ID), e.Name}, e.Aliases...) {
		if key := quadstore.Key(name); key != "" && len(key) <= maxName && !keys[key] {
			keys[key] = true
			all = append(all, c.lookup(nameBucket, key, string(e.ID)))
		}
	}
	for _, id := range append(e.Places, e.PartOf) {
		if id != "" {
			all = append(all, c.there(entityBucket, string(id)))
		}
	}
	var last graph.DocumentID
	for _, m := range e.Mentions {
		if m.Document != last {
			last = m.Document
			all = append(all, c.there(documentBucket, string(last)))
		}
	}
	return errors.Join(all...)
}

func (c *recordChecker) claim(cl *graph.Claim) error {
	all := []error{c.there(documentBucket, string(cl.Document))}
	for _, end := range endsOf(cl) {
		seen := make(map[graph.EntityID]bool)
		for _, id := range end.ids {
			if id != "" && !seen[id] {
				seen[id] = true
				all = append(all, c.there(entityBucket, string(id)), c.lookup(buckets[end.bucket], string(id), string(cl.ID)))
			}
		}
	}
	return errors.Join(all...)
}

// lookup counts and checks an entry of a look-up bucket.
func (c *recordChecker) lookup(bucket []byte, first, second string) error {
	c.expected[string(bucket)]++
	return c.there(bucket, string(pair(first, second)))
}
