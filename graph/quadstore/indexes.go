package quadstore

import (
	"context"
	"encoding/json"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hkv "github.com/hidal-go/hidalgo/kv"
)

// indexes are the orders in which quads can be found. Cayley makes the first
// two; without the others, the edge of a claim (label) and everything with a
// predicate are found by reading the whole store.
var indexes = []kv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
	{Dirs: []quad.Direction{quad.Label, quad.Subject}},
	{Dirs: []quad.Direction{quad.Predicate, quad.Subject}},
}

// initialise makes an empty Cayley store in db with this package's indexes.
// Cayley has no working way to choose them, and they cannot be added once a
// quad is in, so the list that Init wrote is replaced.
func initialise(db hkv.KV) error {
	if err := kv.Init(db, cgraph.Options{}); err != nil {
		return fmt.Errorf("initialise the quad store: %w", err)
	}
	list, err := json.Marshal(indexes)
	if err != nil {
		return err
	}
	ctx := context.Background()
	return hkv.Update(ctx, db, func(tx hkv.Tx) error {
		for _, ind := range indexes {
			name := make([]byte, len(ind.Dirs))
			for i, d := range ind.Dirs {
				name[i] = d.Prefix()
			}
			if err := hkv.CreateBucket(ctx, tx, hkv.Key{name}); err != nil {
				return fmt.Errorf("create index %s: %w", name, err)
			}
		}
		return tx.Put(ctx, hkv.SKey("meta", "indexes"), list)
	})
}
