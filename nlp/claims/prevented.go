package claims

import "github.com/kgbuild/kgbuild/nlp"

// prevented returns the stance of a deed that a noun tells, with what its clause
// says became of it: an attack that was foiled was not carried out, a meeting
// that was put off is still to come.
func (t *tree) prevented(noun int, s stance) stance {
	g := t.head(noun)
	if s.polarity != nlp.Positive || !t.nominal(noun) || !t.plainVerb(g) {
		return s
	}
	verb, deed := t.phrasal(g), t.lemma(noun)
	switch {
	case t.undergoes(noun):
		switch {
		case thwarting[verb], calledOff[verb], barring[verb] && (purchases[deed] || appointments[deed]), givingUp[verb] && bids[deed], takingBack[verb] && backings[deed]:
			s.polarity, s.modality = nlp.Negative, nlp.Certain
		case puttingOff[verb]:
			s.weaken(nlp.Future)
		}
	case t.rel(noun) == "nsubj" && failing[verb] && purchases[deed]:
		s.polarity = nlp.Negative
	}
	return s
}

// undergoes reports whether a noun is what its verb is done to.
func (t *tree) undergoes(noun int) bool { return t.base(noun) == "obj" || t.rel(noun) == "nsubj:pass" }

// plainVerb reports whether a token is a verb that nothing denies or makes only possible.
func (t *tree) plainVerb(v int) bool {
	if v < 0 || !t.verbal(v) || len(t.negators(v)) > 0 {
		return false
	}
	_, modal := t.modalOf(v)
	return !modal
}

// givenUp reports whether a noun is what somebody gave up: "cancelled a deal to
// sell the plant" sells nothing.
func (t *tree) givenUp(noun int) bool {
	g := t.head(noun)
	return t.undergoes(noun) && t.plainVerb(g) && (calledOff[t.phrasal(g)] || givingUp[t.phrasal(g)])
}

// giveUp turns the stance into that of what is no longer to be done. Who dropped
// a promise not to attack may attack.
func (s *stance) giveUp() {
	s.modality = nlp.Certain
	if s.polarity == nlp.Negative {
		s.modality = nlp.Possible
	}
	s.negate()
}

// phrasal returns the lemma of a verb with its particle.
func (t *tree) phrasal(v int) string {
	if k := t.child(v, "compound:prt"); k >= 0 {
		return t.lemma(v) + "_" + t.form(k)
	}
	for _, k := range t.children(v, "advmod") {
		if k == v+1 && particles[t.form(k)] {
			return t.lemma(v) + "_" + t.form(k)
		}
	}
	return t.lemma(v)
}

// particles are adverbs that make one verb with the verb before them.
var particles = words("through apart off down up out back")

var (
	// thwarting are verbs of what keeps a deed from being done.
	thwarting = words("foil thwart avert prevent forestall preempt pre-empt")
	// calledOff are verbs of what its own makers keep from taking place.
	calledOff = words("cancel call_off scrap rule_out")
	// givingUp are verbs of what is no longer to be done.
	givingUp = words("abandon drop shelve ditch axe withdraw rescind terminate retract recant disavow disown vote_down")
	// puttingOff are verbs of what is to take place later.
	puttingOff = words("postpone reschedule put_off put_back push_back")
	// barring are verbs of what an authority or a side does to a purchase or an appointment.
	barring = words("block veto bar reject halt stop abandon drop shelve terminate vote_down turn_down withdraw")
	// failing are verbs of a purchase that comes to nothing.
	failing = words("fail collapse founder flounder fall_through fall_apart break_down")
	// takingBack are verbs of what is given no more, and backings nouns of what so is.
	takingBack = words("withdraw drop end pull rescind retract suspend cut_off lose")
	backings   = words("support backing endorsement approval")
	// appointments are nouns of what is done only when somebody agrees to it.
	appointments = words("nomination appointment candidacy")
	// purchases are nouns of what is done only when it is completed.
	purchases = words("takeover merger acquisition purchase sale buyout buy-out tie-up")
	// bids are nouns of the attempt at a purchase, which its maker may give up.
	bids = words("bid offer approach")
)
