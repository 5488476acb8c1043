package claims

import "slices"

// causal are the prepositions that give a reason.
var causal = words("due_to because_of owing_to thanks_to on_account_of as_a_result_of as_a_consequence_of in_response_to")

// causalNouns are nouns with a preposition before them and one behind that
// give a reason together: "as a result of", "in protest at".
var causalNouns = map[string]map[string]bool{
	"result": words("of"), "consequence": words("of"), "outcome": words("of"), "response": words("to"), "reaction": words("to"),
	"protest": words("at against over"), "retaliation": words("for"), "account": words("of"), "news": words("of about"),
	"back": words("of"), "strength": words("of"), "light": words("of"), "weight": words("of"), "strain": words("of"),
}

// beforeCausal are the prepositions before causal nouns.
var beforeCausal = words("as in on under")

// reason returns the causes that a noun in an adjunct of reason names, and the
// word that the adjunct belongs to, or -1.
func (t *tree) reason(k int) (causes []int, governor int) {
	if t.child(k, "cop") >= 0 && slices.ContainsFunc(t.children(k, "case"), func(c int) bool { return causal[t.phrase(c)] }) {
		return t.expand(k, -1), k // "the decline appears to be due to changes"
	}
	if !in(t.base(k), "obl", "nmod", "advcl") || t.rel(k) == "nmod:poss" {
		return nil, -1
	}
	prep, g := t.preposition(k), t.head(k)
	if t.lemma(k) == "wake" || g < 0 {
		return nil, -1
	}
	if prep == "to" && t.form(g) == "thanks" && t.head(g) >= 0 {
		return t.expand(k, g), t.reasonFor(g, t.head(g)) // "thanks mainly to exports"
	}
	for _, x := range t.children(k, "advmod", "cc:preconj") {
		if t.negates(x) {
			return nil, -1
		}
	}
	if causal[prep] || worries[t.lemma(k)] && (prep == "on" || prep == "amid" || prep == "over") && t.verbal(g) && (changes[t.lemma(g)] || stopped[t.lemma(g)]) {
		return t.expand(k, g), t.reasonFor(k, g)
	}
	if after := causalNouns[t.lemma(k)]; after != nil && beforeCausal[prep] && (t.lemma(k) != "back" || t.figurativeBack(k)) && t.child(k, "amod", "nmod:poss") < 0 {
		for _, x := range t.children(k, "nmod", "obl") {
			if after[t.preposition(x)] {
				return t.expand(x, k), t.reasonFor(k, g)
			}
		}
	}
	return nil, -1
}

// figurativeBack reports whether "on the back of" gives a reason, rather than
// the place behind a head, a lorry or a sheet of paper.
func (t *tree) figurativeBack(k int) bool {
	return t.form(k) == "back" && !slices.ContainsFunc(t.children(k, "nmod", "obl"), func(x int) bool { return withBacks[t.lemma(x)] })
}

// withBacks are nouns of what has a back.
var withBacks = words(`head neck hand leg knee shirt jersey jacket coat chair seat horse camel donkey elephant motorcycle motorbike bike bicycle
	scooter truck lorry van pickup car cart trailer bus ambulance envelope card postcard page paper sheet bill ticket letter photograph picture
	indictment menu box packet coin book`)

// worries are what people think may come, on which prices change and things stop.
var worries = words("fear concern worry hope speculation doubt uncertainty anxiety expectation report rumour rumor")

// reasonFor is the predicate that an adjunct of reason explains. Parsers hang
// it on the last noun of the clause as often as on the verb.
func (t *tree) reasonFor(k, g int) int {
	if first := t.extent(k, nil).First; t.base(k) == "obl" && k < g && first > 0 && t.is(first-1, "NOUN") && t.within(first-1, g) && !t.within(first-1, k) {
		for n := first - 1; ; n = t.head(n) { // "a fracture due to the cold was found"
			if t.head(n) == g && in(t.base(n), "nsubj") {
				return n
			}
			if t.head(n) == g || t.head(n) < 0 {
				break
			}
		}
	}
	if t.base(k) == "nmod" && t.nominal(g) && in(t.base(g), "obl", "nmod") && !t.verbal(g) {
		if up := t.head(g); up >= 0 && t.verbal(up) {
			return up
		}
	}
	return g
}

// wholeClause reports whether what the reason at token k is given for may be told
// by a clause as a whole: behind "as a result of" and "in protest at", but of
// "due to" and "because of" only what somebody had to do, planned or stopped.
func (t *tree) wholeClause(k, g int) bool {
	switch t.preposition(k) {
	case "due_to", "because_of", "owing_to", "thanks_to", "on_account_of":
		if h := t.head(g); t.verbal(g) && t.base(g) == "acl" && h >= 0 && planNouns[t.lemma(h)] {
			return true
		}
		return t.verbal(g) && ((planning[t.lemma(g)] || t.lemma(g) == "have") && t.child(g, "xcomp") >= 0 || departing[t.lemma(g)])
	}
	return true
}

// planNouns are nouns whose infinitive tells what is to come about.
var planNouns = words("plan decision move proposal intention effort bid pledge order")

// departing are verbs of those who go, whose reason is always told of the going.
var departing = words("resign withdraw quit retire emigrate flee defect")

// grounds returns the verb of a departure that the noun k gives the
// reason for with "over", or "following" and "after" with a misfortune; or -1.
func (t *tree) grounds(k int) int {
	g := t.head(k)
	if t.base(k) != "obl" || g < 0 || !t.verbal(g) {
		return -1
	}
	left := departures[t.lemma(g)]
	for _, x := range t.children(g, "compound:prt", "advmod") {
		f := t.form(x)
		left = left || withdrawals[t.lemma(g)] && (f == "away" || f == "down" || f == "out")
	}
	if !left {
		return -1
	}
	switch t.preposition(k) {
	case "over":
		if !t.is(k, "NUM") {
			return g
		}
	case "following", "after":
		if troubles[t.lemma(k)] {
			return g
		}
	}
	return -1
}

// departures are verbs of leaving an office, of which "over" and "following" tell
// the reason.
var departures = words("resign quit dismiss sack fire oust boycott")

// withdrawals are verbs of what is given up with "away", "down" or "out".
var withdrawals = words("step walk stand pull drop")

// troubles are nouns of what makes people leave and things stop.
var troubles = words(`row scandal dispute controversy protest outcry backlash revelation allegation accusation criticism defeat
	argument quarrel spat rift feud uproar furore furor disagreement pressure complaint leak inquiry investigation
	crash accident collapse death`)
