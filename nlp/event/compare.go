package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

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

// kinship scores the types and nouns of two readings: 0 and false when they
// cannot be one.
func kinship(x, y *Reading) (float64, bool) {
	switch {
	case inquiries[x.Noun] != inquiries[y.Noun] && (trials[x.Noun] || trials[y.Noun]):
		return 0, false
	case x.Noun == y.Noun && x.Plural == y.Plural:
		return 3, true
	case x.Noun == y.Noun || shortens(x.Noun, y.Noun) || shortens(y.Noun, x.Noun):
		if x.Type == y.Type || gazetteer.EventIsA(x.Type, y.Type) || gazetteer.EventIsA(y.Type, x.Type) {
			return 2.5, true
		}
		return 0, false
	case x.Type == y.Type, exploded(x) && exploded(y):
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

// An inquiry finds out what happened, a trial judges somebody for it.
var (
	inquiries = words("inquiry inquest enquiry investigation probe")
	trials    = words("trial court-martial prosecution")
)

// shortens reports whether a noun is the end of another: "crash" of "bus
// crash", "slide" of "landslide".
func shortens(noun, of string) bool {
	rest, ok := strings.CutSuffix(of, noun)
	return ok && (strings.HasSuffix(rest, " ") || len(noun) >= 4 && len(rest) >= 3)
}

// exploded reports whether x tells of an explosion, set off or not: a bombing is
// told of as the blast.
func exploded(x *Reading) bool { return gazetteer.EventIsA(x.Type, "explosion") }

// vague nouns stand for any misfortune.
var vagueNouns = words("incident tragedy disaster catastrophe emergency carnage bloodshed massacre atrocity violence")

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
