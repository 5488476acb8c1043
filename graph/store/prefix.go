package store

import (
	"bytes"
	"slices"

	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// NamesWithPrefix returns up to n names and aliases, as they are written, that
// begin with prefix when case and what else [quadstore.Key] passes over do not
// count. They are sorted by key, each key once.
func (r *Reader) NamesWithPrefix(prefix string, n int) ([]string, error) {
	want := []byte(quadstore.Key(prefix))
	type found struct{ key, id string }
	var all []found
	err := r.view(nameBucket, func(b *bolt.Bucket) error {
		c := b.Cursor()
		for k, _ := c.Seek(want); k != nil && bytes.HasPrefix(k, want) && len(all) < n; k, _ = c.Next() {
			key, id, _ := bytes.Cut(k, []byte{0})
			if bytes.Equal(key, id) || len(all) > 0 && all[len(all)-1].key == string(key) {
				continue
			}
			all = append(all, found{string(key), string(id)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(all))
	for _, f := range all {
		e, err := r.Entity(graph.EntityID(f.id))
		if err != nil {
			return nil, err
		}
		written := append([]string{e.Name}, e.Aliases...)
		if i := slices.IndexFunc(written, func(name string) bool { return quadstore.Key(name) == f.key }); i >= 0 {
			out = append(out, written[i])
		}
	}
	return out, nil
}
