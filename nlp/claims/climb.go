package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// climber carries the state of the way from a word to the root.
type climber struct {
	d *document
	t *tree
	s *stance
	// start is the token that the way begins at.
	start int
	// live is false once a boundary was passed behind which the clause is
	// taken for granted (relative clauses, appositions, "after …"): from there
	// on only attribution is collected.
	live bool
	// aside is true once a relative clause was left: it says who is meant, and a
	// denial around it is not its speaker's word for it.
	aside bool
	seen  map[int]bool
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
	c.sources(p)
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
		if !t.negates(k) {
			continue
		}
		if f == "not" && k+1 < len(t.s.Tokens) && (t.form(k+1) == "only" || t.form(k+1) == "just") || t.oneOfMore(p) {
			continue
		}
		if f == "no" && t.base(k) == "advmod" && k+1 < len(t.s.Tokens) && t.form(k+1) != "longer" {
			continue
		}
		c.s.negate()
	}
	if len(t.joinedDenial(p)) > 0 || t.inNoWay(p) {
		c.s.negate()
	}
	if !t.verbal(p) {
		return
	}
	for _, k := range t.children(p, "advmod") {
		if f := t.form(k); k == p-1 && (f == "almost" || f == "nearly") && !gradual[t.lemma(p)] {
			c.s.negate() // "nearly killed" did not kill
			return
		}
	}
	for _, k := range t.children(p, "nsubj", "obj", "obl") {
		if t.hasDeterminer(k, "no", "neither") && !t.aside(k) || in(t.base(k), "nsubj", "obj") && (t.form(k) == "none" || t.form(k) == "nobody" || t.form(k) == "nothing") {
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
		if t.form(k) == "must" && t.perfect(p) {
			m = nlp.Possible // what somebody concludes
		}
		c.s.weaken(m)
	}
	if t.supposing(p) {
		c.s.weaken(nlp.Possible)
	}
	if t.arranged(p) {
		c.s.weaken(nlp.Future)
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

// gradual are verbs of what is done by degrees: what was nearly destroyed was damaged.
var gradual = words("destroy demolish wreck ruin level flatten gut empty fill double triple halve finish complete exhaust wipe cut shut raze devastate")

// arranged reports whether a verb tells what is arranged: "is to step down".
func (t *tree) arranged(p int) bool {
	for _, k := range t.children(p, "mark") {
		if t.form(k) == "to" && k > 0 && t.lemma(k-1) == "be" && t.base(k-1) == "aux" && t.head(k-1) == p {
			return true
		}
	}
	return false
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
		c.live = false // "he never left: she wrote to him" does not deny that she wrote
		c.local(g)
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
		c.sources(g)
		return
	}
	if len(t.children(cur, "nsubj", "aux")) == 0 && (t.verbal(cur) || !t.nominal(cur)) {
		c.modal(g)
	}
	c.sources(g)
}
