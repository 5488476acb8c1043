// Package walk answers questions over the edges of the graph that Cayley's
// query language answers slowly or not at all: what is next to an entity, which
// edges a claim is, and the shortest paths between two entities.
//
// An [Edge] is an edge of the quad store that has a claim for its label, so
// something a source states as a fact. Properties of nodes are never followed,
// nor are edges to numbers and texts. A [Step] is everything that joins two
// entities next to each other; a [Path] is a chain of steps.
//
// Walks follow edges in both directions unless asked not to. Their results are
// in an order that depends on nothing but the graph.
package walk
