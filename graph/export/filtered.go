package export

import (
	"iter"
	"maps"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
)

// Filtered returns the part of g that a filter keeps: its claims, the entities
// that they speak of or are attributed to, with the places and wholes of those
// that are events, and the documents that make the claims, with the originals
// of copies. Mentions in other documents are left out, so nothing in the part
// names something outside it.
func Filtered(g Graph, m *filter.Matcher) (Graph, error) {
	f := &filtered{Graph: g, matcher: m}
	entities, err := m.Entities()
	if err != nil {
		return nil, err
	}
	keep, documents := make(map[graph.EntityID]bool), make(map[graph.DocumentID]bool)
	var queue []graph.EntityID
	add := func(ids ...graph.EntityID) {
		for _, id := range ids {
			if id != "" && !keep[id] {
				keep[id] = true
				queue = append(queue, id)
			}
		}
	}
	add(entities...)
	for c, err := range m.Claims() {
		if err != nil {
			return nil, err
		}
		add(c.Attribution...)
		documents[c.Document] = true
	}
	for len(queue) > 0 {
		e, err := g.Entity(queue[len(queue)-1])
		if err != nil {
			return nil, err
		}
		queue = queue[:len(queue)-1]
		add(e.Places...)
		add(e.PartOf)
	}
	for _, id := range slices.Collect(maps.Keys(documents)) {
		d, err := g.Document(id)
		if err != nil {
			return nil, err
		}
		if d.CopyOf != "" {
			documents[d.CopyOf] = true
		}
	}
	f.documents = documents
	f.entityIDs, f.documentIDs = slices.Sorted(maps.Keys(keep)), slices.Sorted(maps.Keys(documents))
	return f, nil
}

type filtered struct {
	Graph
	matcher     *filter.Matcher
	documents   map[graph.DocumentID]bool
	entityIDs   []graph.EntityID
	documentIDs []graph.DocumentID
}

func (f *filtered) Documents() iter.Seq2[*graph.Document, error] {
	return records(f.documentIDs, f.Document)
}

func (f *filtered) Entities() iter.Seq2[*graph.Entity, error] { return records(f.entityIDs, f.Entity) }

func (f *filtered) Entity(id graph.EntityID) (*graph.Entity, error) {
	e, err := f.Graph.Entity(id)
	if err != nil {
		return nil, err
	}
	part := *e
	part.Mentions = nil
	for _, m := range e.Mentions {
		if f.documents[m.Document] {
			part.Mentions = append(part.Mentions, m)
		}
	}
	return &part, nil
}

func (f *filtered) Claims() iter.Seq2[*graph.Claim, error] { return f.matcher.Claims() }

func (f *filtered) ClaimsFrom(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return f.matcher.Of(f.Graph.ClaimsFrom(id))
}

func (f *filtered) ClaimsTo(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return f.matcher.Of(f.Graph.ClaimsTo(id))
}

func (f *filtered) ClaimsBy(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return f.matcher.Of(f.Graph.ClaimsBy(id))
}

// records looks ids up one after another, until the first error.
func records[K ~string, T any](ids []K, get func(K) (*T, error)) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for _, id := range ids {
			v, err := get(id)
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}
