package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// judgedPhrase is a phrase of a sentence that judges.
type judgedPhrase struct {
	verdict gazetteer.Verdict
	negated bool // the phrase has a negation of its own
	modal   bool // and a modal
	slot    int  // the head of what stands behind its preposition and is judged, or -1
}

// phrases returns the judging phrases of a sentence by the word that each hangs
// on: a verb, or the noun, adjective or adverb of a predicate.
func (t *tree) phrases() map[int]judgedPhrase {
	if t.judging == nil {
		t.judging = make(map[int]judgedPhrase)
		for i := range t.s.Tokens {
			for _, w := range t.faces(i) {
				for _, p := range gazetteer.JudgingPhrases(w) {
					t.addPhrase(i, p)
				}
			}
		}
	}
	return t.judging
}

// faces are the lower-case forms under which a token can belong to a phrase.
func (t *tree) faces(i int) []string {
	f, l := t.form(i), t.lemma(i)
	switch {
	case negators[f] || f == "nt" || f == "cannot":
		return []string{"not", f}
	case f == l:
		return []string{f}
	}
	return []string{f, l}
}

// addPhrase adds a phrase if its words begin at token i.
func (t *tree) addPhrase(i int, p gazetteer.JudgingPhrase) {
	matched, slot := t.runs(i, p.Words)
	if matched == nil {
		return
	}
	anchor := -1
	for _, k := range matched {
		if h := t.head(k); anchor < 0 && !slices.Contains(matched, h) && p.Words[0][0] != "not" || anchor < 0 && !slices.Contains(matched, h) && !in(t.base(k), "aux", "advmod") {
			anchor = k
		}
	}
	for n := 0; anchor >= 0 && n < maxControl && (t.is(anchor, "ADP") || t.is(anchor, "AUX") && !t.verbal(anchor) || t.is(anchor, "PART")); n++ {
		anchor = t.head(anchor)
	}
	if anchor < 0 {
		return
	}
	if old, ok := t.judging[anchor]; !ok || slot >= 0 && old.slot < 0 {
		t.judging[anchor] = judgedPhrase{verdict: p.Verdict, negated: slices.ContainsFunc(p.Words, func(w []string) bool { return negators[w[0]] || lacking[w[0]] }), modal: obliging[p.Words[0][0]] || p.Words[0][0] == "be" && p.Words[1][0] == "to", slot: slot}
	}
}

// lacking are words of phrases that deny like a negation.
var lacking = words("no nothing little none nobody")

// obliging begin phrases that judge by saying what somebody ought to do or get.
var obliging = words("should must ought can could need")

// Bounds of what may stand between the words of a phrase.
const (
	maxBetween = 3
	maxGap     = 4
)

// runs matches the words of a phrase from token i on. It returns the tokens
// that match and the head of what fills the slot, -1 without one; no tokens
// when the phrase is not there.
func (t *tree) runs(i int, words [][]string) (matched []int, slot int) {
	matched, slot = []int{i}, -1
	gap := false
	for _, alternatives := range words[1:] {
		at := matched[len(matched)-1] + 1
		switch alternatives[0] {
		case gazetteer.JudgingGap:
			gap = true
			continue
		case gazetteer.JudgingSlot:
			slot = t.behind(at)
			if slot < 0 {
				return nil, -1
			}
			continue
		}
		next := -1
		for k := at; k < len(t.s.Tokens) && k <= at+maxGap; k++ {
			if t.hasFace(k, alternatives) {
				next = k
				break
			}
			if !gap && (k >= at+maxBetween || !t.fills(k)) {
				break
			}
		}
		if next < 0 {
			return nil, -1
		}
		gap = false
		matched = append(matched, next)
	}
	return matched, slot
}

func (t *tree) hasFace(k int, alternatives []string) bool {
	for _, f := range t.faces(k) {
		if slices.Contains(alternatives, f) {
			return true
		}
	}
	return false
}

// fills reports whether a word may stand between the words of a phrase: an
// article, an adjective, an adverb, a possessor.
func (t *tree) fills(k int) bool {
	switch t.tok(k).UPOS {
	case "DET", "ADJ", "ADV", "NUM", "AUX":
		return !negators[t.form(k)]
	case "PRON":
		return t.base(k) == "nmod" || t.base(k) == "det" || t.tok(k).Features.Get("PronType") == "Prs"
	case "PUNCT":
		return t.form(k) == "," || t.form(k) == "-"
	}
	return false
}

// behind returns the head of the noun phrase that begins at token at, or -1.
func (t *tree) behind(at int) int {
	for k := at; k < len(t.s.Tokens) && k < at+maxGap*2; k++ {
		if (t.nominal(k) || t.tok(k).XPOS == "VBG") && t.head(k) < at {
			return k
		}
		if t.is(k, "PUNCT") || t.verbal(k) {
			break
		}
	}
	return -1
}

// judgingPhrase reads "X sets a dangerous precedent", "Shame on X", "Residents
// are fed up with X".
func (d *document) judgingPhrase(t *tree, k int) []candidate {
	p, ok := t.phrases()[k]
	if !ok || !p.negated && len(t.negators(k)) > 0 {
		return nil
	}
	subject := t.surface(k, maxControl)
	if !t.verbal(k) {
		subject = t.predicateSubject(k)
	}
	if p.slot >= 0 {
		if t.verbal(p.slot) && len(subject.tokens) > 0 && !t.expletive(subject) {
			return nil // "tired of waiting" blames nobody
		}
		what := d.judgedEnds(t, found{tokens: t.expand(p.slot, k)})
		if len(subject.tokens) == 0 || t.speaking(subject) || t.expletive(subject) {
			return d.judgedBy(t, k, what, p.verdict)
		}
		return d.judgedAs(t, k, d.judges(t, subject), what, p.verdict)
	}
	if !t.verbal(k) || t.speaking(subject) {
		return nil // predicates that are no verbs: see judgingPredicate
	}
	if g := t.head(k); g >= 0 && t.base(k) == "xcomp" && denyingVerbs[t.lemma(g)] {
		if p.verdict.Sign < 0 {
			return nil
		}
		p.verdict.Sign = -1 // "failed to live up to its promises"
	}
	return d.judgedBy(t, k, d.orTopic(t, k, subject, d.judgedEnds(t, subject)), p.verdict)
}

// denyingVerbs say of their infinitive that it does not happen.
var denyingVerbs = words("fail refuse decline neglect struggle")

// judges returns who has the feeling that a phrase tells of, when that is
// neither the speaker nor nobody in particular.
func (d *document) judges(t *tree, subject found) []end {
	if t.speaking(subject) || t.pointing(subject) || len(subject.tokens) > 0 && subject.tokens[0] >= 0 && nobodies[t.lemma(subject.tokens[0])] {
		return nil
	}
	return d.ends(t, subject, actors)
}

// nobodies are nouns and pronouns for anybody at all.
var nobodies = words("people person anyone anybody everyone everybody someone somebody nobody one many most some other")

// expletive reports whether a subject only holds the place of one, or is a part of
// the phrase ("credit goes to them").
func (t *tree) expletive(f found) bool {
	return len(f.tokens) == 1 && f.tokens[0] >= 0 && placeholders[t.form(f.tokens[0])]
}

var placeholders = words("it this that there what nothing something credit praise thanks kudos congratulations")

// judgedAs makes the claims of those who feel something, in whoever's words it
// is told.
func (d *document) judgedAs(t *tree, k int, who, what []end, v gazetteer.Verdict) []candidate {
	s := d.stanceOf(t, k)
	p := t.phrases()[k]
	if s.polarity == nlp.Negative && !t.denies(k) || (s.modality != nlp.Certain || t.supposed(k)) && !p.negated && !p.modal || t.asked(k) {
		return nil
	}
	s.polarity, s.modality = nlp.Positive, nlp.Certain
	var out []candidate
	for _, by := range who {
		for _, e := range what {
			if c, ok := d.judgement(t, k, by, e, v, s); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// misfortunes are the types of events that nobody means to happen: to call one
// terrible blames nobody.
var misfortunes = []string{"accident", "disaster", "death", "medical emergency", "injury", "outbreak", "fire", "storm", "earthquake", "flood"}

// misfortune reports whether an end is an event that nobody means to happen.
func (d *document) misfortune(e end) bool {
	if e.Chain < 0 || d.a.Chains[e.Chain].Event == nil {
		return false
	}
	return slices.ContainsFunc(misfortunes, func(kind string) bool { return gazetteer.EventIsA(d.a.Chains[e.Chain].Event.Type, kind) })
}

// decided reports whether an end is something that somebody decided or made.
func (d *document) decided(t *tree, e end) bool {
	return e.token >= 0 && decisions[t.lemma(e.token)] && (e.entity == nlp.Event || e.entity == nlp.Concept)
}

// decisions are nouns of what people decide, make or say, so that a word of
// sorrow blames them.
var decisions = words(`decision ruling verdict sentence judgment judgement plan proposal deal agreement merger takeover law bill act ban
	tax cut rise increase closure shutdown acquittal award contract project budget scheme policy move offer remark comment statement
	announcement appointment nomination dismissal sacking vote referendum bailout sanction treaty reform measure order veto rule
	regulation fine penalty strategy approach response handling conduct behaviour behavior treatment refusal silence inaction failure
	decree amendment resolution legislation cancellation suspension demolition eviction deportation expulsion arrest conviction
	prosecution censorship selection omission choice idea tweet post article book film show interview speech advertisement advert
	campaign report finding conclusion outcome result settlement compensation action step`)
