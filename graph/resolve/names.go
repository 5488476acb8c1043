package resolve

import (
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

// joinNames applies the rules for everything but persons and events.
func (r *resolver) joinNames() {
	r.releaseAcronyms()
	r.joinAnchored()
	r.joinStated()
	r.joinBy(ruleName, r.nameKeys, func(a, b string) string {
		return fmt.Sprintf("%s and %s are the same name", quote(a), quote(b))
	})
	r.joinBy(ruleShort, r.coreKeys, func(a, b string) string {
		return fmt.Sprintf("%s and %s differ only in words that say what kind of body it is", quote(a), quote(b))
	})
	r.joinInstitutions()
	r.joinAcronyms()
}

func quote(s string) string { return "“" + s + "”" }

// plain reports whether a unit is for the name rules of bodies, places and
// things.
func plain(u *unit) bool {
	return u.named() && !u.generic && u.typ != nlp.Person && u.typ != nlp.Event
}

// joinAnchored joins units that the gazetteer knows as the same thing.
func (r *resolver) joinAnchored() {
	first := make(map[string]unitID)
	for i := range r.units {
		u := &r.units[i]
		if u.sense.Key == "" {
			continue
		}
		head, ok := first[u.sense.Key]
		if !ok {
			first[u.sense.Key] = unitID(i)
			continue
		}
		rule, reason := anchoredReason(&r.units[head], u)
		r.join(head, unitID(i), rule, reason)
	}
}

func anchoredReason(a, b *unit) (rule, reason string) {
	for _, u := range []*unit{b, a} {
		known := u.sense.Name
		switch {
		case u.use == actorUse || u.sense.Form == CapitalForm:
			return ruleCapital, fmt.Sprintf("%s acts here, and is the seat of government of %s", quote(u.name), known)
		case u.sense.Form == governmentForm:
			return ruleGovernment, fmt.Sprintf("%s acts for its state, %s", quote(u.name), known)
		case u.sense.Form == AdjectiveForm:
			return ruleAdjective, fmt.Sprintf("%s is the adjective of %s", quote(u.name), known)
		}
	}
	if fold(a.name) == fold(b.name) {
		return ruleName, fmt.Sprintf("%s and %s are the same name", quote(a.name), quote(b.name))
	}
	for _, u := range []*unit{b, a} {
		if u.sense.Form == bodyForm {
			return ruleShort, fmt.Sprintf("%s is %s and words that say what kind of body it is", quote(u.name), quote(u.sense.Name))
		}
	}
	if a.sense.Name == "" {
		return ruleAlias, fmt.Sprintf("%s and %s are names of one people", quote(a.name), quote(b.name))
	}
	return ruleAlias, fmt.Sprintf("%s and %s are names of %s", quote(a.name), quote(b.name), a.sense.Name)
}

// keyed is a key that a form of a unit gives.
type keyed struct {
	key, form string
}

// joinBy joins the units that share a key. Units with one key that contradict
// one another stay apart, and each later unit goes to the first that it does
// not contradict.
func (r *resolver) joinBy(rule string, keys func(*unit) []keyed, reason func(a, b string) string) {
	type head struct {
		unit unitID
		form string
	}
	heads := make(map[string][]head)
	for i := range r.units {
		for _, k := range keys(&r.units[i]) {
			joined := false
			for _, h := range heads[k.key] {
				if r.join(h.unit, unitID(i), rule, reason(h.form, k.form)) {
					joined = true
					break
				}
			}
			if joined || len(heads[k.key]) >= maxNamesakes {
				continue
			}
			for _, h := range heads[k.key] {
				if r.bothKnown(h.unit, unitID(i)) {
					continue
				}
				r.doubt(h.unit, unitID(i), rule, fmt.Sprintf("%s and %s are the same name, but %s",
					quote(h.form), quote(k.form), r.conflict(r.find(h.unit), r.find(unitID(i)))))
			}
			heads[k.key] = append(heads[k.key], head{unitID(i), k.form})
		}
	}
}

// bothKnown reports whether the gazetteer tells two clusters apart, so that
// there is nothing to doubt.
func (r *resolver) bothKnown(a, b unitID) bool {
	return r.factsOf(r.find(a)).key != "" && r.factsOf(r.find(b)).key != ""
}

// maxNamesakes bounds how many different things of one name are told apart.
const maxNamesakes = 16
