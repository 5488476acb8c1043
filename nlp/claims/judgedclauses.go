package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

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

// joining are verbs by which somebody takes part in what pleases them.
var joining = words("have welcome be work join support play host see sign win represent")

// victims are those who suffer from what a clause tells and are not blamed for it.
var victims = words(`people person child kid patient worker employee family woman man girl boy victim resident student parent mother
	father customer consumer taxpayer farmer refugee migrant animal citizen anyone someone somebody everyone everybody nobody one
	business life thing it this that there which what who they those these`)

// suffering are verbs of what befalls their subject.
var suffering = words("die suffer lose wait live need starve drown fall struggle remain happen occur exist")

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

// perceiving are verbs of how somebody comes to know what is judged.
var perceiving = words("see hear learn know think say believe find admit watch tell read note report suggest")

// ownClause makes a concept of what the speaker or nobody does in a clause.
func (d *document) ownClause(t *tree, c int) nlp.ChainID {
	if !in(t.base(c), "xcomp", "ccomp", "csubj", "advcl", "acl") {
		return nlp.NoChain
	}
	return d.addClauseConcept(t, c)
}

// blamable keeps, for blame, those who can be blamed for what they do.
func (d *document) blamable(es []end, sign int) []end {
	if sign > 0 {
		return es
	}
	return slices.DeleteFunc(es, func(e end) bool { return !doers.Allows(e.entity) })
}
