package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// adverbial treats clauses that modify a clause.
func (c *climber) adverbial(cur, g int) {
	t := c.t
	mark := t.preposition(cur)
	switch {
	case t.wronged(g) && (mark == "of" || mark == "for") && t.tok(cur).XPOS == "VBG":
		// "was framed for shelling Y", "wrongly convicted of shelling Y"
		if c.live {
			c.s.negate()
		}
		c.live = false
	case t.onlyAlleged(cur, g):
		// "accused X of shelling Y": whoever accuses says so.
		if c.live {
			c.s.weaken(nlp.Possible)
		}
		c.speaker(g)
		c.live = false
	case mark == "from" && lexicon.Hindering[t.lemma(g)] && t.tok(cur).XPOS == "VBG":
		// "stopped X from shelling Y": X did not.
		if c.live {
			c.s.negate()
			c.local(g)
		}
		c.sources(g)
		return
	case t.tok(cur).XPOS == "VBG" && (mark == "from" && t.lemma(g) == "far" || mark == "of" && t.fellShort(cur) || mark == "" && t.phrasal(g) == "rule_out" || mark == "against" && deciding[t.lemma(g)]):
		// "is far from backing it", "ruled out backing it", "decided against backing it"
		c.apply(lexicon.Refusal, g, cur)
		c.live = false
	case mark == "to" && t.tok(cur).XPOS == "VBG" && t.lemma(t.pleaAt(g)) == "plead":
		// "pleaded not guilty to shelling Y": X says that he did not.
		if plea := t.pleaAt(g); c.live && (len(t.negators(g)) > 0 || len(t.negators(plea)) > 0 || slices.ContainsFunc(t.children(plea, "xcomp"), func(k int) bool { return len(t.negators(k)) > 0 || t.form(k) == "innocent" })) {
			c.s.negate()
		}
		c.speaker(t.pleaAt(g))
		c.live = false
	case mark == "of" && acquitting[t.lemma(g)] && t.tok(cur).XPOS == "VBG":
		// "cleared X of shelling Y": X did not, says the court.
		if c.live {
			c.s.negate()
			c.local(g)
		}
		c.speaker(g)
		c.live = false
	case mark == "against" && lexicon.Cautioning[t.lemma(g)] && t.tok(cur).XPOS == "VBG":
		// "warned X against shelling Y": X has not done it, but might.
		c.s.weakenIf(c.live, nlp.Possible)
		c.live = false
	case mark == "if" && regretting[t.lemma(g)]:
		// "apologised if her words had hurt them": she supposes so.
		c.s.weakenIf(c.live, nlp.Possible)
		c.speaker(g)
		c.live = false
	case t.infinitive(cur) && t.is(g, "ADJ") && t.verbal(cur), plotting[t.lemma(g)] && t.infinitive(cur), t.infinitive(cur) && promising[t.lemma(g)] && t.child(g, "xcomp", "ccomp", "obj") < 0:
		c.complement(cur, g)
		return
	case mark == "to" && (employedFor[t.lemma(g)] || t.form(g) == "using") || t.givesOffice(g, cur):
		// "used a truck to attack the market": the use is the deed.
		if c.live {
			c.local(g)
		}
		c.sources(g)
		return
	case mark == "to" && (gathering[t.lemma(g)] || t.goesPublic(g)) && expressing[t.lemma(cur)]:
		// "marched to protest": marching is how they protest.
		if c.live {
			c.local(g)
		}
		c.sources(g)
		return
	case mark == "to" && besting[t.lemma(g)] && gaining[t.lemma(cur)] && t.infinitive(cur):
		// "beat X to win the prize": whoever won has it.
		if c.live {
			c.local(g)
		}
		c.sources(g)
		return
	case mark == "to" && (t.lemma(g) == "vote" && t.lemma(cur) != "be" || quitting[t.lemma(g)] && takingUp[t.lemma(cur)]) && t.infinitive(cur):
		// "voted 7 to 4 to uphold it", "left the party to join another": it is done with that
		if c.live {
			c.modal(g)
		}
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

// onlyAlleged reports whether predicate cur tells the deed that verb g only alleges.
func (t *tree) onlyAlleged(cur, g int) bool {
	if !suspecting[t.lemma(g)] || !t.verbal(g) || !t.gerund(cur) {
		return false
	}
	switch t.preposition(cur) {
	case "of", "for", "with", "over":
		return true
	}
	return false
}

// pleaAt returns the verb of pleading at the word g or above it, or g.
func (t *tree) pleaAt(g int) int {
	if h := t.head(g); h >= 0 && t.is(g, "ADJ") && t.lemma(h) == "plead" {
		return h
	}
	return g
}

// fellShort reports whether the gerund v is what somebody did not quite do:
// "stopped short of accusing X".
func (t *tree) fellShort(v int) bool {
	of := t.child(v, "mark", "case")
	return of > 0 && t.form(of) == "of" && t.form(of-1) == "short"
}

// suspecting are verbs whose gerund tells a deed that is only alleged.
var suspecting = words("accuse suspect charge indict blame arrest detain prosecute try investigate question")

// regretting are verbs whose clause with "if" is what somebody supposes to be so.
var regretting = words("apologize apologise regret wonder")

// acquitting are verbs of finding that somebody did not do a deed.
var acquitting = words("acquit clear absolve exonerate")

// deciding are verbs of making up one's mind, also against something.
var deciding = words("decide opt vote choose")

// employedFor are verbs whose infinitive tells the same deed as they do.
var employedFor = words("use employ utilize utilise collude help assist serve")

// Who leaves one thing to begin another does both.
var (
	quitting = words("leave quit resign retire")
	takingUp = words("join form found become lead head start launch establish run")
)

// besting are verbs of getting the better of somebody; gaining are those of what
// comes of it, which an infinitive tells as the outcome.
var (
	besting = words("beat defeat edge thrash overcome outclass outplay outpoint upset stun oust unseat rally recover battle triumph")
	gaining = words("win take claim become reach secure clinch lift join earn retain capture complete seize grab advance")
)

// promising are verbs of what somebody is to do, whose infinitive may stand behind
// another phrase: "promised on Monday to help them".
var promising = words("promise pledge vow swear agree refuse decide threaten undertake volunteer")

// plotting are verbs of agreeing on a deed that need not have been done.
var plotting = words("plot scheme conspire")

// givesOffice reports whether the infinitive cur of verb g tells what the chosen
// one comes to do: "named X to head the panel". Who is nominated may not come to.
func (t *tree) givesOffice(g, cur int) bool { return choosing[t.lemma(g)] && t.infinitive(cur) }

var choosing = words("name choose select pick elect appoint tap")

// goesPublic reports whether a verb says with its noun that somebody makes himself
// heard: "took to the streets", "used her speech", "broke his silence".
func (t *tree) goesPublic(g int) bool {
	stages := publicStages[t.lemma(g)]
	return stages != nil && slices.ContainsFunc(t.children(g, "obl", "obj"), func(k int) bool { return stages[t.lemma(k)] })
}

// publicStages are the nouns with which verbs say so.
var publicStages = map[string]map[string]bool{
	"take":  words("street stage floor airwave podium pulpit twitter facebook instagram telegram media medium square microphone knee"),
	"come":  words("street square parliament"),
	"pour":  words("street square"),
	"use":   words("speech address interview visit appearance sermon platform debate column occasion anniversary conference lecture statement slot"),
	"break": words("silence ranks"),
	"have":  words("strike stoppage sit-in vigil"),
	"go":    words("strike television tv air radio street twitter"),
	"issue": words("statement declaration"),
	"light": words("candle"),
	"burn":  words("tyre tire flag effigy"),
	"drive": words("tractor lorry truck"),
}

// Whoever gathers, goes or writes to express something has expressed it.
var (
	gathering = words(`march rally gather demonstrate assemble strike meet travel fly visit write speak stage hold
		protest parade convene walk congregate kneel pause vote block blockade barricade occupy picket down
		converge flock line tweet post phone telephone appear release publish sign chant`)
	expressing = words(`protest demand denounce condemn support honor honour commemorate mark celebrate mourn remember
		meet discuss thank praise criticize criticise oppose urge call voice express welcome greet salute pay
		reject back endorse slam blast assail decry deny accuse warn blame ask appeal plead press lobby show applaud hail
		commend congratulate rebut defend vent`)
)
