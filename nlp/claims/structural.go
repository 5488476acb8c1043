package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// structural reports whether the pattern reads a noun phrase that does not
// predicate: what it says of roles and origins is taken for granted, whatever
// happens to the phrase.
func (m *matcher) structural() bool {
	if m.predicate == "member_of" && m.p.Class == codebook.Verb && presuming[m.t.lemma(m.h)] {
		return true // "to give the Colts a lead": for whom somebody plays is no purpose
	}
	h := m.t.titleNoun(m.h)
	return m.p.Class == codebook.Noun && background[m.predicate] && m.t.child(h, "cop") < 0 &&
		m.t.base(h) != "xcomp" && !(m.t.base(h) == "conj" && m.t.child(m.t.first(h), "cop") >= 0)
}

// background are predicates that a noun phrase takes for granted.
var background = map[nlp.Predicate]bool{
	"leads": true, "works_for": true, "member_of": true, "national_of": true, "part_of": true, "spokesperson_of": true,
	"family_of": true, "branch_of": true, "lives_in": true, "owns": true, "founded": true,
}

// presuming are verbs of playing for a side, of which only the deed can be
// wanted or denied.
var presuming = words("put place give fire send head shoot edge hand nudge haul drag lift push steer cap lead trail equalise equalize level")
