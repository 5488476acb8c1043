package resolve

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// What a shared neighbour counts towards taking two names for one person, and
// what is needed. A country says little, most articles have some; the same
// relation to it says more.
const (
	sharedPartner  = 2
	sharedCountry  = 1
	sharedRelation = 1
	enoughContext  = 2
)

// sharedContext weighs what the clusters of two units have to do with in
// common, and names it.
func (r *resolver) sharedContext(a, b unitID) (weight int, shared []unitID) {
	pa, pb := r.neighbours(a), r.neighbours(b)
	for _, n := range sortedKeys(pa) {
		relations, ok := pb[n]
		if !ok {
			continue
		}
		shared = append(shared, n)
		if r.factsOf(n).typ == nlp.Country {
			weight += sharedCountry
		} else {
			weight += sharedPartner
		}
		for p := range pa[n] {
			if p != "" && relations[p] {
				weight += sharedRelation
				break
			}
		}
	}
	return weight, shared
}

// sharedCompany returns a person that stands with the one and sounds like a
// person that stands with the other: two who are named together in two
// documents support each other, however either is spelled.
func (r *resolver) sharedCompany(a, b unitID) (string, bool) {
	company := make(map[string]bool)
	for _, n := range sortedKeys(r.neighbours(a)) {
		if u := &r.units[n]; u.typ == nlp.Person {
			if p := r.person(u.name); p.full() {
				company[p.skeletonKey()] = true
			}
		}
	}
	for _, n := range sortedKeys(r.neighbours(b)) {
		if u := &r.units[n]; u.typ == nlp.Person {
			if p := r.person(u.name); p.full() && company[p.skeletonKey()] {
				return u.name, true
			}
		}
	}
	return "", false
}

// neighbours returns the named clusters that the members of a unit's cluster
// are related to, and by which predicates.
func (r *resolver) neighbours(u unitID) map[unitID]map[nlp.Predicate]bool {
	out := make(map[unitID]map[nlp.Predicate]bool)
	self := r.find(u)
	members := slices.Clone(r.members(self))
	slices.Sort(members)
	for _, m := range members[:min(len(members), maxMembersRead)] {
		for _, p := range r.units[m].partners {
			root := r.find(p.unit)
			if root == self || !r.units[p.unit].named() && r.factsOf(root).key == "" {
				continue
			}
			if out[root] == nil {
				out[root] = make(map[nlp.Predicate]bool)
			}
			out[root][r.predicates[p.predicate]] = true
		}
	}
	return out
}

// maxMembersRead bounds how many members of a large cluster are asked for their
// neighbours.
const maxMembersRead = 200

func (r *resolver) nameList(units []unitID) string {
	names := make([]string, 0, 3)
	for _, u := range units {
		if len(names) == 3 {
			break
		}
		name := r.units[u].name
		if s := r.units[u].sense; s.Key != "" {
			name = s.Name
		}
		names = append(names, quote(name))
	}
	switch len(names) {
	case 0:
		return "nothing"
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
