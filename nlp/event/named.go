package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// namedApart reports whether two readings call events of one kind by different
// names: "Cyclone Ada" is not "Cyclone Bob", though "Ada" and "the cyclone" may
// be. A name that only says more ("the 2018 World Cup") is no other.
func namedApart(x, y *Reading) bool {
	if x.Name == "" || y.Name == "" {
		return false
	}
	kinds, own := properWords(x.Name)
	others, theirs := properWords(y.Name)
	if len(own) == 0 || len(theirs) == 0 || !kindred(kinds, others) {
		return false
	}
	for w := range own {
		if theirs[w] {
			return false
		}
	}
	return true
}

// properWords divides the words of an event's name into those that name its
// kind and those that are its own.
func properWords(name string) (kinds, own map[string]bool) {
	kinds, own = make(map[string]bool), make(map[string]bool)
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		switch _, kind := gazetteer.EventType(w); {
		case kind:
			kinds[w] = true
		case w != "the" && w != "of" && w != "tropical" && w != "super":
			own[w] = true
		}
	}
	return kinds, own
}

// kindred reports whether two sets of event nouns share one, or hold one of
// storms each.
func kindred(a, b map[string]bool) bool {
	for v := range a {
		for w := range b {
			k, _ := gazetteer.EventType(v)
			l, _ := gazetteer.EventType(w)
			if v == w || k == "storm" && l == "storm" {
				return true
			}
		}
	}
	return false
}
