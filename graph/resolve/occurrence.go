package resolve

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// occurrence is what a cluster of event units is known to be: the summaries of
// its members, with places and participants as clusters.
type occurrence struct {
	unit     unitID // smallest member
	number   int32  // among those of a round
	members  []unitID
	kinds    []kind
	times    []statedTime
	time     nlp.Interval // the one that most state, the shortest of these
	when     period
	reported period // days up to the reports, for events without a time
	cities   []unitID
	states   []string // keys of the countries it lies in
	agents   []unitID
	patients []unitID
	killed   []unitID
	honoured []unitID
	sites    []string
	deaths   []nlp.Quantity
	injuries []nlp.Quantity
	names    []string // folded proper names
	nouns    []string // that tell of it, or the nouns of the verbs
	// undecided is true for what is told by verbs or bare nouns alone, of which
	// no reader of a document can say whether it was told of before.
	undecided bool
	routine   bool     // of a kind of which one story tells of many
	docs      []int32  // that tell of it, in order
	wholes    []unitID // events it is part of
	related   []unitID // units of other events that it has to do with
	hitBy     []unitID // those of the related that happened at it or were aimed at it
	around    []unitID // whom the ceremonies among these honour
	victims   []string // words that describe persons it was done to
}

// statedTime is an interval and how many members state it.
type statedTime struct {
	time    nlp.Interval
	members int
}

// reportWindow is how many days before a report an event without a time may
// have happened when nothing else is said.
const reportWindow = 3

func (r *resolver) occurrence(u unitID) *occurrence {
	unit := &r.units[u]
	e := unit.event
	o := &occurrence{unit: u, members: []unitID{u}, docs: []int32{unit.doc}}
	o.addKinds(kindsOf(e.noun, r.know))
	for _, n := range e.nouns {
		// What else it is called says more of the kind, but not another kind:
		// the carnage of a war is no attack.
		for _, k := range tableKinds(n.text) {
			if slices.ContainsFunc(o.kinds, func(l kind) bool { return l.family == k.family }) {
				o.kinds = addNew(o.kinds, k)
			}
		}
	}
	o.narrowKinds()
	for _, n := range e.nouns {
		o.nouns = addNew(o.nouns, n.text)
	}
	if len(o.nouns) == 0 {
		o.nouns = []string{e.noun}
		o.undecided = !unit.named()
	}
	o.undecided = o.undecided || unit.generic
	o.routine = unit.routine()
	if !e.time.IsZero() {
		o.times = []statedTime{{e.time, 1}}
	} else if d := r.docs[unit.doc].date; !d.IsZero() && d.Day != 0 {
		to := days(d.Time())
		o.reported = period{to - reportWindow, to, true}
	}
	for _, p := range e.places {
		r.addPlace(o, p)
	}
	for _, p := range e.patients {
		r.addTarget(o, p)
	}
	for _, p := range e.honoured {
		if r.namedCluster(p) {
			o.honoured = addNew(o.honoured, r.find(p))
		}
	}
	for _, p := range e.killed {
		if r.namedCluster(p) {
			o.killed = addNew(o.killed, r.find(p))
		}
	}
	if words("once")[e.noun] {
		for _, p := range e.patients {
			if r.namedCluster(p) && r.units[p].typ == nlp.Person {
				o.killed = addNew(o.killed, r.find(p))
			}
		}
	}
	for _, a := range e.agents {
		if r.units[a].named() || r.units[a].sense.Key != "" {
			o.agents = addNew(o.agents, r.find(a))
		}
	}
	for _, f := range unit.forms {
		o.names = addNew(o.names, fold(f.text))
	}
	o.deaths, o.injuries = e.deaths, e.injuries
	o.hitBy = append(o.hitBy, e.hitBy...)
	for _, p := range e.related {
		o.related = addNew(o.related, p)
		for _, h := range r.units[p].event.honoured {
			if r.namedCluster(h) {
				o.around = addNew(o.around, r.find(h))
			}
		}
	}
	for _, p := range slices.Concat(e.patients, e.killed) {
		if r.units[p].typ == nlp.Person {
			o.victims = union(o.victims, r.describing(p))
		}
	}
	if e.partOf != noUnit {
		o.wholes = append(o.wholes, e.partOf)
	}
	o.settle()
	return o
}

func (o *occurrence) addKinds(kinds []kind) {
	for _, k := range kinds {
		o.kinds = addNew(o.kinds, k)
	}
}

// narrowKinds drops a kind that leaves its family open where another of the
// family does not: what is called an attack and a bombing is a bombing.
func (o *occurrence) narrowKinds() {
	o.kinds = slices.DeleteFunc(o.kinds, func(k kind) bool {
		return k.group == anyGroup && slices.ContainsFunc(o.kinds, func(l kind) bool {
			return l.family == k.family && l.group != anyGroup
		})
	})
}

func (r *resolver) addPlace(o *occurrence, p unitID) {
	root := r.find(p)
	f, u := r.factsOf(root), &r.units[p]
	switch {
	case f.typ == nlp.Country:
		if f.key != "" {
			o.states = addNew(o.states, f.key)
		}
	case f.typ == nlp.City && u.named():
		o.cities = addNew(o.cities, root)
		if f.country != "" {
			o.states = addNew(o.states, f.country)
		}
	default:
		if f.country != "" {
			o.states = addNew(o.states, f.country)
		}
		r.addTarget(o, p)
	}
}

// addTarget adds whom or what the event was done to, or the building it was in,
// and the class of site that this is.
func (r *resolver) addTarget(o *occurrence, p unitID) {
	u := &r.units[p]
	if r.namedCluster(p) && !u.generic {
		o.patients = addNew(o.patients, r.find(p))
	}
	for _, f := range append(u.ownForms(), u.name) {
		if s := siteOf(f); s != "" {
			o.sites = addNew(o.sites, s)
		}
	}
	if f := r.factsOf(r.find(p)); f.typ == nlp.Country && f.key != "" {
		o.states = addNew(o.states, f.key)
	}
}

// settle works out the time from all that are stated.
func (o *occurrence) settle() {
	slices.SortFunc(o.times, func(a, b statedTime) int {
		return cmp.Or(cmp.Compare(b.members, a.members), cmp.Compare(periodOf(a.time).length(), periodOf(b.time).length()),
			cmp.Compare(a.time.Start.String(), b.time.Start.String()), cmp.Compare(a.time.End.String(), b.time.End.String()))
	})
	o.time, o.when = nlp.Interval{}, period{}
	if len(o.times) == 0 {
		return
	}
	o.time = o.times[0].time
	// A shorter time inside the one that most state says the same more exactly.
	for _, s := range o.times[1:] {
		p, q := periodOf(o.time), periodOf(s.time)
		if q.from >= p.from && q.to <= p.to && q.length() < p.length() {
			o.time = s.time
		}
	}
	o.when = periodOf(o.time)
}

// take adds what p is known to be.
func (o *occurrence) take(p *occurrence) {
	o.unit = min(o.unit, p.unit)
	o.members = append(o.members, p.members...)
	o.addKinds(p.kinds)
	o.narrowKinds()
	for _, s := range p.times {
		o.addTime(s)
	}
	if !o.reported.known || p.reported.known && p.reported.to < o.reported.to {
		o.reported = p.reported
	}
	o.cities, o.agents, o.patients = union(o.cities, p.cities), union(o.agents, p.agents), union(o.patients, p.patients)
	o.hitBy = union(o.hitBy, p.hitBy)
	o.related, o.around, o.victims = union(o.related, p.related), union(o.around, p.around), union(o.victims, p.victims)
	o.killed, o.honoured, o.wholes = union(o.killed, p.killed), union(o.honoured, p.honoured), union(o.wholes, p.wholes)
	o.states, o.sites, o.names = union(o.states, p.states), union(o.sites, p.sites), union(o.names, p.names)
	o.nouns = union(o.nouns, p.nouns)
	o.undecided = o.undecided && p.undecided
	o.routine = o.routine || p.routine
	o.deaths, o.injuries = union(o.deaths, p.deaths), union(o.injuries, p.injuries)
	o.docs = append(o.docs, p.docs...)
	slices.Sort(o.docs)
	o.docs = slices.Compact(o.docs)
	o.settle()
}

func (o *occurrence) addTime(s statedTime) {
	for i := range o.times {
		if o.times[i].time == s.time {
			o.times[i].members += s.members
			return
		}
	}
	o.times = append(o.times, s)
}

// toldIn reports whether a document tells of the occurrence.
func (o *occurrence) toldIn(doc int32) bool {
	_, there := slices.BinarySearch(o.docs, doc)
	return there
}

func union[T comparable](a, b []T) []T {
	for _, v := range b {
		a = addNew(a, v)
	}
	return a
}

// shared returns what both hold, in the order of a.
func shared[T comparable](a, b []T) []T {
	var out []T
	for _, v := range a {
		if slices.Contains(b, v) {
			out = append(out, v)
		}
	}
	return out
}
