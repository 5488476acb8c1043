package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// bearingReliability is the confidence of "a village north of X".
const bearingReliability = 0.75

// bearingPlaces finds places and events told by their direction from a place,
// which they are near: "a village north of X", "in Y, 80 kilometres south-east
// of X", "the quake was 35 miles southwest of X".
func (d *document) bearingPlaces(t *tree) []candidate {
	var out []candidate
	for i := 1; i+2 < len(t.s.Tokens); i++ {
		w := i
		if !directionsOf[t.form(i)] || t.form(i+1) != "of" {
			continue
		}
		if t.form(i-1) == "-" && i >= 2 && directionsOf[t.form(i-2)] {
			w = i - 2 // "south-east" cut into three
		}
		object := t.headFrom(i + 2)
		if object < 0 {
			continue
		}
		y := d.chainAt(t, object)
		if y == nlp.NoChain || !areas[d.a.Chains[y].Type] {
			continue
		}
		subject := t.measured(w)
		if subject < 0 || t.farOff(subject, w) {
			continue
		}
		x := d.chainAt(t, t.listedFirst(t.besideName(subject)))
		if x == nlp.NoChain || x == y || d.a.Chains[x].Type == nlp.Country || !placeTypes[d.a.Chains[x].Type] && !d.happened(t, x, subject, w) {
			continue
		}
		out = append(out, t.candidate(i, nlp.ChainEnd(x), "located_in", nlp.ChainEnd(y), aFact, bearingReliability, "direction").
			over(t.s.SpanOf(nlp.Range{First: w, End: i + 2})))
	}
	return out
}

// directionsOf are words for a direction from a place.
var directionsOf = words(`north south east west northeast northwest southeast southwest north-east north-west south-east south-west
	northwards southwards inland upstream downstream`)

// happened reports whether token k is the subject of a clause that says, with the
// direction at token w, where event x happened.
func (d *document) happened(t *tree, x nlp.ChainID, k, w int) bool {
	ch := &d.a.Chains[x]
	return ch.Event != nil && !ch.Generic && gazetteer.EventIsAny(ch.Event.Type, happenings) && t.base(k) == "nsubj" && t.within(w, t.head(k))
}

// besideName returns the name that the noun of a place at token k is put beside
// ("X, a town south of Y"), or k.
func (t *tree) besideName(k int) int {
	if h := t.head(k); t.base(k) == "appos" && h >= 0 && t.is(h, "PROPN") {
		return h
	}
	return k
}

// listedFirst returns the place that a place is put behind with a comma, which
// lies in it ("Santa Rosa, California, 55 miles north of X"), or k.
func (t *tree) listedFirst(k int) int {
	for i := 0; i+1 < len(t.s.Names); i++ {
		a, b := t.s.Names[i], t.s.Names[i+1]
		if b.Tokens.Contains(k) && placeTypes[a.Type] && t.listedBehind(a.Tokens, b.Tokens) && !t.enumerated(i) {
			return a.Tokens.End - 1
		}
	}
	return k
}

// headFrom returns the head of the noun phrase that begins at token i, or -1.
func (t *tree) headFrom(i int) int {
	for n := 0; n < 5 && i < len(t.s.Tokens); i, n = i+1, n+1 {
		if !t.nominal(i) && !t.is(i, "DET") && !t.is(i, "ADJ") {
			return -1
		}
		if t.nominal(i) && (i+1 >= len(t.s.Tokens) || !t.nominal(i+1)) {
			return i
		}
	}
	return -1
}

// measured returns the noun before a direction at token w, past the distance
// between them ("Y, some 80 kilometres north"), or -1.
func (t *tree) measured(w int) int {
	for i := w - 1; i >= 0 && i >= w-8; i-- {
		if t.form(i) == ")" { // "30 km (19 miles) south"
			for i > 0 && t.form(i) != "(" {
				i--
			}
			continue
		}
		switch l := t.lemma(i); {
		case t.is(i, "NUM"), t.is(i, "PUNCT"), t.is(i, "ADV"), t.is(i, "ADJ"), t.is(i, "DET"), t.is(i, "AUX"), lying[l], distances[l], t.is(i, "ADP"):
		case t.nominal(i):
			return i
		default:
			return -1
		}
	}
	return -1
}

// farOff reports whether the distance told between tokens k and w is too great for
// what lies there to be near: "X, about 1,200 kilometres north of Y".
func (t *tree) farOff(k, w int) bool {
	return slices.ContainsFunc(quantity.Find(t.s), func(p quantity.Phrase) bool {
		return p.Number.First > k && p.Number.End < w && p.Quantity.Value > near && lengths[t.lemma(p.Number.End)]
	})
}

// near is the distance, in kilometres or miles, up to which a place is told to be
// near another.
const near = 200

// lengths are the distances that are no times.
var lengths = words("kilometre kilometer mile km kms")

// lying are verbs that, with a direction, say where something is.
var lying = words("lie sit stand locate situate centre center occur happen strike hit crash begin")

// distances are nouns in which it is told how far away a place is.
var distances = words("kilometre kilometer mile km kms metre meter hour drive")
