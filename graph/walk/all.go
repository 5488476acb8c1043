package walk

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// AllPaths returns the simple paths from one entity to another of at most
// MaxSteps steps, which must be set: those that lead through no entity twice,
// the shortest first, equally long ones in the order of the ids they lead
// through. From an entity to itself there is the one without steps.
//
// It measures how far entities are from the end, breadth-first, and then goes
// from the beginning in depth, only to what is near enough to the end.
func AllPaths(ctx context.Context, s *quadstore.Store, from, to graph.EntityID, opts PathOptions) ([]Path, error) {
	if opts.MaxSteps <= 0 {
		return nil, fmt.Errorf("all paths from %s to %s: their length has no limit", from, to)
	}
	v, a, b, err := ends(ctx, s, from, to, opts.Options)
	if err != nil {
		return nil, err
	}
	defer v.close()
	switch {
	case a == nil || b == nil:
		return nil, nil
	case from == to:
		return []Path{{}}, nil
	}
	t := &trail{view: v, max: opts.MaxPaths, end: refs.ToKey(b), after: make(map[any][]cgraph.Ref), links: make(map[any]map[any][]link), steps: make(map[[2]any]Step)}
	if t.far, err = distances(v, b, opts.MaxSteps-1); err != nil {
		return nil, err
	}
	if err := v.name([]cgraph.Ref{a, b}); err != nil {
		return nil, err
	}
	v.among = func(r cgraph.Ref) bool {
		_, near := t.far[refs.ToKey(r)]
		return near
	}
	for length := 1; length <= opts.MaxSteps && !t.full(); length++ {
		if err := t.follow(a, length); err != nil {
			return nil, err
		}
	}
	return t.found, nil
}

// distances returns how many steps the entities at most limit steps away from
// the end of a path are away from it.
func distances(v *view, end cgraph.Ref, limit int) (map[any]int, error) {
	s := newSide(end, !v.opts.Directed, true)
	for s.level < limit && len(s.frontier) > 0 {
		if err := s.expand(v); err != nil {
			return nil, err
		}
	}
	return s.levels, nil
}

// trail is the search in depth: what it has come through, and the paths it has
// found.
type trail struct {
	*view
	max   int
	end   any
	far   map[any]int
	after map[any][]cgraph.Ref   // the entities next to one, by id, each once
	links map[any]map[any][]link // to each of them
	steps map[[2]any]Step
	way   []cgraph.Ref // the entities that the search has come through
	found []Path
}

func (t *trail) full() bool { return t.max > 0 && len(t.found) >= t.max }

// follow finds the paths that go on from a node with exactly so many steps.
func (t *trail) follow(node cgraph.Ref, left int) error {
	key := refs.ToKey(node)
	if left == 0 {
		if key != t.end {
			return nil
		}
		return t.keep(node)
	}
	if key == t.end {
		return nil
	}
	others, err := t.next(node)
	if err != nil {
		return err
	}
	t.way = append(t.way, node)
	defer func() { t.way = t.way[:len(t.way)-1] }()
	for _, other := range others {
		if t.full() {
			return nil
		}
		k := refs.ToKey(other)
		if d, ok := t.far[k]; !ok || d > left-1 {
			continue
		}
		if slices.ContainsFunc(t.way, func(r cgraph.Ref) bool { return refs.ToKey(r) == k }) {
			continue
		}
		if err := t.follow(other, left-1); err != nil {
			return err
		}
	}
	return nil
}

// next returns the entities that may follow a node and lie near enough to the
// end for some path, and remembers the links to them.
func (t *trail) next(node cgraph.Ref) ([]cgraph.Ref, error) {
	key := refs.ToKey(node)
	if out, ok := t.after[key]; ok {
		return out, nil
	}
	links, err := t.view.links(node, true, !t.opts.Directed)
	if err != nil {
		return nil, err
	}
	near := make(map[any][]link)
	var out []cgraph.Ref
	for _, l := range links {
		k := refs.ToKey(l.other)
		if _, ok := t.far[k]; !ok {
			continue
		}
		if near[k] == nil {
			out = append(out, l.other)
		}
		near[k] = append(near[k], l)
	}
	if out, err = t.reachable(out, near); err != nil {
		return nil, err
	}
	id := func(r cgraph.Ref) graph.EntityID { return t.nodes[refs.ToKey(r)] }
	slices.SortFunc(out, func(x, y cgraph.Ref) int { return cmp.Compare(id(x), id(y)) })
	t.after[key], t.links[key] = out, near
	return out, nil
}

// reachable returns those nodes that are entities and that some edge the walk
// keeps leads to.
func (t *trail) reachable(nodes []cgraph.Ref, near map[any][]link) ([]cgraph.Ref, error) {
	if err := t.name(nodes); err != nil {
		return nil, err
	}
	var out []cgraph.Ref
	for _, r := range nodes {
		k := refs.ToKey(r)
		if t.nodes[k] == "" {
			continue
		}
		if t.opts.Keep != nil {
			edges, _, err := t.kept(near[k])
			if err != nil {
				return nil, err
			}
			if len(edges) == 0 {
				continue
			}
		}
		out = append(out, r)
	}
	return out, nil
}

// keep writes out the path that has come to its last node.
func (t *trail) keep(last cgraph.Ref) error {
	way := append(slices.Clone(t.way), last)
	path := make(Path, len(way)-1)
	for i := range path {
		ends := [2]any{refs.ToKey(way[i]), refs.ToKey(way[i+1])}
		step, ok := t.steps[ends]
		if !ok {
			edges, _, err := t.kept(t.links[ends[0]][ends[1]])
			if err != nil {
				return err
			}
			step = newStep(t.nodes[ends[0]], t.nodes[ends[1]], edges)
			t.steps[ends] = step
		}
		path[i] = step
	}
	t.found = append(t.found, path)
	return nil
}
