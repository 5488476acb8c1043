package gazetteer

import (
	"slices"
	"strings"
)

// narrowing says that a noun with one of the modifiers is an event of a type.
type narrowing struct {
	modifiers, nouns map[string]bool
	kind             string // or noEvent
}

// noEvent stands for a type where a noun with the modifier is no event: a death
// penalty is no penalty that a player takes.
const noEvent = "-"

func (t *tables) loadEvents() {
	for _, line := range lines("events.txt") {
		head, list, _ := strings.Cut(line, ":")
		kind, broader, _ := strings.Cut(head, "<")
		kind, broader = strings.TrimSpace(kind), strings.TrimSpace(broader)
		if broader != "" && t.broader[kind] == "" {
			t.broader[kind] = broader
		}
		for _, n := range fields(list, ",") {
			if t.events[n] == "" {
				t.events[n] = kind
			}
		}
	}
	for _, line := range lines("event-cues.txt") {
		cue, kind, _ := strings.Cut(line, "=")
		modifiers, nouns, _ := strings.Cut(cue, "+")
		t.narrowings = append(t.narrowings, narrowing{
			modifiers: setOf(fields(modifiers, ",")), nouns: setOf(fields(nouns, ",")),
			kind: strings.TrimSpace(kind),
		})
	}
	// A type's own name is one of its nouns, whatever list holds it first.
	for kind := range t.broader {
		t.events[kind] = kind
	}
}

func setOf(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// AnyEvent is the type of which every event type is a kind.
const AnyEvent = "event"

// EventType returns the type of event that a noun tells of, given the words
// that modify it (lower-case, nearest last): "attack" is an attack, with
// "bomb" before it a bombing. It reports false for nouns that are no events.
func EventType(noun string, modifiers ...string) (string, bool) {
	t := load()
	for n := len(modifiers); n > 0; n-- {
		phrase := modifiers[n-1] + " " + noun
		if kind, ok := t.events[phrase]; ok {
			return kind, true
		}
		for _, r := range t.narrowings {
			if r.nouns[noun] && r.modifiers[modifiers[n-1]] && (r.kind != noEvent || n == len(modifiers)) {
				return strings.TrimPrefix(r.kind, noEvent), r.kind != noEvent
			}
		}
	}
	kind, ok := t.events[noun]
	return kind, ok
}

// BroaderEvent returns the type of which an event type is a kind; the broadest
// is [AnyEvent], which has none.
func BroaderEvent(kind string) string { return load().broader[kind] }

// EventIsA reports whether events of type kind are events of type broader.
func EventIsA(kind, broader string) bool {
	for k := kind; k != ""; k = load().broader[k] {
		if k == broader {
			return true
		}
	}
	return broader == AnyEvent
}

// HarmfulEvents are the types of events that people come to harm in.
var HarmfulEvents = []string{"attack", "accident", "disaster", "conflict", "explosion"}

// EventIsAny reports whether events of type kind are events of one of the types broader.
func EventIsAny(kind string, broader []string) bool {
	return slices.ContainsFunc(broader, func(b string) bool { return EventIsA(kind, b) })
}

// EventWord returns the form of an event's noun that names it: the plural of those of
// which there is none singular, "talks".
func EventWord(noun string) string {
	if plural, ok := pluralEvents[noun]; ok {
		return plural
	}
	return noun
}

var pluralEvents = map[string]string{
	"talk": "talks", "peace talk": "peace talks", "negotiation": "negotiations", "consultation": "consultations",
	"hostility": "hostilities", "festivity": "festivities", "celebration": "celebrations",
}
