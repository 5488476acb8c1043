// Package timeline puts claims in the order in which what they tell of
// happened.
//
// An [Entry] is one statement, dated one way by one voice, with all the claims
// that make it: the same thing told in ten articles is one entry. Package
// dating says what dates rest on; what cannot be dated comes last.
package timeline

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/nlp"
)

// Relation says in which way a claim is about two entities.
type Relation string

// The relations.
const (
	// Direct: the one is the subject and the other the object.
	Direct Relation = "direct"
	// Through: the one is an end, and the other end is something, such as an
	// involvement, that concerns the other.
	Through Relation = "through"
	// Says: the claim is about the one, in the words of the other.
	Says Relation = "says"
)

// Entry is one statement on a timeline.
type Entry struct {
	dating.Dating
	// Relation is set between two entities only.
	Relation Relation
	// Claims make the statement in the same words' name, by id.
	Claims []*graph.Claim
	// Sources is the number of independent sources among their documents.
	Sources int
}

// Graph is what timelines are made from, such as a store's reader.
type Graph interface {
	filter.Graph
	ClaimsBy(graph.EntityID) iter.Seq2[*graph.Claim, error]
}

// Of returns the timeline of the claims about an entity, or about something
// that concerns it, that m, which is bound to g, keeps; of all that it keeps
// when id is empty.
func Of(g Graph, m *filter.Matcher, id graph.EntityID, known graph.Predicates) ([]Entry, error) {
	b := newBuilder(m, known)
	ranges := []iter.Seq2[*graph.Claim, error]{g.Claims()}
	if id != "" {
		ranges = []iter.Seq2[*graph.Claim, error]{g.ClaimsFrom(id), g.ClaimsTo(id)}
	}
	for _, claims := range ranges {
		for c, err := range m.Of(claims) {
			if err == nil {
				err = b.add(c, "", "")
			}
			if err != nil {
				return nil, fmt.Errorf("timeline: %w", err)
			}
		}
	}
	if id != "" {
		if err := b.through(g, id, "", ""); err != nil {
			return nil, fmt.Errorf("timeline: %w", err)
		}
	}
	return b.entries(g)
}

// Between returns the timeline of the claims that m keeps about both of two
// entities, either way.
func Between(g Graph, m *filter.Matcher, x, y graph.EntityID, known graph.Predicates) ([]Entry, error) {
	b := newBuilder(m, known)
	if err := b.between(g, x, y); err != nil {
		return nil, fmt.Errorf("between %s and %s: %w", x, y, err)
	}
	return b.entries(g)
}

// key is what the claims of an entry have in common.
type key struct {
	graph.Statement
	dating.Dating
	relation Relation
	voices   string
}

type builder struct {
	m      *filter.Matcher
	known  graph.Predicates
	claims map[key][]*graph.Claim
	seen   map[graph.ClaimID]bool
}

func newBuilder(m *filter.Matcher, known graph.Predicates) *builder {
	return &builder{m: m, known: known, claims: make(map[key][]*graph.Claim), seen: make(map[graph.ClaimID]bool)}
}

// add puts a claim on the timeline, unless it is there. When only its report
// is dated, it goes by the time of the event that it is about through something
// else.
func (b *builder) add(c *graph.Claim, rel Relation, through graph.EntityID) error {
	if b.seen[c.ID] {
		return nil
	}
	b.seen[c.ID] = true
	when, err := b.m.Dater().Claim(c)
	if err != nil {
		return err
	}
	if when.Basis == dating.OfReport || when.Basis == dating.Undated {
		t, err := b.m.Dater().Event(through)
		if err != nil {
			return err
		}
		if !t.IsZero() {
			when = dating.Dating{Time: t, Basis: dating.OfEvent}
		}
	}
	k := key{c.Statement(b.known), when, rel, fmt.Sprint(c.Attribution)}
	b.claims[k] = append(b.claims[k], c)
	return nil
}

// between adds the claims about two entities, the most direct first, so that
// each counts as what is said of it first.
func (b *builder) between(g Graph, x, y graph.EntityID) error {
	ends := []struct{ one, other graph.EntityID }{{x, y}, {y, x}}
	for _, e := range ends {
		for c, err := range b.m.Of(g.ClaimsFrom(e.one)) {
			if err == nil && c.Object.Entity == e.other {
				err = b.add(c, Direct, "")
			}
			if err != nil {
				return err
			}
		}
	}
	for _, e := range ends {
		if err := b.through(g, e.other, e.one, Through); err != nil {
			return err
		}
	}
	for _, e := range ends {
		for c, err := range b.m.Of(g.ClaimsBy(e.one)) {
			if err == nil && slices.Contains(c.Entities(), e.other) {
				err = b.add(c, Says, "")
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// through adds the claims about what concerns an entity, such as a denied
// involvement: those of one subject, or of all when it is empty.
func (b *builder) through(g Graph, id, subject graph.EntityID, rel Relation) error {
	for about, err := range g.ClaimsTo(id) {
		if err != nil {
			return err
		}
		concern := about.Subject.Entity
		if about.Predicate != "concerns" || !about.Fact() || concern == "" || concern == subject {
			continue
		}
		for c, err := range b.m.Of(g.ClaimsTo(concern)) {
			if err == nil && (subject == "" || c.Subject.Entity == subject) {
				err = b.add(c, rel, id)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// entries returns the timeline in order.
func (b *builder) entries(g Graph) ([]Entry, error) {
	out := make([]Entry, 0, len(b.claims))
	for k, claims := range b.claims {
		slices.SortFunc(claims, func(x, y *graph.Claim) int { return cmp.Compare(x.ID, y.ID) })
		e := Entry{Dating: k.Dating, Relation: k.relation, Claims: claims, Sources: 1}
		if len(claims) > 1 {
			documents := make([]graph.DocumentID, len(claims))
			for i, c := range claims {
				documents[i] = c.Document
			}
			sources, err := graph.IndependentSources(documents, g.Document)
			if err != nil {
				return nil, err
			}
			e.Sources = len(sources)
		}
		out = append(out, e)
	}
	slices.SortFunc(out, compare)
	return out, nil
}

// compare orders entries by their first day as far as it is known, then their
// last; the undated come last. What is dated alike goes by predicate, then by
// its first claim.
func compare(a, b Entry) int {
	day := func(d, instead nlp.Date) string { return cmp.Or(d.String(), instead.String(), "~") }
	return cmp.Or(
		cmp.Compare(day(a.Time.Start, a.Time.End), day(b.Time.Start, b.Time.End)),
		cmp.Compare(day(a.Time.End, nlp.Date{}), day(b.Time.End, nlp.Date{})),
		cmp.Compare(a.Claims[0].Predicate, b.Claims[0].Predicate),
		cmp.Compare(a.Claims[0].ID, b.Claims[0].ID))
}
