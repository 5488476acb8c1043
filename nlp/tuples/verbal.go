package tuples

import (
	"cmp"
	"slices"
)

// verbal adds the tuples of a verb. The candidate has the relation up to and
// with the verb, and the subject; carried are complements that the verb has
// from others.
func (x *extraction) verbal(i int, c candidate, carried []complement) {
	all := append(slices.Clone(carried), x.complements(i)...)
	slices.SortFunc(all, func(a, b complement) int { return cmp.Compare(a.head, b.head) })
	var object *complement
	var adjuncts []complement
	for n := range all {
		k := &all[n]
		if x.base(k.head) == "obj" && object == nil {
			object = k
			continue
		}
		chained := x.base(k.head) == "xcomp" && x.chains(i, k.head)
		if chained || x.purpose(i, k.head) {
			x.chain(k.head, c, but(all, n))
		}
		if !chained {
			adjuncts = append(adjuncts, *k)
		}
	}
	if object == nil {
		object = x.borrowedObject(i, c.origin)
	}
	if object != nil {
		x.withObject(c, object, phrases(adjuncts))
	}
	for n := range adjuncts {
		x.withAdjunct(c, object, &adjuncts[n], phrases(but(adjuncts, n)))
	}
}

// withObject adds the tuples whose second argument is the object.
func (x *extraction) withObject(c candidate, object *complement, rest [][]int) {
	all := x.withMembers(reading{head: object.head, tokens: object.tokens}, func(int) bool { return false })
	c.kind = verbFull
	x.add(c, all, rest)
	if len(rest) > 0 {
		c.kind = verbObject
		x.add(c, all[:1], nil)
	}
}

// withAdjunct adds the tuples whose second argument is the complement k; its
// preposition, and the object before it, belong to the relation then.
func (x *extraction) withAdjunct(c candidate, object, k *complement, rest [][]int) {
	if k.clause {
		c.kind = verbClause
		that := x.leadingThat(k)
		c.relation = slices.Concat(c.relation, asWords(that))
		x.add(c, []reading{{head: k.head, tokens: x.trim(without(k.tokens, that))}}, rest)
		return
	}
	c.kind = verbAdjunct
	if object != nil {
		if len(k.prepositions) == 0 {
			return
		}
		c.relation = slices.Concat(c.relation, asWords(object.tokens))
	}
	c.relation = slices.Concat(c.relation, asWords(k.prepositions))
	tokens := x.trim(without(k.tokens, k.prepositions))
	x.add(c, x.withMembers(reading{head: k.head, tokens: tokens}, func(int) bool { return false }), rest)
}

// leadingThat returns the "that" at the beginning of a clause, which goes with
// the verb.
func (x *extraction) leadingThat(k *complement) []int {
	if m := x.Child(k.head, "mark"); m >= 0 && m == k.tokens[0] && x.form(m) == "that" {
		return []int{m}
	}
	return nil
}

// sharedObjectDistance is how far apart joined verbs may stand, in tokens, to
// share the object of the last ("buy, hold and sell shares").
const sharedObjectDistance = 4

// borrowedObject finds the object of a verb that has none beside it: the noun
// that a relative clause modifies, or the object of the next of joined verbs.
func (x *extraction) borrowedObject(i int, from origin) *complement {
	if h := x.Head(i); h >= 0 && x.relative(i) && from == own {
		own := x.Child(i, "obj")
		if own < 0 || x.relativePronoun(own) {
			around := func(c int) bool { return x.Dominates(c, i) }
			return &complement{head: h, object: true, tokens: x.bare(h, core, around)}
		}
	}
	if x.Child(i, "xcomp", "ccomp") >= 0 || x.Child(i, "obl") > i {
		return nil
	}
	for _, c := range x.Children(i, "conj") {
		o := x.Child(c, "obj")
		if o >= 0 && x.is(c, "VERB") && x.Child(c, "nsubj") < 0 && c-i <= sharedObjectDistance {
			return &complement{head: o, object: true, tokens: x.phrase(o, core, nil)}
		}
	}
	return nil
}
