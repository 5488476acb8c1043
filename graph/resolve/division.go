package resolve

import (
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// part is the mentions of a chain that are used in one way.
type part struct {
	use      use
	mentions []int
	state    Sense // of an actor part: the state it stands for
}

// division holds the parts of every chain of an observation. It depends on the
// observation, the gazetteer and the corrections alone, so both readings of an
// observation come to the same one.
type division struct {
	parts [][]part
	of    [][]int8 // of[chain][mention] is the mention's part
}

// divide finds the parts of every chain.
func divide(o *graph.Observation, k *Knowledge, cuts []nlp.Span) *division {
	d := &division{parts: make([][]part, len(o.Chains)), of: make([][]int8, len(o.Chains))}
	acting := actingMentions(o)
	for i := range o.Chains {
		uses, state := chainUses(&o.Chains[i], k, acting)
		cutMentions(&o.Chains[i], uses, cuts)
		d.parts[i], d.of[i] = gather(uses, state)
	}
	return d
}

// gather makes parts of the uses of a chain's mentions, in order of first use;
// every cut mention is a part of its own.
func gather(uses []use, state Sense) ([]part, []int8) {
	if len(uses) == 0 {
		return []part{{use: wholeUse}}, nil
	}
	var parts []part
	of := make([]int8, len(uses))
	for m, u := range uses {
		at := -1
		for p := range parts {
			if parts[p].use == u && u != cutUse {
				at = p
			}
		}
		if at < 0 && len(parts) < maxParts {
			at = len(parts)
			parts = append(parts, part{use: u})
			if u == actorUse {
				parts[at].state = state
			}
		}
		at = max(at, 0)
		parts[at].mentions = append(parts[at].mentions, m)
		of[m] = int8(at)
	}
	return parts, of
}

// maxParts bounds the parts of a chain to what an int8 can number.
const maxParts = 100

// chainUses says of each mention how it is used. Only chains named by a capital
// or a seat of government have uses other than the whole.
func chainUses(c *nlp.Chain, k *Knowledge, acting map[mentionRef]bool) ([]use, Sense) {
	uses := make([]use, len(c.Mentions))
	switch c.Type {
	case nlp.City, nlp.Place, nlp.Country, nlp.Organization, nlp.Facility:
	default:
		return uses, Sense{}
	}
	var state Sense
	found := false
	last := wholeUse
	for i := range c.Mentions {
		m := &c.Mentions[i]
		uses[i] = last
		if m.Kind != nlp.NameMention {
			continue
		}
		s, ok := capitalSense(m.Text, k)
		if !ok {
			last = wholeUse
			uses[i] = last
			continue
		}
		if found && s.Key != state.Key {
			continue
		}
		state, found = s, true
		switch {
		case m.Place:
			last = placeUse
		case acting[mentionRef{c.ID, i}] || c.Type == nlp.Country:
			last = actorUse
		default:
			last = placeUse
		}
		uses[i] = last
	}
	if !found {
		return uses, Sense{}
	}
	// In a chain of the state itself, what acts is the chain as a whole; in a
	// chain of the city, what does not act is.
	whole := placeUse
	if c.Type == nlp.Country {
		whole = actorUse
	}
	for i := range uses {
		if uses[i] == whole {
			uses[i] = wholeUse
		}
	}
	return uses, state
}

// capitalSense returns the state whose government a place name can stand for.
// A name that the state shares with its capital is no such name.
func capitalSense(name string, k *Knowledge) (Sense, bool) {
	name = trimForm(name)
	if _, ok := k.state(name, ProperForm, AdjectiveForm, PeopleForm); ok {
		return Sense{}, false
	}
	return k.state(name, CapitalForm)
}

func cutMentions(c *nlp.Chain, uses []use, cuts []nlp.Span) {
	for _, span := range cuts {
		for i := range c.Mentions {
			if c.Mentions[i].Span == span {
				uses[i] = cutUse
			}
		}
	}
}

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

// endPart says which part of a chain an end of a claim is: that of the chain's
// mention in the claim's sentence, and where several parts stand there, the one
// that suits the predicate and is nearest to the trigger.
func (d *division) endPart(o *graph.Observation, c *nlp.Claim, chain nlp.ChainID, object bool) int {
	parts := d.parts[chain]
	if len(parts) == 1 {
		return 0
	}
	best, bestScore := -1, -1<<30
	for i := range o.Chains[chain].Mentions {
		m := &o.Chains[chain].Mentions[i]
		p := int(d.of[chain][i])
		score := 0
		if m.Sentence == c.Sentence || c.Evidence.Contains(m.Span) {
			score += 1 << 20
		} else {
			// Without a mention in the sentence the most usual part is meant.
			score += len(parts[p].mentions)
		}
		if suits(c.Predicate, object, parts[p].use, o.Chains[chain].Type) {
			score += 1 << 10
		}
		if score >= 1<<20 {
			score -= min(distance(m.Span, c.Trigger), 1<<9)
		}
		if score > bestScore {
			best, bestScore = p, score
		}
	}
	return max(best, 0)
}

func suits(p nlp.Predicate, object bool, u use, chain nlp.EntityType) bool {
	acts := u == actorUse || (u == wholeUse && chain == nlp.Country)
	if object {
		return acts != placeObject[p]
	}
	return acts == (actorSubject[p] || actsOpenly(p))
}

func distance(a, b nlp.Span) int {
	switch {
	case a.End <= b.Start:
		return int(b.Start - a.End)
	case b.End <= a.Start:
		return int(a.Start - b.End)
	}
	return 0
}
