package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// demandsNothing reports whether a reading of a demand takes whoever is asked for the
// one who asks, or is of what its subject wants to do himself, or of a call by
// telephone.
func (t *tree) demandsNothing(r nlp.Reading) bool {
	if r.Predicate != "called_for" || r.Object < 0 {
		return false
	}
	return t.askedOf(r) || t.obliged(r.Subject) || t.ownAim(r) || t.rewarded(r.Object) || t.rung(r.Object) || t.bareOrder(r.Object) || t.lacks(r) || t.turnsDown(r)
}

// turnsDown reports whether the subject of a reading refuses what another asks for:
// "denied a motion by the defence to reduce the sentence".
func (t *tree) turnsDown(r nlp.Reading) bool {
	for k, n := r.Object, 0; k >= 0 && n < maxControl; k, n = t.head(k), n+1 {
		if h := t.head(k); h >= 0 && t.base(k) == "obj" && (asking[t.lemma(k)] || lawsuits[t.lemma(k)] || t.lemma(k) == "motion" || t.lemma(k) == "bid") && refusing[t.lemma(h)] {
			return true
		}
	}
	return false
}

// refusing are verbs of not doing what somebody asks for.
var refusing = words("deny reject dismiss refuse ignore rebuff spurn decline resist")

// askedOf reports whether the subject of a reading is the one of whom a demand asks
// something: "calls for the premier to go", "calls for his resignation".
func (t *tree) askedOf(r nlp.Reading) bool {
	k := r.Subject
	if k < 0 {
		return false
	}
	if h := t.head(t.first(k)); h >= 0 && in(t.base(t.first(k)), "nsubj") && !t.is(h, "NOUN") && t.head(h) >= 0 &&
		in(t.base(h), "acl", "advcl", "xcomp", "ccomp") && asking[t.lemma(t.head(h))] && t.infinitive(h) {
		return true // "calling for the premier to quit" with the premier as the subject of "quit"
	}
	for i, n := t.first(k), 0; i >= 0 && n < maxControl; i, n = t.head(i), n+1 {
		switch t.preposition(i) {
		case "for", "on", "upon", "to":
			if h := t.head(i); h >= 0 && in(t.base(i), "nmod", "obl") && asking[t.lemma(h)] {
				return true
			}
		}
		if !in(t.base(i), "nmod", "obl") {
			break
		}
	}
	return false
}

// asking are verbs and nouns of demands.
var asking = words("call appeal plea demand request ask press push plead beg petition clamour clamor pressure")

// obliged reports whether a word is the subject of what ought to be done: who must
// act is called upon and does not call.
func (t *tree) obliged(k int) bool {
	if k < 0 || t.base(t.first(k)) != "nsubj" || firstPerson[t.form(k)] {
		return false
	}
	v := t.head(t.first(k))
	return v >= 0 && slices.ContainsFunc(t.children(v, "aux"), func(a int) bool { return modals[t.form(a)] == nlp.Desired })
}

// ownAim reports whether the act of a reading is one that its subject means to do:
// "an effort by the bank to lower prices", "wanted to return".
func (t *tree) ownAim(r nlp.Reading) bool {
	o := r.Object
	g := t.head(o)
	if g < 0 || !t.verbal(o) || t.passive(o) || !t.infinitive(o) || !in(t.base(o), "acl", "xcomp", "advcl") || causing[t.lemma(o)] {
		return false
	}
	if t.is(g, "NOUN") {
		return aims[t.lemma(g)]
	}
	return aiming[t.lemma(g)] && t.ownObject(g) < 0 && t.child(g, "iobj") < 0 && r.Subject >= 0 && !t.sues(g) && (t.lemma(g) != "need" || !firstPerson[t.form(r.Subject)])
}

// sues reports whether a verb tells what a suit or a letter asks for.
func (t *tree) sues(v int) bool {
	h := t.head(v)
	if h >= 0 && t.base(v) == "advcl" {
		h = t.ownObject(h)
	}
	return h >= 0 && in(t.base(v), "acl", "advcl") && (t.report(h) || lawsuits[t.lemma(h)])
}

var (
	aims    = words("effort attempt bid endeavour endeavor desire wish intention plan try struggle fight")
	aiming  = words("want seek try wish hope aim need attempt strive like plan intend love prefer decide")
	causing = words("have see get let make") // others do it
)

// rewarded reports whether a word stands in what a reward is offered for: all that
// is asked for there is the information.
func (t *tree) rewarded(o int) bool {
	if t.lemma(o) == "information" {
		return false
	}
	for k, n := o, 0; k >= 0 && n < maxControl; k, n = t.head(k), n+1 {
		if t.lemma(k) == "reward" {
			return true
		}
	}
	return false
}

// rung reports whether a word is who somebody calls by telephone.
func (t *tree) rung(o int) bool {
	h := t.head(t.first(o))
	return h >= 0 && t.base(t.first(o)) == "obj" && ringing[t.lemma(h)] && (t.is(o, "PROPN") || actors.Allows(gazetteer.NounType(t.lemma(o))))
}

// ringing are verbs for reaching somebody.
var ringing = words("call phone telephone ring contact dial")

// bareOrder reports whether an act is a cry of one or two words, of which nobody
// would note that it was called for: "Stop!", "Come on".
func (t *tree) bareOrder(o int) bool {
	if !t.verbal(o) || t.infinitive(o) || t.passive(o) || len(t.ownSubject(o)) > 0 {
		return false
	}
	return t.child(o, "obj", "obl", "ccomp", "xcomp", "aux", "mark") < 0
}

// lacks reports whether the object of a reading is only what its subject is said to
// need or wait for: a team that needs a victory demands none.
func (t *tree) lacks(r nlp.Reading) bool {
	if r.Subject < 0 {
		return false
	}
	v := t.head(t.first(r.Subject))
	return v >= 0 && t.base(t.first(r.Subject)) == "nsubj" && wanting[t.lemma(v)] && t.within(r.Object, v)
}

var wanting = words("need await")
