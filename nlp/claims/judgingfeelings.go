package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// feelingPrepositions lead to what a feeling is about.
var feelingPrepositions = []string{"by", "at", "with", "about", "of", "over", "in", "to"}

// feeling reads "We are shocked that the bank left", "I could not be happier with
// the team", "We're proud of what the club has achieved", "We are disappointed".
func (d *document) feeling(t *tree, k int) []candidate {
	v := t.feelingVerdict(k)
	if v.Sign == 0 {
		return nil
	}
	subject := t.predicateSubject(k)
	if t.verbal(k) {
		subject = t.surface(k, maxControl)
	}
	who := d.judges(t, subject)
	if by := d.speakerOf(t, k); len(who) == 1 && who[0].Chain == by {
		who = nil // "Telnova said it was disappointed"
	} else if len(who) == 0 && !t.speaking(subject) {
		return nil
	}
	if c := t.feared(k); c >= 0 {
		return d.fears(t, k, c, who)
	}
	what, clause := d.feltAbout(t, k, v.Sign)
	v.Sad = v.Sad && !clause
	if len(who) > 0 {
		return d.judgedAs(t, k, who, what, v)
	}
	if len(what) == 0 && !t.explained(k) {
		what, v.Sad = d.topicOf(t, k, v.Sign), false // who is not the speaker may be upset about many things
	}
	if t.exceeding(k) {
		if s := d.stanceOf(t, k); len(what) > 0 && len(s.by) > 0 {
			return d.saidBy(t, k, what, v, s)
		}
		return nil
	}
	return d.judgedBy(t, k, what, v)
}

// fearing are feelings about what may come.
var fearing = words("worried concerned afraid fearful anxious alarmed nervous apprehensive scared")

// feared returns the clause of what somebody fears will happen, or -1.
func (t *tree) feared(k int) int {
	if !fearing[t.form(k)] || len(t.negators(k)) > 0 {
		return -1
	}
	for _, c := range t.children(k, "ccomp", "advcl", "xcomp") {
		for _, a := range t.children(c, "aux") {
			if m, ok := modals[t.form(a)]; ok && m != nlp.Desired {
				return c
			}
		}
	}
	return -1
}

// fears reads "We are worried that the plan will cost jobs" as a warning of what
// the clause is about.
func (d *document) fears(t *tree, k, c int, who []end) []candidate {
	what := d.ends(t, direct(t.ownSubject(c)...), fearedTypes)
	what = slices.DeleteFunc(what, func(e end) bool { return e.token >= 0 && t.is(e.token, "PRON") })
	if len(what) == 0 {
		if k := d.ownClause(t, c); k != nlp.NoChain {
			what = []end{{End: nlp.ChainEnd(k), token: c, entity: nlp.Concept, sure: 1}}
		}
	}
	var out []candidate
	if len(who) > 0 {
		out = d.judgedAs(t, k, who, what, gazetteer.Verdict{Sign: -1})
	} else {
		out = d.judgedBy(t, k, what, gazetteer.Verdict{Sign: -1})
	}
	for i := range out {
		out[i].Predicate = "warned"
	}
	return out
}

// fearedTypes are the types of what may bring about what is feared.
var fearedTypes = codebook.Types{nlp.Event: true, nlp.Concept: true, nlp.Organization: true, nlp.Country: true, nlp.Product: true, nlp.Facility: true}

// exceeding reads "could not be happier", "never been prouder": a feeling that
// its negation makes stronger.
func (t *tree) exceeding(k int) bool {
	if len(t.negators(k)) == 0 {
		return false
	}
	if x := t.tok(k); x.XPOS == "JJR" || x.Features.Get("Degree") == "Cmp" {
		return true
	}
	return t.hasDeterminer(k, "more")
}

// outcry reads "The union reacted with fury" and "There is a lot of anger here"
// as judgements of what they name or, without that, of what the text tells of
// before.
func (d *document) outcry(t *tree, v int) []candidate {
	switch {
	case t.lemma(v) == "react" && !t.passive(v) && len(t.negators(v)) == 0:
		for _, k := range t.oblique(v, "with").tokens {
			verdict := gazetteer.Judgement(gazetteer.JudgingEmotion, t.lemma(k))
			if verdict.Sign == 0 || len(t.oblique(v, "to").tokens) > 0 {
				continue
			}
			who := d.ends(t, t.subject(v), bodies)
			if len(who) == 0 {
				return nil
			}
			return d.judgedAs(t, v, who[:1], d.leavingOut(d.toldBeforeSpeech(t.index, who[0].Chain, verdict.Sign), v), verdict)
		}
	case t.lemma(v) == "be" && t.child(v, "expl") >= 0 && len(t.negators(v)) == 0:
		for _, k := range t.ownSubject(v) {
			if part := t.partitive(k); part >= 0 {
				k = part
			}
			verdict := gazetteer.Judgement(gazetteer.JudgingEmotion, t.lemma(k))
			if verdict.Sign == 0 || t.hasDeterminer(k, "no", "little") {
				continue
			}
			for _, p := range []string{"at", "over", "about", "with", "towards", "against"} {
				for _, o := range []found{t.oblique(k, p), t.oblique(v, p)} {
					if what := d.judgedEnds(t, o); len(what) > 0 {
						return d.judgedBy(t, v, what, verdict)
					}
				}
			}
			return d.judgedBy(t, v, d.topicOf(t, v, verdict.Sign), verdict)
		}
	}
	return nil
}

// feelingVerdict returns what an adjective or participle says of what its
// subject feels.
func (t *tree) feelingVerdict(k int) gazetteer.Verdict {
	if t.child(k, "cop", "aux:pass") < 0 && (t.base(k) != "xcomp" || t.is(k, "VERB") && t.tok(k).XPOS != "VBN") {
		return gazetteer.Verdict{}
	}
	v := gazetteer.Judgement(gazetteer.JudgingFeeling, t.form(k))
	if v.Sign == 0 && t.is(k, "ADJ") {
		v = gazetteer.Judgement(gazetteer.JudgingFeeling, t.lemma(k))
	}
	if less := t.hasDeterminer(k, "less", "hardly"); v.Sign > 0 && less {
		return gazetteer.Verdict{Sign: -1}
	}
	if v.Sign == 0 || len(t.negators(k)) == 0 {
		return v
	}
	if t.exceeding(k) || t.hasDeterminer(k, "just", "only") {
		return v // "not just pleased"
	}
	if v.Sign > 0 {
		return gazetteer.Verdict{Sign: -1}
	}
	return gazetteer.Verdict{}
}

// explained reports whether words beside a feeling say what it is about, even
// if nobody can tell what that is.
func (t *tree) explained(k int) bool {
	return t.child(k, "obl", "ccomp", "advcl", "acl", "csubj", "xcomp", "nmod") >= 0
}

// feltAbout returns what the words beside a feeling say it is about, and whether
// a clause tells it.
func (d *document) feltAbout(t *tree, k, sign int) (what []end, clause bool) {
	for _, p := range feelingPrepositions {
		o := t.oblique(k, p)
		for _, x := range o.tokens {
			if t.verbal(x) || t.form(x) == "what" || t.form(x) == "how" {
				return d.clauseTargets(t, x, sign), true
			}
		}
		o.tokens = slices.DeleteFunc(o.tokens, func(x int) bool { return x < 0 || wellbeing[t.lemma(x)] })
		if es := d.judgedEnds(t, o); len(es) > 0 {
			return es, false
		}
	}
	return d.clauseJudged(t, k, sign), true
}

// wellbeing are nouns of how somebody fares and how things are, over which
// nobody is praised or blamed.
var wellbeing = words(`safety health welfare future fate wellbeing well-being location condition whereabouts family child plight life
	situation place way fact thing`)

// joining are verbs by which somebody takes part in what pleases them.
var joining = words("have welcome be work join support play host see sign win represent")

// victims are those who suffer from what a clause tells and are not blamed for it.
var victims = words(`people person child kid patient worker employee family woman man girl boy victim resident student parent mother
	father customer consumer taxpayer farmer refugee migrant animal citizen anyone someone somebody everyone everybody nobody one
	business life thing it this that there which what who they those these`)

// clauseTargets returns whom or what a judgement of a whole clause judges: who
// does what the clause tells, or, when that is the speaker or nobody, the deed
// that it names.
func (d *document) clauseTargets(t *tree, c, sign int) []end {
	if t.form(c) == "what" {
		if r := t.child(c, "acl:relcl"); r >= 0 {
			c = r // "what this club has achieved"
		}
	}
	switch t.preposition(c) {
	case "", "that", "to", "how", "for":
	default:
		return nil // "although the bank said so, unions were displeased"
	}
	if !t.verbal(c) && t.child(c, "cop") < 0 {
		return nil
	}
	own := t.ownSubject(c)
	if len(own) > 0 && !t.speaking(direct(own...)) {
		if t.passive(c) {
			return d.blamable(d.judgedEnds(t, t.agent(c)), sign)
		}
		if sign < 0 && (victims[t.lemma(own[0])] || !t.verbal(c) || suffering[t.lemma(c)]) {
			return nil
		}
		return d.blamable(d.judgedEnds(t, direct(own...)), sign)
	}
	if sign > 0 && !joining[t.lemma(c)] {
		return nil
	}
	if sign < 0 {
		return d.deedOf(t, c)
	}
	for _, x := range t.children(c, "ccomp", "xcomp") { // "to see that X has done it"
		if s := t.ownSubject(x); len(s) > 0 {
			return d.clauseTargets(t, x, sign)
		}
	}
	o := t.object(c)
	if len(o.tokens) == 0 || sign > 0 && t.lemma(c) == "play" {
		for _, p := range []string{"with", "in", "of"} {
			if x := t.oblique(c, p); len(x.tokens) > 0 {
				o = x
				break
			}
			if len(o.tokens) == 1 && o.tokens[0] >= 0 {
				if x := t.oblique(o.tokens[0], p); len(x.tokens) > 0 {
					o = x
					break
				}
			}
		}
	}
	if len(o.tokens) != 1 || o.tokens[0] < 0 {
		return nil
	}
	return d.judgedEnds(t, o)
}

// deedOf returns what a clause without a doer of its own tells of, for whoever
// blames it: the decision that it names, else what is done, "it is wrong to close
// the hospital" the closing.
func (d *document) deedOf(t *tree, c int) []end {
	if !t.verbal(c) || len(t.negators(c)) > 0 || perceiving[t.lemma(c)] {
		return nil
	}
	o := t.ownObject(c)
	if o < 0 || t.is(o, "PRON") {
		return nil
	}
	if decisions[t.lemma(o)] {
		return d.judgedEnds(t, direct(o))
	}
	if k := d.ownClause(t, c); k != nlp.NoChain {
		return []end{{End: nlp.ChainEnd(k), token: c, entity: nlp.Concept, sure: 1}}
	}
	return nil
}

// blamable keeps, for blame, those who can be blamed for what they do.
func (d *document) blamable(es []end, sign int) []end {
	if sign > 0 {
		return es
	}
	return slices.DeleteFunc(es, func(e end) bool { return !bodies.Allows(e.entity) })
}

// ownClause makes a concept of what the speaker or nobody does in a clause.
func (d *document) ownClause(t *tree, c int) nlp.ChainID {
	if !in(t.base(c), "xcomp", "ccomp", "csubj", "advcl", "acl") {
		return nlp.NoChain
	}
	return d.addClauseConcept(t, c)
}

// perceiving are verbs of how somebody comes to know what is judged.
var perceiving = words("see hear learn know think say believe find admit watch tell read note report suggest")

// suffering are verbs of what befalls their subject.
var suffering = words("die suffer lose wait live need starve drown fall struggle remain happen occur exist")

// esteem are nouns for what is felt for somebody who is thought well of.
var esteem = words("respect admiration faith confidence praise trust love affection gratitude")

// judgingFeeling reads "He impresses me", "I admire her", "I have nothing but
// respect for them", "I take my hat off to them".
func (d *document) judgingFeeling(t *tree, v int) []candidate {
	lemma := t.lemma(v)
	subject := t.subject(v)
	if verdict := gazetteer.Judgement(gazetteer.JudgingEffect, lemma); verdict.Sign != 0 && !t.passive(v) && len(t.negators(v)) == 0 {
		if o := t.ownObject(v); o >= 0 && firstPerson[t.form(o)] && !t.speaking(subject) {
			return d.judgedBy(t, v, d.judgedEnds(t, subject), verdict)
		}
	}
	if !t.speaking(subject) {
		return nil
	}
	if faulting[lemma] && len(t.negators(v)) > 0 && t.able(v) {
		if o := t.ownObject(v); o >= 0 { // "I can't fault them"
			return d.judgedBy(t, v, d.judgedEnds(t, found{tokens: t.expand(o, v)}), gazetteer.Verdict{Sign: 1, Mild: true})
		}
	}
	if c := t.child(v, "ccomp"); c >= 0 && (lemma == "regret" && len(t.negators(v)) == 0 || disbelieving[lemma] && len(t.negators(v)) > 0 && t.able(v)) {
		return d.judgedBy(t, v, d.clauseTargets(t, c, -1), gazetteer.Verdict{Sign: -1}) // "I cannot believe that X did it"
	}
	if verdict := gazetteer.Judgement(gazetteer.JudgingAttitude, lemma); verdict.Sign != 0 && len(t.negators(v)) == 0 {
		if o := t.ownObject(v); o >= 0 {
			verdict.Mild = true
			return d.judgedBy(t, v, d.judgedEnds(t, found{tokens: t.expand(o, v)}), verdict)
		}
	}
	o := t.ownObject(v)
	if o < 0 {
		return nil
	}
	sign := 1
	if lemma == "take" && t.lemma(o) == "hat" && t.hasParticle(o, "off") {
		return d.judgedBy(t, v, d.judgedEnds(t, t.oblique(v, "to")), gazetteer.Verdict{Sign: 1})
	}
	if lemma != "have" && lemma != "get" && lemma != "feel" && lemma != "lose" {
		return nil
	}
	if lemma == "lose" || t.hasDeterminer(o, "no", "little") || len(t.negators(v)) > 0 {
		sign = -1
	}
	if t.form(o) == "nothing" {
		for _, k := range t.children(o, "nmod", "conj") {
			if t.form(k-1) == "but" {
				o = k
			}
		}
	}
	if !esteem[t.lemma(o)] {
		return nil
	}
	of := t.oblique(o, "for")
	for _, p := range []string{"in", "for"} {
		if len(of.tokens) == 0 {
			of = t.oblique(o, p)
		}
		if len(of.tokens) == 0 {
			of = t.oblique(v, p)
		}
	}
	return d.judgedBy(t, v, d.judgedEnds(t, of), gazetteer.Verdict{Sign: sign})
}
