package resolve

import (
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

// retypePersons makes persons of units that a reader took for something else,
// when another document has a person of this full name with the same context.
func (r *resolver) retypePersons() {
	persons := make(map[string][]unitID)
	for i := range r.units {
		if u := &r.units[i]; u.typ == nlp.Person && u.named() {
			if p := r.person(u.name); p.full() && len(persons[p.key()]) < maxNamesakes {
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
		for _, other := range persons[r.person(u.name).key()] {
			weight, _ := r.sharedContext(unitID(i), other)
			if _, company := r.sharedCompany(unitID(i), other); company || weight >= enoughContext {
				u.typ, u.country = nlp.Person, ""
				r.facts[r.find(unitID(i))] = nil
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
		doc  int32
		name string
	}
	bodies := make(map[key]unitID)
	surnames := make(map[key]bool)
	for i := range r.units {
		u := &r.units[i]
		if !u.named() || u.generic {
			continue
		}
		if u.typ == nlp.Person {
			if p := r.person(u.name); p.full() {
				surnames[key{u.doc, p.surname()}] = true
			}
		} else if u.typ != nlp.Event && u.typ != nlp.City {
			k := key{u.doc, fold(u.name)}
			if b, ok := bodies[k]; !ok || u.mentions > r.units[b].mentions {
				bodies[k] = unitID(i)
			}
		}
	}
	for i := range r.units {
		u := &r.units[i]
		if u.typ != nlp.Person || !u.named() {
			continue
		}
		k := key{u.doc, fold(u.name)}
		b, ok := bodies[k]
		if !ok || surnames[k] || u.mentions > r.units[b].mentions || r.person(u.name).titled {
			continue
		}
		u.typ, u.sense, u.country = r.units[b].typ, r.units[b].sense, r.units[b].country
		r.facts[i] = nil
		r.join(b, unitID(i), ruleName, fmt.Sprintf("%s and %s are the same name in %s", quote(r.units[b].name), quote(u.name), r.documentOf(unitID(i))))
	}
}
