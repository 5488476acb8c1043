package claims

import "slices"

// resolving are verbs and adjectives of what somebody means to do. Denied, they say
// that it will not be done: "does not plan to sell", "is not willing to sell". What
// is not demanded, promised or expected is left open.
var resolving = words(`plan intend agree decide commit consider offer volunteer want wish seek aim mean desire aspire strive
	mull prepare look ready prepared set due willing eager keen anxious about poised`)

// unresolved reports whether word g of an attitude is denied so that what its
// clause tells is not to be done.
func (t *tree) unresolved(g int) bool {
	if !resolving[t.lemma(g)] {
		return false
	}
	return slices.ContainsFunc(t.negators(g), func(k int) bool {
		return k+1 >= len(t.s.Tokens) || t.form(k+1) != "only" && t.form(k+1) != "just"
	})
}

// resolutions are nouns of what somebody means to do.
var resolutions = words(`plan intention desire wish aim goal decision willingness readiness effort attempt bid
	talk talks negotiation negotiations discussion discussions`)

// noneHad reports whether a noun names what nobody has: "has no plans to sell",
// "there is no intention of selling", "does not have plans to sell".
func (t *tree) noneHad(noun int) bool {
	if !resolutions[t.lemma(noun)] {
		return false
	}
	if t.hasDeterminer(noun, "no", "neither") {
		return true
	}
	g := t.head(noun)
	if g < 0 || t.base(noun) != "obj" && t.rel(noun) != "nsubj" && t.rel(noun) != "nsubj:pass" {
		return false
	}
	switch t.lemma(g) {
	case "have", "be", "announce", "make", "see", "show", "express":
		return len(t.negators(g)) > 0
	}
	return false
}
