package resolve

import (
	"fmt"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// joinInstitutions joins what is the only one of its kind in a country: its
// parliament, its army, its health ministry. The country is in the name, or is
// the one that the document speaks of most.
func (r *resolver) joinInstitutions() {
	type key struct{ country, rest string }
	type head struct {
		unit unitID
		form string
	}
	heads := make(map[key]head)
	for i := range r.units {
		u := &r.units[i]
		if u.sense.Key != "" || u.generic || u.unknown || u.typ == nlp.Person || u.typ == nlp.Event {
			continue
		}
		for _, f := range u.ownForms() {
			country, rest, inName := qualified(f, r.know)
			if !inName {
				country.Key, rest = r.docs[u.doc].country, fold(f)
			}
			rest = singulars(rest)
			if country.Key == "" || !institution(rest, inName, u) {
				continue
			}
			k := key{country.Key, rest}
			if h, ok := heads[k]; ok {
				r.join(h.unit, unitID(i), ruleInstitution,
					fmt.Sprintf("%s and %s are the same institution of one country", quote(h.form), quote(f)))
			} else {
				heads[k] = head{unitID(i), f}
			}
		}
	}
}

// institution reports whether a folded form names a thing that a country has
// one of. A phrase that is no name must hold its country.
func institution(rest string, inName bool, u *unit) bool {
	if rest == "" {
		return false
	}
	if institutions[rest] {
		return inName || u.named() || words("bare institution")[rest]
	}
	return u.named() && common(rest) && strings.Contains(rest, " ")
}

var institutions = func() map[string]bool {
	m := make(map[string]bool)
	for w := range words("institution") {
		m[singulars(w)] = true
	}
	return m
}()
