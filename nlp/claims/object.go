package claims

import "slices"

// object returns the logical object of a verb.
func (t *tree) object(v int) found {
	if !t.verbal(v) {
		return found{}
	}
	if o := t.ownObject(v); o >= 0 {
		return direct(t.antecedent(o))
	}
	if t.passive(v) {
		return t.surface(v, maxControl)
	}
	if g := t.head(v); t.base(v) == "xcomp" && g >= 0 && t.rel(g) == "acl:relcl" {
		// "the union, which she helped to set up"
		if o := t.child(g, "obj"); o >= 0 && o < g && t.antecedent(o) != o {
			return found{tokens: []int{t.antecedent(o)}, remote: true}
		}
	}
	if t.rel(v) == "acl:relcl" && len(t.ownSubject(v)) > 0 && t.ownSubject(v)[0] != t.head(v) && !t.hasRelative(v) {
		return found{tokens: []int{t.head(v)}, remote: true}
	}
	return t.sharedObject(v)
}

// ownObject returns the object that stands beside a verb, or -1. Of several,
// as parsers give them for "labelled the attack a crime", it is the first. A
// second subject behind the verb ("left 84 people dead") and a receiver without
// an object are objects too.
func (t *tree) ownObject(v int) int {
	if o := t.children(v, "obj"); len(o) > 0 {
		if len(o) > 1 && o[0] < v && t.antecedent(o[0]) != o[0] {
			return o[1] // the relative pronoun stands for something else
		}
		return o[0]
	}
	if s := t.children(v, "nsubj"); len(s) > 1 && s[0] < v && s[1] > v {
		return s[1]
	}
	if r := t.child(v, "iobj"); r >= 0 && t.child(v, "ccomp") < 0 {
		return r
	}
	return -1
}

// hasRelative reports whether a relative clause has a relative pronoun or
// adverb somewhere, which then is what stands for the noun.
func (t *tree) hasRelative(v int) bool {
	for _, k := range t.kids[v] {
		if t.tok(k).Features.Get("PronType") == "Rel" || t.tok(k).XPOS == "WRB" || t.tok(k).XPOS == "WDT" {
			return true
		}
		if t.rel(k) == "xcomp" && t.hasRelative(k) {
			return true // "which she helped to set up"
		}
		if p := t.child(k, "nmod:poss"); p >= 0 && t.form(p) == "whose" {
			return true // "the school whose pupils sheltered in a chapel"
		}
	}
	return false
}

// sharedObject is the object that coordinated verbs share: "arrested and
// questioned the student".
func (t *tree) sharedObject(v int) found {
	if t.base(v) == "conj" {
		u := t.head(v)
		for _, o := range t.children(u, "obj") {
			if o > v && t.verbal(u) {
				return found{tokens: []int{o}, remote: true}
			}
		}
	}
	for _, u := range t.children(v, "conj") {
		if u == v+2 && t.verbal(u) && !t.passive(u) {
			if o := t.children(u, "obj"); len(o) > 0 {
				return found{tokens: o, remote: true}
			}
		}
	}
	return found{}
}

// receiver returns the one to whom a verb gives its object.
func (t *tree) receiver(v int) found {
	if r := t.children(v, "iobj"); len(r) > 0 {
		return direct(r...)
	}
	if t.passive(v) && t.ownObject(v) >= 0 {
		return t.surface(v, maxControl)
	}
	return found{}
}

// whereClause reports whether a relative clause says what happens in the place
// that it modifies: "Paris, where she died".
func (t *tree) whereClause(v int) bool {
	for _, k := range t.children(v, "advmod", "mark", "obl") {
		if t.form(k) == "where" {
			return true
		}
	}
	return false
}

// oblique returns the dependents of h with a preposition: nouns, and gerunds
// whose mark it is.
func (t *tree) oblique(h int, prep string) found {
	var out found
	for _, k := range t.kids[h] {
		switch t.base(k) {
		case "obl", "nmod":
			if t.rel(k) != "nmod:poss" && t.preposition(k) == prep {
				out.tokens = append(out.tokens, t.antecedent(k))
			}
		case "advcl", "acl":
			if prep == "with" && t.verbal(k) && t.child(k, "nsubj") >= 0 {
				continue // "held talks, with an envoy carrying messages"
			}
			if t.preposition(k) == prep && (t.tok(k).XPOS == "VBG" || t.nominal(k)) {
				out.tokens = append(out.tokens, k)
			}
		}
	}
	if len(out.tokens) == 0 && prep == "in" && t.rel(h) == "acl:relcl" && t.head(h) >= 0 && t.whereClause(h) {
		return found{tokens: []int{t.head(h)}, remote: true}
	}
	if len(out.tokens) == 0 && (t.verbal(h) || t.is(h, "ADJ")) {
		// "were killed and wounded in an attack" has its oblique at the last verb.
		for _, u := range t.children(h, "conj") {
			if !t.verbal(u) || t.child(u, "nsubj") >= 0 && !t.passive(h) || t.child(u, "aux") >= 0 {
				continue // "was arrested and will be arraigned in court"
			}
			if situating[prep] && t.placedBefore(h, u) {
				continue // "collapsed at a party and died in hospital"
			}
			for _, k := range t.children(u, "obl") {
				if k > u && t.preposition(k) == prep {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	if len(out.tokens) == 0 && t.base(h) == "conj" && t.verbal(h) {
		// "met and talked with X" has its oblique at the first verb.
		if u := t.head(h); t.verbal(u) {
			for _, k := range t.children(u, "obl") {
				if k > h && t.preposition(k) == prep {
					return found{tokens: []int{k}, remote: true}
				}
			}
		}
	}
	return out
}

// placedBefore reports whether verb h has a place of its own before its conjunct u.
func (t *tree) placedBefore(h, u int) bool {
	return slices.ContainsFunc(t.children(h, "obl"), func(k int) bool {
		return k > h && k < u && t.is(k, "NOUN") && t.preposition(k) != "in" && situating[t.preposition(k)]
	})
}

// situating are prepositions of where something happens.
var situating = words("in at near outside inside off")
