package resolve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// startsVaguely reports whether a phrase begins with a word that only points or
// counts, so that nobody would use it as a name.
func startsVaguely(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	return words("vague")[first] || strings.HasSuffix(first, "est") || strings.ContainsAny(first, "0123456789") && len(first) < 4
}

// open reports whether an event noun leaves open what in its family it is.
func open(noun string, k *Knowledge) bool {
	for _, kind := range kindsOf(noun, k) {
		if kind.group != anyGroup {
			return false
		}
	}
	return true
}

func (r *resolver) nameEvent(l *label, e *eventLabel, all *occurrence, nouns votes[string], members []unitID, labels []*label) {
	if tallies := r.tallyForms(members, func(u *unit) []form { return u.forms }); len(tallies) > 0 {
		r.sortNames(tallies, nlp.Event)
		l.name, l.named = tallies[0].text(), true
		l.stem = slug(l.name)
		return
	}
	noun := r.know.eventWord(r.nounFor(e, nouns))
	nameOf := func(u unitID) string {
		if lab := labels[r.find(u)]; lab != nil {
			return lab.name
		}
		return ""
	}
	about := ""
	switch {
	case len(all.killed) > 0 && words("once")[noun]:
		about = join(noun, "of", nameOf(all.killed[0]))
	case len(all.honoured) > 0:
		about = join(noun, "for", nameOf(all.honoured[0]))
	case len(all.killed) > 0 && len(all.cities) == 0:
		about = join(noun, towards(noun), nameOf(all.killed[0]))
	}
	if about != "" {
		l.name, l.stem = about, slug(about)
		return
	}
	if place := r.namingPlace(e, labels); place != "" {
		l.name = place + " " + noun
		l.stem = slug(l.name)
		if y := e.when.Start.Year; y != 0 && r.lookedBack(e.when.Start, members) {
			l.name = strconv.Itoa(y) + " " + l.name
		}
		return
	}
	if len(all.patients) > 0 && slices.ContainsFunc(kindsOf(e.kind, r.know), func(k kind) bool { return k.family == "violence" }) {
		if about = join(noun, towards(noun), nameOf(all.patients[0])); about != "" {
			l.name, l.stem = about, slug(about)
			return
		}
	}
	l.private = true
	l.name = r.units[members[0]].name
	for _, m := range members {
		if name := r.units[m].name; len(r.units[m].nominals) > 0 && len(name) > len(l.name) {
			l.name = name
		}
	}
	if l.name == "" {
		l.name = noun
	}
	l.stem = slug(l.name)
}

// towards returns the preposition between the noun of an event and the one that
// it was done to.
func towards(noun string) string {
	head := noun[strings.LastIndexByte(noun, ' ')+1:]
	switch {
	case words("done to")[noun] || words("done to")[head]:
		return "of"
	case words("done against")[noun] || words("done against")[head]:
		return "against"
	}
	return "on"
}

func join(noun, word, name string) string {
	if name == "" {
		return ""
	}
	return noun + " " + word + " " + name
}

// nounFor returns the noun that the event's name has. It is the event's kind
// unless the tellings have a word that says more: "crane collapse" of an
// accident, "memorial service" of a ceremony, "drone strike" of an airstrike,
// but not "attack" of a bombing.
func (r *resolver) nounFor(e *eventLabel, nouns votes[string]) string {
	vague := open(e.kind, r.know)
	if nouns[e.kind] > 0 && !vague {
		return e.kind
	}
	best := e.kind
	for _, n := range nouns.ranked() {
		if words("vague noun")[n] || kindAgreement(kindsOf(n, r.know), kindsOf(e.kind, r.know)) != alike {
			continue
		}
		if nouns[e.kind] == 0 && tableKinds(e.kind) == nil {
			return n // nobody says "medical emergency" of a heart attack
		}
		switch particular := !open(n, r.know); {
		case particular && (vague && nouns[n]*3 >= nouns[e.kind] || strings.Contains(n, " ")):
			return n
		case vague && nouns[best] < nouns[n]:
			best = n
		}
	}
	return best
}

// namingPlace returns the name of the place that an event is called after: a
// city before a country, and any of these before a building.
func (r *resolver) namingPlace(e *eventLabel, labels []*label) string {
	for _, want := range []nlp.EntityType{nlp.City, nlp.Place, nlp.Country, nlp.Facility} {
		for _, p := range e.places {
			if l := labels[p]; l != nil && l.typ == want && (l.named || l.known) {
				return l.name
			}
		}
	}
	return ""
}

// lookedBack reports whether the members tell of an event of an earlier year
// than their own. An article that gives no date of its own and only the year of
// the event looks back, too.
func (r *resolver) lookedBack(event nlp.Date, members []unitID) bool {
	if reported := r.firstYear(members); reported != 0 {
		return event.Year < reported
	}
	return event.Month == 0
}

// firstYear returns the year of the earliest dated document of the members.
func (r *resolver) firstYear(members []unitID) int {
	first := 0
	for _, m := range members {
		if y := r.docs[r.units[m].doc].date.Year; y != 0 && (first == 0 || y < first) {
			first = y
		}
	}
	return first
}
