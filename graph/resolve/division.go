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

// division holds the parts of every chain of an observation.
type division struct {
	parts [][]part
	of    [][]int8 // of[chain][mention] is the mention's part; nil for a chain of one part
}

// partOf returns the part of a chain that a mention is in.
func (d *division) partOf(chain, mention int) int {
	if d.of[chain] == nil {
		return 0
	}
	return int(d.of[chain][mention])
}

// divider divides the chains of observations. What it makes of one is good until
// the next.
type divider struct {
	division
	// Room to work in: the parts of chains that are not divided, the numbers of
	// mentions, and the uses of those of one chain.
	whole []part
	count []int
	uses  []use
}

// divide finds the parts of every chain. They depend on the observation, the
// gazetteer and the corrections alone.
func (z *divider) divide(o *graph.Observation, k *Knowledge, cuts []nlp.Span) *division {
	n := len(o.Chains)
	z.parts, z.of = roomFor(z.parts, n), roomFor(z.of, n)
	z.whole = roomFor(z.whole, n)
	for i := range o.Chains {
		c := &o.Chains[i]
		state := z.chainUses(o, nlp.ChainID(i), k)
		cutMentions(c, z.uses, cuts)
		if use, one := sameUse(z.uses); one {
			z.whole[i] = part{use: use, mentions: z.firstNumbers(len(z.uses))}
			if use == actorUse {
				z.whole[i].state = state
			}
			z.parts[i], z.of[i] = z.whole[i:i+1:i+1], nil
			continue
		}
		z.parts[i], z.of[i] = gather(z.uses, state)
	}
	return &z.division
}

// roomFor returns a slice of n elements, s when it is long enough.
func roomFor[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// firstNumbers returns the numbers from 0 up to n, which must not be changed.
func (z *divider) firstNumbers(n int) []int {
	for len(z.count) < n {
		z.count = append(z.count, len(z.count))
	}
	return z.count[:n:n]
}

// sameUse reports whether all mentions are used in one way that makes them one
// part.
func sameUse(uses []use) (use, bool) {
	if len(uses) == 0 {
		return wholeUse, true
	}
	for _, u := range uses {
		if u != uses[0] || u == cutUse && len(uses) > 1 {
			return wholeUse, false
		}
	}
	return uses[0], true
}

// gather makes parts of the uses of a chain's mentions, in order of first use;
// every cut mention is a part of its own.
func gather(uses []use, state Sense) ([]part, []int8) {
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
// or a seat of government have uses other than the whole; it returns the state
// that these stand for.
func (z *divider) chainUses(o *graph.Observation, id nlp.ChainID, k *Knowledge) Sense {
	c := &o.Chains[id]
	z.uses = roomFor(z.uses, len(c.Mentions))
	uses := z.uses
	clear(uses)
	switch c.Type {
	case nlp.City, nlp.Place, nlp.Country, nlp.Organization, nlp.Facility:
	default:
		return Sense{}
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
		case c.Type == nlp.Country || acts(o, id, m):
			last = actorUse
		default:
			last = placeUse
		}
		uses[i] = last
	}
	if !found {
		return Sense{}
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
	return state
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
