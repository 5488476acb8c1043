package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// The buckets of records.db. Those with two-part keys hold nothing else, or a
// record that belongs to both; the parts are joined by a zero byte, which no
// id and no key contains.
var (
	documentBucket = []byte("documents") // id → document
	entityBucket   = []byte("entities")  // id → entity
	claimBucket    = []byte("claims")    // id → claim
	nameBucket     = []byte("names")     // look-up key, entity
	subjectBucket  = []byte("subject")   // entity, claim
	objectBucket   = []byte("object")    // entity, claim
	speakerBucket  = []byte("speaker")   // entity that a claim is attributed to, claim
	mergeBucket    = []byte("merges")    // entity, number → merge
	maybeBucket    = []byte("maybe")     // entity, number → maybe the same
)

var buckets = [][]byte{
	documentBucket, entityBucket, claimBucket, nameBucket, subjectBucket,
	objectBucket, speakerBucket, mergeBucket, maybeBucket,
}

// maxName is the length in bytes of the longest name that is looked up; bbolt
// limits the length of keys.
const maxName = 1024

// batchRecords is how many records are written in one transaction.
const batchRecords = 20_000

func pair(a, b string) []byte { return append(append([]byte(a), 0), b...) }

func numbered(a string, n int) []byte {
	return binary.BigEndian.AppendUint32(append([]byte(a), 0), uint32(n))
}

// record is one entry of a bucket. Value is marshalled when it is written, so
// that the records of a large graph never stand in memory at once.
type record struct {
	key   []byte
	value any // nil for none
}

// writeRecords writes the records of r into a new file at path.
func writeRecords(path string, r *graph.Resolution) error {
	db, err := bolt.Open(path, 0o644, &bolt.Options{
		NoSync: true, NoGrowSync: true, NoFreelistSync: true, FreelistType: bolt.FreelistMapType,
	})
	if err != nil {
		return fmt.Errorf("create %s: %w", path, err)
	}
	defer func() { _ = db.Close() }()
	for _, b := range buckets {
		if err := writeBucket(db, b, recordsOf(b, r)); err != nil {
			return fmt.Errorf("write %s: %s: %w", path, b, err)
		}
	}
	if err := db.Sync(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return db.Close()
}

// writeBucket writes records in the order of their keys, which fills the pages
// of the file, and its memory, best.
func writeBucket(db *bolt.DB, name []byte, records []record) error {
	slices.SortFunc(records, func(a, b record) int { return slices.Compare(a.key, b.key) })
	for first := true; first || len(records) > 0; first = false {
		n := min(batchRecords, len(records))
		err := db.Update(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucketIfNotExists(name)
			if err != nil {
				return err
			}
			b.FillPercent = 1
			for _, r := range records[:n] {
				var v []byte
				if r.value != nil {
					if v, err = json.Marshal(r.value); err != nil {
						return fmt.Errorf("%q: %w", r.key, err)
					}
				}
				if err := b.Put(r.key, v); err != nil {
					return fmt.Errorf("%q: %w", r.key, err)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		records = records[n:]
	}
	return nil
}

func recordsOf(bucket []byte, r *graph.Resolution) []record {
	var out []record
	add := func(key []byte, value any) { out = append(out, record{key, value}) }
	switch string(bucket) {
	case string(documentBucket):
		for i := range r.Documents {
			add([]byte(r.Documents[i].ID), &r.Documents[i])
		}
	case string(entityBucket):
		for i := range r.Entities {
			add([]byte(r.Entities[i].ID), &r.Entities[i])
		}
	case string(claimBucket):
		for i := range r.Claims {
			add([]byte(r.Claims[i].ID), &r.Claims[i])
		}
	case string(nameBucket):
		for i := range r.Entities {
			e := &r.Entities[i]
			for _, name := range append([]string{string(e.ID), e.Name}, e.Aliases...) {
				if key := quadstore.Key(name); key != "" && len(key) <= maxName {
					add(pair(key, string(e.ID)), nil)
				}
			}
		}
	case string(subjectBucket), string(objectBucket), string(speakerBucket):
		for i := range r.Claims {
			c := &r.Claims[i]
			for _, id := range endsOf(bucket, c) {
				add(pair(string(id), string(c.ID)), nil)
			}
		}
	case string(mergeBucket):
		for i := range r.Merges {
			add(numbered(string(r.Merges[i].Entity), i), &r.Merges[i])
		}
	case string(maybeBucket):
		for i := range r.Maybe {
			add(numbered(string(r.Maybe[i].A), i), &r.Maybe[i])
			add(numbered(string(r.Maybe[i].B), i), &r.Maybe[i])
		}
	}
	return out
}

func endsOf(bucket []byte, c *graph.Claim) []graph.EntityID {
	switch {
	case string(bucket) == string(speakerBucket):
		return c.Attribution
	case string(bucket) == string(subjectBucket) && c.Subject.Entity != "":
		return []graph.EntityID{c.Subject.Entity}
	case string(bucket) == string(objectBucket) && c.Object.Entity != "":
		return []graph.EntityID{c.Object.Entity}
	}
	return nil
}
