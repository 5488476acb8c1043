package walk

import (
	"context"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
)

// ClaimsWith returns the claims that have a property, with a value or, when it
// is nil, with any, by id.
func ClaimsWith(ctx context.Context, s *quadstore.Store, property quad.IRI, value quad.Value) ([]graph.ClaimID, error) {
	return nodesWith(ctx, s, property, value, quadstore.ClaimOf)
}

// EntitiesWith returns the entities and events that have a property, as
// [ClaimsWith] does claims.
func EntitiesWith(ctx context.Context, s *quadstore.Store, property quad.IRI, value quad.Value) ([]graph.EntityID, error) {
	return nodesWith(ctx, s, property, value, quadstore.EntityOf)
}

// nodesWith returns the nodes that have a property and that read reads.
func nodesWith[ID ~string](ctx context.Context, s *quadstore.Store, property quad.IRI, value quad.Value, read func(quad.Value) (ID, bool)) ([]ID, error) {
	qs, err := s.View(ctx)
	if err != nil {
		return nil, err
	}
	p, err := qs.ValueOf(property)
	if err != nil || p == nil {
		return nil, err
	}
	at, direction := p, quad.Predicate
	if value != nil {
		if at, err = qs.ValueOf(value); err != nil || at == nil {
			return nil, err
		}
		direction = quad.Object
	}
	var subjects []cgraph.Ref
	it := qs.QuadIterator(direction, at).Iterate()
	defer func() { _ = it.Close() }()
	for it.Next(ctx) {
		q := it.Result()
		if value != nil {
			has, err := qs.QuadDirection(q, quad.Predicate)
			if err != nil {
				return nil, err
			}
			if refs.ToKey(has) != refs.ToKey(p) {
				continue
			}
		}
		subject, err := qs.QuadDirection(q, quad.Subject)
		if err != nil {
			return nil, err
		}
		subjects = append(subjects, subject)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := it.Err(); err != nil {
		return nil, err
	}
	values, err := cgraph.ValuesOf(ctx, qs, subjects)
	if err != nil {
		return nil, err
	}
	var out []ID
	for _, v := range values {
		if id, ok := read(v); ok {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}
