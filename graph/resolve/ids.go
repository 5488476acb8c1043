package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// labelAll labels every cluster that can become an entity, and gives it an id.
func (r *resolver) labelAll() {
	r.labels = make([]*label, len(r.units))
	r.events = make(map[unitID]*eventLabel)
	r.settleTypes()
	roots := r.candidates()
	for _, root := range roots {
		if !r.isEvent(root) {
			r.labels[root] = r.labelFor(root)
		}
	}
	r.applyNames()
	for _, root := range roots {
		if r.isEvent(root) {
			r.labels[root], r.events[root] = r.labelEvent(root, r.labels)
		}
	}
	r.applyNames()
	r.freeNames(roots)
	r.tellEventsApart(roots)
	r.assignIDs(roots)
}

// candidates returns the roots of the clusters that are named, take part in a
// claim, or are the place or whole of an event that does.
func (r *resolver) candidates() []unitID {
	used := make(map[unitID]bool)
	for i := range r.units {
		u := &r.units[i]
		if !u.named() && !u.claimed && u.sense.Key == "" {
			continue
		}
		used[r.find(unitID(i))] = true
		if u.event != nil {
			for _, p := range u.event.places {
				used[r.find(p)] = true
			}
			if u.event.partOf != noUnit {
				used[r.find(u.event.partOf)] = true
			}
		}
	}
	return sortedKeys(used)
}

// freeNames takes the name of a city off the aliases of the state for which it
// stands elsewhere, so that the city alone goes by it.
func (r *resolver) freeNames(roots []unitID) {
	cities := make(map[string]bool)
	for _, root := range roots {
		if l := r.labels[root]; l.typ == nlp.City {
			cities[l.name] = true
		}
	}
	for _, root := range roots {
		if l := r.labels[root]; l.typ == nlp.Country {
			l.aliases = slices.DeleteFunc(l.aliases, func(a string) bool { return cities[a] })
		}
	}
}

// tellEventsApart adds the date to names that several events share.
func (r *resolver) tellEventsApart(roots []unitID) {
	byName := make(map[string][]unitID)
	for _, root := range roots {
		if l := r.labels[root]; r.events[root] != nil && !l.private && !l.named {
			byName[l.name] = append(byName[l.name], root)
		}
	}
	for _, namesakes := range byName {
		if len(namesakes) < 2 {
			continue
		}
		for _, root := range namesakes {
			if date := r.events[root].when.Start.String(); date != "" {
				l := r.labels[root]
				l.aliases = append(l.aliases, l.name)
				l.name += " (" + date + ")"
				l.finish()
			}
		}
	}
}

// assignIDs gives every label an id. Of several with one stem, the best known
// keeps it; the others get their type, then what they belong to, then a number
// made of where they are first mentioned.
func (r *resolver) assignIDs(roots []unitID) {
	order := slices.Clone(roots)
	slices.SortFunc(order, func(a, b unitID) int {
		x, y := r.labels[a], r.labels[b]
		return cmp.Or(cmp.Compare(b2i(y.known), b2i(x.known)), cmp.Compare(b2i(x.private), b2i(y.private)),
			cmp.Compare(y.docs, x.docs), cmp.Compare(y.count, x.count),
			cmp.Compare(slices.Index(nlp.EntityTypes, x.typ), slices.Index(nlp.EntityTypes, y.typ)), cmp.Compare(a, b))
	})
	taken := make(map[graph.EntityID]bool)
	for _, root := range order {
		l := r.labels[root]
		for _, id := range r.idChoices(root, l) {
			if !taken[id] {
				taken[id] = true
				l.id = id
				break
			}
		}
	}
}

// idChoices returns ids for a cluster, the one it should have first; the last
// is certain to be free.
func (r *resolver) idChoices(root unitID, l *label) []graph.EntityID {
	e := r.events[root]
	event := e != nil
	mark := r.mark(root)
	stem := l.stem
	if event {
		stem = eventStem(l, e.when)
	} else if stem == "" {
		stem = strings.ToLower(string(l.typ))
		l.private = l.private || !l.named
		if l.named {
			return []graph.EntityID{idOf(event, stem+"-"+graph.HashID(l.name)[:8]), idOf(event, stem+"-"+mark)}
		}
	}
	if l.private {
		return []graph.EntityID{idOf(event, stem+"-"+mark[:8]), idOf(event, stem+"-"+mark)}
	}
	choices := []graph.EntityID{idOf(event, stem)}
	if !event {
		choices = append(choices, idOf(event, stem+"-"+strings.ToLower(string(l.typ))))
		if country := r.countrySlug(root); country != "" {
			choices = append(choices, idOf(event, stem+"-"+country))
		}
	} else {
		for _, p := range e.places {
			if place := r.labels[p]; place != nil && place.stem != "" && !strings.Contains(stem, place.stem) {
				choices = append(choices, idOf(event, stem+"-"+place.stem))
			}
		}
	}
	return append(choices, idOf(event, stem+"-"+mark[:8]), idOf(event, stem+"-"+mark))
}

// mark tells a cluster by its first mention, wherever other documents come in.
func (r *resolver) mark(root unitID) string {
	u := &r.units[root]
	return graph.HashID(string(r.documentOf(root)), fmt.Sprint(u.first.start), fmt.Sprint(u.first.end), fmt.Sprint(u.use))
}

// countrySlug names the country that a cluster belongs to.
func (r *resolver) countrySlug(root unitID) string {
	key := r.factsOf(root).country
	if r.units[root].typ == nlp.Person {
		if p := r.profile(root); len(p.countries) > 0 {
			return slug(firstValue(p.countries))
		}
	}
	if key == "" {
		return ""
	}
	if r.stateNames == nil {
		r.stateNames = make(map[string]string)
		for i := range r.units {
			if s := r.units[i].sense; s.Key != "" {
				r.stateNames[s.Key] = s.Name
			}
		}
	}
	return slug(r.stateNames[key])
}

// isEvent reports whether a cluster is an event: by its first unit, unless the
// user says otherwise.
func (r *resolver) isEvent(root unitID) bool {
	if t, ok := r.corrected.types[root]; ok {
		return t == nlp.Event
	}
	return r.units[root].typ == nlp.Event
}
