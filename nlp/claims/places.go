package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// containmentReliability is the confidence of "Izmir, western Turkey".
const containmentReliability = 0.9

// containment finds places named one behind the other, the larger last:
// "Lyon, France", "Springfield, Illinois".
func (d *document) containment(t *tree) []candidate {
	var out []candidate
	for i := 0; i+1 < len(t.s.Names); i++ {
		a, b := t.s.Names[i], t.s.Names[i+1]
		state := a.Type == nlp.City && b.Type == nlp.City && statesAndCities[t.words(b.Tokens)]
		if b.Type.Extent() <= a.Type.Extent() && !(a.Type == nlp.Place && b.Type == nlp.Place) && !state || !areas[b.Type] || !t.listedBehind(a.Tokens, b.Tokens) && !t.cityIn(a, b) {
			continue
		}
		if a.Type != nlp.City && a.Type != nlp.Place && a.Type != nlp.Facility {
			continue
		}
		if t.enumerated(i) {
			continue
		}
		x, y := d.nameChain(t, a.Tokens), d.nameChain(t, b.Tokens)
		if x == nlp.NoChain || y == nlp.NoChain || x == y {
			continue
		}
		out = append(out, t.candidate(b.Tokens.First, nlp.ChainEnd(x), "located_in", nlp.ChainEnd(y), aFact, containmentReliability, "listed places").
			over(t.s.SpanOf(nlp.Range{First: a.Tokens.First, End: b.Tokens.End})))
	}
	return out
}

// statesAndCities are names of states that are also those of cities: behind a
// town with a comma they are the state.
var statesAndCities = map[string]bool{"Washington": true, "New York": true, "Quebec": true, "Punjab": true, "Guatemala": true, "Mexico": true}

// cityIn reports whether a town is named with the country or region in which it
// lies right behind it: "Toulouse in France".
func (t *tree) cityIn(a, b nlp.Name) bool {
	street := (a.Type == nlp.Place || a.Type == nlp.Facility) && b.Type == nlp.City && streets[t.form(a.Tokens.End-1)]
	if !street && (a.Type != nlp.City || b.Type != nlp.Country && b.Type != nlp.Place) {
		return false
	}
	i := a.Tokens.End
	return i < len(t.s.Tokens) && t.form(i) == "in" && (b.Tokens.First == i+1 || b.Tokens.First == i+2 && directions[t.form(i+1)]) &&
		t.preposition(t.headOf(a.Tokens)) != ""
}

// streets are the last words of names of streets and parts of towns.
var streets = words("street road avenue square lane boulevard park quarter district bridge plaza market beach")

// directions may stand between a place and what holds it.
var directions = words(`northern southern eastern western central northeastern northwestern southeastern southwestern
	north-eastern north-western south-eastern south-western north south east west upper lower mainland neighbouring neighboring`)

// listedBehind reports whether b follows a behind a comma, with at most a
// direction between.
func (t *tree) listedBehind(a, b nlp.Range) bool {
	i := a.End
	if i >= b.First || t.form(i) != "," {
		return false
	}
	for i++; i < b.First; i++ {
		if !directions[t.form(i)] {
			return false
		}
	}
	if b.End < len(t.s.Tokens) && strings.HasPrefix(t.form(b.End), "$") {
		return false // "Europe, US$200"
	}
	if t.startsAnew(b) || t.modifiesLater(a, b) {
		return false
	}
	// "offices in Paris, London and Rome" is a list: the next word tells.
	if b.End < len(t.s.Tokens) && (t.form(b.End) == "and" || t.form(b.End) == "or") {
		return t.base(b.First) != "conj"
	}
	for k := b.First; k < b.End; k++ {
		if t.base(k) == "conj" {
			return false
		}
	}
	return true
}

// startsAnew reports whether the name is or owns the subject of a clause: "in
// Lyon, France's premier said", "in Lyon, France won".
func (t *tree) startsAnew(r nlp.Range) bool {
	for k := r.First; k < r.End; k++ {
		h := k
		if t.rel(k) == "nmod:poss" && t.head(k) >= r.End {
			h = t.head(k)
		}
		if t.base(h) == "nsubj" && t.head(h) >= r.End {
			return true
		}
	}
	return false
}

// modifiesLater reports whether name b belongs to a word behind it that does not
// describe a: "from Wuhan, Hong Kong officials believe". "Lyon, France's second
// city" describes, and in "the Wixom, Michigan plant" both belong to it.
func (t *tree) modifiesLater(a, b nlp.Range) bool {
	k := t.headOf(b)
	if k < 0 {
		return false
	}
	h := t.head(k)
	if h < b.End {
		return t.is(k, "ADJ") && t.tok(k).XPOS == "JJ"
	}
	return in(t.base(k), "compound", "amod", "nmod") && !t.within(t.headOf(a), h) && !(in(t.base(h), "appos", "conj", "nmod", "obl") && h > 0 && a.Contains(t.head(h)))
}

// enumerated reports whether name i and the one behind it are members of a
// list of places of one kind that goes on to an "and": "in Queensland,
// Victoria, Tasmania and New South Wales".
func (t *tree) enumerated(i int) bool {
	names := t.s.Names
	towns := t.isTown(names[i]) && t.isTown(names[i+1])
	region := func(n nlp.Name) bool {
		return towns && t.isTown(n) || n.Type == nlp.Place || gazetteer.IsPlace(t.words(n.Tokens))
	}
	if !region(names[i]) || !region(names[i+1]) {
		return false
	}
	for n := i + 1; n+1 < len(names) && region(names[n+1]); n++ {
		gap := names[n+1].Tokens.First - names[n].Tokens.End
		last := names[n+1].Tokens.First - 1
		switch {
		case gap <= 2 && (t.form(last) == "and" || t.form(last) == "or"):
			return true
		case gap != 1 || t.form(last) != ",":
			return false
		}
	}
	return false
}

// isTown reports whether a name is a town's, as that of a capital is beside others.
func (t *tree) isTown(n nlp.Name) bool {
	_, capital := gazetteer.CountryByCapital(t.words(n.Tokens))
	return n.Type == nlp.City || capital
}

// partPlaces finds places told to be one of the parts of another: "Dubai, one of the
// seven emirates of the UAE".
func (d *document) partPlaces(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		i := n.Tokens.End
		if n.Type != nlp.City && n.Type != nlp.Place || i+5 >= len(t.s.Tokens) || t.form(i) != "," || t.form(i+1) != "one" || t.form(i+2) != "of" {
			continue
		}
		for k := i + 3; k < i+8 && k+2 < len(t.s.Tokens); k++ {
			if !gazetteer.IsSettlement(t.lemma(k)) && !territories[t.lemma(k)] || t.form(k+1) != "of" && t.form(k+1) != "in" {
				continue
			}
			x, y := d.nameChain(t, n.Tokens), nlp.NoChain
			if h := t.headFrom(k + 2); h >= 0 {
				y = d.chainAt(t, h)
			}
			if x != nlp.NoChain && y != nlp.NoChain && x != y && areas[d.a.Chains[y].Type] {
				out = append(out, t.candidate(k, nlp.ChainEnd(x), "located_in", nlp.ChainEnd(y), aFact, containmentReliability, "one of the parts"))
			}
			break
		}
	}
	return out
}

// territories are nouns of the parts of countries.
var territories = words("emirate province state region district county canton republic island territory department prefecture municipality borough suburb")
