package filter

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
)

// Filter is a list of conditions on claims; the zero Filter has none.
type Filter struct {
	// Predicates are the predicates to keep. One that ends in "*" stands for
	// all that begin so: "open:*".
	Predicates []nlp.Predicate
	// Types are the types that entities at a claim's ends may have, both of
	// them: an entity type, or the kind of an event ("bombing").
	Types []string
	// Span is the time that what is claimed must overlap, as package dating
	// dates it. What cannot be dated does not pass.
	Span nlp.Interval
	// Sources name documents: their publisher, id or path.
	Sources []string
	// Attributions are entities that a claim is attributed to, at any depth.
	Attributions []graph.EntityID
	// OwnVoice keeps claims that are attributed to nobody, beside those that
	// are attributed to one of Attributions.
	OwnVoice   bool
	Polarities []nlp.Polarity
	Modalities []nlp.Modality
	// MinConfidence is the least confidence to keep.
	MinConfidence float64
	// MinSupport is the least number of independent sources that make the
	// claim's statement; see [graph.IndependentSources].
	MinSupport int
	// Near are the entities around which the neighbourhood is kept: what at
	// most Radius claims join to one of them, over claims that pass all other
	// conditions. Both ends of a claim must lie in it.
	Near   []graph.EntityID
	Radius int
}

// IsZero reports whether the filter lets everything pass.
func (f *Filter) IsZero() bool {
	return len(f.Predicates) == 0 && len(f.Types) == 0 && f.Span.IsZero() && len(f.Sources) == 0 &&
		len(f.Attributions) == 0 && !f.OwnVoice && len(f.Polarities) == 0 && len(f.Modalities) == 0 &&
		f.MinConfidence <= 0 && f.MinSupport <= 1 && len(f.Near) == 0
}

// condition is one condition of a filter, bound to a graph.
type condition func(*graph.Claim) (bool, error)

// plain makes a condition of one that needs nothing but the claim.
func plain(f func(*graph.Claim) bool) condition {
	return func(c *graph.Claim) (bool, error) { return f(c), nil }
}

// conditions returns those that are set, the cheapest first, without the
// neighbourhood.
func (f *Filter) conditions(m *Matcher) []condition {
	var out []condition
	if len(f.Polarities) > 0 {
		out = append(out, plain(func(c *graph.Claim) bool { return slices.Contains(f.Polarities, c.Polarity) }))
	}
	if len(f.Modalities) > 0 {
		out = append(out, plain(func(c *graph.Claim) bool { return slices.Contains(f.Modalities, c.Modality) }))
	}
	if f.MinConfidence > 0 {
		out = append(out, plain(func(c *graph.Claim) bool { return c.Confidence >= f.MinConfidence }))
	}
	if len(f.Predicates) > 0 {
		out = append(out, plain(func(c *graph.Claim) bool { return f.KeepsPredicate(c.Predicate) }))
	}
	if len(f.Attributions) > 0 || f.OwnVoice {
		out = append(out, plain(f.keepsAttribution))
	}
	if len(f.Sources) > 0 {
		out = append(out, m.fromSource(f.Sources))
	}
	if !f.Span.IsZero() {
		out = append(out, func(c *graph.Claim) (bool, error) {
			d, err := m.dater.Claim(c)
			return d.Basis != dating.Undated && dating.Overlap(d.Time, f.Span), err
		})
	}
	if len(f.Types) > 0 {
		out = append(out, m.ofTypes(f.Types))
	}
	if f.MinSupport > 1 {
		out = append(out, plain(func(c *graph.Claim) bool { return m.support[c.Statement(m.predicates)] >= f.MinSupport }))
	}
	return out
}

// KeepsPredicate reports whether the filter's predicates include p.
func (f *Filter) KeepsPredicate(p nlp.Predicate) bool {
	return len(f.Predicates) == 0 || slices.ContainsFunc(f.Predicates, func(want nlp.Predicate) bool {
		if prefix, ok := strings.CutSuffix(string(want), "*"); ok {
			return strings.HasPrefix(string(p), prefix)
		}
		return p == want
	})
}

func (f *Filter) keepsAttribution(c *graph.Claim) bool {
	if len(c.Attribution) == 0 {
		return f.OwnVoice
	}
	return slices.ContainsFunc(c.Attribution, func(id graph.EntityID) bool { return slices.Contains(f.Attributions, id) })
}

// fromSource keeps claims of documents that go by one of the names.
func (m *Matcher) fromSource(names []string) condition {
	keys := make(map[string]bool)
	for _, n := range names {
		keys[quadstore.Key(n)] = true
	}
	known := make(map[graph.DocumentID]bool)
	return func(c *graph.Claim) (bool, error) {
		keep, ok := known[c.Document]
		if !ok {
			d, err := m.g.Document(c.Document)
			if err != nil {
				return false, err
			}
			keep = slices.Contains(names, d.Path) || keys[quadstore.Key(string(d.ID))] || keys[quadstore.Key(d.Source)]
			known[c.Document] = keep
		}
		return keep, nil
	}
}

// ofTypes keeps claims whose ends that are entities have one of the types.
func (m *Matcher) ofTypes(types []string) condition {
	want := make(map[string]bool)
	for _, t := range types {
		want[strings.ToLower(t)] = true
	}
	known := make(map[graph.EntityID]bool)
	return func(c *graph.Claim) (bool, error) {
		ends := c.Entities()
		for _, id := range ends {
			keep, ok := known[id]
			if !ok {
				e, err := m.g.Entity(id)
				if err != nil {
					return false, err
				}
				keep = want[strings.ToLower(string(e.Type))] || e.EventType != "" && want[strings.ToLower(e.EventType)]
				known[id] = keep
			}
			if !keep {
				return false, nil
			}
		}
		return len(ends) > 0, nil
	}
}
