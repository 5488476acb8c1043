package claims

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// homeDominance is how many times as often as of any other a document must
// speak of a country to be about it.
const homeDominance = 1.25

// leastSpokenOf is how much a document must speak of a country, in the measure
// of [document.countries], to be about it.
const leastSpokenOf = 2

// homeCountry returns the name of the country that the article is about, or "".
func (d *document) homeCountry() string {
	counts := maps.Clone(d.countries())
	if d.writtenFrom != "" && !d.fromSeat {
		counts[d.writtenFrom] += datelineWeight
	}
	best, second := "", 0
	for name, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && name < best {
			best = name
		}
	}
	for name, n := range counts {
		if name != best {
			second = max(second, n)
		}
	}
	if written := d.writtenFrom; written != "" && written != best && counts[best] < abroad*(d.atHome[written]+datelineWeight) {
		return "" // of a visit to another country
	}
	if best == "" || d.inPassing[best] && best != d.writtenFrom || counts[best] < leastSpokenOf || float64(counts[best]) < homeDominance*float64(second) {
		return ""
	}
	return best
}

// datelineWeight is what a dateline tells of its country, in the measure of
// [document.countries].
const datelineWeight = 2

// abroad is how many times as often as of the country of its dateline a report
// must speak of another to be about that.
const abroad = 4

// governed are parts of a state with a government under a minister of their own.
var governed = map[string]bool{"Scotland": true, "Wales": true}

// countries returns how often the article speaks of each country, by its
// name in the gazetteer, or in the text when the gazetteer has none (Scotland).
// Names and adjectives count twice, towns and regions once; all count double at
// the beginning, which says what the article is about.
func (d *document) countries() map[string]int {
	if d.atHome == nil {
		d.atHome, d.inPassing = d.countCountries()
		d.writtenFrom, d.fromSeat = d.countryOfDateline()
	}
	return d.atHome
}

// countCountries returns what [document.countries] tells, and which countries the
// article names once only, as a party to what it tells: "offered help to Chad".
func (d *document) countCountries() (counts map[string]int, inPassing map[string]bool) {
	counts, inPassing = make(map[string]int), make(map[string]bool)
	for i := range d.a.Sentences {
		if !d.a.Article(i) {
			continue
		}
		s := &d.a.Sentences[i]
		times := 1
		if i < opening {
			times = 2
		}
		t := d.tree(i)
		add := func(name string, k, n int) {
			inPassing[name] = counts[name] == 0 && !t.tellsWhere(k)
			counts[name] += n * times
		}
		for _, n := range s.Names {
			k := t.headOf(n.Tokens)
			text := strings.ReplaceAll(t.words(n.Tokens), " - ", "-")
			switch n.Type {
			case nlp.Country:
				if c, ok := gazetteer.CountryByName(text); ok {
					add(c.Name, k, t.weightOfCountry(n.Tokens))
				} else if governed[text] {
					add(text, k, 2)
				}
			case nlp.City, nlp.Place:
				if code, ok := gazetteer.PlaceCountry(text); ok {
					if c, known := gazetteer.CountryByCode(code); known {
						add(c.Name, k, 1)
					}
				}
			}
		}
		for k := range s.Tokens {
			if _, name := gazetteer.CountryByName(s.Tokens[k].Form); name {
				continue
			}
			if c, ok := coref.ImpliedCountry(s, k); ok {
				add(c.Name, k, 2)
			} else if r, ok := coref.ImpliedRegion(s, k); ok && governed[r] {
				add(r, k, 2)
			}
		}
	}
	return counts, inPassing
}

// countryOfDateline returns the country of the town with which the report begins
// ("ACCRA, July 9 —"), or "", and whether the officials of many states gather
// there. A loader may have put the dateline apart.
func (d *document) countryOfDateline() (name string, seat bool) {
	for i := range min(opening, len(d.a.Sentences)) {
		t := d.tree(i)
		if d.a.Document.KindOf(d.a.Sentences[i].Block) != nlp.BylineBlock && !t.dashBehind(1) {
			continue
		}
		for end := min(maxTownWords, len(t.s.Tokens)); end > 0; end-- {
			town := townCase(t.words(nlp.Range{First: 0, End: end}))
			if code, ok := gazetteer.PlaceCountry(town); ok {
				if c, known := gazetteer.CountryByCode(code); known {
					return c.Name, assemblyTowns[town]
				}
			}
		}
	}
	return "", false
}

// assemblyTowns are where the officials of many states gather, and which so tell
// of no one's country.
var assemblyTowns = map[string]bool{"Brussels": true, "Geneva": true, "Strasbourg": true, "Luxembourg": true, "The Hague": true, "Davos": true, "New York": true, "United Nations": true}

// maxTownWords is how many words the name of a town has at most.
const maxTownWords = 3

// townCase returns the name of a town that may be in capitals as it is elsewhere.
func townCase(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if first, n := utf8.DecodeRuneInString(w); len(w) > n {
			words[i] = string(first) + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}

// longestDateline is how many tokens stand at most between the town of a
// dateline and the dash behind it.
const longestDateline = 6

// dashBehind reports whether a dash stands at or soon behind token k.
func (t *tree) dashBehind(k int) bool {
	for end := min(k+longestDateline, len(t.s.Tokens)); k < end; k++ {
		if f := t.form(k); f == "—" || f == "–" || f == "--" || f == "-" && t.tok(0).Form == strings.ToUpper(t.tok(0).Form) {
			return true
		}
	}
	return false
}

// tellsWhere reports whether the name of a country or town at k, or its adjective,
// says where what is told takes place: a dateline, a place in which something is
// or happens, whose government, people or border it is.
func (t *tree) tellsWhere(k int) bool {
	g := t.head(k)
	switch {
	case g < 0 || t.base(k) == "parataxis":
		return true
	case t.preposition(k) == "in" || t.preposition(k) == "across" || t.preposition(k) == "throughout":
		return !t.nominal(g) || t.preposition(g) == "" || locatives[t.preposition(g)] && t.preposition(g) != "through" // not "through a bank in Dubai"
	case t.preposition(k) == "" || t.preposition(k) == "of":
		return t.nominal(g) && ownInstitutions[t.lemma(g)]
	}
	return false
}

// ownInstitutions are words for what belongs to a state or a town of which the
// article tells from inside.
var ownInstitutions = words(`government parliament cabinet senate assembly legislature landtag council border resident citizen voter
	inhabitant capital economy coast nation people opposition union party coalition election constitution politician lawmaker parliamentarian legislator`)

// opening is how many sentences, with the title and the date line, say what an
// article is about.
const opening = 3

// weightOfCountry is how much the name of a country at r says that the article
// is about it: less where a facility or a town lies in it ("in a hospital in
// Kenya"), more where it is the country of an office-holder ("the king of Tonga").
func (t *tree) weightOfCountry(r nlp.Range) int {
	k := t.headOf(r)
	g := t.head(k)
	switch {
	case g < 0 || !t.nominal(g):
		return 2
	case gazetteer.IsLeader(t.lemma(g)) && (t.preposition(k) == "of" || t.rel(k) == "nmod:poss"):
		return 4
	case (t.preposition(k) == "in" || t.base(k) == "compound") && slices.Contains([]nlp.EntityType{nlp.Facility, nlp.City}, gazetteer.NounType(t.lemma(g))):
		return 1
	}
	return 2
}
