package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// complement applies the attitude of a predicate to its clause.
func (c *climber) complement(cur, g int) {
	t := c.t
	switch {
	case t.onlyAlleged(cur, g):
		c.adverbial(cur, g)
		return
	case claiming[t.lemma(g)] && t.saidByNobody(g):
		c.s.weakenIf(c.live, nlp.Possible)
		c.live = false
	case t.tok(cur).XPOS == "VBG" && (suspecting[t.lemma(g)] || acquitting[t.lemma(g)] || lexicon.Hindering[t.lemma(g)] || lexicon.Cautioning[t.lemma(g)]) && t.child(cur, "mark") >= 0:
		c.adverbial(cur, g) // a gerund behind a preposition, however the tree hangs it
		return
	case t.yetTo(g, cur):
		c.apply(lexicon.Refusal, g, cur)
	case t.lemma(g) == "hesitate" && len(t.negators(g)) > 0:
		c.s.weakenIf(c.live, nlp.Future) // "will not hesitate to strike" is ready to
		c.sources(g)
		c.live = false
	case t.untrue(g):
		if c.live {
			c.s.negate()
		}
		c.sources(g)
		c.live = false
	case t.unproved(g):
		c.s.weakenIf(c.live, nlp.Possible)
		c.live = false
	case t.is(g, "ADJ"):
		c.apply(lexicon.AdjectiveAttitudes[t.lemma(g)], g, cur)
	case t.nominal(g):
		c.apply(lexicon.NounAttitudes[t.lemma(g)], g, cur)
	case t.audience(g) >= 0 && !t.infinitive(cur):
		c.apply(lexicon.Speech, g, cur)
	case t.hearsayOf(g, cur): // "is said to have shelled Y"
		c.s.weakenIf(c.live, nlp.Possible)
		c.apply(lexicon.Speech, g, cur)
	case t.recorded(g):
		c.apply(lexicon.Speech, g, cur)
	case performing[t.lemma(cur)] && t.infinitive(cur) && t.base(cur) == "xcomp" && wishing[t.lemma(g)] && (t.lemma(g) == "like" || t.speaking(direct(t.ownSubject(g)...))):
		c.apply(lexicon.Realising, g, cur) // "I would like to thank them" thanks them
		c.s.modality = nlp.Certain
	case t.givesOffice(g, cur):
		c.apply(lexicon.Realising, g, cur)
	case t.passive(g) && persuading[t.lemma(g)] && !t.infinitive(cur):
		// "police are convinced that …"
		c.s.weakenIf(c.live, nlp.Possible)
		for _, k := range t.children(g, "nsubj") {
			c.s.attribute(c.d.speakerAt(t, k))
		}
		c.live = false
	default:
		c.apply(t.verbAttitude(g, cur), g, cur)
	}
}

// saidByNobody reports whether the subject of verb g is denied: "no group has
// said that it was behind the blast".
func (t *tree) saidByNobody(g int) bool {
	return slices.ContainsFunc(t.children(g, "nsubj"), func(k int) bool {
		return t.hasDeterminer(k, "no", "neither") || t.form(k) == "nobody" || t.form(k) == "none"
	})
}

// claiming are verbs of saying that leave open what nobody has said.
var claiming = words("say claim state announce confirm admit acknowledge suggest report")

// hearsayOf reports whether verb g tells of its subject what nobody in particular says.
func (t *tree) hearsayOf(g, cur int) bool {
	return rumouring[t.lemma(g)] && t.infinitive(cur) && t.passive(g) && len(t.agent(g).tokens) == 0
}

// rumouring are verbs whose passive passes on what is said of somebody.
var rumouring = words("say report claim rumor rumour")

// recorded reports whether the subject of verb g is somebody's words, which show
// what they say: "records show that …".
func (t *tree) recorded(g int) bool {
	return showing[t.lemma(g)] && slices.ContainsFunc(t.ownSubject(g), t.documentary)
}

// documentary reports whether token k names words that are kept or told.
func (t *tree) documentary(k int) bool { return t.report(k) || t.lemma(k) == "record" }

// showing are verbs by which words show what they say.
var showing = words("show prove demonstrate make indicate")

// performing are verbs that do what they tell when the speaker says them, and
// wishing those before which they still do.
var (
	performing = words("thank congratulate commend applaud salute praise compliment welcome condemn acknowledge apologise apologize")
	wishing    = words("want like wish love have")
)

// persuading are verbs whose passive tells what somebody takes to be so.
var persuading = words("convince persuade satisfy assure reassure")

// apply does to the claim what a governor g of the attitude does to its clause.
func (c *climber) apply(a lexicon.Attitude, g, cur int) {
	t := c.t
	negated := len(t.joinedDenial(g)) > 0
	for _, k := range t.children(g, "advmod") {
		negated = negated || t.negates(k)
	}
	switch a {
	case lexicon.Speech:
		if !t.untold(g) {
			c.speaker(g)
			break
		}
		c.s.weakenIf(c.live && !t.takenForGranted(g, cur), nlp.Possible)
	case lexicon.Thought:
		if c.live {
			c.s.weaken(nlp.Possible)
			if negated {
				c.s.negate()
			}
		}
		c.speaker(g)
	case lexicon.Seeming, lexicon.Attempt, lexicon.Doubt:
		if c.live {
			c.s.weaken(nlp.Possible)
		}
		if a == lexicon.Seeming && negated && c.live {
			c.s.negate()
		}
	case lexicon.Wish:
		if c.live {
			c.s.weaken(nlp.Desired)
			if t.unresolved(g) {
				c.s.negate()
			}
		}
	case lexicon.Plan:
		if c.live {
			c.s.weaken(nlp.Future)
			if t.unresolved(g) {
				c.s.negate()
			}
		}
	case lexicon.Refusal:
		if t.untold(g) && (t.base(cur) == "ccomp" || len(t.negators(g)) > 0) { // "did not deny that …" leaves open what it does not deny
			c.s.weakenIf(c.live, nlp.Possible)
			break
		}
		if c.live {
			c.s.negate()
		}
		if !c.aside && (t.base(cur) == "ccomp" || t.lemma(g) == "deny" && t.child(g, "iobj") < 0) {
			c.speaker(g)
		}
	case lexicon.Realising, lexicon.Neutral:
		if c.live && t.base(cur) == "xcomp" {
			c.local(g)
			return
		}
	}
	// What is said of the saying does not touch what is said.
	c.sources(g)
	c.live = c.live && a != lexicon.Speech && a != lexicon.Thought && a != lexicon.Refusal
}
