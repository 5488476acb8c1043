package graph

// Sink takes a graph in while it is being derived, so that nobody has to hold
// all of it. Documents come by id, entities and events by id, merges by entity
// and then by their two chains, what may be the same by its two ends. Claims
// come by document, those of one document by where it states them. Which kind
// comes when is not promised.
//
// What is handed over may be kept. An error ends the derivation.
type Sink interface {
	Document(*Document) error
	Entity(*Entity) error
	Claim(*Claim) error
	Merge(*Merge) error
	MaybeSame(*MaybeSame) error
}
