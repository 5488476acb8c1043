// Package lexicon holds classes of words that several steps of the analysis
// know alike: what verbs, nouns and adjectives do to the clauses they govern,
// what somebody's words are called, how much of something is meant.
package lexicon

import "strings"

// Words makes a set of space-separated words.
func Words(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
