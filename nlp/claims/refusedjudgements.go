package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// weighing are the predicates of what somebody thinks of something.
var weighing = map[nlp.Predicate]int{"praised": 1, "criticized": -1}

// judgesNothing reports whether a reading of praise or blame is of words that
// judge nobody, judge the other way, or judge something else of the sentence.
func (t *tree) judgesNothing(r nlp.Reading) bool {
	sign := weighing[r.Predicate]
	if sign == 0 || r.Object < 0 {
		return false
	}
	return t.unjudged(r.Object, sign) || t.judgedAround(r) || t.receives(r.Subject) || sign > 0 && t.greeted(r.Object) || sign < 0 && t.mostOfAll(r.Object)
}

// greeted reports whether a word is whom somebody welcomes or greets. Patterns know
// who is only received.
func (t *tree) greeted(o int) bool {
	h := t.head(t.first(o))
	return h >= 0 && t.base(t.first(o)) == "obj" && (t.lemma(h) == "welcome" || t.lemma(h) == "greet")
}

// mostOfAll reports whether a word is called the most of its kind: "the most
// advanced system in the world".
func (t *tree) mostOfAll(o int) bool {
	return slices.ContainsFunc(t.children(o, "amod"), func(a int) bool { return t.hasDeterminer(a, "most") && t.adjectiveVerdict(a).Sign >= 0 })
}

// unjudged reports whether the words around token o do not judge it with a sign.
func (t *tree) unjudged(o, sign int) bool {
	return t.plainThing(o) || t.judgedOtherwise(o, sign) || t.statesFact(o) || t.feels(o) || t.hoped(o) || t.addressee(o) || t.undergone(o)
}

// plainThing reports whether a noun is one of those of which nobody is judged: how
// things are, or what only points back at something told elsewhere.
func (t *tree) plainThing(o int) bool {
	return t.is(o, "NOUN") && (pointers[t.lemma(o)] || lots[t.lemma(o)] && t.whose(o) < 0)
}

// Nouns that name nothing by themselves, and those for how things are or go.
var (
	pointers = words("thing stuff rest lot bit kind sort other everything")
	lots     = words(`time day night year week month season weekend moment way place situation feeling question chance opportunity life news
		game process pleasure luck hope wish honour honor privilege pain point`)
)

// judgedOtherwise reports whether the words said of a noun, or before it, judge it
// the other way: "said the changes were common-sense" is no criticism of them.
func (t *tree) judgedOtherwise(o, sign int) bool {
	v := t.verdict(o).Sign
	if p := t.head(t.first(o)); p >= 0 && t.base(t.first(o)) == "nsubj" && (t.is(p, "ADJ") || t.nominal(p)) {
		v = t.verdict(p).Sign
		if len(t.negators(p)) > 0 {
			v = -v
		}
	}
	return v*sign < 0
}

// statesFact reports whether all that is said of a noun is its age, its number or
// where it is, or what it is without a word that judges: "He's 16 years old", "She is in
// hospital", "He was an artist", "It was a different season".
func (t *tree) statesFact(o int) bool {
	if own := t.ownSubject(o); t.child(o, "cop") >= 0 && len(own) > 0 && t.nominal(o) && !t.is(o, "PROPN") {
		if !t.pointing(direct(own...)) {
			return true // "She was a wonderful teacher" judges her
		}
		return t.verdict(o).Sign == 0 && !slices.ContainsFunc(t.children(o, "amod"), func(a int) bool { return superlatives[t.form(a)] })
	}
	p := t.head(t.first(o))
	if p >= 0 && t.base(t.first(o)) == "nsubj" && t.child(p, "cop") >= 0 && (t.is(p, "PRON") || t.lemma(p) == "one") {
		return true // "This is what we have fought for", "They are the ones who did it"
	}
	if p < 0 || t.base(t.first(o)) != "nsubj" || t.child(p, "cop") < 0 || t.child(p, "conj") >= 0 || t.verdict(p).Sign != 0 {
		return false
	}
	if t.is(p, "NUM") || t.preposition(p) == "in" || t.is(p, "NOUN") && persons.Allows(gazetteer.NounType(t.lemma(p))) && t.child(p, "amod") < 0 && !t.weighs(p) {
		return true
	}
	return t.lemma(p) == "old" && slices.ContainsFunc(t.children(p, "obl", "nmod", "obj"), func(k int) bool { return t.preposition(k) == "" && t.child(k, "nummod") >= 0 })
}

// weighs reports whether any word of a phrase judges.
func (t *tree) weighs(p int) bool {
	for k := range t.s.Tokens {
		if t.within(k, p) && (t.is(k, "ADJ") || t.is(k, "NOUN") || t.is(k, "VERB")) && (t.adjectiveVerdict(k).Sign != 0 || gazetteer.Judgement(gazetteer.JudgingNoun, t.lemma(k)).Sign != 0) {
			return true
		}
	}
	return false
}

// feels reports whether a word is the one who has the feeling that is told of: that
// "investigators were grateful to the jury" praises the jury.
func (t *tree) feels(o int) bool {
	p := t.head(t.first(o))
	return p >= 0 && t.base(t.first(o)) == "nsubj" && t.feelingVerdict(p).Sign != 0
}

// hoped reports whether what is said of a word is only hoped, wished or felt for
// somebody: "hope that the talks bear fruit", "condolences to the families".
func (t *tree) hoped(o int) bool {
	for k, n := t.head(o), 0; k >= 0 && n < maxControl; k, n = t.head(k), n+1 {
		if wellWishing[t.lemma(k)] {
			return true
		}
		if lexicon.VerbAttitudes[t.lemma(k)][lexicon.Speech] {
			break
		}
	}
	return false
}

// wellWishing are words for what is wished to come and for what is felt with somebody.
var wellWishing = words("hope wish condolence sympathy interest prayer hopeful")

// addressee reports whether a word is that for whom something is told: "told CNN
// that she was proud".
func (t *tree) addressee(o int) bool {
	k := t.first(o)
	h := t.head(k)
	return h >= 0 && in(t.base(k), "obj", "iobj") && lexicon.VerbAttitudes[t.lemma(h)][lexicon.Speech] && (t.child(h, "ccomp", "parataxis") >= 0 || t.lemma(h) == "tell")
}

// undergone reports whether a word names what somebody feels or goes through, which
// judges nothing: "residents felt the quake".
func (t *tree) undergone(o int) bool {
	k := t.first(o)
	h := t.head(k)
	return h >= 0 && t.base(k) == "obj" && undergoing[t.lemma(h)]
}

// undergoing are verbs whose object happens to their subject.
var undergoing = words("feel experience suffer survive endure undergo sustain witness consult contact interview")

// receives reports whether a word is the one who gets praise or blame from others:
// "has drawn criticism for its prices" tells no criticism of its own.
func (t *tree) receives(k int) bool {
	if k < 0 {
		return false
	}
	k = t.first(t.nameHead(k))
	if t.base(k) != "nsubj" {
		return false
	}
	v := t.head(k)
	if !getting[t.lemma(v)] {
		return false
	}
	return slices.ContainsFunc(t.children(v, "obj"), func(o int) bool {
		return slices.ContainsFunc(t.conjuncts(o), func(c int) bool { return opinions[t.lemma(c)] })
	})
}

// Verbs and nouns for what others say of somebody who gets it.
var (
	getting  = words("draw receive garner earn win face attract get spark provoke gain meet suffer encounter")
	opinions = words("praise criticism acclaim applause plaudit rebuke backlash condemnation ridicule scorn compliment accolade abuse flak")
)

// judgedAround reports whether the model reads the same of what a word hangs on, or
// of the subject of its clause: in "their work to settle the dispute" the work is
// praised and not the dispute, in "the plan strengthens the union" the plan.
func (t *tree) judgedAround(r nlp.Reading) bool {
	return slices.ContainsFunc(t.s.Readings, func(q nlp.Reading) bool {
		if q.Predicate != r.Predicate || q.Subject != r.Subject || q.Object < 0 || q.Object == r.Object || q.Probability < leastReadings[q.Predicate] {
			return false
		}
		if t.pointing(direct(q.Object)) || t.unjudged(q.Object, weighing[q.Predicate]) {
			return false
		}
		if t.within(r.Object, q.Object) {
			return t.first(r.Object) != t.first(q.Object) && t.rel(r.Object) != "nmod:poss"
		}
		switch v := t.head(t.first(q.Object)); {
		case v < 0:
			return false
		case t.base(t.first(q.Object)) == "nsubj":
			return t.clauseOf(r.Object) == v
		default:
			return t.base(t.first(q.Object)) == "obj" && t.preposition(t.first(r.Object)) == "with" && t.head(t.first(r.Object)) == v
		}
	})
}

// clauseOf returns the nearest word above a token that has a subject of its own,
// or -1.
func (t *tree) clauseOf(i int) int {
	for k, n := t.head(i), 0; k >= 0 && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		if len(t.ownSubject(k)) > 0 {
			return k
		}
	}
	return -1
}
