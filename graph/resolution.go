package graph

// Resolution is the graph that follows from a set of observations and the
// user's corrections. Every slice is in a stable order that does not depend on
// the order in which documents were read: documents, entities and claims by
// id, merges by entity and then by their two chains.
type Resolution struct {
	Documents []Document
	Entities  []Entity
	Claims    []Claim
	Merges    []Merge
	Maybe     []MaybeSame
}
