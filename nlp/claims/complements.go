package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// complement applies the attitude of a predicate to its clause.
func (c *climber) complement(cur, g int) {
	t := c.t
	switch {
	case t.is(g, "ADJ"):
		c.apply(adjectiveAttitudes[t.lemma(g)], g, cur)
	case t.nominal(g):
		c.apply(nounAttitudes[t.lemma(g)], g, cur)
	case t.recorded(g):
		c.apply(speech, g, cur)
	case performing[t.lemma(cur)] && t.infinitive(cur) && t.base(cur) == "xcomp" && wishing[t.lemma(g)] && (t.lemma(g) == "like" || t.speaking(direct(t.ownSubject(g)...))):
		c.apply(realising, g, cur) // "I would like to thank them" thanks them
		c.s.modality = nlp.Certain
	case choosing[t.lemma(g)] && t.infinitive(cur):
		c.apply(realising, g, cur)
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

// recorded reports whether the subject of verb g is somebody's words, which show
// what they say: "records show that …".
func (t *tree) recorded(g int) bool {
	return showing[t.lemma(g)] && slices.ContainsFunc(t.ownSubject(g), t.report)
}

// performing are verbs that do what they tell when the speaker says them, and
// wishing those before which they still do.
var (
	performing = words("thank congratulate commend applaud salute praise compliment welcome condemn acknowledge apologise apologize")
	wishing    = words("want like wish love have")
)

var persuading = words("convince persuade satisfy assure reassure")

var showing = words("show prove demonstrate make")

func (c *climber) apply(a attitude, g, cur int) {
	t := c.t
	negated := false
	for _, k := range t.children(g, "advmod") {
		negated = negated || negators[t.form(k)]
	}
	switch a {
	case speech:
		if negated && c.live {
			c.s.weaken(nlp.Possible)
		} else {
			c.speaker(g)
		}
	case thought:
		if c.live {
			c.s.weaken(nlp.Possible)
			if negated {
				c.s.negate()
			}
		}
		c.speaker(g)
	case seeming, attempt, doubt:
		if c.live {
			c.s.weaken(nlp.Possible)
		}
		if a == seeming && negated && c.live {
			c.s.negate()
		}
	case wish:
		if c.live {
			c.s.weaken(nlp.Desired)
			if negated && (t.lemma(g) == "want" || t.lemma(g) == "wish") {
				c.s.negate()
			}
		}
	case plan:
		if c.live {
			c.s.weaken(nlp.Future)
		}
	case refusal:
		if c.live {
			c.s.negate()
		}
		if t.base(cur) == "ccomp" || t.lemma(g) == "deny" {
			c.speaker(g)
		}
	case realising, neutral:
		if c.live && t.base(cur) == "xcomp" {
			c.local(g)
			return
		}
	}
	// What is said of the saying does not touch what is said.
	c.sources(g)
	c.live = c.live && a != speech && a != thought && a != refusal
	if a == wish || a == plan || a == seeming || a == attempt {
		return
	}
}

// suspecting are verbs whose gerund tells a deed that is only alleged.
var suspecting = words("accuse suspect charge indict blame arrest detain prosecute try investigate question")

// hindering are verbs of keeping somebody from a deed.
var hindering = words(hinderingVerbs)

const hinderingVerbs = "prevent stop keep block bar ban deter discourage dissuade exclude disqualify preclude restrain hinder prohibit forbid"

// adverbial treats clauses that modify a clause.
func (c *climber) adverbial(cur, g int) {
	t := c.t
	mark := t.preposition(cur)
	switch {
	case suspecting[t.lemma(g)] && t.verbal(g) && t.tok(cur).XPOS == "VBG" && (mark == "of" || mark == "for" || mark == "with" || mark == "over"):
		// "accused X of shelling Y": whoever accuses says so.
		if c.live {
			c.s.weaken(nlp.Possible)
		}
		c.speaker(g)
		c.live = false
	case mark == "from" && hindering[t.lemma(g)] && t.tok(cur).XPOS == "VBG":
		// "stopped X from shelling Y": X did not.
		if c.live {
			c.s.negate()
			c.local(g)
		}
		c.sources(g)
		return
	case t.infinitive(cur) && t.is(g, "ADJ") && t.verbal(cur):
		c.complement(cur, g)
		return
	case mark == "to" && (employedFor[t.lemma(g)] || t.form(g) == "using") || choosing[t.lemma(g)] && t.infinitive(cur):
		// "used a truck to attack the market": the use is the deed.
		if c.live {
			c.local(g)
		}
		c.sources(g)
		return
	case mark == "to" && (gathering[t.lemma(g)] || t.toStreets(g)) && expressing[t.lemma(cur)]:
		// "marched to protest": marching is how they protest.
		if c.live {
			c.local(g)
		}
		c.sources(g)
		return
	case mark == "to" || mark == "in_order" || mark == "so_as":
		if c.live && t.infinitive(cur) {
			c.s.weaken(nlp.Desired)
		}
		c.live = false
	case mark == "without" || mark == "instead_of" || mark == "rather_than":
		if c.live {
			c.s.negate()
		}
		c.live = false
	case mark == "" && t.tok(cur).XPOS == "VBG", mark == "by":
		// "may strike, killing many": the participle shares the modality.
		if c.live {
			c.modal(g)
		}
	default:
		c.live = false
	}
	c.sources(g)
}

// toStreets reports whether a verb is that of "took to the streets".
func (t *tree) toStreets(g int) bool {
	return (t.lemma(g) == "take" || t.lemma(g) == "come") &&
		slices.ContainsFunc(t.children(g, "obl"), func(k int) bool { return t.lemma(k) == "street" })
}

// Whoever gathers, goes or writes to express something has expressed it.
var (
	gathering = words(`march rally gather demonstrate assemble strike meet travel fly visit write speak stage hold
		protest parade convene walk congregate kneel pause vote`)
	expressing = words(`protest demand denounce condemn support honor honour commemorate mark celebrate mourn remember
		meet discuss thank praise criticize criticise oppose urge call voice express welcome greet salute pay
		reject back endorse`)
)

// employedFor are verbs whose infinitive tells the same deed as they do.
var employedFor = words("use employ utilize utilise conspire collude help assist serve")

// choosing are verbs whose infinitive tells what the chosen one comes to do:
// "named X to head the panel".
var choosing = words("name choose select pick elect appoint nominate tap")

// adnominal treats clauses that modify a noun.
func (c *climber) adnominal(cur, g int) {
	t := c.t
	complement := t.contentClause(cur, g) || t.rel(cur) != "acl:relcl" && (t.infinitive(cur) || t.preposition(cur) == "that" || t.preposition(cur) == "of" || t.preposition(cur) == "for")
	if complement {
		g := t.contentNoun(cur, g)
		a := nounAttitudes[t.lemma(g)]
		if f := t.form(g); (f == "nothing" || f == "little") && t.infinitive(cur) {
			a = refusal // "did nothing to help"
		}
		if c.live {
			switch {
			case t.givenUp(g):
				c.s.giveUp()
			case a == thought, a == neutral && t.infinitive(cur) && !t.ranked(g):
				c.s.weaken(nlp.Possible)
			case a == wish:
				c.s.weaken(nlp.Desired)
			case a == plan:
				c.s.weaken(nlp.Future)
			case a == refusal:
				c.s.negate()
			}
		}
		back := t.takenBack(g, cur)
		switch {
		case back >= 0:
			if c.live {
				c.s.negate()
			}
			c.speaker(back) // the opposite is what whoever takes it back says
		case a == speech || a == thought:
			c.nounSpeaker(g)
		}
	}
	c.live = false
	c.sources(g)
}

// takenBack returns the verb that takes back what the noun g says in clause cur,
// as in "dismissed the theory that …", or -1.
func (t *tree) takenBack(g, cur int) int {
	v := t.head(g)
	if v < 0 || !t.verbal(v) || t.verbAttitude(v, cur) != refusal || t.base(g) != "obj" && !(t.base(g) == "nsubj" && t.passive(v)) {
		return -1
	}
	return v
}

// contentClause reports whether a clause that the parser calls relative is the
// content of a noun such as "theory": its "that" is no part of it.
func (t *tree) contentClause(cur, g int) bool {
	if t.rel(cur) != "acl:relcl" || t.preposition(cur) != "that" || nounAttitudes[t.lemma(t.contentNoun(cur, g))] == neutral {
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
	if t.preposition(cur) != "that" || nounAttitudes[t.lemma(g)] != neutral || len(t.ownSubject(cur)) == 0 {
		return g
	}
	for n := t.head(g); n >= 0; n = t.head(n) {
		if t.nominal(n) && nounAttitudes[t.lemma(n)] != neutral {
			return n
		}
	}
	return g
}

// recounts reports whether verb g has somebody tell of its argument cur.
func (c *climber) recounts(cur, g int) bool {
	t := c.t
	switch lemma, rel := t.lemma(g), t.base(cur); {
	case identifying[lemma] && in(rel, "obj", "obl"):
		return true
	case (recounting[lemma] || announcing[lemma]) && t.rel(cur) == "nsubj:pass" && t.passive(g) && c.heads(cur):
	case recounting[lemma] && rel == "obj":
	case telling[lemma] && rel == "obl" && (t.preposition(cur) == "of" || t.preposition(cur) == "about"):
	case describing[lemma] && rel == "obl" && t.preposition(cur) == "as":
	case announcing[lemma] && rel == "obj":
		if !c.heads(cur) {
			return false
		}
	case recording[lemma] && rel == "obj":
		return c.heads(cur) && slices.ContainsFunc(t.subject(g).tokens, func(k int) bool {
			return c.somebodyTells(k, doerTypes) && !c.somebodyTells(k, codebook.Types{nlp.Country: true})
		})
	default:
		return false
	}
	return slices.ContainsFunc(t.subject(g).tokens, func(k int) bool { return t.is(k, "PRON") || c.somebodyTells(k, actors) })
}

// heads reports whether the way began at token k or at a word that counts or
// describes it.
func (c *climber) heads(k int) bool {
	t := c.t
	return c.start == k || t.head(c.start) == k &&
		(in(t.base(c.start), "amod", "nummod", "conj") || deathNouns[t.lemma(k)] && t.preposition(c.start) == "of")
}

// somebodyTells reports whether token k is somebody of the types, or words of theirs.
func (c *climber) somebodyTells(k int, types codebook.Types) bool {
	ch := c.d.speakerAt(c.t, k)
	return ch != nlp.NoChain && types.Allows(c.d.a.Chains[ch].Type)
}

// Verbs whose object, or what they have behind "of" and "about", is told by
// their subject.
var (
	recounting = words("describe recount recall detail relate allege confirm document")
	announcing = words("report announce") // what stands beside the thing announced may be known
	describing = words("describe portray depict characterize characterise")
	recording  = words("count record register") // of a country they are the article's own
	telling    = words("speak tell talk complain testify boast warn")
)

// argument treats a noun as the argument of what governs it: an alliance that
// is called for is no alliance yet.
func (c *climber) argument(cur, g int) {
	t := c.t
	defer func() { c.live = false }()
	if t.verbal(g) && c.recounts(cur, g) {
		c.speaker(g)
	}
	if !c.live || !t.verbal(g) && !t.nominal(g) {
		c.sources(g)
		return
	}
	if t.verbal(g) && t.preposition(cur) == "for" && journeys[t.lemma(g)] {
		c.modal(g) // "will travel to Oslo for talks with X"
	}
	if t.verbal(g) && in(t.base(cur), "obj", "nsubj") && t.lemma(g) == "rule" && t.child(g, "compound:prt") >= 0 && len(t.negators(g)) > 0 {
		c.s.weaken(nlp.Possible) // "a fault could not be ruled out"
		c.sources(g)
		return
	}
	if t.verbal(g) && in(t.base(cur), "obj", "obl") && !t.is(cur, "PROPN") {
		switch a := t.verbAttitude(g, g); a {
		case wish:
			if in(t.rel(cur), "obj") || t.preposition(cur) == "for" {
				c.s.weaken(nlp.Desired)
			}
		case refusal:
			if in(t.rel(cur), "obj") && t.lemma(g) != "fail" {
				c.s.negate()
			}
		case plan:
			if in(t.rel(cur), "obj") {
				c.s.weaken(nlp.Future)
			}
		case thought:
			if in(t.rel(cur), "obj") && (t.lemma(g) == "fear" || t.lemma(g) == "suspect" || t.lemma(g) == "expect") {
				c.s.weaken(nlp.Possible)
			}
		}
	}
	c.sources(g)
}

// journeys are verbs of going somewhere for something, which takes place as
// surely as they do.
var journeys = words("travel go fly head come arrive leave visit return journey meet gather")
