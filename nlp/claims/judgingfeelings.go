package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

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
		if len(what) == 0 && !t.explained(k) { // "The union was not impressed."
			what, v.Sad = d.leavingOut(d.toldBeforeSpeech(t.index, who[0].Chain, v.Sign), k), false
		}
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

// feelingVerdict returns what an adjective or participle says of what its
// subject feels.
func (t *tree) feelingVerdict(k int) gazetteer.Verdict {
	if t.child(k, "cop", "aux:pass") < 0 && (t.base(k) != "xcomp" || t.is(k, "VERB") && t.tok(k).XPOS != "VBN") {
		return gazetteer.Verdict{}
	}
	if t.form(k) == "relieved" && len(t.oblique(k, "of").tokens) > 0 {
		return gazetteer.Verdict{} // "was relieved of his duties"
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

// feelingPrepositions lead to what a feeling is about.
var feelingPrepositions = []string{"by", "at", "with", "about", "of", "over", "in", "to"}

// wellbeing are nouns of how somebody fares and how things are, over which
// nobody is praised or blamed.
var wellbeing = words(`safety health welfare future fate wellbeing well-being location condition whereabouts family child plight life
	situation place way fact thing`)

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
			who := d.ends(t, t.subject(v), doers)
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
