package walk

import (
	"context"
	"fmt"
	"maps"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// PathOptions say what [ShortestPaths] looks for.
type PathOptions struct {
	Options
	MaxPaths int // at most this many; 0 for all
	MaxSteps int // none that is longer; 0 for any length
}

// ShortestPaths returns the paths of the fewest steps from one entity to
// another, in the order of the ids they lead through. There are none when the
// graph does not join the two, or does not have one of them; from an entity to
// itself there is one without steps.
//
// It searches breadth-first from both ends (bidirectional search), level by
// level, always where fewer entities are waiting.
func ShortestPaths(ctx context.Context, s *quadstore.Store, from, to graph.EntityID, opts PathOptions) ([]Path, error) {
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
	next, err := v.search(a, b, opts)
	if err != nil || next == nil {
		return nil, err
	}
	return v.spell(a, b, next, opts.MaxPaths)
}

// ends opens a view to look for paths in, and finds where they begin and end;
// nil for an end that the graph does not have. The caller closes the view.
func ends(ctx context.Context, s *quadstore.Store, from, to graph.EntityID, opts Options) (v *view, a, b cgraph.Ref, err error) {
	if v, err = newView(ctx, s, opts); err != nil {
		return nil, nil, nil, err
	}
	if err = v.openEdges(s); err != nil {
		return nil, nil, nil, err
	}
	if a, err = v.find(from); err != nil {
		v.close()
		return nil, nil, nil, fmt.Errorf("path from %s: %w", from, err)
	}
	if b, err = v.find(to); err != nil {
		v.close()
		return nil, nil, nil, fmt.Errorf("path to %s: %w", to, err)
	}
	return v, a, b, nil
}

// side is one of the two searches: what it has reached, at which level, and
// from where.
type side struct {
	level    int
	levels   map[any]int
	before   map[any]map[any]cgraph.Ref // the nodes one level nearer the start
	frontier []cgraph.Ref
	out, in  bool // which edges to follow away from the start
}

func newSide(start cgraph.Ref, out, in bool) *side {
	return &side{
		levels: map[any]int{refs.ToKey(start): 0}, before: make(map[any]map[any]cgraph.Ref),
		frontier: []cgraph.Ref{start}, out: out, in: in,
	}
}

// expand reaches one level further.
func (s *side) expand(v *view) error {
	var reached []cgraph.Ref
	s.level++
	for _, node := range s.frontier {
		nodes, err := v.beside(node, s.out, s.in)
		if err != nil {
			return err
		}
		for _, other := range nodes {
			key := refs.ToKey(other)
			level, seen := s.levels[key]
			if !seen {
				s.levels[key], level = s.level, s.level
				s.before[key] = make(map[any]cgraph.Ref)
				reached = append(reached, other)
			}
			if level == s.level {
				s.before[key][refs.ToKey(node)] = node
			}
		}
	}
	s.frontier = reached
	return nil
}

// beside returns the entities one edge away from a node. Some may come twice.
func (v *view) beside(node cgraph.Ref, out, in bool) ([]cgraph.Ref, error) {
	links, err := v.links(node, out, in)
	if err != nil {
		return nil, err
	}
	if v.opts.Keep != nil {
		_, others, err := v.kept(links)
		return others, err
	}
	others := make([]cgraph.Ref, len(links))
	for i, l := range links {
		others[i] = l.other
	}
	if v.edges != nil {
		return slices.DeleteFunc(others, func(r cgraph.Ref) bool { return !v.entity(r) }), nil
	}
	if err := v.name(others); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(others, func(r cgraph.Ref) bool { return v.nodes[refs.ToKey(r)] == "" }), nil
}

// search returns, for every node on a shortest path, the nodes that may follow
// it; nil when there is no path.
func (v *view) search(from, to cgraph.Ref, opts PathOptions) (map[any][]cgraph.Ref, error) {
	a := newSide(from, true, !opts.Directed)
	b := newSide(to, !opts.Directed, true)
	for len(a.frontier) > 0 && len(b.frontier) > 0 {
		if opts.MaxSteps > 0 && a.level+b.level >= opts.MaxSteps {
			return nil, nil
		}
		near, far := a, b
		if len(b.frontier) < len(a.frontier) {
			near, far = b, a
		}
		if err := near.expand(v); err != nil {
			return nil, err
		}
		// Both searches have gone through all of their levels, and had not
		// met before, so every shortest path leads through one of these.
		var meeting []cgraph.Ref
		for _, node := range near.frontier {
			if level, ok := far.levels[refs.ToKey(node)]; ok && level == far.level {
				meeting = append(meeting, node)
			}
		}
		if len(meeting) > 0 {
			return join(a, b, meeting), nil
		}
	}
	return nil, nil
}

// join links the two searches' ways from the nodes where they met.
func join(a, b *side, meeting []cgraph.Ref) map[any][]cgraph.Ref {
	next := make(map[any][]cgraph.Ref)
	todo, seen := slices.Clone(meeting), make(map[any]bool)
	for len(todo) > 0 { // back to the beginning
		node := todo[0]
		todo = todo[1:]
		for key, before := range a.before[refs.ToKey(node)] {
			next[key] = append(next[key], node)
			if !seen[key] {
				seen[key] = true
				todo = append(todo, before)
			}
		}
	}
	todo = slices.Clone(meeting)
	clear(seen)
	for len(todo) > 0 { // on to the end
		node := todo[0]
		todo = todo[1:]
		key := refs.ToKey(node)
		for after, ref := range b.before[key] {
			next[key] = append(next[key], ref)
			if !seen[after] {
				seen[after] = true
				todo = append(todo, ref)
			}
		}
	}
	return next
}

// spell writes out the paths that next allows, by the ids they lead through.
func (v *view) spell(from, to cgraph.Ref, next map[any][]cgraph.Ref, limit int) ([]Path, error) {
	all := []cgraph.Ref{from, to}
	for _, nodes := range next {
		all = append(all, nodes...)
	}
	if err := v.name(all); err != nil {
		return nil, err
	}
	id := func(r cgraph.Ref) graph.EntityID { return v.nodes[refs.ToKey(r)] }
	for key := range maps.Keys(next) {
		slices.SortFunc(next[key], func(x, y cgraph.Ref) int {
			if id(x) < id(y) {
				return -1
			}
			return 1
		})
	}
	var (
		out    []Path
		steps  = make(map[[2]graph.EntityID]Step)
		follow func(node cgraph.Ref, path Path) error
	)
	follow = func(node cgraph.Ref, path Path) error {
		if refs.ToKey(node) == refs.ToKey(to) {
			out = append(out, slices.Clone(path))
			return nil
		}
		for _, other := range next[refs.ToKey(node)] {
			if limit > 0 && len(out) >= limit {
				return nil
			}
			ends := [2]graph.EntityID{id(node), id(other)}
			step, ok := steps[ends]
			if !ok {
				var err error
				if step, err = v.step(node, other); err != nil {
					return err
				}
				steps[ends] = step
			}
			if err := follow(other, append(path, step)); err != nil {
				return err
			}
		}
		return nil
	}
	return out, follow(from, nil)
}

// step reads the edges between two nodes.
func (v *view) step(from, to cgraph.Ref) (Step, error) {
	links, err := v.between(from, to)
	if err != nil {
		return Step{}, err
	}
	edges, _, err := v.kept(links)
	return newStep(v.nodes[refs.ToKey(from)], v.nodes[refs.ToKey(to)], edges), err
}

// between returns the edges from one node to another that may be followed.
func (v *view) between(from, to cgraph.Ref) ([]link, error) {
	if v.edges == nil {
		links, err := v.links(from, true, !v.opts.Directed)
		return slices.DeleteFunc(links, func(l link) bool { return refs.ToKey(l.other) != refs.ToKey(to) }), err
	}
	var out []link
	err := v.edges.Between(from, to, v.predicates, func(q cgraph.Ref) { out = append(out, link{q, to, true}) })
	if err != nil || v.opts.Directed {
		return out, err
	}
	err = v.edges.Between(to, from, v.predicates, func(q cgraph.Ref) { out = append(out, link{q, to, false}) })
	return out, err
}
