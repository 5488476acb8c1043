package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/store"
)

// openStore opens a store for reading, with errors that say what to do.
func openStore(dir string) (*store.Reader, error) {
	r, err := store.Open(dir)
	switch {
	case errors.Is(err, store.ErrNoStore):
		return nil, fmt.Errorf("there is no store at %s; 'kgbuild ingest' makes one, --store names another", dir)
	case errors.Is(err, store.ErrNoGraph):
		return nil, fmt.Errorf("the store at %s holds no graph yet; run 'kgbuild ingest' or 'kgbuild rebuild'", dir)
	}
	return r, err
}

// nearNames is how many names are offered for one that is not found.
const nearNames = 5

// entitiesNamed returns the entities that go by a name, the most mentioned
// first. When there is none, the error offers the nearest names.
func entitiesNamed(r *store.Reader, name string) ([]*graph.Entity, error) {
	ids, err := r.EntitiesNamed(name)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return nil, notFound(r, name)
	}
	out := make([]*graph.Entity, len(ids))
	for i, id := range ids {
		if out[i], err = r.Entity(id); err != nil {
			return nil, err
		}
	}
	sortByMentions(out)
	return out, nil
}

// entityNamed returns the entity that goes by a name; of several, the most
// mentioned, and says on w that there are others.
func entityNamed(r *store.Reader, name string, w io.Writer) (*graph.Entity, error) {
	found, err := entitiesNamed(r, name)
	if err != nil {
		return nil, err
	}
	if len(found) > 1 {
		others := make([]string, len(found)-1)
		for i, e := range found[1:] {
			others[i] = fmt.Sprintf("%s (%s)", e.ID, e.Type)
		}
		fmt.Fprintf(w, "%q is taken as %s (%s); also called so: %s\n", name, found[0].ID, found[0].Type, strings.Join(others, ", "))
	}
	return found[0], nil
}

func notFound(r *store.Reader, name string) error {
	near, err := r.NearestNames(name, nearNames)
	if err != nil {
		return err
	}
	if len(near) == 0 {
		return fmt.Errorf("nothing goes by the name %q, or by one like it", name)
	}
	names := make([]string, len(near))
	for i, n := range near {
		names[i] = fmt.Sprintf("%s (%s)", n.EntityName, n.Entity)
	}
	return fmt.Errorf("nothing goes by the name %q; the nearest names: %s", name, strings.Join(names, ", "))
}
