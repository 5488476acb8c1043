package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

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

var (
	causeTypes  = codebook.Types{nlp.Event: true, nlp.Concept: true}
	effectTypes = codebook.Types{nlp.Event: true, nlp.Concept: true}
)

// causes reads reasons given beside what they brought about, whatever the words
// in between: "fell because of the drought", "losses due to delays", "closed
// as a result of the strike", "blamed the crash on ice", "the cause was ice".
func (d *document) causes(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if !t.nominal(k) {
			continue
		}
		if cause, g := t.reason(k); g == k {
			out = append(out, d.caused(t, k, cause, d.ends(t, t.statedOf(k), effectTypes), d.stanceOf(t, k))...)
		} else if g >= 0 {
			effects := d.effects(t, g)
			if len(effects) == 0 && t.wholeClause(k, g) {
				effects = d.clauseEffect(t, g, k)
			}
			out = append(out, d.caused(t, k, cause, effects, d.stanceOf(t, g))...)
		} else if g := t.grounds(k); g >= 0 {
			out = append(out, d.caused(t, k, t.expand(k, g), d.clauseEffect(t, g, k), d.stanceOf(t, g))...)
		}
		if l := t.lemma(k); l == "cause" || l == "reason" || l == "trigger" || l == "culprit" {
			if p := t.head(k); p >= 0 && t.base(k) == "nsubj" && t.nominal(p) && t.child(p, "cop") >= 0 && t.preposition(p) == "" {
				var effects []end
				for _, prep := range []string{"of", "for", "behind"} {
					effects = append(effects, d.ends(t, t.oblique(k, prep), effectTypes)...)
				}
				out = append(out, d.caused(t, k, t.expand(p, k), effects, d.stanceOf(t, p))...)
			}
		}
	}
	for v := range t.s.Tokens {
		if !t.verbal(v) {
			continue
		}
		switch t.lemma(v) {
		case "blame":
			var effects []end
			cause := t.oblique(v, "on").tokens
			if len(cause) > 0 {
				effects = d.ends(t, t.object(v), effectTypes)
			} else {
				cause = t.object(v).tokens
				blamed := t.oblique(v, "for").tokens
				for _, k := range cause {
					blamed = append(blamed, t.oblique(k, "for").tokens...)
					for _, x := range t.children(k, "nmod") {
						blamed = append(blamed, t.oblique(x, "for").tokens...)
					}
				}
				for _, k := range blamed {
					if t.nominal(k) {
						effects = append(effects, d.ends(t, direct(k), effectTypes)...)
					}
				}
				if len(blamed) == 0 {
					effects = d.blamedFor(t, v)
				}
			}
			s := d.stanceOf(t, v)
			if by := d.ends(t, t.subject(v), actors); len(by) > 0 {
				s.by = append(s.by, by[0].Chain)
			}
			var all []int
			for _, c := range cause {
				all = append(all, t.expand(c, v)...)
			}
			out = append(out, d.caused(t, v, all, effects, s)...)
		case "cite":
			if g := t.clauseBefore(v); t.tok(v).XPOS == "VBG" && t.base(v) == "advcl" && g >= 0 && t.verbal(g) {
				s := d.stanceOf(t, g)
				for _, k := range t.object(v).tokens {
					if cited[t.lemma(k)] || t.is(k, "PROPN") {
						continue
					}
					out = append(out, d.caused(t, v, t.expand(k, v), d.clauseEffect(t, d.saidClause(t, g), v), s)...)
				}
			}
		case "attribute", "ascribe":
			s := d.stanceOf(t, v)
			if by := d.ends(t, t.subject(v), actors); len(by) > 0 {
				s.by = append(s.by, by[0].Chain)
			}
			out = append(out, d.caused(t, v, t.oblique(v, "to").tokens, d.ends(t, t.object(v), effectTypes), s)...)
		}
	}
	return out
}

// blamedFor returns what somebody is told to blame something for who only says
// on what: the clause that "blaming" stands behind, or the misfortune that the
// text told of last ("Critics blame years of budget cuts").
func (d *document) blamedFor(t *tree, v int) []end {
	if g := t.clauseBefore(v); t.tok(v).XPOS == "VBG" && t.base(v) == "advcl" && g >= 0 {
		return d.clauseEffect(t, g, v)
	}
	if c := d.toldBefore(t, nlp.NoChain, false); c != nlp.NoChain && len(t.ownSubject(v)) > 0 {
		return []end{{End: nlp.ChainEnd(c), token: v, entity: nlp.Event, sure: remoteReliability}}
	}
	return nil
}

// clauseEffect returns what the clause of a verb tells to have come about, as an
// event that people speak of or as a concept named by the clause's own words,
// without those of the reason at token why.
func (d *document) clauseEffect(t *tree, g, why int) []end {
	for n := 0; n < maxControl && t.verbal(g) && (planning[t.lemma(g)] || t.lemma(g) == "have") && t.child(g, "xcomp") >= 0; n++ {
		g = t.child(g, "xcomp") // "plans to shut its plant", "had to recall"
	}
	if es := d.effects(t, g); len(es) > 0 {
		return es
	}
	if !t.is(g, "VERB") || verbAttitudes[t.lemma(g)][speech] || len(t.negators(g)) > 0 {
		return nil
	}
	r := t.extent(g, func(k int) bool {
		return t.head(k) == g && (in(t.base(k), "mark", "punct", "conj", "cc", "nsubj", "aux", "cop", "advcl", "ccomp", "parataxis") ||
			in(t.base(k), "obl", "advmod") && (t.within(why, k) || t.extent(k, nil).First != g+1))
	})
	m := d.mention(t, r, g, nlp.VerbMention)
	c := d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: m.Text, Mentions: []nlp.Mention{m}})
	return []end{{End: nlp.ChainEnd(c), token: g, entity: nlp.Concept, sure: 1}}
}

// planNouns are nouns whose infinitive tells what is to come about.
var planNouns = words("plan decision move proposal intention effort bid pledge order")

// planning are verbs whose infinitive tells what is to come about.
var planning = words("plan intend decide agree vow pledge prepare want hope begin start continue choose opt expect force need")

// causesReliability is the confidence of a cause that a reason beside its
// effect tells.
const causesReliability = 0.75

func (d *document) caused(t *tree, at int, causes []int, effects []end, s stance) []candidate {
	var out []candidate
	if s.polarity == nlp.Negative {
		return nil // "not because of": which of the two is denied?
	}
	for _, c := range d.ends(t, found{tokens: causes}, causeTypes) {
		for _, e := range effects {
			if c.Chain == e.Chain || c.token == e.token {
				continue
			}
			out = append(out, t.candidate(at, c.End, "caused", e.End, s, causesReliability*c.sure*e.sure, "reason"))
		}
	}
	return out
}

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
		if negators[t.form(x)] {
			return nil, -1
		}
	}
	if causal[prep] || worries[t.lemma(k)] && (prep == "on" || prep == "amid" || prep == "over") && t.verbal(g) && (changes[t.lemma(g)] || stopped[t.lemma(g)]) {
		return t.expand(k, g), t.reasonFor(k, g)
	}
	if after := causalNouns[t.lemma(k)]; after != nil && beforeCausal[prep] && t.child(k, "amod", "nmod:poss") < 0 {
		for _, x := range t.children(k, "nmod", "obl") {
			if after[t.preposition(x)] {
				return t.expand(x, k), t.reasonFor(k, g)
			}
		}
	}
	return nil, -1
}

// statedOf returns of what a nominal predicate is said: its subject, or that of
// the verb that it completes.
func (t *tree) statedOf(k int) found {
	if own := t.ownSubject(k); len(own) > 0 {
		for _, x := range t.oblique(own[0], "of").tokens {
			if shareOfThing[t.lemma(own[0])] {
				return direct(x) // "part of the delay"
			}
		}
		return direct(own...)
	}
	if h := t.head(k); h >= 0 && t.verbal(h) && in(t.base(k), "xcomp", "obl") {
		return t.surface(h, maxControl)
	}
	return t.predicateSubject(k)
}

// worries are what people think may come, on which prices change and things stop.
var worries = words("fear concern worry hope speculation doubt uncertainty anxiety expectation report rumour rumor")

// departing are verbs of those who go, whose reason is always told of the going.
var departing = words("resign withdraw quit retire emigrate flee defect")

// shareOfThing are nouns for a share of what "of" names.
var shareOfThing = words("part much most some half bulk all")

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

// clauseBefore returns the verb of the clause that the participle v stands behind:
// its head's, or of a clause of that which stands between ("fell after it cut its
// forecast, blaming demand").
func (t *tree) clauseBefore(v int) int {
	g := t.head(v)
	if g < 0 {
		return g
	}
	for _, x := range t.children(g, "advcl") {
		if x > g && x < v && t.verbal(x) && finite[t.tok(x).XPOS] {
			return x
		}
	}
	return g
}

// saidClause returns the clause that a verb of saying reports, or the verb.
func (d *document) saidClause(t *tree, g int) int {
	if c := t.child(g, "ccomp"); c >= 0 && verbAttitudes[t.lemma(g)][speech] && t.verbal(c) {
		return c
	}
	return g
}

// cited are nouns of what is cited as a source and not for a reason.
var cited = words(`data figure figures report source document record statement official study survey letter filing law article rule
	research statistic transcript evidence email message memo paper newspaper agency precedent example passage interview`)

// departures are verbs of leaving an office, of which "over" and "following" tell
// the reason.
var departures = words("resign quit dismiss sack fire oust boycott")

// withdrawals are verbs of what is given up with "away", "down" or "out".
var withdrawals = words("step walk stand pull drop")

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

// troubles are nouns of what makes people leave and things stop.
var troubles = words(`row scandal dispute controversy protest outcry backlash revelation allegation accusation criticism defeat
	argument quarrel spat rift feud backlash uproar furore furor disagreement pressure complaint leak inquiry investigation
	crash accident collapse death`)

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

// outcomes are verbs whose object is what came about: "posted a loss".
var outcomes = words(`post report record suffer see make face register sustain experience book incur predict forecast expect
	lose cancel suspend delay postpone halt stop close shut reduce cut raise lower increase cause announce
	scrap abandon reject recall write take begin start stage hold call impose lift introduce discontinue disrupt damage
	destroy affect end ground divert shorten limit restrict interrupt hamper withdraw downgrade`)

// stopped are verbs of what keeps a thing from going on.
var stopped = words("cancel suspend delay postpone halt close shut ground recall evacuate divert withdraw discontinue scrap disrupt interrupt")

// stoppedBy are such verbs with their particles.
var stoppedBy = words("call_off put_off shut_down close_down push_back break_off cut_short hold_up scale_back")

// changes are verbs that tell of their subject that it came about or changed.
var changes = words(`fall drop decline slump plunge plummet tumble slide shrink rise increase grow climb jump surge soar collapse
	fail close stall stop cease deteriorate worsen improve recover suffer disappear arise emerge occur happen come slow ease
	halve double triple dwindle erode weaken strengthen spread start begin end slip dip sink dive rally rebound edge gain retreat`)

// effects returns what a word with a reason beside it tells to have come about: a
// noun itself; of a verb the event that it tells of, what happens to something
// in the passive, what changes, what is made or stopped.
func (d *document) effects(t *tree, g int) []end {
	if t.nominal(g) && t.child(g, "cop") < 0 {
		return d.ends(t, direct(g), effectTypes)
	}
	if !t.verbal(g) {
		return d.ends(t, t.predicateSubject(g), codebook.Types{nlp.Event: true})
	}
	if c := d.a.ChainAt(t.ref(g)); c != nlp.NoChain && d.a.Chains[c].Event != nil && d.spokenOf(&d.a.Chains[c]) {
		return d.ends(t, direct(g), effectTypes)
	}
	if o := t.object(g); len(o.tokens) > 0 {
		if stopped[t.lemma(g)] || stoppedBy[t.phrasal(g)] {
			return d.ends(t, o, codebook.Types{nlp.Event: true, nlp.Concept: true, nlp.Product: true, nlp.Facility: true})
		}
		if outcomes[t.lemma(g)] {
			return d.ends(t, o, effectTypes)
		}
		return d.ends(t, o, codebook.Types{nlp.Event: t.passive(g)})
	}
	if changes[t.lemma(g)] {
		return d.ends(t, t.subject(g), effectTypes)
	}
	return d.ends(t, t.subject(g), codebook.Types{nlp.Event: true})
}
