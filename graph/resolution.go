package graph

import (
	"cmp"
	"slices"
)

// Resolution is a graph held in memory: what follows from a set of observations
// and the user's corrections. Every slice is in a stable order that does not
// depend on the order in which documents were read: documents, entities and
// claims by id, merges by entity and then by their two chains. As a [Sink] it
// takes one in; [Resolution.Sort] then puts the claims in order.
type Resolution struct {
	Documents []Document
	Entities  []Entity
	Claims    []Claim
	Merges    []Merge
	Maybe     []MaybeSame
}

// Document implements [Sink].
func (r *Resolution) Document(d *Document) error {
	r.Documents = append(r.Documents, *d)
	return nil
}

// Entity implements [Sink].
func (r *Resolution) Entity(e *Entity) error {
	r.Entities = append(r.Entities, *e)
	return nil
}

// Claim implements [Sink].
func (r *Resolution) Claim(c *Claim) error {
	r.Claims = append(r.Claims, *c)
	return nil
}

// Merge implements [Sink].
func (r *Resolution) Merge(m *Merge) error {
	r.Merges = append(r.Merges, *m)
	return nil
}

// MaybeSame implements [Sink].
func (r *Resolution) MaybeSame(m *MaybeSame) error {
	r.Maybe = append(r.Maybe, *m)
	return nil
}

// Sort puts the claims in the order of their ids.
func (r *Resolution) Sort() {
	slices.SortFunc(r.Claims, func(x, y Claim) int { return cmp.Compare(x.ID, y.ID) })
}

// Send hands the graph to a sink and returns its first error.
func (r *Resolution) Send(to Sink) error {
	return firstError(
		func() error { return sendAll(r.Documents, to.Document) },
		func() error { return sendAll(r.Claims, to.Claim) },
		func() error { return sendAll(r.Entities, to.Entity) },
		func() error { return sendAll(r.Merges, to.Merge) },
		func() error { return sendAll(r.Maybe, to.MaybeSame) },
	)
}

func firstError(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func sendAll[T any](items []T, send func(*T) error) error {
	for i := range items {
		if err := send(&items[i]); err != nil {
			return err
		}
	}
	return nil
}
