// Package score measures claims against gold files: for a document, the facts
// that a careful reader finds.
//
// A [Gold] names a document, its entities and events with the names they go
// by, and its facts. Core facts must be found; extra ones count as right when
// found and are not missed when absent. A claim of a built-in predicate that
// matches no fact is wrong; claims with open predicates, quotations ("said")
// and links from a concept to what it is about ("concerns") are not judged.
package score
