package claims

import "github.com/kgbuild/kgbuild/nlp"

// prevented returns the stance of a deed that a noun tells, with what its clause
// says became of it: an attack that was foiled was not carried out, a meeting
// that was put off is still to come.
func (t *tree) prevented(noun int, s stance) stance {
	g := t.head(noun)
	if s.polarity != nlp.Positive || g < 0 || !t.nominal(noun) || !t.verbal(g) || len(t.negators(g)) > 0 || t.modal(g) {
		return s
	}
	verb := t.phrasal(g)
	deed := t.lemma(noun)
	switch {
	case t.base(noun) == "obj", t.rel(noun) == "nsubj:pass":
		switch {
		case thwarting[verb], calledOff[verb], barring[verb] && purchases[deed]:
			s.polarity, s.modality = nlp.Negative, nlp.Certain
		case puttingOff[verb]:
			s.weaken(nlp.Future)
		}
	case t.rel(noun) == "nsubj" && failing[verb] && purchases[deed]:
		s.polarity = nlp.Negative
	}
	return s
}

// givenUp reports whether a noun is what somebody gave up: "cancelled a deal to
// sell the plant" sells nothing.
func (t *tree) givenUp(noun int) bool {
	g := t.head(noun)
	if g < 0 || !t.verbal(g) || t.base(noun) != "obj" && t.rel(noun) != "nsubj:pass" || len(t.negators(g)) > 0 || t.modal(g) {
		return false
	}
	return calledOff[t.phrasal(g)] || givingUp[t.phrasal(g)]
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
	return t.lemma(v)
}

// modal reports whether an auxiliary of a verb says that it only may or will be so.
func (t *tree) modal(v int) bool {
	for _, k := range t.children(v, "aux") {
		if _, ok := modals[t.form(k)]; ok {
			return true
		}
	}
	return false
}

var (
	// thwarting are verbs of what keeps a deed from being done.
	thwarting = words("foil thwart avert prevent forestall preempt pre-empt")
	// calledOff are verbs of what its own makers keep from taking place.
	calledOff = words("cancel call_off scrap rule_out")
	// givingUp are verbs of what is no longer to be done.
	givingUp = words("abandon drop shelve ditch axe withdraw rescind terminate")
	// puttingOff are verbs of what is to take place later.
	puttingOff = words("postpone reschedule put_off put_back push_back")
	// barring are verbs of what an authority or a side does to a purchase.
	barring = words("block veto bar reject halt stop abandon drop shelve terminate")
	// failing are verbs of a purchase that comes to nothing.
	failing = words("fail collapse founder flounder fall_through fall_apart break_down")
	// purchases are nouns of what is done only when it is completed.
	purchases = words("takeover merger acquisition purchase sale buyout buy-out tie-up")
)
