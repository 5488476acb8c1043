package quadstore

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// edge is a predicate that a claim's edge has, and whether it holds both ways.
type edge struct {
	predicate quad.IRI
	symmetric bool
}

// edgeTable remembers the edges of every predicate met so far.
type edgeTable map[nlp.Predicate][]edge

// of returns p itself and all that it implies, directly or not, sorted. What
// implies itself in a circle is taken once.
func (t edgeTable) of(p nlp.Predicate, known graph.Predicates) []edge {
	if e, ok := t[p]; ok {
		return e
	}
	p = nlp.Predicate(strings.Clone(string(p))) // it may be a part of a document
	all := []nlp.Predicate{p}
	for i := 0; i < len(all); i++ {
		for _, q := range known[all[i]].Implies {
			if !slices.Contains(all, q) {
				all = append(all, q)
			}
		}
	}
	slices.Sort(all)
	edges := make([]edge, len(all))
	for i, q := range all {
		edges[i] = edge{predicate: PredicateIRI(q), symmetric: known[q].Symmetric}
	}
	t[p] = edges
	return edges
}

// appendEdges appends the edges of a claim that is a fact. Only an entity can be
// where an edge begins, so a claim about a number or a text has none.
func appendEdges(out []statement, c *graph.Claim, edges []edge) []statement {
	from, to := endTerm(c.Subject), endTerm(c.Object)
	if c.Subject.Entity == "" || to.empty() {
		return out
	}
	label := iri(ClaimIRI(c.ID))
	for _, e := range edges {
		out = append(out, statement{from, iri(e.predicate), to, label})
		if e.symmetric && c.Object.Entity != "" && from != to {
			out = append(out, statement{to, iri(e.predicate), from, label})
		}
	}
	return out
}
