package resolve

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// acts reports whether a mention of a chain is used as one who acts: an end of a
// claim that only a person or body can be, in the sentence of that claim.
func acts(o *graph.Observation, chain nlp.ChainID, m *nlp.Mention) bool {
	if m.Place {
		return false
	}
	return slices.ContainsFunc(o.Claims, func(c nlp.Claim) bool {
		return c.Sentence == m.Sentence &&
			(c.Subject.Chain == chain && (actorSubject[c.Predicate] || actsOpenly(c.Predicate)) ||
				c.Object.Chain == chain && actorObject[c.Predicate] || slices.Contains(c.Attribution, chain))
	})
}

// actsOpenly reports whether a predicate outside the codebook begins with a
// verb that only those who think and decide can be the subject of.
func actsOpenly(p nlp.Predicate) bool {
	phrase, ok := strings.CutPrefix(string(p), nlp.OpenPrefix)
	if !ok {
		return false
	}
	verb, _, _ := strings.Cut(phrase, "_")
	return words("actor verb")[verb]
}

// set returns the predicates as a set.
func set(predicates ...nlp.Predicate) map[nlp.Predicate]bool {
	m := make(map[nlp.Predicate]bool, len(predicates))
	for _, p := range predicates {
		m[p] = true
	}
	return m
}

// actorSubject and actorObject are the predicates whose end is one who acts, so
// that a city there stands for a government. Being attacked, bombed or left is
// something that happens to cities too.
var (
	actorSubject = set("claimed", "denied", "blamed", "accused", "carried_out", "attacked", "threatened", "warned",
		"condemned", "criticized", "praised", "called_for", "hostile", "allied", "supports", "met", "negotiated",
		"agreed", "sanctioned", "arrested", "charged", "released", "appointed", "dismissed", "controlled",
		"overthrew", "proclaimed", "invaded", "withdrew_from", "said", "used", "killed")
	actorObject = set("hostile", "allied", "supports", "negotiated", "agreed", "blamed", "accused", "threatened",
		"warned", "condemned", "criticized", "praised", "sanctioned")
	placeObject = set("located_in", "born_in", "lives_in", "attacked", "targeted", "controlled", "invaded",
		"withdrew_from", "part_of", "national_of")
)
