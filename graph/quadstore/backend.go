package quadstore

import (
	"errors"
	"fmt"
	"math"
	"os"
	"syscall"
	"time"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// Backend is the name under which this package's bbolt opener is registered
// with Cayley. Its address is the path of the file.
const Backend = "kgbuild"

// Options of the backend, for [graph.Options].
const (
	optReadOnly = "read_only"
	optNoSync   = "no_sync"
)

// lockTimeout is how long opening a file waits for another process to let go
// of it. Cayley's own bbolt openers wait for ever.
const lockTimeout = 2 * time.Second

// mapSizes are the sizes of the first memory map to try, largest first. A map
// that never has to grow saves the writer from remapping, and from waiting for
// readers while it does. It takes address space only, but that can be limited
// (ulimit -v), so smaller ones follow; 0 lets bbolt choose.
var mapSizes = []int64{64 << 30, 4 << 30, 256 << 20, 0}

func init() {
	open := func(path string, opt cgraph.Options) (hkv.KV, error) {
		db, err := openBolt(path, opt)
		if err != nil {
			return nil, err
		}
		return hbolt.New(db), nil
	}
	kv.Register(Backend, kv.Registration{InitFunc: open, NewFunc: open, IsPersistent: true})
}

// openBolt opens the bbolt file at path.
func openBolt(path string, opt cgraph.Options) (*bolt.DB, error) {
	if path == "" {
		return nil, kv.ErrEmptyPath
	}
	readOnly, err := opt.BoolKey(optReadOnly, false)
	if err != nil {
		return nil, err
	}
	noSync, err := opt.BoolKey(optNoSync, false)
	if err != nil {
		return nil, err
	}
	o := bolt.Options{
		Timeout:        lockTimeout,
		FreelistType:   bolt.FreelistMapType,
		ReadOnly:       readOnly,
		NoSync:         noSync,
		NoGrowSync:     noSync,
		NoFreelistSync: true, // nothing is deleted, so there is hardly a free list
	}
	sizes := mapSizes
	if readOnly {
		// bbolt creates a missing file even when it is asked to read only.
		if info, err := os.Stat(path); err != nil {
			return nil, err
		} else if info.Size() == 0 {
			return nil, fmt.Errorf("open %s: the file is empty", path)
		}
		sizes = []int64{0} // the file does not grow
	}
	for _, size := range sizes {
		if size > math.MaxInt {
			continue // a system of 32 bits
		}
		o.InitialMmapSize = int(size)
		db, err := bolt.Open(path, 0o644, &o)
		switch {
		case err == nil:
			return db, nil
		case errors.Is(err, syscall.ENOMEM) && size != 0:
			continue
		case errors.Is(err, bolt.ErrTimeout):
			return nil, fmt.Errorf("open %s: another process holds it", path)
		}
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return nil, fmt.Errorf("open %s: %w", path, syscall.ENOMEM)
}
