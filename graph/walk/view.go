package walk

import (
	"context"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// view is one walk's access to the store.
type view struct {
	ctx        context.Context
	qs         cgraph.QuadStore
	edges      *quadstore.EdgeReader // nil for a store in memory
	among      func(cgraph.Ref) bool // when set, only links to such nodes matter
	opts       Options
	predicates map[any]bool           // by reference; nil for all
	nodes      map[any]graph.EntityID // what references stand for; "" for what is no entity
	entities   map[any]bool           // which nodes are entities, as far as that was asked
}

func newView(ctx context.Context, s *quadstore.Store, opts Options) (*view, error) {
	qs, err := s.View(ctx)
	if err != nil {
		return nil, err
	}
	v := &view{ctx: ctx, qs: qs, opts: opts, nodes: make(map[any]graph.EntityID), entities: make(map[any]bool)}
	if len(opts.Predicates) > 0 {
		v.predicates = make(map[any]bool)
		for _, p := range opts.Predicates {
			ref, err := qs.ValueOf(quadstore.PredicateIRI(p))
			if err != nil {
				return nil, err
			}
			if ref != nil {
				v.predicates[refs.ToKey(ref)] = true
			}
		}
	}
	return v, nil
}

// openEdges makes the walk read edges from the store's file, when it has one.
// The view must be closed then.
func (v *view) openEdges(s *quadstore.Store) (err error) {
	v.edges, err = s.EdgeReader(v.qs)
	return err
}

// close lets go of the store.
func (v *view) close() {
	if v.edges != nil {
		_ = v.edges.Close()
	}
}

// find returns the reference of an entity, nil when the graph does not have it.
func (v *view) find(id graph.EntityID) (cgraph.Ref, error) {
	return v.qs.ValueOf(quadstore.EntityIRI(id))
}

// entity reports whether a node is an entity, without its name.
func (v *view) entity(node cgraph.Ref) bool {
	key := refs.ToKey(node)
	is, ok := v.entities[key]
	if !ok {
		is = v.edges.Entity(node)
		v.entities[key] = is
	}
	return is
}

// link is an edge in references: the quad, its ends, and whether it leads away
// from the node that it was found at.
type link struct {
	quad, other cgraph.Ref
	out         bool
}

// links returns the edges at a node that may be followed away from it: those
// out of it, those into it, or both. The ends of some may be no entities.
func (v *view) links(at cgraph.Ref, out, in bool) ([]link, error) {
	var found []link
	for _, d := range []struct {
		wanted     bool
		here, that quad.Direction
	}{{out, quad.Subject, quad.Object}, {in, quad.Object, quad.Subject}} {
		if !d.wanted {
			continue
		}
		if v.edges != nil {
			if err := v.ctx.Err(); err != nil {
				return nil, err
			}
			out := d.here == quad.Subject
			err := v.edges.Edges(at, out, v.predicates, func(q, other cgraph.Ref) {
				if v.among == nil || v.among(other) {
					found = append(found, link{q, other, out})
				}
			})
			if err != nil {
				return nil, err
			}
			continue
		}
		err := v.each(d.here, at, func(q cgraph.Ref) error {
			other, err := v.qs.QuadDirection(q, d.that)
			if err == nil {
				found = append(found, link{q, other, d.here == quad.Subject})
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// each calls f for every quad with a label and a wanted predicate that has the
// node at in direction d.
func (v *view) each(d quad.Direction, at cgraph.Ref, f func(cgraph.Ref) error) error {
	it := v.qs.QuadIterator(d, at).Iterate()
	defer func() { _ = it.Close() }()
	for it.Next(v.ctx) {
		q := it.Result()
		label, err := v.qs.QuadDirection(q, quad.Label)
		if err != nil {
			return err
		}
		if label == nil {
			continue
		}
		if v.predicates != nil {
			p, err := v.qs.QuadDirection(q, quad.Predicate)
			if err != nil {
				return err
			}
			if !v.predicates[refs.ToKey(p)] {
				continue
			}
		}
		if err := f(q); err != nil {
			return err
		}
	}
	if err := v.ctx.Err(); err != nil {
		return err
	}
	return it.Err()
}

// name looks up what references stand for, in one read.
func (v *view) name(nodes []cgraph.Ref) error {
	var unknown []cgraph.Ref
	for _, ref := range nodes {
		key := refs.ToKey(ref)
		if _, ok := v.nodes[key]; !ok {
			v.nodes[key] = ""
			unknown = append(unknown, ref)
		}
	}
	values, err := cgraph.ValuesOf(v.ctx, v.qs, unknown)
	if err != nil {
		return err
	}
	for i, value := range values {
		if id, ok := quadstore.EntityOf(value); ok {
			v.nodes[refs.ToKey(unknown[i])] = id
		}
	}
	return nil
}

// edge reads an edge; ok is false when one of its ends is no entity.
func (v *view) edge(ref cgraph.Ref) (e Edge, ok bool, err error) {
	if l, found := ref.(quadstore.LinkRef); found {
		if ref, err = v.edges.Quad(l); err != nil {
			return Edge{}, false, err
		}
	}
	q, err := v.qs.Quad(ref)
	if err != nil {
		return Edge{}, false, err
	}
	from, ok1 := quadstore.EntityOf(q.Subject)
	to, ok2 := quadstore.EntityOf(q.Object)
	if !ok1 || !ok2 {
		return Edge{}, false, nil
	}
	claim, ok := quadstore.ClaimOf(q.Label)
	if !ok {
		return Edge{}, false, fmt.Errorf("quad %v: its label is no claim", q)
	}
	predicate, ok := quadstore.PredicateOf(q.Predicate)
	if !ok {
		return Edge{}, false, fmt.Errorf("quad %v: its predicate cannot be read", q)
	}
	return Edge{from, predicate, to, claim}, true, nil
}

// kept reads the edges of links that lead from one entity to another and that
// the options keep, with the reference of the other end of each.
func (v *view) kept(links []link) ([]Edge, []cgraph.Ref, error) {
	var (
		edges  []Edge
		others []cgraph.Ref
	)
	for _, l := range links {
		e, ok, err := v.edge(l.quad)
		if err == nil && ok && v.opts.Keep != nil {
			ok, err = v.opts.Keep(e)
		}
		if err != nil {
			return nil, nil, err
		}
		if ok {
			edges, others = append(edges, e), append(others, l.other)
		}
	}
	return edges, others, nil
}
