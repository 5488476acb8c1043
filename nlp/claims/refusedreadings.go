package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// doubtful reports whether the words around a reading, whose ends meet at token
// k, leave open what the model has read.
func (t *tree) doubtful(r nlp.Reading, k int) bool {
	switch {
	case t.denies(k), t.clauseApart(r.Subject, k), t.clauseApart(r.Object, k), t.ofOwn(r), t.misplaced(r):
		return true
	case t.judgesNothing(r), t.demandsNothing(r), t.onlyListed(r, k):
		return true
	case r.Predicate != "denied" && (t.deniedBelow(r.Subject, k) || t.deniedBelow(r.Object, k)):
		return true
	case r.Predicate == "denied" && (t.leavesOpen(k) || t.truthIn(r.Object)), (r.Predicate == "accused" || r.Predicate == "blamed") && t.hisOwn(r.Object):
		return true
	case meetings[r.Predicate] && (t.tellsOfOthers(r.Subject, r.Object, k) || t.tellsOfOthers(r.Object, r.Subject, k)):
		return true
	case r.Predicate == "supports" && (takingBack[t.phrasal(k)] || t.asksHelp(r) || t.appliedFor(r.Object)):
		return true
	case r.Predicate == "agreed" && (calledOff[t.phrasal(k)] || givingUp[t.phrasal(k)] || thwarting[t.phrasal(k)]):
		return true // "A and B called off their merger"
	case !standing[r.Predicate] && (t.notToBe(r.Object, k) || t.notToBe(r.Subject, k)), t.onlyNominated(k), t.openTie(k):
		return true
	case r.Predicate == "hostile" && soothing[t.lemma(k)]:
		return true
	case utters[r.Predicate] && (t.deedOfAnother(r, k) || t.ownerOfSubject(r.Subject) || t.underPressure(r.Subject)):
		return true
	case r.Predicate == "called_for" && dreading[t.lemma(k)]:
		return true
	case r.Predicate == "works_for" && t.accredited(r.Object):
		return true
	case r.Predicate == "met" && (t.rivalAt(r) || t.byLetter(r, k) || t.actTogether(r) || t.travelsWith(r) || t.lemma(k) == "invite"):
		return true
	case judging[r.Predicate]: // none is made of what is denied, asked or supposed
		return kept[t.lemma(k)] || apologizing[t.lemma(k)] || thwarting[t.phrasal(k)] || t.ofOneself(r.Object) || t.weighed(r.Object, k) || t.unsaid(r.Object, k)
	}
	return utters[r.Predicate] && (t.asked(k) || stoppedBy[t.phrasal(k)])
}

// ownerOfSubject reports whether a word names only whose those are who speak: what
// "the premier's conservatives" oppose the premier need not.
func (t *tree) ownerOfSubject(k int) bool {
	if k < 0 || t.rel(k) != "nmod:poss" || t.base(t.head(k)) != "nsubj" {
		return false
	}
	return persons.Allows(gazetteer.NounType(t.lemma(t.head(k)))) || t.tok(t.head(k)).XPOS == "NNS"
}

// underPressure reports whether a word is the subject of a clause that tells what
// others want of it: "The firm is under pressure from its owners to sell".
func (t *tree) underPressure(k int) bool {
	if k < 0 || t.base(k) != "nsubj" || t.head(k) < 0 {
		return false
	}
	h := t.head(k)
	return t.lemma(h) == "pressure" && t.is(h, "NOUN") || slices.ContainsFunc(t.children(h, "obj", "obl"), func(o int) bool { return t.lemma(o) == "pressure" && (t.base(o) == "obl" || facing[t.lemma(h)]) })
}

// facing are verbs whose object comes from others.
var facing = words("face resist feel withstand encounter")

// accredited reports whether a word is where an envoy is sent: "the Danish
// ambassador to Chile" works for no Chile.
func (t *tree) accredited(k int) bool {
	return k >= 0 && t.head(k) >= 0 && envoys[t.lemma(t.head(k))] && slices.Contains([]string{"to", "for", "in"}, t.preposition(k))
}

// envoys are those who are sent to a state or body by another.
var envoys = words("ambassador envoy representative diplomat commissioner consul attaché emissary delegate")

// rivalAt reports whether the ends of a reading face each other at the polls,
// which is no meeting.
func (t *tree) rivalAt(r nlp.Reading) bool {
	if r.Object < 0 {
		return false
	}
	v := t.head(t.first(r.Object))
	return v >= 0 && contending[t.lemma(v)] && slices.ContainsFunc(t.children(v, "obl"), func(k int) bool { return polls[t.lemma(k)] })
}

// actTogether reports whether the ends of a reading are the joined subjects of a verb
// that tells of no meeting: "A and his counsel B approached the case".
func (t *tree) actTogether(r nlp.Reading) bool {
	if r.Subject < 0 || r.Object < 0 {
		return false
	}
	a, b := t.nameHead(r.Subject), t.nameHead(r.Object)
	if !t.besideInList(a, b) || t.base(t.first(a)) != "nsubj" {
		return false
	}
	v := t.head(t.first(a))
	return v >= 0 && t.is(v, "VERB") && t.child(v, "obj") >= 0 && !slices.Contains([]string{"hold", "have", "shake", "attend", "join", "exchange", "discuss"}, t.lemma(v))
}

// travelsWith reports whether one end of a reading only goes somewhere with the other:
// "flew to the site with rescue teams".
func (t *tree) travelsWith(r nlp.Reading) bool {
	if r.Object < 0 || t.preposition(t.first(r.Object)) != "with" {
		return false
	}
	v := t.head(t.first(r.Object))
	return v >= 0 && travelling[t.lemma(v)]
}

// travelling are verbs of going somewhere.
var travelling = words("travel go come arrive leave fly return drive sail depart head rush march walk ride move")

// dreading are verbs of those who ask for the opposite.
var dreading = words("fear worry dread doubt")

// Who contends at the polls meets nobody there.
var (
	contending = words("face challenge oppose fight battle confront beat defeat run")
	polls      = words("vote election runoff run-off ballot poll primary referendum")
)

// meetings are predicates of what two do with each other.
var meetings = map[nlp.Predicate]bool{"met": true, "negotiated": true, "agreed": true}

// tellsOfOthers reports whether what stands at a token says what somebody at another
// does: "the palace said the king would meet them".
func (t *tree) tellsOfOthers(who, whom, k int) bool {
	if who < 0 || whom < 0 || !lexicon.VerbAttitudes[t.lemma(k)][lexicon.Speech] || t.head(t.first(who)) != k || t.base(t.first(who)) != "nsubj" {
		return false
	}
	for i, n := whom, 0; i >= 0 && i != k && n <= len(t.s.Tokens); i, n = t.head(i), n+1 {
		if t.base(i) == "ccomp" {
			return slices.ContainsFunc(t.ownSubject(i), func(s int) bool { return !t.is(s, "PRON") })
		}
	}
	return false
}

// deniedBelow reports whether what stands between a word and one above it, or the
// word, is denied: "ended not because of the storm".
func (t *tree) deniedBelow(i, above int) bool {
	for k, n := i, 0; k >= 0 && k != above && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		if len(t.negators(k)) > 0 {
			return true
		}
	}
	return false
}

// notToBe reports whether token i stands below the object of a verb, the token
// above, that keeps or takes its object from the world: "cancelled a meeting with
// X", "rejected a plan to sanction Y".
func (t *tree) notToBe(i, above int) bool {
	o, verb := t.child(above, "obj"), t.phrasal(above)
	if k := t.child(above, "obl"); o < 0 && k >= 0 && t.preposition(k) == "" {
		o = k
	}
	return i >= 0 && o >= 0 && t.first(i) != o && t.within(i, o) && t.verbal(above) &&
		(lexicon.VerbAttitudes[t.lemma(above)][lexicon.Refusal] || thwarting[verb] || calledOff[verb] || givingUp[verb] || puttingOff[verb] || barring[verb])
}

// openTie reports whether what token k tells is only sought for: "no evidence of
// ties between X and Y".
func (t *tree) openTie(k int) bool {
	for n := 0; k >= 0 && n < maxControl && in(t.base(k), "nmod"); k, n = t.head(k), n+1 {
		if t.head(k) >= 0 && t.unproved(t.head(k)) {
			return true
		}
	}
	return false
}

// onlyNominated reports whether token k is somebody whose office is only proposed:
// "the nomination of X as envoy to Y".
func (t *tree) onlyNominated(k int) bool {
	return in(t.base(k), "nmod") && t.head(k) >= 0 && (t.preposition(k) == "of" || t.rel(k) == "nmod:poss") && appointments[t.lemma(t.head(k))] && t.lemma(t.head(k)) != "appointment"
}

// clauseApart reports whether a clause with a subject of its own that is joined to
// another holds a word and not the one above it: "A hailed it and B left" tells
// nothing of B and what A hailed.
func (t *tree) clauseApart(i, above int) bool {
	for k, n := i, 0; k >= 0 && k != above && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		if in(t.base(k), "conj", "parataxis") && len(t.ownSubject(k)) > 0 && !lexicon.VerbAttitudes[t.lemma(k)][lexicon.Speech] {
			return true
		}
	}
	return false
}

// utters are predicates of what somebody does by saying it.
var utters = map[nlp.Predicate]bool{
	"praised": true, "criticized": true, "condemned": true, "warned": true, "called_for": true, "accused": true,
	"blamed": true, "denied": true, "threatened": true, "supports": true,
}

// kept are verbs for what is done to promises and rules, which praises nobody.
var kept = words("honour honor respect keep observe uphold")

// soothing are verbs of doing away with what stood between two: who lifts a veto is
// no enemy.
var soothing = words("lift ease drop settle resolve end reconcile restore normalise normalize")

// apologizing are verbs of being sorry for what one did, which judges nobody else.
var apologizing = words("apologize apologise repent atone")

// ofOneself reports whether a word is what speakers say that they are: "we are
// proud Canadians".
func (t *tree) ofOneself(k int) bool {
	for _, p := range []int{k, k - 1} { // the adjective before it may be taken for the predicate
		if p >= 0 && t.child(p, "cop") >= 0 && slices.ContainsFunc(t.ownSubject(p), func(s int) bool { return firstPerson[t.form(s)] }) {
			return true
		}
	}
	return false
}

// ofOwn reports whether a reading is of speakers and of whom they call theirs:
// "our allies" tells no tie of the person who says it.
func (t *tree) ofOwn(r nlp.Reading) bool {
	own := func(k int) bool {
		return k >= 0 && slices.ContainsFunc(t.children(k, "nmod:poss"), func(p int) bool { return firstPerson[t.form(p)] })
	}
	return (r.Predicate == "allied" || r.Predicate == "hostile") &&
		(r.Subject == nlp.Speaker && own(r.Object) || r.Object == nlp.Speaker && own(r.Subject))
}

// deedOfAnother reports whether the object of a reading is that of a deed for
// which its subject does something to somebody: in "pardoned A for insulting B"
// the insult is A's.
func (t *tree) deedOfAnother(r nlp.Reading, k int) bool {
	if r.Subject < 0 || r.Object < 0 || t.head(t.first(r.Subject)) != k {
		return false
	}
	deeds := []int{t.head(r.Object)}
	if t.is(r.Object, "PROPN") { // the deed before a name may be taken for its adjective
		deeds = append(deeds, t.children(r.Object, "amod")...)
	}
	o := t.child(k, "obj")
	return slices.ContainsFunc(deeds, func(v int) bool {
		return o >= 0 && o < v && v < r.Object && t.tok(v).XPOS == "VBG" && t.form(v-1) == "for"
	})
}

// weighed reports whether a word is what a clause calls something whose judgement
// the lists know, or what somebody is "called": what they make no claim of is none.
func (t *tree) weighed(k, above int) bool {
	if t.lemma(above) == "call" && t.child(above, "obj") >= 0 && t.child(above, "advmod", "xcomp") >= 0 {
		return true
	}
	if k < 0 || t.base(k) != "nsubj" || t.head(k) < 0 || !t.is(t.head(k), "ADJ") && !t.is(t.head(k), "VERB") {
		return false
	}
	return slices.ContainsFunc(t.conjuncts(t.head(k)), func(p int) bool { return t.is(p, "ADJ") && t.verdict(p).Deed })
}

// unsaid reports whether one of the words on the way from token i up to another,
// on which the speaker hangs, makes what is said of it something denied, asked or
// supposed.
func (t *tree) unsaid(i, above int) bool {
	if i == nlp.Speaker {
		i = above
	}
	for k, n := i, 0; k >= 0 && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		if t.asked(k) || t.unproven(k) || t.supposed(k) || len(t.negators(k)) > 0 || t.hasDeterminer(k, "no") {
			return true
		}
		if k == above {
			break
		}
	}
	return false
}

// couldUtter reports whether a word stands where those who speak do, and not
// where those who are spoken to.
func (t *tree) couldUtter(k int) bool {
	k = t.first(t.nameHead(k))
	if in(t.base(k), "obj", "iobj") || t.rel(k) == "nsubj:pass" {
		return false
	}
	switch t.preposition(k) {
	case "", "by", "from", "of", "for", "among", "according_to":
		return true
	}
	return false
}

// nameHead returns what the words of a name or a title hang on.
func (t *tree) nameHead(k int) int {
	for n := 0; n < maxControl && t.head(k) >= 0 && (in(t.base(k), "flat", "appos") || t.base(k) == "compound" && t.is(k, "PROPN") && t.is(t.head(k), "PROPN")); n++ {
		k = t.head(k)
	}
	return k
}

// uttered reports whether a pattern reads the predicate of a speaker in the
// sentence already: what else he says explains that.
func uttered(cs []candidate, who nlp.ChainID, p nlp.Predicate) bool {
	return utters[p] && slices.ContainsFunc(cs, func(c candidate) bool {
		return c.Predicate == p && c.Subject.Chain == who && !IsReading(c.Rule)
	})
}

// utteredByAnother reports whether a pattern reads the predicate with the same
// object of another subject, at a word that the object hangs on and the reading's
// subject does not: "Kuwait deported A, who insulted B" criticizes nobody for Kuwait.
// An act that hangs there is another's demand whatever object the pattern names: in
// "refused what A offered and called on B to leave" A calls for nothing, nor does B.
func (t *tree) utteredByAnother(cs []candidate, a, b end, p nlp.Predicate) bool {
	return utters[p] && a.token >= 0 && b.token >= 0 && slices.ContainsFunc(cs, func(c candidate) bool {
		return c.Predicate == p && (c.Object.Chain == b.Chain || p == "called_for" && t.verbal(b.token) && (t.belowObject(a.token) || c.Object.Chain == a.Chain)) && c.Subject.Chain != a.Chain && !IsReading(c.Rule) &&
			t.within(b.token, c.trigger) && !t.within(a.token, c.trigger)
	})
}

// insideSubject reports whether one end of a reading only stands in the phrase of those
// of whom a pattern reads an utterance about the other end: "The jury, headed by A,
// called B brilliant".
func (d *document) insideSubject(t *tree, cs []candidate, a, b end) bool {
	for k, n := a.token, 0; k >= 0 && n < maxControl; k, n = t.head(k), n+1 {
		if rel := t.base(k); rel == "conj" || rel == "appos" && t.base(t.head(k)) == "nsubj" {
			return false // those themselves
		} else if rel != "nsubj" {
			continue
		}
		who := d.chainAt(t, k)
		return k != a.token && slices.ContainsFunc(cs, func(c candidate) bool {
			return !IsReading(c.Rule) && utters[c.Predicate] && c.Subject.Chain == who && c.Object.Chain == b.Chain
		})
	}
	return false
}

// belowObject reports whether token i stands in the phrase of an object or adverbial.
func (t *tree) belowObject(i int) bool {
	for k, n := i, 0; k >= 0 && n <= len(t.s.Tokens); k, n = t.head(k), n+1 {
		switch t.base(k) {
		case "obj", "obl":
			return true
		case "nsubj", "conj", "parataxis":
			return false
		}
	}
	return false
}

// liesElsewhere reports whether a place is too small for a country, is that of other
// people, or the noun of an event has a place of its own in the sentence: "In Berlin, the quake in Lahore was
// discussed".
func (d *document) liesElsewhere(t *tree, p nlp.Predicate, what, where end) bool {
	if p != "located_in" || what.token < 0 || where.token < 0 {
		return false
	}
	if x := &d.a.Chains[what.Chain]; x.Named() && gazetteer.NameType(x.Name) == nlp.Country && d.a.Chains[where.Chain].Type.Extent() < nlp.Place.Extent() {
		return true // "the match against Ghana in Oslo": no country is in a town
	}
	if h := t.head(where.token); h >= 0 && h != what.token && t.base(where.token) == "nmod" && persons.Allows(gazetteer.NounType(t.lemma(h))) {
		return true // "a town with friends in Lisbon"
	}
	if d.a.Chains[what.Chain].Type == nlp.Organization && t.elsewhere(what.token) {
		return true
	}
	if t.within(where.token, what.token) {
		return false
	}
	return slices.ContainsFunc(t.children(what.token, "nmod"), func(k int) bool {
		c := d.chainAt(t, k)
		return c != nlp.NoChain && areas[d.a.Chains[c].Type] && t.preposition(k) == "in"
	})
}

// tied reports whether claims say something of two ends.
func tied(cs []candidate, a, b nlp.ChainID) bool {
	return slices.ContainsFunc(cs, func(c candidate) bool {
		return !c.open && c.Predicate != "said" && c.Predicate != "concerns" &&
			(c.Subject.Chain == a && c.Object.Chain == b || c.Subject.Chain == b && c.Object.Chain == a)
	})
}

// standing are predicates of who or where somebody or something is. They tell
// something only of what has a name.
var standing = map[nlp.Predicate]bool{
	"works_for": true, "national_of": true, "lives_in": true, "born_in": true, "part_of": true, "owns": true, "located_in": true, "founded": true,
}

// saysNothing reports whether a reading tells nothing that somebody would note, or
// only what the words of one end say.
func (d *document) saysNothing(t *tree, p nlp.Predicate, a, b end) bool {
	x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
	if standing[p] {
		if x.Type != nlp.Event && (d.nameless(x) || d.pluralOnly(x)) || describes(x, y) || describes(y, x) {
			return true
		}
		// "the Finn A and the Swede B": an adjective that stands before another noun.
		if a.token >= 0 && b.token >= 0 && in(t.base(b.token), "amod", "compound", "nmod:poss") && t.head(b.token) != a.token &&
			(p == "national_of" || p == "located_in" || p == "part_of") {
			return true
		}
	}
	if p == "part_of" && x.Type == nlp.Event && y.Type != nlp.Event {
		return true // a rally of the party is no part of it
	}
	if p == "supports" && y.Generic && !y.Named() {
		return true
	}
	return p == "caused" && (t.predicates(a) || t.predicates(b))
}

// predicates reports whether an end stands for a clause, by its verb or adjective.
func (t *tree) predicates(e end) bool {
	return e.token >= 0 && (t.verbal(e.token) || t.is(e.token, "ADJ") && t.child(e.token, "cop") >= 0)
}

// describes reports whether a chain without a name is described by the name of
// another: "the Acme office" and Acme.
func describes(x, y *nlp.Chain) bool {
	return !x.Named() && strings.Contains(strings.ToLower(x.Name), strings.ToLower(y.Name))
}
