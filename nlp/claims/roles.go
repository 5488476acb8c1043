package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// matcher looks up the places of one pattern at one word.
type matcher struct {
	t *tree
	p *codebook.Pattern
	// predicate is the one whose pattern it is.
	predicate nlp.Predicate
	h         int // the pattern's word
	light     int // the noun of a light verb, or -1
}

// Marks for ends that no token of the sentence is.
const (
	unstated = -2 // an actor that the text leaves out
	recent   = -3 // the deed that was told of last before
	speaker  = -4 // whoever says what the word says
)

// place returns the tokens at a place: those of the first alternative that
// is filled by what accept takes (nil: by anything).
func (m *matcher) place(pl codebook.Place, accept func(found) bool) found {
	for _, path := range pl.Paths {
		f := m.path(m.h, path)
		f.path = path.String()
		if len(f.tokens) > 0 && (accept == nil || accept(f)) {
			return f
		}
	}
	return found{}
}

func (m *matcher) path(h int, path codebook.Path) found {
	at := found{tokens: []int{h}}
	for i, r := range path {
		next := found{remote: at.remote}
		for _, k := range at.tokens {
			f := m.role(k, r)
			next.remote = next.remote || f.remote
			for _, x := range f.tokens {
				if i == len(path)-1 && x >= 0 && r != codebook.Self && x != h && !(r == codebook.Bearer && m.t.onlyBearer(k, x)) {
					next.tokens = append(next.tokens, m.t.bearers(x, k, r, m.t.expand(x, h))...)
				} else {
					next.tokens = append(next.tokens, x)
				}
			}
		}
		at = next
	}
	return at
}

// bearers keeps, of the coordination that begins with the bearer x of the
// role h, those that the role can be told of: one role beside a name is that
// one's alone ("A, the president, B and C").
func (t *tree) bearers(x, h int, r codebook.Role, all []int) []int {
	if r != codebook.Bearer || x >= h || t.base(h) != "appos" || t.plural(h) {
		return all
	}
	return slices.DeleteFunc(all, func(k int) bool { return k > h })
}

// expand adds to a token what is coordinated with it and the instances named
// by "such as" and "including". The word h itself is no part of a coordination
// of its own ends.
func (t *tree) expand(i, h int) []int {
	if t.demonym(i) && t.is(i, "ADJ") { // "the Peruvian and Chilean ministers"
		return slices.DeleteFunc(slices.Clone(t.conjuncts(i)), func(c int) bool { return !t.demonym(c) })
	}
	if !t.nominal(i) {
		return []int{i}
	}
	var out []int
	for _, c := range t.conjuncts(i) {
		if c == h || t.within(h, c) && c != i {
			continue
		}
		if i < h && h < c && t.within(h, i) {
			continue // "Ann, who won the prize, and Tom": the clause is Ann's alone
		}
		if c != i && (!t.nominal(c) || len(t.negators(c)) > 0) {
			continue
		}
		if c != i && h >= 0 && t.head(h) == i && t.base(h) == "amod" && t.child(c, "det", "nummod") >= 0 {
			continue // "seven rebel-held villages and a bridge": the adjective is of the villages
		}
		if c != i && h >= 0 && t.head(h) == i && t.base(h) == "amod" && t.is(h, "VERB") && slices.ContainsFunc(t.children(c, "amod"), func(k int) bool { return t.is(k, "VERB") }) {
			continue // "a US-led coalition and Iran-backed militias": each has its own
		}
		out = append(out, c)
		for _, k := range t.children(c, "nmod", "obl") {
			if p := t.preposition(k); p == "including" || p == "such_as" {
				out = append(out, t.conjuncts(k)...)
			}
		}
	}
	return out
}

// role returns what fills one role at token h.
func (m *matcher) role(h int, r codebook.Role) found {
	t := m.t
	if prep, ok := r.Preposition(); ok {
		if m.p.Class == codebook.Noun && h == m.h {
			return m.nounOblique(h, prep)
		}
		f := t.oblique(h, prep)
		if k := t.child(h, "compound:prt"); k >= 0 && t.form(k) == prep && t.verbal(h) {
			// "called on residents" with "on" as a particle.
			f.tokens = append(f.tokens, t.object(h).tokens...)
		}
		if h == m.h && m.light >= 0 {
			f.tokens = append(f.tokens, t.oblique(m.light, prep).tokens...)
		}
		return f
	}
	switch r {
	case codebook.Subject:
		return m.subject(h)
	case codebook.Object:
		return t.object(h)
	case codebook.Receiver:
		return t.receiver(h)
	case codebook.XComp:
		return direct(t.complements(h)...)
	case codebook.CComp:
		return direct(t.existing(t.children(h, "ccomp"))...)
	case codebook.AdvCl:
		return t.adverbialClauses(h)
	case codebook.ACl:
		clauses := t.children(h, "acl")
		return direct(slices.DeleteFunc(clauses, func(k int) bool { return k == m.h })...) // the word is no condition on itself
	case codebook.Conj:
		return direct(t.children(h, "conj")...)
	case codebook.Appos:
		return direct(t.children(h, "appos")...)
	case codebook.Poss:
		return m.modifiers(h, "nmod:poss")
	case codebook.Compound:
		return m.compound(h)
	case codebook.AMod:
		return m.demonyms(h)
	case codebook.AdvMod:
		return direct(t.children(h, "advmod")...)
	case codebook.Aux:
		return direct(t.children(h, "aux")...)
	case codebook.Head:
		return m.modified(h)
	case codebook.Recent:
		return direct(recent)
	case codebook.Speaker:
		return direct(speaker)
	case codebook.Negator:
		return direct(t.negators(h)...)
	case codebook.Doer:
		return t.doer(h)
	case codebook.Pair:
		return t.pair(h)
	case codebook.Bearer:
		return t.bearer(h)
	case codebook.Self:
		return m.self(h)
	case codebook.Unstated:
		return direct(unstated)
	}
	return found{}
}

// existing puts what there is in the place of clauses that only say so: "denied that
// there had been any warnings".
func (t *tree) existing(clauses []int) []int {
	for i, k := range clauses {
		if s := t.child(k, "nsubj"); t.lemma(k) == "be" && t.child(k, "expl") >= 0 && s > k {
			clauses[i] = s
		}
	}
	return clauses
}

// adverbialClauses returns the clauses that modify a verb, or, when it has
// none, those that the verbs joined to it have and all share: "nine died and
// 14 were injured when a bus overturned".
func (t *tree) adverbialClauses(h int) found {
	if own := t.children(h, "advcl"); len(own) > 0 || !t.verbal(h) {
		return direct(own...)
	}
	top := t.first(h)
	for _, c := range t.conjuncts(top) {
		if c == h || !t.verbal(c) {
			continue
		}
		var out []int
		for _, k := range t.children(c, "advcl") {
			if k > h && k > c {
				out = append(out, k)
			}
		}
		if len(out) > 0 {
			return found{tokens: out, remote: true}
		}
	}
	return found{}
}

// self is the word itself; of a preposition the noun it belongs to.
func (m *matcher) self(h int) found {
	if m.p.Class == codebook.Word && h == m.h {
		return direct(m.t.expand(m.t.head(h), h)...)
	}
	return direct(h)
}

func (m *matcher) subject(h int) found {
	t := m.t
	if m.p.Class != codebook.Word || h != m.h {
		return t.subject(h)
	}
	// "X is behind the attack", "those behind the attack".
	noun := t.head(h)
	if own := t.ownSubject(noun); len(own) > 0 {
		return direct(own...)
	}
	if g := t.head(noun); g >= 0 && t.base(noun) == "nmod" {
		return direct(g)
	}
	if g := t.head(noun); g >= 0 && in(t.base(noun), "obl", "xcomp") && t.lemma(g) == "be" {
		return t.subject(g)
	}
	if t.child(noun, "cop") >= 0 {
		return t.predicateSubject(noun)
	}
	return found{}
}

// complements returns the predicative complements of a verb: its xcomp, and a
// second object that says what the first is called.
func (t *tree) complements(v int) []int {
	out := t.children(v, "xcomp")
	for _, k := range t.children(v, "ccomp", "advcl") {
		if t.infinitive(k) && len(t.ownSubject(k)) == 0 && t.preposition(k) == "to" {
			out = append(out, k)
		}
	}
	if o := t.children(v, "obj"); len(o) > 1 {
		out = append(out, o[1:]...)
	}
	return out
}

// negators returns the negations beside a predicate.
func (t *tree) negators(p int) []int {
	var out []int
	for _, k := range t.children(p, "advmod", "det") {
		if t.negates(k) {
			out = append(out, k)
		}
	}
	return append(out, t.joinedDenial(p)...)
}

// negates reports whether an adverb or determiner denies the word that it hangs
// on: "not", "never", "no longer".
func (t *tree) negates(k int) bool {
	return negators[t.form(k)] || t.form(k) == "longer" && k > 0 && t.form(k-1) == "no"
}

// joinedDenial returns the conjunction that joins a clause as denied as what is
// before it: "nor did B leave", "neither left nor wrote", "did not leave or write".
func (t *tree) joinedDenial(p int) []int {
	if !t.verbal(p) && t.child(p, "cop") < 0 {
		return nil
	}
	for _, k := range t.children(p, "cc") {
		if t.rel(k) != "cc" {
			continue
		}
		switch f := t.form(k); {
		case f == "nor" || f == "neither":
			return []int{k}
		case f == "or" && k < p && t.sharesDenial(p):
			return []int{k}
		}
	}
	return nil
}

// sharesDenial reports whether a predicate is joined to one whose auxiliary and
// "not" stand for both.
func (t *tree) sharesDenial(p int) bool {
	h := t.head(p)
	if t.base(p) != "conj" || h < 0 || len(t.ownSubject(p)) > 0 || len(t.children(p, "aux", "aux:pass", "cop", "advmod")) > 0 {
		return false
	}
	a, b := t.tok(h).XPOS, t.tok(p).XPOS
	if t.child(h, "aux") < 0 || a != b && (a != "VBN" || b != "VBD") { // a participle is easily taken for the past tense
		return false
	}
	return slices.ContainsFunc(t.children(h, "advmod"), func(k int) bool { return k < h && denyingBoth[t.form(k)] })
}
