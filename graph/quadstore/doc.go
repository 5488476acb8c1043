// Package quadstore keeps the graph in Cayley, on bbolt, and says how a
// [graph.Resolution] is written as quads.
//
// A store is one file. It is written once, by one [Writer], and from then on
// only read: nothing is ever deleted from it or added to it, because Cayley's
// deletes leave nodes behind and a failed write can corrupt later ones without
// a word. A graph that has changed is written into a new file, which the Writer
// lays out as Cayley would have, some twenty times faster. After any error of a
// Writer its file is not to be read; the caller throws it away.
//
// A node is an IRI: <entity/…>, <event/…>, <claim/…>, <doc/…>, or a predicate
// such as <claimed>. A claim that is stated as a fact is a direct edge from its
// subject to its object, and the edge's label is the claim. Everything else —
// what is known of entities, documents and claims — is an unlabelled property,
// listed in properties.go. So a quad with a label is an edge somebody states,
// and a quad without one is never followed by path queries.
//
// Subpackage gizmo runs queries in Cayley's query language over a [Store.View].
package quadstore
