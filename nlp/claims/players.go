package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// leadsByPlaying reports whether a claim that somebody leads a side tells only how a
// player fares: "led the Aces with 23 points", "led the Aces to a 31-24 win".
func (d *document) leadsByPlaying(t *tree, c *candidate) bool {
	if !t.verbal(c.trigger) || !playersLead[t.lemma(c.trigger)] || !d.reportsSport() {
		return false
	}
	v := c.trigger
	if y := &d.a.Chains[c.Object.Chain]; y.Type == nlp.Group && !y.Named() {
		return true // "led all scorers"
	}
	for _, k := range t.children(v, "obl") {
		if p := t.preposition(k); p == "with" && feats[t.lemma(k)] || p == "in" && statistics[t.lemma(k)] {
			return true
		}
	}
	return d.player(c.Subject.Chain)
}

// judgedAs reports whether a verb says as what its object is judged, and not in which
// office it was: "dismissed X as dull".
func (t *tree) judgedAs(v int) bool {
	return slices.ContainsFunc(t.children(v, "obl", "advcl", "xcomp"), func(k int) bool {
		return k > v && t.preposition(k) == "as" && titleRoles[t.lemma(k)] == ""
	})
}

// playersLead are verbs for what players do on the field as others do in office.
var playersLead = words("lead head captain")

// statistics are what the best of a side is best in.
var statistics = words("scoring rushing passing rebound rebounding assist steal receiving hitting batting goal point")

// player reports whether the document says of somebody, before the sentence or in
// it, that they play for a side.
func (d *document) player(who nlp.ChainID) bool {
	if who < 0 {
		return false
	}
	for _, m := range d.a.Chains[who].Mentions {
		t := d.tree(m.Sentence)
		if t.plays(m.Head) || slices.ContainsFunc(t.children(m.Head, "appos"), func(k int) bool { return sportRoles[t.lemma(k)] == "member_of" }) {
			return true
		}
		for k := max(m.Tokens.First-1, 0); k < m.Head; k++ {
			if sportRoles[t.lemma(k)] == "member_of" {
				return true
			}
		}
	}
	return slices.ContainsFunc(d.done, func(c nlp.Claim) bool {
		return c.Subject.Chain == who && c.Predicate == "member_of" && c.Object.Chain >= 0 && d.sides()[c.Object.Chain] > 0
	})
}
