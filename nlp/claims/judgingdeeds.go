package claims

import "github.com/kgbuild/kgbuild/nlp/gazetteer"

// doing are verbs whose object may tell how good whoever does it is.
var doing = words(`do produce show give have get make put deliver play display bring demonstrate possess run score lead`)

// behaving are verbs that say how somebody acts.
var behaving = words(`behave act play perform handle respond treat run manage conduct do defend bat bowl serve fight lead sing write speak
	work represent coach react deal`)

// heightening are adverbs that leave "well" what it is, or make more of it.
var heightening = words("very really so incredibly extremely fantastically exceptionally brilliantly remarkably extraordinarily amazingly particularly")

// making are verbs whose passive with an adverb says how good a thing is.
var making = words(`write make act play produce direct design build plan organise organize execute think craft shoot compose
	perform sing edit draft handle manage run thought`)

// judgingDeed reads "She did a superb job", "He has a lovely attitude", "They
// played brilliantly". Of what is the speaker's own ("We have great players")
// the thing is judged.
func (d *document) judgingDeed(t *tree, v int) []candidate {
	subject := t.subject(v)
	if behaving[t.lemma(v)] {
		for _, a := range t.children(v, "advmod") {
			verdict := gazetteer.Judgement(gazetteer.JudgingAdverb, t.form(a))
			if t.form(a) == "hard" && t.lemma(v) == "work" && t.perfect(v) {
				verdict = gazetteer.Verdict{Sign: 1, Mild: true}
			}
			if how := t.child(a, "advmod"); t.form(a) == "well" && a > v && (how < 0 || heightening[t.form(how)]) {
				verdict = gazetteer.Verdict{Sign: 1, Mild: true}
			}
			if verdict.Sign != 0 && !t.passive(v) && !t.speaking(subject) && len(t.negators(v)) == 0 {
				return d.judgedBy(t, v, d.judgedEnds(t, subject), gazetteer.Verdict{Sign: verdict.Sign, Mild: true})
			}
		}
	}
	if making[t.lemma(v)] && t.passive(v) && len(t.negators(v)) == 0 {
		for _, a := range t.children(v, "advmod") {
			if verdict := gazetteer.Judgement(gazetteer.JudgingAdverb, t.form(a)); verdict.Sign != 0 {
				return d.judgedBy(t, v, d.judgedEnds(t, t.object(v)), verdict)
			}
		}
	}
	if !doing[t.lemma(v)] || t.passive(v) || len(t.negators(v)) > 0 {
		return nil
	}
	o := t.ownObject(v)
	if o < 0 || !t.nominal(o) || plainNouns[t.lemma(o)] {
		return nil // "had a great night" praises nobody
	}
	verdict := t.verdict(o)
	if verdict.Sign == 0 {
		return nil
	}
	if t.speaking(subject) {
		if t.lemma(v) != "have" && t.lemma(v) != "get" || gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(o)).Sign != 0 {
			return nil
		}
		return d.judgedBy(t, v, d.judgedEnds(t, direct(o)), verdict)
	}
	verdict.Mild = true // only persons and bodies do well
	return d.judgedBy(t, v, d.judgedEnds(t, subject), verdict)
}

// speaking reports whether a place is filled by the speaker, "I" or "we".
func (t *tree) speaking(f found) bool {
	for _, k := range f.tokens {
		if k >= 0 && firstPerson[t.form(k)] {
			return true
		}
	}
	return false
}

var firstPerson = words("i we me us my our myself ourselves")

// faulting are verbs that praise when they are said to be impossible.
var faulting = words("fault blame criticise criticize knock")

// disbelieving are verbs that blame what they are said to be unable to grasp.
var disbelieving = words("believe understand accept fathom comprehend tolerate condone imagine")

func (t *tree) able(v int) bool {
	for _, a := range t.children(v, "aux") {
		if f := t.form(a); f == "can" || f == "ca" || f == "could" {
			return true
		}
	}
	return false
}
