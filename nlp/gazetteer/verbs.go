package gazetteer

import "strings"

// Deed is the event that a verb tells of.
type Deed struct {
	Noun string // for the event: "arrest"
	// Minor events are those that people seldom speak of as events: what
	// somebody says, begins or moves.
	Minor bool
}

// verbEvent is an entry of the list of verbs.
type verbEvent struct {
	Deed
	intransitive bool // only without an object
}

func (t *tables) loadVerbs() {
	for _, line := range lines("event-verbs.txt") {
		noun, list, _ := strings.Cut(line, ":")
		noun, minor := strings.CutPrefix(noun, "~")
		if minor {
			t.minor[noun] = true
		}
		for _, verb := range fields(list, ",") {
			verb, bare := strings.CutSuffix(verb, " -object")
			if _, known := t.verbs[verb]; !known {
				t.verbs[verb] = verbEvent{Deed{noun, minor}, bare}
			}
		}
	}
}

// EventVerb returns the event that a verb tells of by itself: for "arrest" an
// arrest, for "blow" with the particle "up" an explosion. Some verbs tell of an
// event only without an object. It reports false for verbs that tell of none,
// or of too many kinds to say.
func EventVerb(lemma, particle string, object bool) (Deed, bool) {
	t := load()
	if particle != "" {
		if v, ok := t.verbs[lemma+" "+particle]; ok {
			return v.Deed, true
		}
	}
	v, ok := t.verbs[lemma]
	if !ok || v.intransitive && object {
		return Deed{}, false
	}
	return v.Deed, true
}

// MinorEvent reports whether a noun tells of a minor event; see [Deed].
func MinorEvent(noun string) bool { return load().minor[noun] }
