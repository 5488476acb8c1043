package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// areas are types of places that can hold other places.
var areas = codebook.Types{nlp.Country: true, nlp.City: true, nlp.Place: true}

// size orders places by how much they hold.
var size = map[nlp.EntityType]int{nlp.Facility: 0, nlp.City: 1, nlp.Place: 2, nlp.Country: 3}

// containmentReliability is the confidence of "Izmir, western Turkey".
const containmentReliability = 0.9

// containment finds places named one behind the other, the larger last:
// "Lyon, France", "Springfield, Illinois".
func (d *document) containment(t *tree) []candidate {
	var out []candidate
	for i := 0; i+1 < len(t.s.Names); i++ {
		a, b := t.s.Names[i], t.s.Names[i+1]
		state := a.Type == nlp.City && b.Type == nlp.City && statesAndCities[t.words(b.Tokens)]
		if size[b.Type] <= size[a.Type] && !(a.Type == nlp.Place && b.Type == nlp.Place) && !state || !areas[b.Type] || !t.listedBehind(a.Tokens, b.Tokens) && !t.cityIn(a, b) {
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
var streets = words("street road avenue square lane boulevard park quarter district avenue bridge plaza market beach")

// nameHead returns the token of a name that hangs on something outside it.
func nameHead(s *nlp.Sentence, r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if !r.Contains(s.Tokens[i].Head) {
			return i
		}
	}
	return r.First
}

// directionsOf are words for a direction from a place.
var directionsOf = words(`north south east west northeast northwest southeast southwest north-east north-west south-east south-west
	northwards southwards inland upstream downstream`)

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
		if subject < 0 {
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

// happened reports whether token k is the subject of a clause that says, with the
// direction at token w, where event x happened.
func (d *document) happened(t *tree, x nlp.ChainID, k, w int) bool {
	ch := &d.a.Chains[x]
	return ch.Event != nil && !ch.Generic && isAny(ch.Event.Type, happenings) && t.base(k) == "nsubj" && t.within(w, t.head(k))
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

// bearingReliability is the confidence of "a village north of X".
const bearingReliability = 0.75

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

// lying are verbs that, with a direction, say where something is.
var lying = words("lie sit stand locate situate centre center occur happen strike hit crash begin")

// distances are nouns in which it is told how far away a place is.
var distances = words("kilometre kilometer mile km kms metre meter hour drive")

// enumerated reports whether name i and the one behind it are members of a
// list of places of one kind that goes on to an "and": "in Queensland,
// Victoria, Tasmania and New South Wales".
func (t *tree) enumerated(i int) bool {
	names := t.s.Names
	region := func(n nlp.Name) bool {
		return n.Type == nlp.Place || gazetteer.IsPlace(t.words(n.Tokens))
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

// words returns the forms of a range with single spaces.
func (t *tree) words(r nlp.Range) string {
	forms := make([]string, 0, r.Len())
	for i := r.First; i < r.End; i++ {
		forms = append(forms, t.tok(i).Form)
	}
	return strings.Join(forms, " ")
}

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
	if t.startsAnew(b) {
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

func (d *document) nameChain(t *tree, r nlp.Range) nlp.ChainID {
	for i := r.End - 1; i >= r.First; i-- {
		if c := d.a.ChainAt(t.ref(i)); c != nlp.NoChain {
			return c
		}
	}
	return nlp.NoChain
}

// inferredReliability is how much less a place counts that follows from the
// place of a place.
const inferredReliability = 0.9

// spread follows the places that a sentence tells of: an event in a building
// is also where that is ("a shooting at a school in Izmir"), a building in a
// town also in its country, an event during another where that one is.
func (d *document) spread(t *tree, cs []candidate) []candidate {
	var out []candidate
	infer := func(c, p candidate, subject nlp.End) {
		n := c
		n.Subject, n.Predicate, n.Object = subject, "located_in", p.Object
		n.Confidence = inferredReliability * min(c.Confidence, p.Confidence)
		n.Trigger = c.Trigger.Cover(p.Trigger)
		n.Rule = c.Rule + " + " + p.Rule
		out = append(out, n)
	}
	for _, c := range cs {
		if c.Predicate != "located_in" && c.Predicate != "targeted" || c.Subject.Chain < 0 {
			continue
		}
		typ := d.a.Chains[c.Subject.Chain].Type
		for _, p := range cs {
			if p.Predicate != "located_in" || p.Subject.Chain != c.Object.Chain || p.Object.Chain == c.Subject.Chain || p.Polarity != nlp.Positive {
				continue
			}
			at := d.a.Chains[p.Subject.Chain].Type
			if typ == nlp.Event && (at == nlp.Facility || at == nlp.Place) || typ == nlp.Facility && d.a.Chains[c.Subject.Chain].Named() && at == nlp.City {
				infer(c, p, c.Subject)
			}
		}
		if typ != nlp.Event || c.Predicate != "located_in" {
			continue
		}
		for _, k := range d.within(t, c.Subject.Chain) {
			infer(c, c, nlp.ChainEnd(k))
		}
	}
	return out
}

// within returns the events that a sentence tells to be during event c.
func (d *document) within(t *tree, c nlp.ChainID) []nlp.ChainID {
	var out []nlp.ChainID
	add := func(k int) {
		if e := d.a.ChainAt(t.ref(k)); e != nlp.NoChain && e != c && d.a.Chains[e].Type == nlp.Event {
			out = append(out, e)
		}
	}
	for k := range t.s.Tokens {
		if !in(t.base(k), "nmod", "obl") || t.preposition(k) != "during" || d.a.ChainAt(t.ref(k)) != c {
			continue
		}
		h := t.head(k)
		if t.base(k) == "nmod" {
			add(h)
			continue
		}
		for _, x := range t.children(h, "nsubj", "obl") {
			if p := t.preposition(x); x < k && (p == "" || p == "in" || p == "by") {
				add(x)
			}
		}
	}
	return out
}
