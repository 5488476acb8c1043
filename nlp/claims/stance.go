package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/factuality"
)

// stance is how a claim is stated.
type stance struct {
	polarity nlp.Polarity
	modality nlp.Modality
	by       []nlp.ChainID // outermost first
	speakers map[nlp.ChainID]bool
}

// as returns the stance with another modality.
func (s stance) as(m nlp.Modality) stance {
	s.modality = m
	return s
}

// saidBy returns the stance with other speakers, the outermost first.
func (s stance) saidBy(speakers []nlp.ChainID) stance {
	s.by = speakers
	return s
}

// aFact is the stance of the text's own plain statements.
var aFact = stance{polarity: nlp.Positive, modality: nlp.Certain}

func (s *stance) fact() bool { return s.polarity == nlp.Positive && s.modality == nlp.Certain }

func (s *stance) weaken(m nlp.Modality) {
	if s.modality == nlp.Certain {
		s.modality = m
		return
	}
	// What is wished, planned or held possible inside another such frame keeps
	// the inner reading, which says what kind of thing the claim is; only doubt
	// about a plan is doubt.
	if s.modality == nlp.Future && m == nlp.Possible {
		s.modality = m
	}
}

func (s *stance) weakenIf(yes bool, m nlp.Modality) {
	if yes {
		s.weaken(m)
	}
}

func (s *stance) negate() {
	if s.polarity == nlp.Negative {
		s.polarity = nlp.Positive
	} else {
		s.polarity = nlp.Negative
	}
}

func (s *stance) attribute(c nlp.ChainID) {
	if c == nlp.NoChain || s.speakers[c] {
		return
	}
	s.speakers[c] = true
	s.by = append([]nlp.ChainID{c}, s.by...)
}

// stanceOf reads polarity, modality and attribution of the clause that token h
// heads, climbing from it to the root. It follows the idea of factuality as
// what each embedding predicate does to its clause (Saurí & Pustejovsky,
// FactBank, 2009).
func (d *document) stanceOf(t *tree, h int) stance {
	h = t.titleNoun(h)
	s := stance{polarity: nlp.Positive, modality: nlp.Certain, speakers: make(map[nlp.ChainID]bool)}
	c := climber{d: d, t: t, s: &s, start: h, live: true}
	c.local(h)
	c.paratacticSpeech(h, -1)
	for cur, n := h, 0; t.head(cur) >= 0 && n < len(t.s.Tokens) && !t.inBrackets(cur); cur, n = t.head(cur), n+1 {
		c.step(cur, t.head(cur))
	}
	d.labelled(t, h, &s)
	d.attributeQuotation(t, h, &s)
	if t.asked(h) || s.fact() && t.is(h, "VERB") && !performing[t.lemma(h)] && factuality.Of(t.s, h) < unlikely {
		s.weaken(nlp.Possible)
	}
	return s
}

// inBrackets reports whether a clause with a subject of its own stands in brackets,
// outside of what its sentence tells: "the mayor said that Lee (he was born in Bria)
// would stay".
func (t *tree) inBrackets(v int) bool {
	if len(t.ownSubject(v)) == 0 {
		return false
	}
	for i := v - 1; i >= 0; i-- {
		if f := t.form(i); f == "(" || f == "[" {
			return t.within(i, v) && !t.within(t.head(v), v)
		} else if f == ")" || f == "]" || !t.within(i, v) {
			return false
		}
	}
	return false
}

// unlikely is the factuality below which a clause is no fact even when no rule
// says why. Of 267 predicates of the development sentences of UDS that the rules
// take for facts and that lie below, 16 were judged to have happened.
const unlikely = -0.5

// asked reports whether token h is part of a question: the sentence's, or that
// of a quotation which holds h.
func (t *tree) asked(h int) bool {
	last := len(t.s.Tokens) - 1
	for i := h + 1; i < last; i++ {
		if t.form(i) == "?" {
			return true // "Is it safe?" asked the mayor.
		}
		if strings.ContainsAny(t.form(i), "\"”’»") {
			break
		}
	}
	quoted := false
	for last >= 0 && t.is(last, "PUNCT") && t.form(last) != "?" {
		quoted = quoted || strings.ContainsAny(t.form(last), "\"”’»")
		last--
	}
	if last < 0 || t.form(last) != "?" {
		return false
	}
	if !quoted {
		return true
	}
	for i := last - 1; i > h; i-- {
		if strings.ContainsAny(t.form(i), "\"“‘«") {
			return false
		}
	}
	return true
}
