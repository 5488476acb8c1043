package event

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

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

// newCount reports whether x tells of several events that were not told of, of the kind
// of the one that was: "kidnapped the pupils … four abductions since December".
// It does so the other way round, when a single event is told of behind them.
func (h *happening) newCount(x *Reading, all []Reading) bool {
	many := func(x *Reading) bool {
		return x.Plural && x.Count >= tooMany && x.Definite != mention.Definite && x.Definite != mention.Demonstrative && !x.Owned && !x.Headline
	}
	one := func(x *Reading) bool { return !x.Plural && x.Count == 0 && !(x.Headline && !x.Verbal) }
	single, allMany := true, true
	for _, k := range h.readings {
		single, allMany = single && one(&all[k]), allMany && many(&all[k])
	}
	return many(x) && single || allMany && one(x) && !x.Verbal
}

// tooMany is the least number of events that one is not told of as.
const tooMany = 3

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
		if strangers(x, y, w) {
			return 0, false
		}
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
