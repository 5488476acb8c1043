package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// adnominal treats clauses that modify a noun.
func (c *climber) adnominal(cur, g int) {
	t := c.t
	complement := t.contentClause(cur, g) || t.rel(cur) != "acl:relcl" && (t.infinitive(cur) || t.preposition(cur) == "that" || t.preposition(cur) == "of" || t.preposition(cur) == "for")
	if complement {
		g := t.contentNoun(cur, g)
		a := lexicon.NounAttitudes[t.lemma(g)]
		if f := t.form(g); (f == "nothing" || f == "little") && t.infinitive(cur) {
			a = lexicon.Refusal // "did nothing to help"
		}
		if c.live {
			switch {
			case t.givenUp(g):
				c.s.giveUp()
			case t.unproved(g):
				c.s.weaken(nlp.Possible)
			case a == lexicon.Thought, a == lexicon.Neutral && t.infinitive(cur) && !t.ranked(g) && !t.plainVerb(t.becomesOne(g)), a == lexicon.Speech && !t.infinitive(cur) && t.hearsay(g):
				c.s.weaken(nlp.Possible)
			case a == lexicon.Wish, a == lexicon.Plan:
				wanted := nlp.Desired
				if a == lexicon.Plan {
					wanted = nlp.Future
				}
				c.s.weaken(wanted)
				if t.noneHad(g) {
					c.s.negate()
				}
			case a == lexicon.Refusal:
				c.s.negate()
			}
		}
		back := t.takenBack(g, cur)
		switch {
		case back >= 0 && t.untold(back):
			c.s.weakenIf(c.live, nlp.Possible)
		case back >= 0:
			if c.live {
				c.s.negate()
			}
			c.speaker(back) // the opposite is what whoever takes it back says
		case a == lexicon.Speech || a == lexicon.Thought:
			c.nounSpeaker(g)
		}
	}
	c.live = false
	c.aside = c.aside || !complement && t.rel(cur) == "acl:relcl"
	c.sources(g)
}

// takenBack returns the verb that takes back what the noun g says in clause cur,
// as in "dismissed the theory that …", or -1.
func (t *tree) takenBack(g, cur int) int {
	v := t.head(g)
	if v < 0 || !t.verbal(v) || t.verbAttitude(v, cur) != lexicon.Refusal || t.base(g) != "obj" && !(t.base(g) == "nsubj" && t.passive(v)) {
		return -1
	}
	return v
}

// contentClause reports whether a clause that the parser calls relative is the
// content of a noun such as "theory": its "that" is no part of it.
func (t *tree) contentClause(cur, g int) bool {
	if t.rel(cur) != "acl:relcl" || t.preposition(cur) != "that" || lexicon.NounAttitudes[t.lemma(t.contentNoun(cur, g))] == lexicon.Neutral {
		return false
	}
	for _, k := range t.children(cur, "mark") {
		if t.form(k) == "that" {
			return len(t.ownSubject(cur)) > 0
		}
	}
	return false
}

// contentNoun returns the noun whose content the clause cur tells. A clause
// with "that" may hang on a noun between the two: "the theory of the police
// that …".
func (t *tree) contentNoun(cur, g int) int {
	if t.preposition(cur) != "that" || lexicon.NounAttitudes[t.lemma(g)] != lexicon.Neutral || len(t.ownSubject(cur)) == 0 {
		return g
	}
	for n := t.head(g); n >= 0; n = t.head(n) {
		if t.nominal(n) && lexicon.NounAttitudes[t.lemma(n)] != lexicon.Neutral {
			return n
		}
	}
	return g
}
