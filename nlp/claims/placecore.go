package claims

import (
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// placeParts are nouns for a part or the surroundings of the place that is
// named behind or before them: what is off the coast of a country is told to
// be there.
var placeParts = words(`area outskirts outskirt coast coastline shore centre center heart middle part vicinity edge north south
	east west northeast northwest southeast southwest northwestern waters water entrance side surroundings environs
	neighborhood neighbourhood periphery downtown corner countryside border front rear foot fringe`)

// severalParts are nouns of parts that are told in the plural and without names.
var severalParts = words("banks shores slopes steps gates grounds fringes foothills districts suburbs streets quarters neighbourhoods neighborhoods slums towns villages regions provinces cities swathes corners pockets sections")

// placeCore returns, for a phrase such as "the coast of X" or "X's southern
// coast" that names no place itself, the token of X; k otherwise.
func (t *tree) placeCore(k int) int {
	for n := 0; n < maxControl; n++ {
		if k < 0 || !t.is(k, "NOUN") || !placeParts[t.form(k)] && !placeParts[t.lemma(k)] && !severalParts[t.form(k)] {
			return k
		}
		next := -1
		for _, c := range t.kids[k] {
			switch {
			case t.rel(c) == "nmod:poss" && t.is(c, "PROPN"), t.base(c) == "amod" && t.demonym(c):
				next = c
			case t.base(c) == "nmod" && t.nominal(c) && !t.is(c, "PRON"):
				switch t.preposition(c) {
				case "of", "in", "around", "near", "off", "to", "outside":
					if next < 0 {
						next = c
					}
				}
			}
		}
		if next < 0 {
			return k
		}
		k = next
	}
	return k
}

// listedPlaces returns the places, with those that a noun in the plural only
// counts under in its place: "the villages of X and Y" are X and Y.
func (t *tree) listedPlaces(places []int) []int {
	var out []int
	for _, k := range places {
		if k < 0 || !t.is(k, "NOUN") || t.tok(k).XPOS != "NNS" || !gazetteer.IsSettlement(t.lemma(k)) && !territories[t.lemma(k)] && !lexicon.RegionNouns[t.lemma(k)] {
			out = append(out, k)
			continue
		}
		listed := false
		for _, p := range t.oblique(k, "of").tokens {
			for _, n := range t.conjuncts(p) {
				if t.is(n, "PROPN") {
					out, listed = append(out, n), true
				}
			}
		}
		if !listed {
			out = append(out, k)
		}
	}
	return out
}
