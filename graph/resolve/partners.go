package resolve

import (
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// maxNear bounds how many neighbours in sentences a unit remembers, so that
// lists of names do not weigh more than anything else.
const maxNear = 40

// partner is another unit that the same document relates a unit to. There are
// more of them than of anything else, so the predicate is not held as a string.
type partner struct {
	unit unitID
	// predicate relates the two; nearby when they only stand in one sentence.
	predicate predicateID
	object    bool // the partner is the predicate's object
}

// predicateID stands for a predicate in a table of them.
type predicateID int32

// nearby is no predicate.
const nearby predicateID = 0

// predicateTable numbers predicates as they come.
type predicateTable struct {
	ids   map[nlp.Predicate]predicateID
	names []nlp.Predicate
}

func newPredicateTable() predicateTable {
	return predicateTable{map[nlp.Predicate]predicateID{"": nearby}, []nlp.Predicate{""}}
}

func (t *predicateTable) id(p nlp.Predicate) predicateID {
	id, ok := t.ids[p]
	if !ok {
		id = predicateID(len(t.names))
		p = nlp.Predicate(strings.Clone(string(p)))
		t.ids[p], t.names = id, append(t.names, p)
	}
	return id
}

func (s *summary) addPartners(o *graph.Observation, d *division, kept *interner) {
	for i := range o.Claims {
		c := &o.Claims[i]
		subject, object := s.doc.claimUnits(o, d, c)
		voices := s.doc.attribution(o, d, c)
		for _, u := range append(voices, subject, object) {
			if u != noUnit {
				s.units[u].claimed = true
			}
		}
		if subject != noUnit && object != noUnit && subject != object {
			by := kept.predicates.id(c.Predicate)
			s.units[subject].partners = append(s.units[subject].partners, partner{object, by, true})
			s.units[object].partners = append(s.units[object].partners, partner{subject, by, false})
		}
		for _, by := range voices {
			if subject != noUnit && by != subject {
				s.units[subject].partners = append(s.units[subject].partners, partner{by, nearby, false})
			}
		}
	}
	bySentence := make(map[int][]unitID)
	for i := range o.Chains {
		for m := range o.Chains[i].Mentions {
			u := s.doc.unit(nlp.ChainID(i), d.partOf(i, m))
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
					s.units[u].partners = addNew(s.units[u].partners, partner{v, nearby, false})
				}
			}
		}
	}
}
