// Package speaker tells who speaks in the documents of a graph: whose words
// claims are attributed to, and who is told of as saying, claiming or denying
// something.
package speaker

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/nlp"
)

// Speaker is somebody who speaks.
type Speaker struct {
	Entity graph.EntityID
	// Quoted counts the claims that are in the speaker's words, at any depth
	// of an attribution.
	Quoted int
	// Speaks counts the claims that tell of the speaker saying something.
	Speaks    int
	Documents []graph.DocumentID // that do either, sorted
	Sources   int                // independent sources among them
	Denials   []*graph.Claim     // what the speaker denies, by id
}

// speech are the predicates that tell of somebody saying something.
var speech = map[nlp.Predicate]bool{
	"said": true, denies: true, "claimed": true, "blamed": true, "accused": true, "condemned": true, "criticized": true,
	"praised": true, "called_for": true, "threatened": true, "warned": true,
}

const denies nlp.Predicate = "denied"

// Graph is where speakers are looked for, such as a store's reader.
type Graph interface {
	Document(graph.DocumentID) (*graph.Document, error)
}

// Speakers returns those who speak in the claims that m, which is bound to g,
// keeps: the most quoted first, then who is told of as speaking most, then by
// id.
func Speakers(g Graph, m *filter.Matcher) ([]Speaker, error) {
	speakers := make(map[graph.EntityID]*Speaker)
	of := func(id graph.EntityID, c *graph.Claim) *Speaker {
		s := speakers[id]
		if s == nil {
			s = &Speaker{Entity: id}
			speakers[id] = s
		}
		s.Documents = append(s.Documents, c.Document)
		return s
	}
	for c, err := range m.Claims() {
		if err != nil {
			return nil, fmt.Errorf("speakers: %w", err)
		}
		for i, id := range c.Attribution {
			if !slices.Contains(c.Attribution[:i], id) {
				of(id, c).Quoted++
			}
		}
		if !speech[c.Predicate] || c.Subject.Entity == "" || !c.Fact() {
			continue
		}
		s := of(c.Subject.Entity, c)
		s.Speaks++
		if c.Predicate == denies {
			s.Denials = append(s.Denials, c)
		}
	}
	out := make([]Speaker, 0, len(speakers))
	for _, s := range speakers {
		slices.Sort(s.Documents)
		s.Documents = slices.Compact(s.Documents)
		sources, err := graph.IndependentSources(s.Documents, g.Document)
		if err != nil {
			return nil, fmt.Errorf("speakers: %w", err)
		}
		s.Sources = len(sources)
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Speaker) int {
		return cmp.Or(cmp.Compare(b.Quoted, a.Quoted), cmp.Compare(b.Speaks, a.Speaks), cmp.Compare(a.Entity, b.Entity))
	})
	return out, nil
}
