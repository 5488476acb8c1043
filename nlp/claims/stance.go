package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// stance is how a claim is stated.
type stance struct {
	polarity nlp.Polarity
	modality nlp.Modality
	by       []nlp.ChainID // outermost first
	speakers map[nlp.ChainID]bool
}

// weaker orders modalities by how little they assert; the weakest wins.
var weaker = map[nlp.Modality]int{nlp.Certain: 0, nlp.Future: 1, nlp.Desired: 2, nlp.Possible: 3}

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
	s := stance{polarity: nlp.Positive, modality: nlp.Certain, speakers: make(map[nlp.ChainID]bool)}
	c := climber{d: d, t: t, s: &s, live: true}
	c.local(h)
	c.paratacticSpeech(h, -1)
	for cur, n := h, 0; t.head(cur) >= 0 && n < len(t.s.Tokens); cur, n = t.head(cur), n+1 {
		c.step(cur, t.head(cur))
	}
	d.attributeQuotation(t, h, &s)
	if t.asked(h) {
		s.weaken(nlp.Possible)
	}
	return s
}

// climber carries the state of the way from a word to the root.
type climber struct {
	d *document
	t *tree
	s *stance
	// live is false once a boundary was passed behind which the clause is
	// taken for granted (relative clauses, appositions, "after …"): from there
	// on only attribution is collected.
	live bool
	seen map[int]bool
}

// local reads what stands beside a predicate: negation, modals, adverbs.
func (c *climber) local(p int) {
	t := c.t
	if c.seen[p] {
		return
	}
	if c.seen == nil {
		c.seen = make(map[int]bool)
	}
	c.seen[p] = true
	if c.live {
		c.negation(p)
		c.modal(p)
	}
	c.accordingTo(p)
	if !t.nominal(p) {
		return
	}
	for _, k := range t.children(p, "amod") {
		if c.live && (hedgeAdjectives[t.lemma(k)] || hedgeAdjectives[t.form(k)]) {
			c.s.weaken(nlp.Possible)
		}
		if c.live && (futureAdjectives[t.lemma(k)] || futureAdjectives[t.form(k)]) {
			c.s.weaken(nlp.Future)
		}
	}
}

func (c *climber) negation(p int) {
	t := c.t
	for _, k := range t.children(p, "advmod", "det", "cc:preconj") {
		f := t.form(k)
		if !negators[f] {
			continue
		}
		if f == "not" && k+1 < len(t.s.Tokens) && (t.form(k+1) == "only" || t.form(k+1) == "just") {
			continue
		}
		if f == "no" && t.base(k) == "advmod" && k+1 < len(t.s.Tokens) && t.form(k+1) != "longer" {
			continue
		}
		c.s.negate()
	}
	if !t.verbal(p) {
		return
	}
	for _, k := range t.children(p, "nsubj", "obj", "obl") {
		if t.hasDeterminer(k, "no", "neither") || in(t.base(k), "nsubj", "obj") && (t.form(k) == "none" || t.form(k) == "nobody" || t.form(k) == "nothing") {
			c.s.negate()
			return
		}
	}
}

func (c *climber) modal(p int) {
	t := c.t
	for _, k := range t.children(p, "aux") {
		m, ok := modals[t.form(k)]
		if !ok {
			m, ok = modals[t.lemma(k)]
		}
		if !ok {
			continue
		}
		if t.form(k) == "would" && !c.conditional(p) {
			m = nlp.Future
		}
		if t.lemma(k) == "can" && t.form(k) != "could" {
			m = nlp.Possible
		}
		c.s.weaken(m)
	}
	for _, k := range t.children(p, "advmod") {
		if hedgeAdverbs[t.form(k)] {
			c.s.weaken(nlp.Possible)
		}
	}
	for _, k := range t.children(p, "mark") {
		switch t.form(k) {
		case "if", "whether", "unless", "lest":
			c.s.weaken(nlp.Possible)
		}
	}
}

// conditional reports whether a clause has an if-clause, or is perfect
// ("would have been"): what it says did not come about.
func (c *climber) conditional(p int) bool {
	t := c.t
	for _, k := range t.children(p, "advcl") {
		if t.preposition(k) == "if" || t.preposition(k) == "unless" {
			return true
		}
	}
	return t.perfect(p)
}

// step goes from cur to the word g that governs it.
func (c *climber) step(cur, g int) {
	t := c.t
	switch t.base(cur) {
	case "conj":
		c.conjunct(cur, g)
	case "ccomp", "xcomp", "csubj":
		c.complement(cur, g)
	case "advcl":
		c.adverbial(cur, g)
	case "acl":
		c.adnominal(cur, g)
	case "parataxis", "discourse", "dep":
		c.local(g)
		c.live = false
	case "nmod", "obj", "nsubj", "obl", "iobj", "compound", "amod", "nummod", "appos", "flat":
		c.argument(cur, g)
	default:
		c.live = false
	}
	c.paratacticSpeech(g, cur)
}

// conjunct lets a coordinated predicate share the modal of the first when it
// has no subject of its own, and what governs the whole coordination.
func (c *climber) conjunct(cur, g int) {
	t := c.t
	if !c.live {
		c.accordingTo(g)
		return
	}
	if len(t.children(cur, "nsubj", "aux")) == 0 && (t.verbal(cur) || !t.nominal(cur)) {
		c.modal(g)
	}
	c.accordingTo(g)
}

// complement applies the attitude of a predicate to its clause.
func (c *climber) complement(cur, g int) {
	t := c.t
	switch {
	case t.is(g, "ADJ"):
		c.apply(adjectiveAttitudes[t.lemma(g)], g, cur)
	case t.nominal(g):
		c.apply(nounAttitudes[t.lemma(g)], g, cur)
	default:
		c.apply(t.verbAttitude(g, cur), g, cur)
	}
}

func (c *climber) apply(a attitude, g, cur int) {
	t := c.t
	negated := false
	for _, k := range t.children(g, "advmod") {
		negated = negated || negators[t.form(k)]
	}
	switch a {
	case speech:
		if negated && c.live {
			c.s.weaken(nlp.Possible)
		} else {
			c.speaker(g)
		}
	case thought:
		if c.live {
			c.s.weaken(nlp.Possible)
			if negated {
				c.s.negate()
			}
		}
		c.speaker(g)
	case seeming, attempt, doubt:
		if c.live {
			c.s.weaken(nlp.Possible)
		}
		if a == seeming && negated && c.live {
			c.s.negate()
		}
	case wish:
		if c.live {
			c.s.weaken(nlp.Desired)
			if negated && (t.lemma(g) == "want" || t.lemma(g) == "wish") {
				c.s.negate()
			}
		}
	case plan:
		if c.live {
			c.s.weaken(nlp.Future)
		}
	case refusal:
		if c.live {
			c.s.negate()
		}
		if t.base(cur) == "ccomp" {
			c.speaker(g)
		}
	case realising, neutral:
		if c.live && t.base(cur) == "xcomp" {
			c.local(g)
			return
		}
	}
	// What is said of the saying does not touch what is said.
	c.accordingTo(g)
	c.live = c.live && a != speech && a != thought && a != refusal
	if a == wish || a == plan || a == seeming || a == attempt {
		return
	}
}

// adverbial treats clauses that modify a clause.
func (c *climber) adverbial(cur, g int) {
	t := c.t
	mark := t.preposition(cur)
	switch {
	case mark == "to" || mark == "in_order" || mark == "so_as":
		if c.live && t.infinitive(cur) {
			c.s.weaken(nlp.Desired)
		}
		c.live = false
	case mark == "without" || mark == "instead_of" || mark == "rather_than":
		if c.live {
			c.s.negate()
		}
		c.live = false
	case mark == "" && t.tok(cur).XPOS == "VBG", mark == "by":
		// "may strike, killing many": the participle shares the modality.
		if c.live {
			c.modal(g)
		}
	default:
		c.live = false
	}
	c.accordingTo(g)
}

// adnominal treats clauses that modify a noun.
func (c *climber) adnominal(cur, g int) {
	t := c.t
	complement := t.rel(cur) != "acl:relcl" && (t.infinitive(cur) || t.preposition(cur) == "that" || t.preposition(cur) == "of" || t.preposition(cur) == "for")
	if complement {
		a := nounAttitudes[t.lemma(g)]
		if c.live {
			switch a {
			case thought:
				c.s.weaken(nlp.Possible)
			case wish:
				c.s.weaken(nlp.Desired)
			case plan:
				c.s.weaken(nlp.Future)
			case refusal:
				c.s.negate()
			case neutral:
				if t.infinitive(cur) {
					c.s.weaken(nlp.Possible)
				}
			}
		}
		if a == speech || a == thought {
			c.nounSpeaker(g)
		}
		if c.live && t.base(g) == "nsubj" && t.passive(max(0, t.head(g))) || c.live && t.base(g) == "obj" {
			// "dismissed the theory that …" takes it back.
			if v := t.head(g); v >= 0 && t.verbal(v) && t.verbAttitude(v, cur) == refusal {
				c.s.negate()
			}
		}
	}
	c.live = false
	c.accordingTo(g)
}

// argument treats a noun as the argument of what governs it: an alliance that
// is called for is no alliance yet.
func (c *climber) argument(cur, g int) {
	t := c.t
	defer func() { c.live = false }()
	if t.verbal(g) && identifying[t.lemma(g)] && in(t.base(cur), "obj", "obl") {
		c.speaker(g)
	}
	if !c.live || !t.verbal(g) && !t.nominal(g) {
		c.accordingTo(g)
		return
	}
	if t.verbal(g) && in(t.base(cur), "obj", "obl") && !t.is(cur, "PROPN") {
		switch a := t.verbAttitude(g, g); a {
		case wish:
			if in(t.rel(cur), "obj") || t.preposition(cur) == "for" {
				c.s.weaken(nlp.Desired)
			}
		case refusal:
			if in(t.rel(cur), "obj") && t.lemma(g) != "fail" {
				c.s.negate()
			}
		case plan:
			if in(t.rel(cur), "obj") {
				c.s.weaken(nlp.Future)
			}
		case thought:
			if in(t.rel(cur), "obj") && (t.lemma(g) == "fear" || t.lemma(g) == "suspect" || t.lemma(g) == "expect") {
				c.s.weaken(nlp.Possible)
			}
		}
	}
	c.accordingTo(g)
}

// asked reports whether token h is part of a question: the sentence's, or that
// of a quotation which holds h.
func (t *tree) asked(h int) bool {
	last := len(t.s.Tokens) - 1
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
