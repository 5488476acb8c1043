package resolve

import (
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
		uses, state := chainUses(nlp.ChainID(i), &o.Chains[i], k, acting)
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
func chainUses(id nlp.ChainID, c *nlp.Chain, k *Knowledge, acting map[mentionRef]bool) ([]use, Sense) {
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
		case acting[mentionRef{id, i}] || c.Type == nlp.Country:
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
