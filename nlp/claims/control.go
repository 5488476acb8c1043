package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// subjectControl are the verbs whose subject, not object, is the subject of
// their infinitive though they may have an object.
var subjectControl = words("promise threaten vow swear pledge use")

// modifiedSubject is the subject of a participle or infinitive that modifies a noun.
func (t *tree) modifiedSubject(v, noun, depth int) found {
	if t.child(v, "mark") < 0 {
		// "X claimed responsibility, saying …": not the responsibility says.
		if t.tok(v).XPOS == "VBG" && lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech] && v > 0 && t.form(v-1) == "," {
			for g, n := t.head(noun), 0; g >= 0 && n < maxControl; g, n = t.head(g), n+1 {
				if t.verbal(g) {
					return t.surface(g, depth-1).far()
				}
			}
		}
		return found{tokens: []int{t.amongThem(noun)}, remote: true}
	}
	if !t.infinitive(v) {
		return found{}
	}
	if t.ranked(noun) { // "was among the first countries to do it"
		if own := t.ownSubject(noun); len(own) > 0 {
			return direct(own...).far()
		}
		return found{tokens: []int{t.amongThem(noun)}, remote: true}
	}
	if g := t.becomesOne(noun); g >= 0 { // "would become the first woman to lead it"
		return t.surface(g, depth-1).far()
	}
	// "its plan to attack": the possessor; "has a plan to attack": the haver.
	if p := t.child(noun, "nmod:poss"); p >= 0 {
		return found{tokens: []int{p}, remote: true}
	}
	for _, k := range t.children(noun, "nmod", "obl") { // "foiled a plot by rebels to attack"
		if k < v && t.preposition(k) == "by" {
			return found{tokens: []int{k}, remote: true}
		}
	}
	// "is in talks to buy": who is in them.
	if t.child(noun, "cop") >= 0 && t.preposition(noun) != "" && !t.hasDeterminer(noun, "no") {
		return direct(t.ownSubject(noun)...).far()
	}
	if g := t.head(noun); g >= 0 && in(t.base(noun), "obj", "obl") && t.verbal(g) {
		if aboutOthers[t.phrasal(g)] {
			return found{} // "discussed the campaign to retake the town"
		}
		switch t.preposition(noun) {
		case "at", "over", "against", "after", "because_of", "due_to":
			return found{} // "walked out over plans to sell": somebody else's plans
		}
		return t.surface(g, depth-1).far()
	}
	return found{}
}

// amongThem returns who is said to be one of those that a noun names ("X was
// among those who left", "X is one of the senators to say so"), the noun itself
// where nobody is.
func (t *tree) amongThem(noun int) int {
	p := noun
	switch t.preposition(noun) {
	case "among":
	case "of":
		if p = t.head(noun); p < 0 || t.form(p) != "one" {
			return noun
		}
	default:
		return noun
	}
	who := t.child(p, "nsubj")
	if who < 0 || t.child(p, "cop") < 0 || len(t.negators(p)) > 0 || lexicon.RelativePronouns[t.form(who)] {
		return noun
	}
	return who
}

// ranked reports whether a noun, or the ordinal that stands for one, tells who
// was the first or last to do something: that it was done is taken for granted.
func (t *tree) ranked(noun int) bool {
	p := noun
	if t.preposition(noun) == "of" && t.head(noun) >= 0 {
		p = t.head(noun)
	}
	if _, modal := t.modalOf(p); modal {
		return false
	}
	return ordinals[t.form(noun)] || slices.ContainsFunc(t.children(noun, "amod"), func(a int) bool { return ordinals[t.form(a)] })
}

// becomesOne returns the verb by which somebody becomes the first or another of
// those who have done something, "became the second officer to be shot", or -1.
func (t *tree) becomesOne(noun int) int {
	g := t.head(noun)
	if g >= 0 && t.base(noun) == "xcomp" && t.lemma(g) == "become" && slices.ContainsFunc(t.children(noun, "amod"), func(a int) bool {
		return ordinals[t.form(a)] || t.tok(a).Features.Get("NumType") == "Ord"
	}) {
		return g
	}
	return -1
}

var ordinals = words("first last latest only")

// modalOf returns the modality that an auxiliary gives to a predicate.
func (t *tree) modalOf(p int) (nlp.Modality, bool) {
	for _, k := range t.children(p, "aux") {
		if m, ok := modals[t.form(k)]; ok {
			return m, true
		}
	}
	return nlp.Certain, false
}

// aboutOthers are verbs of speaking about, or standing in the way of, what somebody else is to do.
var aboutOthers = words(`discuss criticize criticise praise welcome condemn oppose describe mention review denounce question slam applaud hail protest
	foil thwart avert forestall uncover disrupt block veto reject rebuff spurn turn_down vote_down throw_out derail survive escape`)

// plots are nouns of what somebody means to do.
var plots = words("plot conspiracy attempt bid plan effort scheme")

// infinitive reports whether a verb has the mark "to"; a gerund behind "to"
// ("admitted to stealing") is none.
func (t *tree) infinitive(v int) bool {
	if t.tok(v).XPOS == "VBG" {
		return false
	}
	for _, k := range t.children(v, "mark") {
		if t.form(k) == "to" {
			return true
		}
	}
	return false
}

// gerund reports whether a predicate is a gerund, or has one for its copula: "being
// behind the attack".
func (t *tree) gerund(v int) bool {
	if t.tok(v).XPOS == "VBG" {
		return true
	}
	cop := t.child(v, "cop")
	return cop >= 0 && t.tok(cop).XPOS == "VBG"
}

// controller is the subject that a governing predicate gives to its infinitive.
func (t *tree) controller(g, depth int) found {
	if t.verbal(g) && !subjectControl[t.lemma(g)] && !t.summonsToHear(g) {
		if t.passive(g) {
			return t.surface(g, depth-1).far()
		}
		if o := t.children(g, "obj", "iobj"); len(o) > 0 {
			return found{tokens: o[:1], remote: true}
		}
		if t.lemma(g) == "call" || t.lemma(g) == "appeal" || t.lemma(g) == "plead" {
			for _, k := range t.children(g, "obl") {
				if p := t.preposition(k); p == "on" || p == "upon" || p == "to" || p == "with" {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	return t.surface(g, depth-1).far()
}

// summonsToHear reports whether somebody is called in to be told something: "summoned
// the envoy to lodge a protest".
func (t *tree) summonsToHear(g int) bool {
	return t.lemma(g) == "summon" && slices.ContainsFunc(t.children(g, "xcomp", "advcl"), func(v int) bool { return remonstrating[t.lemma(v)] })
}

// remonstrating are verbs of what is told to somebody who is called in.
var remonstrating = words("lodge protest express convey deliver complain voice demand register condemn denounce object")

func (t *tree) adverbialSubject(v, g, depth int) found {
	if t.verbal(g) && lexicon.Judging[t.lemma(g)] && t.gerund(v) {
		if p := t.preposition(v); p == "of" || p == "for" || p == "from" || p == "with" || p == "against" && lexicon.Cautioning[t.lemma(g)] {
			if t.passive(g) {
				return t.surface(g, depth-1).far()
			}
			if o := t.children(g, "obj", "iobj"); len(o) > 0 {
				return found{tokens: o[:1], remote: true}
			}
		}
	}
	if o := t.child(g, "obj"); o >= 0 && (choosing[t.lemma(g)] || engaging[t.lemma(g)]) && !t.passive(g) && t.tok(v).XPOS == "VBG" && succeeding[t.lemma(v)] {
		return found{tokens: []int{o}, remote: true} // "appointed A as governor, replacing B"
	}
	if o := t.child(g, "iobj"); o >= 0 && t.verbal(g) && t.tok(v).XPOS == "VBG" && t.preposition(v) == "for" {
		return found{tokens: []int{o}, remote: true} // "gave the driver ten years for killing a man"
	}
	if t.tok(v).Finite() {
		return found{} // a finite clause without subject is a misparse
	}
	if t.infinitive(v) && t.verbal(g) && !t.passive(g) && (t.lemma(g) == "call" || t.lemma(g) == "appeal") {
		return t.controller(g, depth)
	}
	if t.infinitive(v) && t.verbal(g) && !t.passive(g) && employing[t.lemma(g)] {
		return t.controller(g, depth)
	}
	if t.nominal(g) && len(t.ownSubject(g)) == 0 {
		return found{tokens: []int{g}, remote: true}
	}
	// Parsers hang the infinitive of a plot on the verb: "foiled a plot by rebels to attack".
	if o := t.child(g, "obj"); o >= 0 && t.infinitive(v) && aboutOthers[t.phrasal(g)] && plots[t.lemma(o)] {
		return t.modifiedSubject(v, o, depth)
	}
	return t.surface(g, depth-1).far()
}

// succeeding are verbs of coming into somebody's office.
var succeeding = words("replace succeed")

// employing are verbs whose object is to do what their purpose clause says.
var employing = words(`hire pay send dispatch deploy recruit order task train tell ask urge command instruct invite
	encourage allow force persuade convince lead help enable press push appoint authorize authorise name choose select pick elect nominate tap bring draft summon`)
