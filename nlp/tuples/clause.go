package tuples

import "slices"

// clause adds the candidates of the clause that i heads.
func (x *extraction) clause(i int) {
	sub, ok := x.subjectOf(i)
	if !ok || x.base(i) == "xcomp" && x.chains(x.Head(i), i) {
		return
	}
	c := candidate{origin: sub.origin, clause: i, subject: sub.head, relation: x.predicateWords(i)}
	if sub.origin == modified {
		c.relation = x.modifying(i, c.relation)
	}
	if head, ok := x.standsFor(sub); ok {
		sub.head, c.resolved = head, true
	}
	for _, r := range x.subjectReadings(sub, i) {
		c.args, c.split = [][]int{r.tokens}, r.split
		if x.Child(i, "cop") >= 0 {
			x.copular(i, c)
		} else {
			x.verbal(i, c, x.fronted(i))
		}
	}
}

// subjectReadings returns the phrases that can be the first argument.
func (x *extraction) subjectReadings(sub subject, clause int) []reading {
	around := func(c int) bool { return x.Dominates(c, clause) }
	if sub.clause {
		return []reading{{head: sub.head, tokens: x.phrase(sub.head, whole, around)}}
	}
	return x.readings(sub.head, around)
}

// chains reports whether the complement c is one predicate with the verb i.
func (x *extraction) chains(i, c int) bool {
	return x.is(i, "VERB") && x.is(c, "VERB") && x.Child(i, "obj") < 0
}

// purpose reports whether c is an infinitive that says what i is done for.
func (x *extraction) purpose(i, c int) bool {
	mark := x.Child(c, "mark")
	return mark >= 0 && x.Token(mark).XPOS == "TO" && x.base(c) == "advcl" && x.Child(i, "obj") < 0 && x.Child(c, "nsubj") < 0
}

// chain goes on with the verb at i as part of the relation.
func (x *extraction) chain(i int, c candidate, carried []complement) {
	c.relation = slices.Concat(c.relation, asWords(x.Children(i, "mark")), asWords(x.group(i)))
	c.chained++
	x.verbal(i, c, carried)
}
