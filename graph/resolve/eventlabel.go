package resolve

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// eventLabel is what an event is called, with what the graph says of it.
type eventLabel struct {
	kind   string
	when   nlp.Interval
	places []unitID // roots, those most tellings name first
	partOf unitID
}

// votes counts how many members name something.
type votes[T cmp.Ordered] map[T]int

func (v votes[T]) ranked() []T {
	out := sortedKeys(v)
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(v[b], v[a]) })
	return out
}

// labelEvent makes the label of an event from those of the entities that take
// part in it: a proper name when it has one, else what it was, where, or to
// whom, as a person would say it.
func (r *resolver) labelEvent(root unitID, labels map[unitID]*label) (*label, *eventLabel) {
	members := r.sortedMembers(root)
	l := &label{typ: nlp.Event}
	r.countDocs(l, members)
	e := &eventLabel{partOf: noUnit}
	places, kinds, nouns, wholes := make(votes[unitID]), make(votes[string]), make(votes[string]), make(votes[unitID])
	var all *occurrence
	for _, m := range members {
		u := &r.units[m]
		if u.event == nil {
			continue
		}
		kinds[u.event.noun] += 1 + u.mentions
		for _, p := range u.event.places {
			if r.units[p].event == nil {
				places[r.find(p)]++
			}
		}
		for _, n := range u.event.nouns {
			if tableKinds(n.text) != nil {
				nouns[n.text] += n.count
			}
		}
		if u.event.partOf != noUnit && r.find(u.event.partOf) != root {
			wholes[r.find(u.event.partOf)]++
		}
		if o := r.occurrence(m); all == nil {
			all = o
		} else {
			all.take(o)
		}
	}
	if all == nil {
		// Something else that the user says is an event.
		l = r.labelFor(root)
		l.typ, e.kind = nlp.Event, "event"
		return l, e
	}
	if w := wholes.ranked(); len(w) > 0 {
		e.partOf = w[0]
	}
	e.places = places.ranked()
	e.kind = r.particularKind(kinds)
	e.when = all.time
	r.nameEvent(l, e, all, nouns, members, labels)
	for _, m := range members {
		u := &r.units[m]
		for _, f := range u.forms {
			l.addAlias(f.text)
		}
		for _, f := range u.nominals {
			if text := trimForm(f.text); strings.Contains(text, " ") && !startsVaguely(text) {
				l.addAlias(text)
			}
		}
	}
	l.finish()
	return l, e
}

// startsVaguely reports whether a phrase begins with a word that only points or
// counts, so that nobody would use it as a name.
func startsVaguely(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	return words("vague")[first] || strings.HasSuffix(first, "est") || strings.ContainsAny(first, "0123456789") && len(first) < 4
}

// particularKind returns the kind that most give, unless others are particular
// where it is open.
func (r *resolver) particularKind(kinds votes[string]) string {
	ranked := kinds.ranked()
	if len(ranked) == 0 {
		return "event"
	}
	top := kinds[ranked[0]]
	if open(ranked[0], r.know) {
		for _, k := range ranked[1:] {
			if !open(k, r.know) && kinds[k]*4 >= top &&
				kindAgreement(kindsOf(k, r.know), kindsOf(ranked[0], r.know)) == alike {
				return k
			}
		}
	}
	return ranked[0]
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

func (r *resolver) nameEvent(l *label, e *eventLabel, all *occurrence, nouns votes[string], members []unitID, labels map[unitID]*label) {
	if tallies := r.tallyForms(members, func(u *unit) []form { return u.forms }); len(tallies) > 0 {
		r.sortNames(tallies, nlp.Event)
		l.name, l.named = tallies[0].text(), true
		l.stem = slug(l.name)
		return
	}
	noun := r.nounFor(e, nouns)
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
		about = join(noun, "on", nameOf(all.killed[0]))
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
		if about = join(noun, "on", nameOf(all.patients[0])); about != "" {
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
func (r *resolver) namingPlace(e *eventLabel, labels map[unitID]*label) string {
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

// eventStem is the part of an event's id behind "event/": its date, as far as
// known, and its name without a year.
func eventStem(l *label, when nlp.Interval) string {
	stem := l.stem
	if stem == "" {
		stem = "event"
	}
	if date := when.Start.String(); date != "" {
		return date + "-" + strings.TrimPrefix(stem, strconv.Itoa(when.Start.Year)+"-")
	}
	return stem
}

// idOf makes an id of a stem.
func idOf(event bool, stem string) graph.EntityID {
	if event {
		return graph.EntityID("event/" + stem)
	}
	return graph.EntityID("entity/" + stem)
}
