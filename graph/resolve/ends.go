package resolve

import (
	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
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
