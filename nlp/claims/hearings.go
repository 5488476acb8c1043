package claims

import "strings"

// hearings are who is told something in public, so that it is known by them what
// was told: courts and the like, and what they hold.
var hearings = words(`court jury juror tribunal judge magistrate inquest inquiry enquiry hearing trial panel committee
	commission coroner bench`)

// courtsByName are courts whose name has no word for one.
var courtsByName = words("bailey")

// audience returns the court or the like before which verb g says that something
// was told, by nobody in particular: "the court heard that …", "…, the jury was
// told"; -1 if there is none. What it heard is known from it, and is no fact of its
// own.
func (t *tree) audience(g int) int {
	passive := t.passive(g)
	switch lemma := t.lemma(g); {
	case lemma == "hear" && !passive:
	case (lemma == "tell" || lemma == "inform") && passive && len(t.agent(g).tokens) == 0:
	default:
		return -1
	}
	for _, k := range t.children(g, "nsubj") {
		if t.holdsHearing(k) && !t.hasDeterminer(k, "no") {
			return k
		}
	}
	return -1
}

// holdsHearing reports whether token k is one of hearings or names one.
func (t *tree) holdsHearing(k int) bool {
	if hearings[t.lemma(k)] || t.is(k, "PROPN") && courtsByName[t.lemma(k)] {
		return true
	}
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return hearings[strings.ToLower(t.tok(n.Tokens.End-1).Form)]
		}
	}
	return false
}
