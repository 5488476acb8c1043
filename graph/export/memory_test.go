package export

import (
	"fmt"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// memory is a graph at hand, read as a store is.
type memory struct{ r *graph.Resolution }

func (m memory) Documents() iter.Seq2[*graph.Document, error] { return pointers(m.r.Documents) }
func (m memory) Entities() iter.Seq2[*graph.Entity, error]    { return pointers(m.r.Entities) }
func (m memory) Claims() iter.Seq2[*graph.Claim, error]       { return pointers(m.r.Claims) }

func (m memory) Document(id graph.DocumentID) (*graph.Document, error) {
	return find(m.r.Documents, func(d *graph.Document) bool { return d.ID == id }, id)
}

func (m memory) Entity(id graph.EntityID) (*graph.Entity, error) {
	return find(m.r.Entities, func(e *graph.Entity) bool { return e.ID == id }, id)
}

func (m memory) Claim(id graph.ClaimID) (*graph.Claim, error) {
	return find(m.r.Claims, func(c *graph.Claim) bool { return c.ID == id }, id)
}

func (m memory) ClaimsFrom(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return only(m.Claims(), func(c *graph.Claim) bool { return c.Subject.Entity == id })
}

func (m memory) ClaimsTo(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return only(m.Claims(), func(c *graph.Claim) bool { return c.Object.Entity == id })
}

func (m memory) ClaimsBy(id graph.EntityID) iter.Seq2[*graph.Claim, error] {
	return only(m.Claims(), func(c *graph.Claim) bool { return slices.Contains(c.Attribution, id) })
}

func pointers[T any](s []T) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for i := range s {
			if !yield(&s[i], nil) {
				return
			}
		}
	}
}

func only(claims iter.Seq2[*graph.Claim, error], keep func(*graph.Claim) bool) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		for c, err := range claims {
			if keep(c) && !yield(c, err) {
				return
			}
		}
	}
}

func find[T any](s []T, is func(*T) bool, id any) (*T, error) {
	for i := range s {
		if is(&s[i]) {
			return &s[i], nil
		}
	}
	return nil, fmt.Errorf("%v is not there", id)
}
