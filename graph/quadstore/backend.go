package quadstore

import (
	"errors"
	"fmt"
	"os"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// Backend is the name under which this package's bbolt opener is registered
// with Cayley. Its address is the path of the file, which is opened for reading.
const Backend = "kgbuild"

// lockTimeout is how long opening a file waits for another process to let go
// of it. Cayley's own bbolt openers wait for ever.
const lockTimeout = 2 * time.Second

func init() {
	open := func(path string, _ cgraph.Options) (hkv.KV, error) {
		db, err := openBolt(path)
		if err != nil {
			return nil, err
		}
		return hbolt.New(db), nil
	}
	kv.Register(Backend, kv.Registration{InitFunc: open, NewFunc: open, IsPersistent: true})
}

// openBolt opens the bbolt file at path for reading.
func openBolt(path string) (*bolt.DB, error) {
	if path == "" {
		return nil, kv.ErrEmptyPath
	}
	// bbolt creates a missing file even when it is asked to read only.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.Size() == 0 {
		return nil, fmt.Errorf("open %s: the file is empty", path)
	}
	db, err := bolt.Open(path, 0o644, &bolt.Options{Timeout: lockTimeout, ReadOnly: true})
	switch {
	case errors.Is(err, bolt.ErrTimeout):
		return nil, fmt.Errorf("open %s: another process holds it", path)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return db, nil
}
