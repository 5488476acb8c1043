package resolve

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// anchor looks the unit up in the gazetteer and finds the country in its name.
func (u *unit) anchor(k *Knowledge) {
	if u.sense.Key == "" && u.named() && !u.generic && u.typ != nlp.Event && u.typ != nlp.Person {
		sense := pickSense(u, k)
		u.sense = &sense
	}
	if u.sense.Key == "" && !u.generic && !u.unknown {
		if s, ok := governmentOf(u, k); ok {
			u.sense = &s
		} else if s, ok := bodyOf(u, k); ok {
			u.sense = &s
		}
	}
	if u.sense.Key == "" {
		if u.typ == nlp.Person || u.typ == nlp.Event {
			return
		}
		for _, f := range u.ownForms() {
			if country, _, ok := qualified(f, k); ok {
				u.country = country.Key
				break
			}
		}
	} else {
		u.country = u.sense.Country
	}
}

// ownForms returns the forms that tell what the unit is: its names, or its
// best nominal when it has none.
func (u *unit) ownForms() []string {
	if !u.named() {
		return []string{u.name}
	}
	forms := make([]string, 0, len(u.forms))
	for _, f := range u.forms {
		forms = append(forms, f.text)
	}
	return forms
}

// pickSense chooses the sense that most of the unit's forms allow, the best
// form and the likeliest sense first.
func pickSense(u *unit, k *Knowledge) Sense {
	votes := make(map[string]int)
	var order []Sense
	for _, f := range u.forms {
		if u.spelledOut(f.text, k) {
			continue
		}
		for _, s := range k.senses(f.text) {
			if !senseFits(u, s) {
				continue
			}
			s = peopleOf(u, s)
			if votes[s.Key] == 0 {
				order = append(order, s)
			}
			votes[s.Key] += 1 + f.count
		}
	}
	best := Sense{}
	for _, s := range order {
		if best.Key == "" || votes[s.Key] > votes[best.Key] {
			best = s
		}
	}
	// A chain that has the name and the adjective goes by the name.
	for _, f := range u.forms {
		for _, s := range k.senses(f.text) {
			if s.Key == best.Key && s.Form == ProperForm {
				best.Form = ProperForm
			}
		}
	}
	return best
}

// peopleOf turns the sense of a state into that of its people where the unit is
// one; its name is then what documents call it.
func peopleOf(u *unit, s Sense) Sense {
	if s.Type == nlp.Country && (s.Form == PeopleForm || s.Form == AdjectiveForm && u.typ == nlp.Group) {
		return Sense{Key: "people of " + s.Key, Type: nlp.Group, Form: PeopleForm, Country: s.Key}
	}
	return s
}

// senseFits reports whether a unit of its type can be what the gazetteer says.
// Models confuse bodies and places with one another, but seldom with persons,
// products and events.
func senseFits(u *unit, s Sense) bool {
	switch s.Form {
	case CapitalForm:
		return false // decided by use, in divide
	case AdjectiveForm:
		return u.typ == nlp.Country || u.typ == nlp.Group
	case PeopleForm:
		return u.typ == nlp.Group || u.typ == nlp.Concept
	}
	switch u.typ {
	case nlp.Person, nlp.Event:
		return s.Type == u.typ
	case nlp.Product, nlp.Concept:
		return s.Type == u.typ || s.Type == nlp.Organization || s.Type == nlp.Group
	case nlp.City:
		return s.Type != nlp.Country || u.use == wholeUse && u.name == s.Name
	}
	return s.Type != nlp.Person && s.Type != nlp.Event && s.Type != nlp.Product && s.Type != nlp.Concept
}

// governmentOf returns the state whose government a unit is called: "the
// Iranian government", "the government of Iran".
func governmentOf(u *unit, k *Knowledge) (Sense, bool) {
	switch u.typ {
	case nlp.Organization, nlp.Country, nlp.Group, nlp.Concept:
	default:
		return Sense{}, false
	}
	for _, f := range u.ownForms() {
		if country, rest, ok := qualified(f, k); ok && words("government")[rest] {
			country.Form = governmentForm
			return country, true
		}
	}
	return Sense{}, false
}

// bodyOf returns the known body that a unit is called by with words behind it
// that only say what it is: "Islamic State terror group".
func bodyOf(u *unit, k *Knowledge) (Sense, bool) {
	if u.typ != nlp.Organization && u.typ != nlp.Group {
		return Sense{}, false
	}
	for _, f := range u.ownForms() {
		fields := strings.Fields(f)
		n := len(fields)
		for n > 1 && words("designator")[fold(fields[n-1])] {
			n--
		}
		if n == len(fields) {
			continue
		}
		for _, s := range k.senses(trimForm(strings.Join(fields[:n], " "))) {
			if s.Form == ProperForm && (s.Type == nlp.Organization || s.Type == nlp.Group) {
				s.Form = bodyForm
				return s, true
			}
		}
	}
	return Sense{}, false
}

// qualified takes a form apart into a country and the rest: "Iranian
// parliament", "Iran's parliament", "parliament of Iran". The rest is folded.
func qualified(form string, k *Knowledge) (country Sense, rest string, ok bool) {
	fields := strings.Fields(trimForm(form))
	for n := min(3, len(fields)-1); n >= 1; n-- {
		head := trimForm(strings.Join(fields[:n], " "))
		if s, found := k.state(head, ProperForm, AdjectiveForm); found {
			return s, fold(strings.Join(fields[n:], " ")), true
		}
	}
	for i := len(fields) - 2; i > 0; i-- {
		if fields[i] == "of" {
			if s, found := k.state(trimForm(strings.Join(fields[i+1:], " ")), ProperForm); found {
				return s, fold(strings.Join(fields[:i], " ")), true
			}
		}
	}
	return Sense{}, "", false
}

// typesAgree reports whether two types may be one thing's, given that readers
// and models draw their borders differently.
func typesAgree(a, b nlp.EntityType) bool {
	if a == b {
		return true
	}
	if a > b {
		a, b = b, a
	}
	return agreeing[[2]nlp.EntityType{a, b}]
}

var agreeing = func() map[[2]nlp.EntityType]bool {
	m := make(map[[2]nlp.EntityType]bool)
	for _, pair := range [][2]nlp.EntityType{
		{nlp.Organization, nlp.Group}, {nlp.Organization, nlp.Facility}, {nlp.Organization, nlp.Product},
		{nlp.Organization, nlp.Concept}, {nlp.Group, nlp.Concept}, {nlp.Facility, nlp.Place},
		{nlp.Facility, nlp.Concept}, {nlp.Place, nlp.City}, {nlp.Place, nlp.Country}, {nlp.Product, nlp.Concept},
		{nlp.Place, nlp.Concept}, {nlp.City, nlp.Country},
	} {
		a, b := pair[0], pair[1]
		if a > b {
			a, b = b, a
		}
		m[[2]nlp.EntityType{a, b}] = true
	}
	return m
}()
