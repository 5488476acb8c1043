package resolve

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xrash/smetrics"

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

// Similarities of Winkler's measure: spellings so close that any shared
// neighbour will do, and the least that two romanisations of one name have.
const (
	closeSpelling = 0.93
	leastSpelling = 0.72
)

// candidate is a cluster of person units of one full name.
type candidate struct {
	unit unitID // a member with the best form
	name personName
}

// joinPersons applies the rules for persons.
func (r *resolver) joinPersons() {
	r.retypePersons()
	r.joinFullNames()
	r.joinSurnamesInside()
	full := r.fullNames()
	r.joinSpellings(full)
	r.joinSurnamesAcross(full)
}

// retypePersons makes persons of units that a reader took for something else,
// when another document has a person of this full name with the same context.
func (r *resolver) retypePersons() {
	persons := make(map[string][]unitID)
	for i := range r.units {
		if u := &r.units[i]; u.typ == nlp.Person && u.named() {
			if p := parsePerson(u.name); p.full() && len(persons[p.key()]) < maxNamesakes {
				persons[p.key()] = append(persons[p.key()], unitID(i))
			}
		}
	}
	r.retypeBodies()
	for i := range r.units {
		u := &r.units[i]
		if u.typ == nlp.Person || u.typ == nlp.Event || !u.named() || u.sense.Key != "" || len(r.members(r.find(unitID(i)))) > 1 {
			continue
		}
		for _, other := range persons[parsePerson(u.name).key()] {
			weight, _ := r.sharedContext(unitID(i), other)
			if _, company := r.sharedCompany(unitID(i), other); company || weight >= enoughContext {
				u.typ, u.country = nlp.Person, ""
				delete(r.facts, r.find(unitID(i)))
				break
			}
		}
	}
}

// retypeBodies makes bodies of units of one name alone that a reader took for
// persons, when the same document has a body of this name that it mentions more
// often, and nobody whose surname it is.
func (r *resolver) retypeBodies() {
	type key struct {
		doc  int
		name string
	}
	bodies := make(map[key]unitID)
	surnames := make(map[key]bool)
	for i := range r.units {
		u := &r.units[i]
		if !u.named() || u.generic {
			continue
		}
		if p := parsePerson(u.name); u.typ == nlp.Person && p.full() {
			surnames[key{u.doc, p.surname()}] = true
		} else if u.typ != nlp.Person && u.typ != nlp.Event && u.typ != nlp.City {
			k := key{u.doc, fold(u.name)}
			if b, ok := bodies[k]; !ok || u.mentions > r.units[b].mentions {
				bodies[k] = unitID(i)
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		k := key{u.doc, fold(u.name)}
		b, ok := bodies[k]
		if u.typ != nlp.Person || !u.named() || !ok || surnames[k] || u.mentions > r.units[b].mentions || parsePerson(u.name).titled {
			continue
		}
		u.typ, u.sense, u.country = r.units[b].typ, r.units[b].sense, r.units[b].country
		delete(r.facts, unitID(i))
		r.join(b, unitID(i), ruleName, fmt.Sprintf("%s and %s are the same name in %s", quote(r.units[b].name), quote(u.name), u.ref.Document))
	}
}

// joinFullNames joins persons of the same full name unless what is said of them
// contradicts it.
func (r *resolver) joinFullNames() {
	heads := make(map[string][]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || u.generic {
			continue
		}
		for _, f := range u.ownNames() {
			p := parsePerson(f)
			if !p.full() {
				continue
			}
			key := p.key()
			joined := false
			for _, h := range heads[key] {
				if r.find(h) == r.find(unitID(i)) {
					joined = true
					break
				}
				if why := r.differentPersons(h, unitID(i)); why != "" {
					r.doubt(h, unitID(i), ruleName, fmt.Sprintf("%s is the name of both, but %s", quote(f), why))
					continue
				}
				if r.join(h, unitID(i), ruleName, fmt.Sprintf("%s and %s are the same name", quote(r.units[h].name), quote(f))) {
					joined = true
					break
				}
			}
			if !joined && len(heads[key]) < maxNamesakes {
				heads[key] = append(heads[key], unitID(i))
			}
		}
	}
}

// ownNames returns the person's best full name, and the other full names that
// share its surname: those of a chain that took in somebody else do not join.
func (u *unit) ownNames() []string {
	if !u.named() {
		return nil
	}
	names := []string{u.name}
	best := parsePerson(u.name)
	for _, f := range u.forms {
		if p := parsePerson(f.text); f.text != u.name && p.full() && p.surname() == best.surname() {
			names = append(names, f.text)
		}
	}
	return names
}

// joinSurnamesInside joins a surname with the one full name of a document that
// has it.
func (r *resolver) joinSurnamesInside() {
	type key struct {
		doc     int
		surname string
	}
	full := make(map[key][]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || !u.named() {
			continue
		}
		if p := parsePerson(u.name); p.full() {
			k := key{u.doc, p.surname()}
			full[k] = append(full[k], unitID(i))
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || !u.named() {
			continue
		}
		p := parsePerson(u.name)
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
				quote(r.units[bearers[0]].name), u.ref.Document, quote(u.name)))
		}
	}
}

// fullNames returns one candidate for each cluster and distinct full name in
// it, in order of units.
func (r *resolver) fullNames() []candidate {
	type key struct {
		root unitID
		name string
	}
	seen := make(map[key]bool)
	var out []candidate
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || u.generic || !u.named() {
			continue
		}
		p := parsePerson(u.name)
		k := key{r.find(unitID(i)), p.key()}
		if !p.full() || seen[k] {
			continue
		}
		seen[k] = true
		out = append(out, candidate{unitID(i), p})
	}
	return out
}

// joinSpellings joins names that are romanisations of one name, or the same but
// for middle names and initials, when their context is shared.
func (r *resolver) joinSpellings(full []candidate) {
	blocks := make(map[string][]candidate)
	for _, c := range full {
		for _, key := range []string{"skeleton " + c.name.skeletonKey(), "surname " + c.name.surname() + " " + c.name.tokens[0][:1]} {
			block := blocks[key]
			for _, other := range block {
				r.considerSpelling(other, c)
			}
			if len(block) < maxBlock {
				blocks[key] = append(block, c)
			}
		}
	}
}

// maxBlock bounds the names that are compared with one another because they
// share a key.
const maxBlock = 64

func (r *resolver) considerSpelling(a, b candidate) {
	if r.find(a.unit) == r.find(b.unit) || a.name.key() == b.name.key() {
		return
	}
	nameA, nameB := r.units[a.unit].name, r.units[b.unit].name
	similarity, rule, how := spelling(a.name, b.name), ruleTransliteration, "are spellings of one name"
	if a.name.fits(b.name) {
		similarity, rule, how = 1, ruleShort, "differ in middle names or initials only"
	}
	if similarity < leastSpelling {
		return
	}
	if why := r.differentPersons(a.unit, b.unit); why != "" {
		r.doubt(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, but %s", quote(nameA), quote(nameB), how, why))
		return
	}
	weight, shared := r.sharedContext(a.unit, b.unit)
	with := r.nameList(shared)
	need := enoughContext
	if similarity >= closeSpelling {
		need = sharedCountry
	}
	if name, ok := r.sharedCompany(a.unit, b.unit); ok && weight < need {
		weight, with = weight+sharedPartner, quote(name)
	}
	if weight < need {
		r.doubt(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, but share no context", quote(nameA), quote(nameB), how))
		return
	}
	r.join(a.unit, b.unit, rule, fmt.Sprintf("%s and %s %s, and both stand with %s",
		quote(nameA), quote(nameB), how, with))
}

// spelling returns how close two names with as many parts are, part by part:
// the least similarity of two parts, or 0 when the sounds differ.
func spelling(a, b personName) float64 {
	if len(a.tokens) != len(b.tokens) {
		return 0
	}
	least := 1.0
	for i := range a.tokens {
		if skeleton(a.tokens[i]) != skeleton(b.tokens[i]) {
			return 0
		}
		least = min(least, smetrics.JaroWinkler(a.tokens[i], b.tokens[i], 0.7, 4))
	}
	return least
}

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
			if p := parsePerson(u.name); p.full() {
				company[p.skeletonKey()] = true
			}
		}
	}
	for _, n := range sortedKeys(r.neighbours(b)) {
		if u := &r.units[n]; u.typ == nlp.Person {
			if p := parsePerson(u.name); p.full() && company[p.skeletonKey()] {
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
			out[root][p.predicate] = true
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
		p := parsePerson(u.name)
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
