package walk

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Edge is one edge of the graph, in the direction in which it stands there. A
// claim has several: one for each predicate that its own implies, and both
// directions of a symmetric one.
type Edge struct {
	From      graph.EntityID `json:"from"`
	Predicate nlp.Predicate  `json:"predicate"`
	To        graph.EntityID `json:"to"`
	Claim     graph.ClaimID  `json:"claim"`
}

func compareEdges(a, b Edge) int {
	return cmp.Or(cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Predicate, b.Predicate),
		cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
}

// Step is what joins two entities: every edge between them that the walk may
// follow, by claim, then predicate.
type Step struct {
	From  graph.EntityID `json:"from"`
	To    graph.EntityID `json:"to"`
	Edges []Edge         `json:"edges"`
}

// Claims returns the claims of the step's edges, sorted, each once.
func (s *Step) Claims() []graph.ClaimID {
	var out []graph.ClaimID
	for _, e := range s.Edges {
		out = append(out, e.Claim) // edges are sorted by claim
	}
	return slices.Compact(out)
}

// Path is a chain of steps, each of which begins where the one before it ends.
type Path []Step

// Options say which edges a walk follows.
type Options struct {
	// Directed walks follow edges from subject to object only.
	Directed bool
	// Predicates lists the predicates to follow; empty for all.
	Predicates []nlp.Predicate
	// Keep, when set, is asked about every edge that the walk would follow.
	Keep func(Edge) (bool, error)
}
