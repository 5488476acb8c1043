package resolve

import (
	"unique"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// maxNear bounds how many neighbours in sentences a unit remembers, so that
// lists of names do not weigh more than anything else.
const maxNear = 40

// partner is another unit that the same document relates a unit to. There are
// more of them than of anything else, so the predicate is not held as a string.
type partner struct {
	// predicate relates the two; none when they only stand in one sentence.
	predicate unique.Handle[nlp.Predicate]
	unit      unitID
	object    bool // the partner is the predicate's object
}

var nearby = unique.Make(nlp.Predicate(""))

func (s *summary) addPartners(o *graph.Observation, d *division) {
	for i := range o.Claims {
		c := &o.Claims[i]
		subject, object := s.doc.claimUnits(o, d, c)
		for _, u := range append(s.doc.attribution(o, d, c), subject, object) {
			if u != noUnit {
				s.units[u].claimed = true
			}
		}
		if subject != noUnit && object != noUnit && subject != object {
			by := unique.Make(c.Predicate)
			s.units[subject].partners = append(s.units[subject].partners, partner{by, object, true})
			s.units[object].partners = append(s.units[object].partners, partner{by, subject, false})
		}
		for _, by := range s.doc.attribution(o, d, c) {
			if subject != noUnit && by != subject {
				s.units[subject].partners = append(s.units[subject].partners, partner{nearby, by, false})
			}
		}
	}
	bySentence := make(map[int][]unitID)
	for i := range o.Chains {
		for m := range o.Chains[i].Mentions {
			u := s.doc.chains[i][d.of[i][m]]
			if s.units[u].named() {
				sentence := o.Chains[i].Mentions[m].Sentence
				bySentence[sentence] = addNew(bySentence[sentence], u)
			}
		}
	}
	for _, sentence := range sortedKeys(bySentence) {
		for _, u := range bySentence[sentence] {
			for _, v := range bySentence[sentence] {
				if u != v && len(s.units[u].partners) < maxNear {
					s.units[u].partners = addNew(s.units[u].partners, partner{nearby, v, false})
				}
			}
		}
	}
}
