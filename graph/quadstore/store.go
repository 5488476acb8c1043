package quadstore

import (
	"context"
	"fmt"
	"sync"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// Store is a finished file of quads, open for reading. Any number of
// goroutines may use it, and any number of processes may have it open.
type Store struct {
	db  *bolt.DB         // nil when the store is in memory
	mem cgraph.QuadStore // nil when it is in a file

	propertiesOnce sync.Once
	properties     map[uint64]bool // the numbers of properties, for edge readers
	propertiesErr  error
}

// noBloom keeps Cayley from building Bloom filters: they take hundreds of
// megabytes for every open store, whatever its size.
var noBloom = cgraph.Options{kv.OptNoBloom: true}

// Open opens the finished store at path.
func Open(path string) (*Store, error) {
	db, err := openBolt(path)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db}
	if _, err := s.View(context.Background()); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return s, nil
}

// View returns Cayley's view of the store, which fails with the error of ctx
// once ctx is done. It need not be closed. Iterators made from it must be,
// also after errors: closing the store waits for them.
func (s *Store) View(ctx context.Context) (cgraph.QuadStore, error) {
	if s.mem != nil {
		return s.mem, nil
	}
	return kv.New(limitedKV{KV: hbolt.New(s.db), ctx: ctx}, noBloom)
}

// Count returns the number of quads.
func (s *Store) Count(ctx context.Context) (int64, error) {
	qs, err := s.View(ctx)
	if err != nil {
		return 0, err
	}
	st, err := qs.Stats(ctx, false)
	return st.Quads.Value, err
}

// Close releases the file.
func (s *Store) Close() error {
	if s.mem != nil {
		return s.mem.Close()
	}
	return s.db.Close()
}
