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

// noWays are nouns of such phrases.
var noWays = words("way means account circumstances sense time point stage")
