package resolve

import (
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

// joinSurnamesInside joins a surname with the one full name of a document that
// has it.
func (r *resolver) joinSurnamesInside() {
	type key struct {
		doc     int32
		surname string
	}
	full := make(map[key][]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || !u.named() {
			continue
		}
		if p := r.person(u.name); p.full() {
			k := key{u.doc, p.surname()}
			full[k] = append(full[k], unitID(i))
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || !u.named() {
			continue
		}
		p := r.person(u.name)
		if len(p.tokens) != 1 {
			continue
		}
		bearers := full[key{u.doc, p.surname()}]
		if len(bearers) == 0 {
			continue
		}
		for _, b := range bearers[1:] {
			if r.find(b) != r.find(bearers[0]) {
				bearers = nil
				break
			}
		}
		if len(bearers) > 0 {
			r.join(bearers[0], unitID(i), ruleSurname, fmt.Sprintf("%s is the only one in %s with the surname %s",
				quote(r.units[bearers[0]].name), r.documentOf(unitID(i)), quote(u.name)))
		}
	}
}

// joinSurnamesAcross joins persons that a document calls by one name only with
// the person of another document that has this surname and the same context.
func (r *resolver) joinSurnamesAcross(full []candidate) {
	bySurname := make(map[string][]candidate)
	for _, c := range full {
		if s := c.name.surname(); len(bySurname[s]) < maxBlock {
			bySurname[s] = append(bySurname[s], c)
		}
	}
	single := make(map[string][]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || u.generic || !u.named() || len(r.members(r.find(unitID(i)))) > 1 {
			continue
		}
		p := r.person(u.name)
		if len(p.tokens) != 1 {
			continue
		}
		r.considerSurname(unitID(i), bySurname[p.surname()])
		if r.find(unitID(i)) == unitID(i) && len(r.members(unitID(i))) == 1 {
			single[p.surname()] = append(single[p.surname()], unitID(i))
		}
	}
	for _, surname := range sortedKeys(single) {
		r.joinMononyms(single[surname])
	}
}

func (r *resolver) considerSurname(u unitID, bearers []candidate) {
	best, bestWeight, tie := candidate{unit: noUnit}, 0, false
	var bestShared []unitID
	distinct := make(map[unitID]bool)
	for _, c := range bearers {
		root := r.find(c.unit)
		if distinct[root] {
			continue
		}
		distinct[root] = true
		if r.differentPersons(c.unit, u) != "" {
			continue
		}
		weight, shared := r.sharedContext(c.unit, u)
		switch {
		case weight > bestWeight:
			best, bestWeight, bestShared, tie = c, weight, shared, false
		case weight == bestWeight && weight > 0:
			tie = true
		}
	}
	switch {
	case best.unit != noUnit && !tie && bestWeight >= enoughContext:
		r.join(best.unit, u, ruleContext, fmt.Sprintf("%s is the surname of %s, and both stand with %s",
			quote(r.units[u].name), quote(r.units[best.unit].name), r.nameList(bestShared)))
	case len(distinct) == 1:
		r.doubt(bearers[0].unit, u, ruleContext, fmt.Sprintf("%s is the surname of %s, but too little context is shared",
			quote(r.units[u].name), quote(r.units[bearers[0].unit].name)))
	}
}

// joinMononyms joins persons whom all documents call by the same one name when
// they share context.
func (r *resolver) joinMononyms(units []unitID) {
	var heads []unitID
next:
	for _, u := range units {
		for _, h := range heads {
			if r.differentPersons(h, u) != "" {
				continue
			}
			if weight, shared := r.sharedContext(h, u); weight >= enoughContext &&
				r.join(h, u, ruleContext, fmt.Sprintf("both are called %s and stand with %s",
					quote(r.units[u].name), r.nameList(shared))) {
				continue next
			}
		}
		if len(heads) > 0 && len(heads) < maxNamesakes {
			r.doubt(heads[0], u, ruleName, fmt.Sprintf("both are called %s, but share too little context", quote(r.units[u].name)))
		}
		if len(heads) < maxNamesakes {
			heads = append(heads, u)
		}
	}
}
