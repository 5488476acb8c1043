package claims

// yetTo reports whether the clause cur of "have" or "be" is what has not come
// about so far: "has yet to vote".
func (t *tree) yetTo(g, cur int) bool {
	if l := t.lemma(g); l != "have" && l != "be" || !t.infinitive(cur) {
		return false
	}
	for _, k := range t.children(g, "advmod") {
		if t.form(k) == "yet" && k > g {
			return true
		}
	}
	return false
}

// untrue reports whether a predicate denies the clause that it governs: "it is
// not true that", "it is false that".
func (t *tree) untrue(g int) bool {
	switch t.lemma(g) {
	case "untrue", "false":
		return len(t.negators(g)) == 0
	case "true":
		return len(t.negators(g)) > 0
	}
	return false
}

// inNoWay reports whether a phrase right before a word, which the tree has not
// hung on it, denies it: "in no way backs the bill", "is by no means hostile".
func (t *tree) inNoWay(p int) bool {
	return p >= 3 && t.form(p-2) == "no" && noWays[t.form(p-1)] && t.head(p-1) != p
}

// aside reports whether a phrase with "no" tells only how or why something is done,
// which is done all the same: "for no reason", "with no warning".
func (t *tree) aside(k int) bool {
	return t.base(k) == "obl" && (t.preposition(k) == "with" || t.preposition(k) == "for" && grounds[t.lemma(k)])
}

// grounds are nouns of why something is done, or what is had for it.
var grounds = words("reason cause purpose fault money pay charge cost crime profit gain benefit")

// oneOfMore reports whether a noun names somebody who is denied only to be alone or
// the first: "is not the only minister of his party".
func (t *tree) oneOfMore(p int) bool { return t.nominal(p) && t.child(p, "cop") >= 0 && t.ranked(p) }

// noWays are nouns of such phrases.
var noWays = words("way means account circumstances sense time point stage")

// supposing reports whether a clause states a condition by its order: "had it
// bought the bank, …".
func (t *tree) supposing(p int) bool {
	aux, subject := t.child(p, "aux"), t.child(p, "nsubj")
	return t.base(p) == "advcl" && aux >= 0 && subject > aux && t.child(p, "mark") < 0 && (t.form(aux) == "had" || t.form(aux) == "should")
}

// unproved reports whether a noun says that nothing proves its clause: "there is
// no evidence that".
func (t *tree) unproved(g int) bool {
	return proofs[t.lemma(g)] && t.hasDeterminer(g, "no", "little", "any")
}

var proofs = words("evidence proof sign indication suggestion confirmation guarantee")

// wronged reports whether a verb tells that somebody is blamed for what he did
// not do.
func (t *tree) wronged(g int) bool {
	if t.lemma(g) == "frame" {
		return true
	}
	for _, k := range t.children(g, "advmod") {
		if wrongly[t.form(k)] {
			return true
		}
	}
	return false
}

var wrongly = words("wrongly wrongfully falsely mistakenly unjustly erroneously")
