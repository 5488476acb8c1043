package claims

import "slices"

// leavesOpen reports whether a verb, or one that it governs, says that somebody would
// neither confirm nor deny something: "declined to confirm the reports".
func (t *tree) leavesOpen(k int) bool {
	v := k
	if x := t.child(k, "xcomp"); x >= 0 {
		v = x
	} else if t.base(k) == "xcomp" {
		k = t.head(k)
	}
	return declining[t.lemma(k)] && confirming[t.lemma(v)] || len(t.negators(k)) > 0 && confirming[t.lemma(v)]
}

// Verbs for saying nothing, and for what is then not said.
var (
	declining  = words("decline refuse")
	confirming = words("confirm comment discuss say reveal disclose")
)

// truthIn reports whether somebody says of a word that there is truth in it.
func (t *tree) truthIn(k int) bool {
	h := -1
	if k >= 0 {
		h = t.head(t.first(k))
	}
	return h >= 0 && (t.lemma(h) == "truth" || t.lemma(h) == "substance") && !t.hasDeterminer(h, "no", "any", "little")
}

// hisOwn reports whether a word names the people of whoever speaks of them: who says
// that "his men had attacked the town" boasts of them and accuses nobody.
func (t *tree) hisOwn(k int) bool {
	return k >= 0 && t.base(t.first(k)) == "nsubj" && ownPeople[t.lemma(k)] && slices.ContainsFunc(t.children(k, "nmod:poss"), func(p int) bool { return t.is(p, "PRON") })
}

// ownPeople are those who act for somebody.
var ownPeople = words("man fighter force troop soldier warrior follower supporter army group movement team side party client government people")
