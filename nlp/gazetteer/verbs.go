package gazetteer

import "strings"

// verbEvent is the event that a verb tells of.
type verbEvent struct {
	noun         string
	intransitive bool // only without an object
}

func (t *tables) loadVerbs() {
	for _, line := range lines("event-verbs.txt") {
		noun, list, _ := strings.Cut(line, ":")
		for _, verb := range fields(list, ",") {
			verb, bare := strings.CutSuffix(verb, " -object")
			if _, known := t.verbs[verb]; !known {
				t.verbs[verb] = verbEvent{strings.TrimSpace(noun), bare}
			}
		}
	}
}

// EventVerb returns the noun for the event that a verb tells of by itself: for
// "arrest" an arrest, for "blow" with the particle "up" an explosion. Some
// verbs tell of an event only without an object. It reports false for verbs
// that tell of none, or of too many kinds to say.
func EventVerb(lemma, particle string, object bool) (noun string, ok bool) {
	t := load()
	if particle != "" {
		if v, ok := t.verbs[lemma+" "+particle]; ok {
			return v.noun, true
		}
	}
	v, ok := t.verbs[lemma]
	if !ok || v.intransitive && object {
		return "", false
	}
	return v.noun, true
}
