package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// judgementReliability is the confidence of praise and blame that lies in the
// words of a speech without a verb that calls it so.
const judgementReliability = 0.72

// judgeable are the types of what can be judged.
var judgeable = codebook.Types{
	nlp.Person: true, nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.City: true, nlp.Place: true,
	nlp.Facility: true, nlp.Event: true, nlp.Product: true, nlp.Concept: true,
}

// judgements reads praise and blame off what speakers call things: "The
// supporters were fantastic", "She did a superb job", "called it a farce".
// Outside speech the judging word is the article's own and tells nothing of
// anybody.
func (d *document) judgements(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if t.is(k, "PUNCT") || t.is(k, "DET") || t.is(k, "ADP") {
			continue
		}
		out = append(out, d.judgingPredicate(t, k)...)
		out = append(out, d.judgingPhrase(t, k)...)
		out = append(out, d.feeling(t, k)...)
		if t.verbal(k) {
			out = append(out, d.judgingName(t, k)...)
			out = append(out, d.judgingDeed(t, k)...)
			out = append(out, d.judgingAttitude(t, k)...)
			out = append(out, d.judgingLoss(t, k)...)
			out = append(out, d.outcry(t, k)...)
		}
	}
	return append(out, d.tributes(t)...)
}

// verdict returns what a phrase says of what it is said of: by its noun, else
// by an adjective before the noun.
func (t *tree) verdict(k int) gazetteer.Verdict {
	if p, ok := t.phrases()[k]; ok && p.slot < 0 && !t.verbal(k) {
		return p.verdict
	}
	switch {
	case t.is(k, "ADJ"), t.is(k, "VERB"), t.is(k, "ADV"):
		return t.adjectiveVerdict(k)
	case !t.nominal(k) || t.hasDeterminer(k, "no"):
		return gazetteer.Verdict{}
	}
	if part := t.partitive(k); part >= 0 {
		return t.verdict(part)
	}
	if v := gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)); v.Sign != 0 && !t.is(k, "PROPN") {
		return v
	}
	if plainNouns[t.lemma(k)] {
		return gazetteer.Verdict{}
	}
	for _, a := range t.children(k, "amod") {
		for _, c := range t.conjuncts(a) {
			if superlatives[t.form(c)] && knownFor[t.lemma(k)] && !t.unequalled(k) {
				continue
			}
			if v := t.adjectiveVerdict(c); v.Sign != 0 {
				return v
			}
		}
	}
	return gazetteer.Verdict{}
}

// unequalled reports whether a noun is set above all that the speaker knows: "the
// best player I have ever seen", "the best in the world".
func (t *tree) unequalled(k int) bool {
	for _, r := range t.children(k, "acl:relcl", "acl") {
		if t.hasDeterminer(r, "ever") || t.speaking(direct(t.ownSubject(r)...)) {
			return true
		}
	}
	for _, n := range t.children(k, "nmod", "obl") {
		if scopes[t.lemma(n)] {
			return true
		}
	}
	return false
}

// scopes are all that somebody can be set above.
var scopes = words("world history time country league generation planet life era business earth continent")

// plainNouns are nouns of which a judging adjective only tells how things are
// or feel, or how great a trouble is ("a terrible day", "a tremendous loss").
var plainNouns = words(`time day night year week month season weekend moment news thing way place situation feeling feel question
	sense start chance opportunity life loss accident crash storm weather injury condition pain sign luck part interest case
	scenario hope wish price number majority amount pleasure honour honor privilege shape health fortune reason point measure
	tragedy damage problem pressure impact debt risk crisis struggle trouble difficulty suffering need demand expense cost quarter half
	challenge concern change threat disease illness schizophrenia defeat difference`)

// superlatives stand before the nouns of [knownFor] without judging: "my best
// friend", "best actress", "the best thing to do".
var (
	superlatives = words("best worst good bad great")
	knownFor     = words(`friend man actor actress picture film director song album novel practice idea deal move decision option choice
		result player coverage interest seller state example`)
)

func (t *tree) adjectiveVerdict(k int) gazetteer.Verdict {
	v := gazetteer.Judgement(gazetteer.JudgingAdjective, t.form(k))
	if v.Sign == 0 {
		v = gazetteer.Judgement(gazetteer.JudgingAdjective, t.lemma(k))
	}
	for _, a := range t.children(k, "advmod") {
		switch f := t.form(a); {
		case f == "too" && v.Sign > 0, f == "so-called":
			return gazetteer.Verdict{}
		case negators[f] || f == "less" || f == "least":
			if v.Sign > 0 && !v.Mild {
				return gazetteer.Verdict{Sign: -1}
			}
			return gazetteer.Verdict{}
		}
	}
	return v
}

// judgingPredicate reads "X was brilliant", "X is a disgrace".
func (d *document) judgingPredicate(t *tree, k int) []candidate {
	if t.child(k, "cop") < 0 && !(t.is(k, "ADJ") && t.child(k, "aux:pass") >= 0) && !t.participial(k) {
		return nil
	}
	v := t.verdict(k)
	if t.is(k, "ADJ") && v.Sign == 0 && len(t.negators(k)) == 0 {
		for _, c := range t.children(k, "conj") { // "quiet, clean and beautiful"
			if v.Sign == 0 && t.is(c, "ADJ") && len(t.ownSubject(c)) == 0 && t.hasConjunction(c, "and") {
				v = t.adjectiveVerdict(c)
			}
		}
	}
	if v.Sign == 0 {
		return nil
	}
	if v.Sign > 0 && t.marvels(k) {
		v.Sign = -1
	}
	of := t.predicateSubject(k)
	if v.Mild && t.is(k, "ADJ") && (len(t.oblique(k, "for").tokens) > 0 || t.compares(k) && !t.pointing(of)) {
		v.Mild = false // "the deal is good for workers", "the new engine is better than the old one"
	}
	if t.nominal(k) && len(t.negators(k)) > 0 && !t.phrases()[k].negated {
		if v.Sign < 0 || v.Mild {
			return nil
		}
		v.Sign = -1
	}
	if _, phrase := t.phrases()[k]; !phrase && t.nominal(k) && len(t.negators(k)) == 0 && t.pointing(of) && gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)).Sign == 0 && t.child(k, "acl:relcl") < 0 {
		of = direct(k) // "It was a disgraceful tackle" judges the tackle
	}
	what := d.judgedEnds(t, of)
	if t.child(k, "csubj") >= 0 {
		of, what = found{}, nil // "It is a disgrace that X did it"
	}
	if len(what) == 0 && (t.pointing(of) || len(of.tokens) == 0) {
		if what = d.clauseJudged(t, k, v.Sign); len(what) == 0 {
			what = d.pointedTo(t, k, of, v.Sign)
		}
		v.Sad = false
	}
	return d.judgedBy(t, k, d.orTopic(t, k, of, what), v)
}

// participial reports whether a participle that judges was taken for a verb: "the
// reform is worrying".
func (t *tree) participial(k int) bool {
	if !t.is(k, "VERB") || t.tok(k).XPOS != "VBG" || t.ownObject(k) >= 0 || gazetteer.Judgement(gazetteer.JudgingAdjective, t.form(k)).Sign == 0 {
		return false
	}
	a := t.child(k, "aux")
	return a >= 0 && t.lemma(a) == "be" && t.child(k, "obl", "xcomp", "ccomp", "compound:prt") < 0
}

// hasConjunction reports whether a coordinating word joins a token to the one
// before, or stands before a later member of the coordination.
func (t *tree) hasConjunction(k int, word string) bool {
	for _, c := range t.conjuncts(t.first(k)) {
		for _, cc := range t.children(c, "cc") {
			if t.form(cc) != word {
				return false
			}
		}
	}
	return true
}

// marvels reports whether an adjective of wonder is said of what should not be:
// "It's stunning that we would close the hospital".
func (t *tree) marvels(k int) bool {
	if !wonder[t.form(k)] {
		return false
	}
	for _, c := range t.children(k, "csubj", "ccomp", "advcl") {
		if t.preposition(c) != "to" && (t.child(c, "aux") >= 0 && t.supposed(c) || len(t.negators(c)) > 0) {
			return true
		}
	}
	return false
}

var wonder = words("stunning astonishing astounding unbelievable incredible amazing staggering extraordinary remarkable")

// compares reports whether an adjective sets something above or below others.
func (t *tree) compares(k int) bool {
	return t.tok(k).XPOS == "JJR" && (len(t.oblique(k, "than").tokens) > 0 || len(t.oblique(k, "on").tokens) > 0)
}

// clauseJudged returns whom or what a clause that "it" stands for tells of:
// "It is a disgrace that X did it".
func (d *document) clauseJudged(t *tree, k, sign int) []end {
	for _, c := range t.children(k, "csubj", "ccomp", "advcl", "acl", "xcomp") {
		if m := t.preposition(c); t.base(c) == "acl" && t.nominal(k) && m != "that" || t.base(c) == "advcl" && m == "" && len(t.ownSubject(c)) == 0 {
			continue // "an act to avoid the law"
		}
		if es := d.clauseTargets(t, c, sign); len(es) > 0 {
			return es
		}
	}
	return nil
}

// pointing reports whether a subject is a pronoun that points to a thing of
// which only the predicate tells what it is.
func (t *tree) pointing(f found) bool {
	if len(f.tokens) != 1 || f.tokens[0] < 0 {
		return false
	}
	switch t.form(f.tokens[0]) {
	case "it", "this", "that":
		return t.is(f.tokens[0], "PRON")
	case "today", "tonight", "yesterday":
		return true // "Today is a great day": what happened today
	}
	return false
}
