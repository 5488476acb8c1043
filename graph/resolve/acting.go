package resolve

import (
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// mentionRef points at a mention of an observation.
type mentionRef struct {
	chain   nlp.ChainID
	mention int
}

// actingMentions finds the mentions that are used as one who acts: an end of a
// claim that only a person or body can be, in the sentence of that claim.
func actingMentions(o *graph.Observation) map[mentionRef]bool {
	acting := make(map[mentionRef]bool)
	mark := func(c nlp.ChainID, sentence int) {
		if c < 0 || int(c) >= len(o.Chains) {
			return
		}
		for i := range o.Chains[c].Mentions {
			if m := &o.Chains[c].Mentions[i]; m.Sentence == sentence && !m.Place {
				acting[mentionRef{c, i}] = true
			}
		}
	}
	for i := range o.Claims {
		c := &o.Claims[i]
		if actorSubject[c.Predicate] || actsOpenly(c.Predicate) {
			mark(c.Subject.Chain, c.Sentence)
		}
		if actorObject[c.Predicate] {
			mark(c.Object.Chain, c.Sentence)
		}
		for _, a := range c.Attribution {
			mark(a, c.Sentence)
		}
	}
	return acting
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
