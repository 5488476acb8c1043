package main

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// sortByMentions puts the most mentioned entity first, equals by id.
func sortByMentions(es []*graph.Entity) {
	slices.SortFunc(es, func(a, b *graph.Entity) int {
		return cmp.Or(cmp.Compare(len(b.Mentions), len(a.Mentions)), cmp.Compare(a.ID, b.ID))
	})
}

// sortClaims orders claims for reading: by predicate, then the document and
// the place in it.
func sortClaims(cs []*graph.Claim) {
	slices.SortFunc(cs, func(a, b *graph.Claim) int {
		return cmp.Or(
			cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(a.Document, b.Document),
			cmp.Compare(a.Start(), b.Start()), cmp.Compare(a.ID, b.ID))
	})
}

// sortedKeys returns the keys of a count, the most frequent first, equals in
// their order.
func sortedKeys[K cmp.Ordered](counts map[K]int) []K {
	keys := make([]K, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return keys
}
