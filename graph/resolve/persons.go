package resolve

import (
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

// joinPersons applies the rules for persons.
func (r *resolver) joinPersons() {
	r.retypePersons()
	r.joinFullNames()
	r.joinSurnamesInside()
	full := r.fullNames()
	r.joinSpellings(full)
	r.joinSurnamesAcross(full)
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
		for _, f := range r.ownNames(u) {
			p := r.person(f)
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
func (r *resolver) ownNames(u *unit) []string {
	if !u.named() {
		return nil
	}
	names := []string{u.name}
	best := r.person(u.name)
	for _, f := range u.forms {
		if p := r.person(f.text); f.text != u.name && p.full() && p.surname() == best.surname() {
			names = append(names, f.text)
		}
	}
	return names
}
