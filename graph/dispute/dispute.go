package dispute

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

// Kind says in what way claims contradict each other.
type Kind string

// The kinds, in the order in which contradictions are listed.
const (
	Responsibility Kind = "responsibility"
	Figures        Kind = "figures"
	Negation       Kind = "negation"
)

// Contradiction is a thing on which documents do not agree.
type Contradiction struct {
	Kind Kind `json:"kind"`
	// About is the event, or the subject of what is stated and negated.
	About graph.EntityID `json:"about"`
	// Predicate is the measure of figures, or what is stated and negated.
	Predicate nlp.Predicate `json:"predicate,omitempty"`
	// Object is the object of what is stated and negated.
	Object graph.EntityID `json:"object,omitempty"`
	// Verdict says how figures differ.
	Verdict Verdict `json:"verdict,omitempty"`
	Sides   []Side  `json:"sides"`
}

// Side is one position in a contradiction; which of the first three fields is
// set goes by its kind. Claims are in the order of their documents' dates.
type Side struct {
	Actor    graph.EntityID `json:"actor,omitempty"`
	Figure   *nlp.Quantity  `json:"figure,omitempty"`
	Polarity nlp.Polarity   `json:"polarity,omitempty"`
	// Claims take the side; of an actor, they hold it responsible.
	Claims []*graph.Claim `json:"claims"`
	// Denials are claims by or on behalf of the actor that it is not.
	Denials []*graph.Claim `json:"denials,omitempty"`
}

// Graph is what contradictions are looked for in, such as a store's reader.
type Graph interface {
	filter.Graph
	Claim(graph.ClaimID) (*graph.Claim, error)
	Quads() *quadstore.Store
}

// finder looks for contradictions among the claims that a filter keeps.
type finder struct {
	ctx   context.Context
	g     Graph
	m     *filter.Matcher
	order map[graph.DocumentID]string // what documents are sorted by

	spokenFor map[graph.EntityID][]graph.EntityID // by who speaks
}

// Find returns the contradictions among the claims of g that m, which is bound
// to g, keeps: by kind, then what they are about, then predicate and object.
func Find(ctx context.Context, g Graph, m *filter.Matcher, known graph.Predicates) ([]Contradiction, error) {
	f := &finder{ctx: ctx, g: g, m: m, order: make(map[graph.DocumentID]string), spokenFor: make(map[graph.EntityID][]graph.EntityID)}
	var out []Contradiction
	for _, part := range []func() ([]Contradiction, error){
		f.responsibility, f.figures, func() ([]Contradiction, error) { return f.negations(known) },
	} {
		found, err := part()
		if err != nil {
			return nil, fmt.Errorf("contradictions: %w", err)
		}
		slices.SortFunc(found, func(a, b Contradiction) int {
			return cmp.Or(cmp.Compare(a.About, b.About), cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Object, b.Object))
		})
		out = append(out, found...)
	}
	return out, nil
}

// with returns the claims that have a property and that the filter keeps.
func (f *finder) with(property quad.IRI, value quad.Value) ([]*graph.Claim, error) {
	ids, err := walk.ClaimsWith(f.ctx, f.g.Quads(), property, value)
	if err != nil {
		return nil, err
	}
	var out []*graph.Claim
	for _, id := range ids {
		c, err := f.g.Claim(id)
		if err != nil {
			return nil, err
		}
		if out, err = f.keep(out, c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// keep appends a claim when the filter keeps it.
func (f *finder) keep(to []*graph.Claim, c *graph.Claim) ([]*graph.Claim, error) {
	if err := f.ctx.Err(); err != nil {
		return nil, err
	}
	ok, err := f.m.Keeps(c)
	if err != nil || !ok {
		return to, err
	}
	return append(to, c), nil
}

// sort orders claims by their documents' dates, the undated last, and takes
// out repetitions.
func (f *finder) sort(claims []*graph.Claim) ([]*graph.Claim, error) {
	for _, c := range claims {
		if _, ok := f.order[c.Document]; ok {
			continue
		}
		date, err := f.m.Dater().Report(c.Document)
		if err != nil {
			return nil, err
		}
		f.order[c.Document] = cmp.Or(date.String(), "~") + string(c.Document)
	}
	slices.SortFunc(claims, func(a, b *graph.Claim) int {
		return cmp.Or(cmp.Compare(f.order[a.Document], f.order[b.Document]), cmp.Compare(a.ID, b.ID))
	})
	return slices.CompactFunc(claims, func(a, b *graph.Claim) bool { return a.ID == b.ID }), nil
}
