package tuples

// nominals adds the tuples that the noun phrase of i takes for granted.
func (x *extraction) nominals(i int) {
	if !x.is(i, "NOUN", "PROPN", "NUM", "PRON") {
		return
	}
	for _, k := range x.Children(i) {
		r := x.Token(k).Relation
		switch {
		case r == "appos":
			x.apposed(i, k)
		case r == "nmod:desc":
			x.nominal(title, i, k, x.bare(i, short, func(c int) bool { return c == k }), []word{insertedBe}, x.phrase(k, core, nil))
		case r == "nmod:unmarked":
			name := x.bare(i, short, func(c int) bool { return c > i && x.base(c) != "flat" })
			x.nominal(place, i, k, name, []word{insertedBe, insertedIn}, x.phrase(k, core, nil))
		case r == "nmod:poss":
			x.possessed(i, k)
		case r.Base() == "nmod":
			x.modifier(i, k)
		case r == "amod" && x.is(k, "ADJ") && x.is(i, "NOUN"):
			x.nominal(adjectival, i, k, x.bare(i, short, func(c int) bool { return c == k }), []word{insertedBe}, x.phrase(k, core, nil))
		}
	}
}

func (x *extraction) nominal(k kind, i, object int, first []int, relation []word, second []int) {
	c := candidate{kind: k, relation: relation, args: [][]int{first}, clause: i, subject: i}
	x.add(c, []reading{{head: object, tokens: second}}, nil)
}

// apposed says that a noun is what the apposition calls it.
func (x *extraction) apposed(i, k int) {
	first := x.bare(i, short, func(c int) bool { return c == k || x.is(c, "PUNCT") && c > i })
	c := candidate{kind: apposition, relation: []word{insertedBe}, args: [][]int{first}, clause: i, subject: i}
	for _, r := range x.readings(k, nil) {
		r.split = false
		x.add(c, []reading{r}, nil)
	}
}

// possessed says that an owner has something.
func (x *extraction) possessed(i, k int) {
	owned := x.bare(i, short, func(c int) bool { return c == k })
	if !x.is(k, "PRON") {
		owner := without(x.phrase(k, core, nil), x.Children(k, "case"))
		x.nominal(possessive, i, k, owner, []word{insertedHave}, owned)
	} else if m := x.meant(k); m >= 0 {
		x.nominal(pronominal, i, k, x.bare(m, short, nil), []word{insertedHave}, owned)
	}
}

// modifier says where, of what or for whom a noun is.
func (x *extraction) modifier(i, k int) {
	prepositions := x.prepositions(k)
	if len(prepositions) == 0 {
		return
	}
	noun := x.bare(i, short, func(c int) bool { return c > i })
	x.nominal(nominal, i, k, noun, append([]word{insertedBe}, asWords(prepositions)...), x.bare(k, core, nil))
	if x.Case(k) == "of" && x.nameType(k) != "" {
		x.nominal(genitive, i, k, x.bare(k, short, nil), []word{insertedHave}, noun)
	}
}
