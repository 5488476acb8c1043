package claims

import "github.com/kgbuild/kgbuild/nlp/gazetteer"

// judgingAttitude reads "He impresses me", "I admire her", "I can't fault them", "I
// have nothing but respect for them".
func (d *document) judgingAttitude(t *tree, v int) []candidate {
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
	return d.judgingEsteem(t, v)
}

// judgingEsteem reads "I have nothing but respect for them", "I lost faith in
// them", "I take my hat off to them".
func (d *document) judgingEsteem(t *tree, v int) []candidate {
	o := t.ownObject(v)
	if o < 0 {
		return nil
	}
	lemma := t.lemma(v)
	if lemma == "take" && t.lemma(o) == "hat" && t.hasParticle(o, "off") {
		return d.judgedBy(t, v, d.judgedEnds(t, t.oblique(v, "to")), gazetteer.Verdict{Sign: 1})
	}
	if lemma != "have" && lemma != "get" && lemma != "feel" && lemma != "lose" {
		return nil
	}
	sign := 1
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

// esteem are nouns for what is felt for somebody who is thought well of.
var esteem = words("respect admiration faith confidence praise trust love affection gratitude")
