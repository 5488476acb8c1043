package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
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
	case x.Lead, x.Verbal:
		return 3 // a verb has no way to say that its event is known
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

// score says how well x fits the event, and whether it can be the same at all.
func (h *happening) score(x *Reading, all []Reading, w World, now nlp.Date) (float64, bool) {
	if h.generic || x.Other && x.Plural || x.Bare {
		return 0, false
	}
	if x.Ordinal != "" && !h.ordinal(x, all) || h.newCount(x, all) {
		return 0, false
	}
	kin := 0.0
	for _, k := range h.readings {
		y := &all[k]
		if w.Apart(x.Ref, y.Ref) || namedApart(x, y) || oneOfSeveral(x, y) || oneOfSeveral(y, x) || otherMagnitude(x, y) {
			return 0, false
		}
		s, ok := kinship(x, y)
		if !ok {
			return 0, false
		}
		kin = max(kin, s)
	}
	total := kin
	if x.Verbal && kin < 3 {
		total -= 2 // by its own noun a verb joins, by another only for more reasons
	}
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
	if h.headline && h.time.IsZero() && coarse(x.Time) && (now.IsZero() && !looks(x) || !now.IsZero() && !overlap(x.Time, nlp.On(now))) {
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
	if x.Lead && !x.Other && h.headline && kin >= 1 && misfortune(x) {
		total += 1.5 // the first sentence tells of the misfortune of the title
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
