package walk

import (
	"context"
	"slices"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// Neighbours returns a step to every entity that an edge joins to id, by the
// other's id. There are none for an entity that the graph does not have.
func Neighbours(ctx context.Context, s *quadstore.Store, id graph.EntityID, opts Options) ([]Step, error) {
	v, err := newView(ctx, s, opts)
	if err != nil {
		return nil, err
	}
	if err := v.openEdges(s); err != nil {
		return nil, err
	}
	defer v.close()
	ref, err := v.find(id)
	if err != nil || ref == nil {
		return nil, err
	}
	links, err := v.links(ref, true, !opts.Directed)
	if err != nil {
		return nil, err
	}
	edges, _, err := v.kept(links)
	if err != nil {
		return nil, err
	}
	byOther := make(map[graph.EntityID][]Edge)
	for _, e := range edges {
		other := e.To
		if other == id {
			other = e.From
		}
		byOther[other] = append(byOther[other], e)
	}
	out := make([]Step, 0, len(byOther))
	for other, edges := range byOther {
		out = append(out, newStep(id, other, edges))
	}
	slices.SortFunc(out, func(a, b Step) int {
		if a.To < b.To {
			return -1
		}
		return 1
	})
	return out, nil
}

// newStep sorts the edges of a step; an edge from an entity to itself is found
// from both ends.
func newStep(from, to graph.EntityID, edges []Edge) Step {
	slices.SortFunc(edges, compareEdges)
	return Step{From: from, To: to, Edges: slices.Compact(edges)}
}

// ClaimEdges returns the edges that a claim is, sorted: none when it is not
// stated as a fact, or is about a number or a text.
func ClaimEdges(ctx context.Context, s *quadstore.Store, id graph.ClaimID) ([]Edge, error) {
	v, err := newView(ctx, s, Options{})
	if err != nil {
		return nil, err
	}
	label, err := v.qs.ValueOf(quadstore.ClaimIRI(id))
	if err != nil || label == nil {
		return nil, err
	}
	var out []Edge
	err = v.each(quad.Label, label, func(q refs.Ref) error {
		e, ok, err := v.edge(q)
		if ok {
			out = append(out, e)
		}
		return err
	})
	slices.SortFunc(out, compareEdges)
	return out, err
}
