package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// World tells what the entities are that events refer to.
type World interface {
	// Entity returns a number that mentions of one entity share, or a negative
	// one when the token heads no mention.
	Entity(ref nlp.TokenRef) int
	// Place returns the type of an entity, its country's code when the lists
	// know it, and whether it has a name.
	Place(entity int) (kind nlp.EntityType, country string, named bool)
	// Apart reports whether two mentions are known not to be one, as the
	// subject and the object of a verb.
	Apart(a, b nlp.TokenRef) bool
}

// Joining says that two readings are of one event.
type Joining struct{ Later, Earlier int } // indices of readings

// Cluster decides which readings are of the same event. A reading joins at
// most one earlier reading; what it then shares holds for all joined.
//
// now is the date of the document; the event of its title is taken to be recent.
func Cluster(readings []Reading, w World, now nlp.Date) []Joining {
	var out []Joining
	var told []*happening
	var focus *happening // the event told of last
	for i := range readings {
		x := &readings[i]
		best, most := -1, 0.0
		for k, h := range told {
			s, ok := h.score(x, readings, w, now)
			if ok && h == focus && looks(x) {
				s += 1.5
			}
			if ok && s > most {
				best, most = k, s
			}
		}
		if best >= 0 && most >= threshold(x) {
			out = append(out, Joining{Later: i, Earlier: told[best].last(x, readings)})
			told[best].add(i, readings)
			focus = told[best]
			continue
		}
		h := &happening{}
		h.add(i, readings)
		told = append(told, h)
		if !h.generic {
			focus = h
		}
	}
	return out
}

// elaboration is the number of sentences in which an article goes on to tell,
// as if for the first time, of the event of its title.
const elaboration = 10

// threshold is the score at which a reading joins: a definite phrase looks for
// an antecedent, a bare or indefinite one needs to be shown that it is the same.
func threshold(x *Reading) float64 {
	switch {
	case x.Other || x.Bare:
		return 9
	case looks(x) && !x.Lead:
		return 2
	case x.Lead:
		return 3
	}
	if x.Owned || strings.Contains(x.Noun, " ") {
		return 4 // "a memorial service" is told of again as if it were new
	}
	return 5
}

// looks reports whether a reading looks for an event told of before: it is
// definite by itself, or stands where articles say in short what they tell.
func looks(x *Reading) bool {
	if x.Headline || x.Lead {
		return true
	}
	return (x.Definite == mention.Definite || x.Definite == mention.Demonstrative) && !x.Owned
}

// happening is an event with the readings that tell of it.
type happening struct {
	readings []int
	types    []string
	time     nlp.Interval
	headline bool
	lead     bool
	generic  bool
}

func (h *happening) add(i int, all []Reading) {
	x := &all[i]
	h.readings = append(h.readings, i)
	h.types = append(h.types, x.Type)
	if h.time.IsZero() || narrower(x.Time, h.time) {
		if !x.Time.IsZero() {
			h.time = x.Time
		}
	}
	h.headline = h.headline || x.Headline
	h.lead = h.lead || x.Lead
	h.generic = len(h.readings) == 1 && (x.Bare || x.Other && x.Plural)
}

func narrower(a, b nlp.Interval) bool { return len(a.Start.String()) > len(b.Start.String()) }

// last returns the reading that x takes up: the nearest one with the same
// noun, else the nearest.
func (h *happening) last(x *Reading, all []Reading) int {
	for k := len(h.readings) - 1; k >= 0; k-- {
		if all[h.readings[k]].Noun == x.Noun {
			return h.readings[k]
		}
	}
	return h.readings[len(h.readings)-1]
}

// score says how well x fits the event, and whether it can be the same at all.
func (h *happening) score(x *Reading, all []Reading, w World, now nlp.Date) (float64, bool) {
	if h.generic || x.Other && x.Plural || x.Bare {
		return 0, false
	}
	if x.Ordinal != "" && !h.ordinal(x, all) {
		return 0, false
	}
	kin := 0.0
	for _, k := range h.readings {
		y := &all[k]
		if w.Apart(x.Ref, y.Ref) {
			return 0, false
		}
		s, ok := kinship(x, y)
		if !ok {
			return 0, false
		}
		kin = max(kin, s)
	}
	total := kin
	if !x.Time.IsZero() && !h.time.IsZero() {
		if !overlap(x.Time, h.time) {
			return 0, false
		}
		total += 3
	}
	place, ok := h.places(x, all, w)
	if !ok {
		return 0, false
	}
	people, ok := h.people(x, all, w)
	if !ok {
		return 0, false
	}
	total += place + people
	if h.headline && h.time.IsZero() && coarse(x.Time) && !now.IsZero() && !overlap(x.Time, nlp.On(now)) {
		return 0, false // what an article is about is new
	}
	if h.headline && !looks(x) && !x.Other && !x.Owned && kin >= 2 && x.Ref.Sentence < elaboration {
		total += 2
	}
	// A time or place that the event told of has not got speaks a little
	// against it: "the 2017 attack" is not the attack of the title.
	if !x.Time.IsZero() && h.time.IsZero() && coarse(x.Time) {
		total -= 3
	}
	if x.Time.IsZero() && coarse(h.time) && !h.headline {
		total--
	}
	if looks(x) {
		if h.headline {
			total++
		}
		if h.lead {
			total++
		}
		if h.headline || h.lead {
			total += min(float64(len(h.readings))*0.3, 1.5)
		}
	}
	previous := &all[h.readings[len(h.readings)-1]]
	if !looks(x) {
		if x.Ref.Sentence-previous.Ref.Sentence <= 1 {
			total++
		}
		return total, true
	}
	switch back := x.Ref.Sentence - previous.Ref.Sentence; {
	case back == 0:
		total += 2
	case back == 1:
		total += 1.5
	case back <= 3:
		total++
	case back > 8 && !h.headline:
		total--
	}
	if x.Section > 0 && x.Section == previous.Section {
		total++
	}
	return total, true
}

// ordinal reports whether the event has been told of as the same one of
// several: "the first match of the day" is not "the first match of the group".
func (h *happening) ordinal(x *Reading, all []Reading) bool {
	for _, k := range h.readings {
		if y := &all[k]; y.Ordinal == x.Ordinal && (x.Of == y.Of || x.Of == "" || y.Of == "") {
			return true
		}
	}
	return false
}

// kinship scores the types and nouns of two readings: 0 and false when they
// cannot be one.
func kinship(x, y *Reading) (float64, bool) {
	switch {
	case x.Noun == y.Noun && x.Plural == y.Plural:
		return 3, true
	case x.Noun == y.Noun || strings.HasSuffix(x.Noun, " "+y.Noun) || strings.HasSuffix(y.Noun, " "+x.Noun):
		if x.Type == y.Type || gazetteer.EventIsA(x.Type, y.Type) || gazetteer.EventIsA(y.Type, x.Type) {
			return 2.5, true
		}
		return 0, false
	case x.Type == y.Type:
		return 2.3, true
	case gazetteer.EventIsA(x.Type, y.Type) || gazetteer.EventIsA(y.Type, x.Type):
		if x.Type == gazetteer.AnyEvent || y.Type == gazetteer.AnyEvent {
			return 1, occasion(x, y) || occasion(y, x)
		}
		return 1.5, true
	case vague(x) && misfortune(y) || vague(y) && misfortune(x):
		return 1, true
	case x.Type == "killing" && gazetteer.EventIsA(y.Type, "attack") || y.Type == "killing" && gazetteer.EventIsA(x.Type, "attack"):
		return 1, true
	}
	return 0, false
}

// vague nouns stand for any misfortune.
var vagueNouns = set("incident tragedy disaster catastrophe emergency carnage bloodshed massacre atrocity violence")

func vague(x *Reading) bool { return vagueNouns[x.Noun] }

// occasion reports whether x is said as "the event" of what people gather for.
func occasion(x, y *Reading) bool {
	if x.Noun != "event" && x.Noun != "occasion" {
		return false
	}
	for _, k := range []string{"ceremony", "meeting", "competition", "match", "protest", "award"} {
		if gazetteer.EventIsA(y.Type, k) {
			return true
		}
	}
	return false
}

func misfortune(x *Reading) bool {
	for _, k := range []string{"attack", "accident", "disaster", "conflict", "death", "protest", "scandal"} {
		if gazetteer.EventIsA(x.Type, k) {
			return true
		}
	}
	return false
}

// overlap reports whether two intervals may be the same time.
func overlap(a, b nlp.Interval) bool {
	if a.Start.Compatible(b.Start) || a.End.Compatible(b.End) {
		return true
	}
	return first(a) <= last(b) && first(b) <= last(a)
}

func first(i nlp.Interval) string { return i.Start.String() }

// last returns a string that sorts behind all dates in the interval's end.
func last(i nlp.Interval) string {
	if i.End.IsZero() {
		return i.Start.String() + "~"
	}
	return i.End.String() + "~"
}

// places compares where x is said to be with where the event is.
func (h *happening) places(x *Reading, all []Reading, w World) (float64, bool) {
	if len(x.Places) == 0 {
		return 0, true
	}
	known := false
	cities, buildings, country := map[int]bool{}, map[int]bool{}, ""
	for _, k := range h.readings {
		for _, p := range all[k].Places {
			e := w.Entity(p)
			if e < 0 {
				continue
			}
			known = true
			for _, q := range x.Places {
				if w.Entity(q) == e {
					if kind, _, _ := w.Place(e); kind == nlp.Country {
						return 1, true
					}
					return 3, true
				}
			}
			kind, code, named := w.Place(e)
			if kind == nlp.City && named {
				cities[e] = true
			}
			if kind == nlp.Facility && named {
				buildings[e] = true
			}
			if code != "" {
				country = code
			}
		}
	}
	if !known {
		return 0, true
	}
	for _, q := range x.Places {
		e := w.Entity(q)
		if e < 0 {
			continue
		}
		kind, code, named := w.Place(e)
		if kind == nlp.City && named && len(cities) > 0 || kind == nlp.Facility && named && len(buildings) > 0 {
			return 0, false
		}
		if code != "" && country != "" {
			if code != country {
				return 0, false
			}
			return 1.5, true
		}
	}
	return 0, true
}

// people compares participants: a shared victim or actor speaks for one event,
// different persons as victims speak against it.
func (h *happening) people(x *Reading, all []Reading, w World) (float64, bool) {
	score := 0.0
	// "Jane Doe's killing" can only be an event of which she is the victim.
	found, named := false, victim(x, w)
	for _, k := range h.readings {
		shared, _ := common(x.Patients, all[k].Patients, w)
		found = found || shared || all[k].Type == x.Type && len(x.Patients) == 0
		named = named || victim(&all[k], w)
	}
	if named && !found {
		return 0, false
	}
	for _, k := range h.readings {
		y := &all[k]
		shared, both := common(x.Patients, y.Patients, w)
		if shared && named {
			score = max(score, 5) // one dies once
		} else if shared {
			score = max(score, 3)
		} else if both {
			return 0, false
		}
		if shared, both := common(x.Agents, y.Agents, w); shared {
			score = max(score, 2)
		} else if both {
			return 0, false
		}
		if shared, both := common(x.Honourees, y.Honourees, w); shared {
			score = max(score, 2)
		} else if both {
			return 0, false
		}
	}
	return score, true
}

// victim reports whether a reading says by name whom the event befell.
func victim(x *Reading, w World) bool {
	if !suffered[x.Type] {
		return false
	}
	for _, p := range x.Patients {
		if e := w.Entity(p); e >= 0 {
			if _, _, named := w.Place(e); named {
				return true
			}
		}
	}
	return false
}

// common reports whether two lists share an entity, and whether both hold
// named ones.
func common(a, b []nlp.TokenRef, w World) (shared, both bool) {
	namedA, namedB := false, false
	for _, p := range a {
		e := w.Entity(p)
		if e < 0 {
			continue
		}
		_, _, n := w.Place(e)
		namedA = namedA || n
		for _, q := range b {
			f := w.Entity(q)
			if f >= 0 && f == e {
				return true, true
			}
		}
	}
	for _, q := range b {
		if f := w.Entity(q); f >= 0 {
			_, _, n := w.Place(f)
			namedB = namedB || n
		}
	}
	return false, namedA && namedB
}
