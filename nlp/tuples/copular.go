package tuples

import "slices"

// copular adds the tuples of a clause whose predicate is not a verb: "is a
// minister", "was at home", "is a member of", "was able to open".
func (x *extraction) copular(i int, c candidate) {
	predicate := c.relation
	c.relation = slices.DeleteFunc(slices.Clone(predicate), func(w word) bool { return w < 0 || int(w) == i })
	adjuncts := slices.DeleteFunc(x.complements(i), func(k complement) bool { return k.clause })
	copula := c.relation
	skip := func(k int) bool { return slices.Contains(copula, word(k)) || x.besidePredicate(k) }
	if len(copula) > 0 {
		c.relation = slices.Concat(copula, asWords(x.prepositions(i)))
		c.kind = copulaFull
		all := x.readings(i, skip)
		x.add(c, all, phrases(adjuncts))
		if len(adjuncts) > 0 {
			c.kind = copulaOnly
			x.add(c, all[:1], nil)
		}
		for _, k := range x.Children(i, "obl", "nmod") {
			c.relation = copula
			x.predicateWithAdjunct(i, k, c, skip, adjuncts)
		}
	}
	for _, k := range x.Children(i, "xcomp", "ccomp", "advcl") {
		if x.is(k, "VERB") && x.Child(k, "nsubj") < 0 && x.Child(k, "mark") >= 0 {
			c.relation = predicate
			x.chain(k, c, nil)
		}
	}
}

// predicateWithAdjunct adds the tuple of which the relation holds the predicate
// and the second argument is the phrase k behind it.
func (x *extraction) predicateWithAdjunct(i, k int, c candidate, skip func(int) bool, adjuncts []complement) {
	prepositions := x.prepositions(k)
	if len(prepositions) == 0 || x.Token(k).Relation == "nmod:poss" {
		return
	}
	c.kind = copulaAdjunct
	noun := x.phrase(i, core, func(d int) bool { return skip(d) || d > i })
	c.relation = slices.Concat(c.relation, asWords(noun), asWords(prepositions))
	others := slices.DeleteFunc(slices.Clone(adjuncts), func(a complement) bool { return a.head == k })
	x.add(c, x.readings(k, nil), phrases(others))
}

// besidePredicate reports whether a dependent of a predicate that is no verb
// belongs to the clause and not to the predicate's phrase.
func (x *extraction) besidePredicate(k int) bool {
	i := x.Head(k)
	if i < 0 || x.Child(i, "cop") < 0 {
		return false
	}
	switch x.base(k) {
	case "conj":
		return x.Child(k, "nsubj") >= 0 || x.is(k, "VERB")
	case "advmod":
		return k > i || !x.is(i, "ADJ", "ADV")
	}
	return ofClause[x.base(k)]
}
