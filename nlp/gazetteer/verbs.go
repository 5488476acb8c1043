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
	intransitive bool            // only without an object
	actors       map[string]bool // only of these subjects; nil: of any
}

func (t *tables) loadVerbs() {
	classes := map[string]map[string]bool{}
	for _, line := range lines("event-verbs.txt") {
		if class, ok := strings.CutPrefix(line, "<"); ok {
			name, list, _ := strings.Cut(class, "=")
			classes[strings.TrimSpace(name)] = setOf(fields(list, ","))
			continue
		}
		noun, list, _ := strings.Cut(line, ":")
		noun, minor := strings.CutPrefix(noun, "~")
		if minor {
			t.minor[noun] = true
		}
		for _, verb := range fields(list, ",") {
			verb, bare := strings.CutSuffix(verb, " -object")
			verb, class, _ := strings.Cut(verb, " <")
			t.verbs[verb] = append(t.verbs[verb], verbEvent{Deed{noun, minor}, bare, classes[class]})
		}
	}
}

// Clause is what stands beside a verb, as far as it decides of which event the
// verb tells.
type Clause struct {
	Verb string // lemma
	// Beside are the words that go with the verb: its particle, the
	// prepositions of its complements alone and with their nouns ("off", "off
	// rail"), the noun of its object, adverbs.
	Beside []string
	Actor  string // lemma of who or what does it, "" when nobody is named
	Object bool
}

// EventVerb returns the event that a verb tells of by itself: for "arrest" an
// arrest, for "blow" with "up" beside it an explosion. Some verbs tell of an
// event only without an object or of some subjects. It reports false for verbs
// that tell of none, or of too many kinds to say.
func EventVerb(c Clause) (Deed, bool) {
	t := load()
	for _, b := range c.Beside {
		if deed, ok := c.deed(t.verbs[c.Verb+" "+b], true); ok {
			return deed, true
		}
	}
	return c.deed(t.verbs[c.Verb], false)
}

// deed returns the first of the entries that the clause meets; an entry with a
// companion brings its object with it.
func (c Clause) deed(entries []verbEvent, companion bool) (Deed, bool) {
	for _, v := range entries {
		if v.actors != nil && !v.actors[c.Actor] || v.intransitive && c.Object && !companion {
			continue
		}
		return v.Deed, true
	}
	return Deed{}, false
}

// MinorEvent reports whether a noun tells of a minor event; see [Deed].
func MinorEvent(noun string) bool { return load().minor[noun] }
