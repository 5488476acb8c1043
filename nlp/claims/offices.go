package claims

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// stateOffices are titles that only a state gives. Who bears one without a
// word on the state serves the one that the text is about.
var stateOffices = words(`prime_minister premier foreign_minister foreign_secretary home_secretary defence_secretary
	defense_secretary defence_minister defense_minister interior_minister finance_minister health_minister justice_minister
	home_minister transport_minister education_minister environment_minister energy_minister trade_minister
	external_affairs_minister chancellor_of_the_exchequer health_secretary justice_secretary transport_secretary
	education_secretary secretary_of_state attorney_general vice_president deputy_prime_minister opposition_leader cabinet_minister`)

// regionalMinisters are ministers of a part of a state.
var regionalMinisters = words("chief state provincial regional")

// officeOf are the codes of the states of which the title alone tells.
var officeOf = map[string]string{"secretary_of_state": "US", "chancellor_of_the_exchequer": "GB", "foreign_secretary": "GB", "home_secretary": "GB",
	"defence_secretary": "GB", "defense_secretary": "US"}

// impliedReliability is the confidence of an office whose state only the text
// as a whole tells.
const impliedReliability = 0.7

// impliedOffices gives the bearers of state offices that no claim ties to a
// state the country that the document names most.
func (d *document) impliedOffices(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		title := t.titleBefore(n.Tokens.First)
		if n.Type != nlp.Person || title == "" {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person {
			continue
		}
		minister := stateOffices[title] && strings.HasSuffix(title, "minister")
		ofState := func(b nlp.ChainID) bool { return !minister || d.ofState(b) }
		if d.officeIn(c, cs, ofState) != nlp.NoChain {
			continue
		}
		state := d.mainCountry(impliedDominance(title))
		if state == nlp.NoChain && (strings.HasSuffix(title, "minister") || title == "president" || title == "premier") {
			state = d.countryTalkedOf(talkedDominance)
		}
		if code := officeOf[title]; code != "" {
			state = d.countryOf(code)
		}
		if state == nlp.NoChain {
			continue
		}
		out = append(out, candidate{trigger: n.Tokens.First, Claim: nlp.Claim{
			Subject: nlp.ChainEnd(c), Predicate: "leads", Object: nlp.ChainEnd(state),
			Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: impliedReliability,
			Sentence: t.index, Evidence: t.s.Span, Trigger: t.s.SpanOf(n.Tokens), Rule: "leads/state office",
		}})
	}
	return out
}

// ofState reports whether a body is a state or one of its institutions. Who
// heads a party may be a minister besides.
func (d *document) ofState(body nlp.ChainID) bool {
	if body < 0 {
		return false
	}
	ch := &d.a.Chains[body]
	return ch.Type != nlp.Organization && ch.Type != nlp.Group ||
		slices.ContainsFunc(strings.Fields(strings.ToLower(ch.Name)), func(w string) bool { return stateBodies[w] })
}

// countryOf returns the chain of the country with a code, if the document names it.
func (d *document) countryOf(code string) nlp.ChainID {
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Country {
			continue
		}
		if known, ok := countryOfChain(ch); ok && known.Code == code {
			return ch.ID
		}
	}
	return nlp.NoChain
}

// countryOfChain returns the country that one of a chain's names is known for.
func countryOfChain(ch *nlp.Chain) (gazetteer.Country, bool) {
	for _, n := range append([]string{ch.Name}, ch.Names...) {
		if known, ok := gazetteer.CountryByName(n); ok {
			return known, true
		}
	}
	return gazetteer.Country{}, false
}

// titleBefore returns the longest state office that ends before token i, its
// words joined by "_". A minister of whatever, and a president written with a
// capital, are of a state when nothing else is said of them.
func (t *tree) titleBefore(i int) string {
	for n := 4; n >= 1; n-- {
		if i-n < 0 {
			continue
		}
		words := make([]string, 0, n)
		for k := i - n; k < i; k++ {
			words = append(words, t.form(k))
		}
		if w := strings.Join(words, "_"); stateOffices[w] {
			return w
		}
	}
	if i < 1 {
		return ""
	}
	switch before := ""; t.form(i - 1) {
	case "minister":
		if i > 1 && t.nominal(i-2) && t.tok(i-2).Form != strings.ToUpper(t.tok(i-2).Form) {
			before = t.form(i - 2)
		}
		if before != "" && !regionalMinisters[before] {
			return "minister"
		}
	case "president":
		if t.tok(i-1).Form == "President" {
			return "president"
		}
	}
	return ""
}

// talkedDominance is how many times as often as of any other a document must
// speak of a country that it hardly names to be about it.
const talkedDominance = 4

// impliedDominance is how many times as often as any other the document must
// name a country for the bearer of a title to be taken for its own. Ministers of
// anything and presidents visit others.
func impliedDominance(title string) int {
	if title == "minister" || title == "president" {
		return 3
	}
	return 2
}

// mainCountry returns the country that the document names at least so many
// times as often as any other, and more than once, or NoChain.
func (d *document) mainCountry(times int) nlp.ChainID {
	type count struct {
		chain nlp.ChainID
		n     int
	}
	var counts []count
	for i := range d.a.Chains {
		if ch := &d.a.Chains[i]; ch.Type == nlp.Country && ch.Named() {
			if _, known := countryOfChain(ch); !known {
				continue // "the Head of State"
			}
			counts = append(counts, count{nlp.ChainID(i), len(ch.Mentions)})
		}
	}
	slices.SortStableFunc(counts, func(a, b count) int { return b.n - a.n })
	if len(counts) == 0 || counts[0].n < 2 || len(counts) > 1 && counts[0].n < times*counts[1].n {
		return nlp.NoChain
	}
	return counts[0].chain
}

// countryTalkedOf returns the country that the article speaks of by name, adjective and
// town at least so many times as often as of any other, or NoChain. Names and
// adjectives count twice, towns once. The text need not name the country.
func (d *document) countryTalkedOf(times int) nlp.ChainID {
	if d.talkedOf == nil {
		d.talkedOf = d.countCountries()
	}
	var keys []string
	for k := range d.talkedOf {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(d.talkedOf[b], d.talkedOf[a]), cmp.Compare(a, b))
	})
	if len(keys) == 0 || d.talkedOf[keys[0]] < leastTalkedOf || len(keys) > 1 && d.talkedOf[keys[0]] < times*d.talkedOf[keys[1]] {
		return nlp.NoChain
	}
	if c, ok := gazetteer.CountryByName(keys[0]); ok {
		return d.knownCountry(c)
	}
	return d.aliasChain(keys[0])
}

// leastTalkedOf is how much a document must speak of a country, in the measure
// of [document.countryTalkedOf], to be about it.
const leastTalkedOf = 3

// governed are parts of a state with a government under a minister of their own.
var governed = map[string]bool{"Scotland": true, "Wales": true}

// countCountries counts how often the article speaks of each country, by its
// name in the gazetteer, or in the text when the gazetteer has none (Scotland).
func (d *document) countCountries() map[string]int {
	counts := make(map[string]int)
	for i := range d.a.Sentences {
		if !d.a.Article(i) {
			continue
		}
		s := &d.a.Sentences[i]
		for _, n := range s.Names {
			text := d.tree(i).words(n.Tokens)
			switch n.Type {
			case nlp.Country:
				if c, ok := gazetteer.CountryByName(text); ok {
					counts[c.Name] += 2
				} else if governed[text] {
					counts[text] += 2
				}
			case nlp.City, nlp.Place:
				if code, ok := gazetteer.PlaceCountry(text); ok {
					if c, known := gazetteer.CountryByCode(code); known {
						counts[c.Name]++
					}
				}
			}
		}
		for k := range s.Tokens {
			if _, name := gazetteer.CountryByName(s.Tokens[k].Form); name {
				continue
			}
			if c, ok := coref.ImpliedCountry(s, k); ok {
				counts[c.Name] += 2
			} else if r, ok := coref.ImpliedRegion(s, k); ok && governed[r] {
				counts[r] += 2
			}
		}
	}
	return counts
}
