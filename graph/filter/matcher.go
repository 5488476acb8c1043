package filter

import (
	"iter"
	"maps"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
)

// Graph is what a filter reads of a graph, such as a store's reader. Claims
// come each once, by id; those from and to an entity that is not there are
// none.
type Graph interface {
	Entity(graph.EntityID) (*graph.Entity, error)
	Document(graph.DocumentID) (*graph.Document, error)
	Claims() iter.Seq2[*graph.Claim, error]
	ClaimsFrom(graph.EntityID) iter.Seq2[*graph.Claim, error]
	ClaimsTo(graph.EntityID) iter.Seq2[*graph.Claim, error]
}

// Matcher is a filter bound to a graph. It remembers what it has read, and is
// not safe for use by several goroutines.
type Matcher struct {
	g          Graph
	predicates graph.Predicates
	filter     Filter
	dater      *dating.Dater
	conditions []condition
	support    map[graph.Statement]int
	near       map[graph.EntityID]bool // nil when there is no neighbourhood to keep to
}

// On binds the filter to g. It reads every claim when the filter wants a
// support, and the neighbourhood when it wants one. Predicates tells which
// predicates are symmetric.
func (f *Filter) On(g Graph, predicates graph.Predicates) (*Matcher, error) {
	m := &Matcher{g: g, predicates: predicates, filter: *f, dater: dating.New(g)}
	if f.MinSupport > 1 {
		if err := m.countSupport(); err != nil {
			return nil, err
		}
	}
	m.conditions = m.filter.conditions(m)
	if len(f.Near) > 0 {
		if err := m.explore(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// Dater returns the dater that the matcher uses, for what it remembers.
func (m *Matcher) Dater() *dating.Dater { return m.dater }

// Keeps reports whether a claim of the graph passes.
func (m *Matcher) Keeps(c *graph.Claim) (bool, error) {
	if m.near != nil {
		for _, id := range c.Entities() {
			if !m.near[id] {
				return false, nil
			}
		}
		if len(c.Entities()) == 0 {
			return false, nil
		}
	}
	return m.passes(c)
}

// passes is Keeps without the neighbourhood.
func (m *Matcher) passes(c *graph.Claim) (bool, error) {
	for _, condition := range m.conditions {
		if ok, err := condition(c); err != nil || !ok {
			return false, err
		}
	}
	return true, nil
}

// Claims ranges over the claims that pass, by id. It ends with the first
// error.
func (m *Matcher) Claims() iter.Seq2[*graph.Claim, error] { return m.Of(m.g.Claims()) }

// Of ranges over those of the given claims that pass.
func (m *Matcher) Of(claims iter.Seq2[*graph.Claim, error]) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		for c, err := range claims {
			keep := false
			if err == nil {
				keep, err = m.Keeps(c)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if keep && !yield(c, nil) {
				return
			}
		}
	}
}

// Entities returns the entities that a claim which passes is about, by id.
// They include the centres of the neighbourhood, which need no claim.
func (m *Matcher) Entities() ([]graph.EntityID, error) {
	set := make(map[graph.EntityID]bool)
	for _, id := range m.filter.Near {
		set[id] = true
	}
	for c, err := range m.Claims() {
		if err != nil {
			return nil, err
		}
		for _, id := range c.Entities() {
			set[id] = true
		}
	}
	return slices.Sorted(maps.Keys(set)), nil
}

// countSupport counts the independent sources of each statement.
func (m *Matcher) countSupport() error {
	documents := make(map[graph.Statement][]graph.DocumentID)
	for c, err := range m.g.Claims() {
		if err != nil {
			return err
		}
		s := c.Statement(m.predicates)
		documents[s] = append(documents[s], c.Document)
	}
	m.support = make(map[graph.Statement]int, len(documents))
	for s, ids := range documents {
		sources, err := graph.IndependentSources(ids, m.g.Document)
		if err != nil {
			return err
		}
		m.support[s] = len(sources)
	}
	return nil
}

// explore finds the neighbourhood, breadth-first.
func (m *Matcher) explore() error {
	m.near = make(map[graph.EntityID]bool)
	frontier := slices.Clone(m.filter.Near)
	for _, id := range frontier {
		m.near[id] = true
	}
	for range m.filter.Radius {
		var reached []graph.EntityID
		for _, id := range frontier {
			for _, claims := range []iter.Seq2[*graph.Claim, error]{m.g.ClaimsFrom(id), m.g.ClaimsTo(id)} {
				for c, err := range claims {
					if err != nil {
						return err
					}
					if ok, err := m.passes(c); err != nil {
						return err
					} else if !ok {
						continue
					}
					for _, other := range c.Entities() {
						if !m.near[other] {
							m.near[other] = true
							reached = append(reached, other)
						}
					}
				}
			}
		}
		frontier = reached
	}
	return nil
}
