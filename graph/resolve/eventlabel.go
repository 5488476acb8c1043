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
func (r *resolver) labelEvent(root unitID, labels []*label) (*label, *eventLabel) {
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
		kinds[u.event.noun] += 1 + int(u.mentions)
		for _, p := range u.event.places {
			if r.units[p].event == nil {
				places[r.find(p)]++
			}
		}
		for _, n := range u.event.nouns {
			if tellsOfEvent(n.text, r.know) {
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
	e.places = r.plausiblePlaces(places)
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

// plausiblePlaces returns the places, those that most tellings name first. A
// place in another country than most is left out, unless it is named at least
// half as often: a war has several countries, a slip of reading is rare.
func (r *resolver) plausiblePlaces(places votes[unitID]) []unitID {
	countries := make(votes[string])
	countryOf := func(p unitID) string {
		f := r.factsOf(p)
		if f.typ == nlp.Country {
			return f.key
		}
		return f.country
	}
	for p, n := range places {
		if c := countryOf(p); c != "" {
			countries[c] += n
		}
	}
	var out []unitID
	for _, p := range places.ranked() {
		c := countryOf(p)
		if c == "" || 2*countries[c] >= countries[countries.ranked()[0]] {
			out = append(out, p)
		}
	}
	return out
}
