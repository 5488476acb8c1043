package gazetteer

import "strings"

// Country is a state or a country inside one.
type Country struct {
	Code       string // ISO 3166-1 alpha-2, or "X-" and a mark for what has none
	Name       string
	Aliases    []string
	Adjectives []string // "Iranian"
	People     []string // singular nouns, "Iranian", "Dane"
	Capital    string
	Metonyms   []string // what stands for its government besides the capital
}

// Kingdom reports whether a king or queen heads the country under that title and it
// calls itself, or is called, a kingdom.
func (c Country) Kingdom() bool { return kingdoms[c.Code] }

// kingdoms are the codes of such countries, as of 2024.
var kingdoms = set("BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO")

func (t *tables) loadCountries() {
	for _, line := range lines("countries.tsv") {
		f := strings.Split(line, "\t")
		if len(f) != 7 {
			continue
		}
		t.countries = append(t.countries, Country{
			Code: f[0], Name: f[1], Aliases: fields(f[2], ";"), Adjectives: fields(f[3], ";"),
			People: fields(f[4], ";"), Capital: f[5], Metonyms: fields(f[6], ";"),
		})
	}
	for i := range t.countries {
		c := &t.countries[i]
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			put(t.byName, nameKey(n), c)
		}
		for _, d := range append(append([]string(nil), c.Adjectives...), c.People...) {
			put(t.byDemonym, nameKey(d), c)
			if !strings.ContainsAny(d, ".") {
				put(t.byDemonym, nameKey(d+"s"), c)
			}
		}
		put(t.byCapital, fold(c.Capital), c)
		put(t.byCode, c.Code, c)
		for _, m := range c.Metonyms {
			put(t.byMetonym, fold(m), c)
		}
	}
}

func put(m map[string]*Country, key string, c *Country) {
	if _, taken := m[key]; key != "" && !taken {
		m[key] = c
	}
}

// nameKey keeps the case of short names, so that "us" is not the United States.
func nameKey(s string) string {
	if len(s) <= 4 && s == strings.ToUpper(s) {
		return s
	}
	if len(s) <= 3 {
		return "=" + s
	}
	return fold(s)
}

// CountryByName returns the country that goes by a name, an alternative name
// or a common abbreviation ("U.S.", "UK", "Holland"), whatever the case of
// longer names.
func CountryByName(name string) (Country, bool) { return get(load().byName, nameKey(name)) }

// CountryByDemonym returns the country of a demonym, adjective or noun, in
// singular or plural. "Korean" and other adjectives of what is no state now
// give a country without an ISO code.
func CountryByDemonym(word string) (Country, bool) { return get(load().byDemonym, nameKey(word)) }

// CountryByCode returns the country with an ISO code of two letters.
func CountryByCode(code string) (Country, bool) { return get(load().byCode, code) }

// CountryByCapital returns the country whose capital is named.
func CountryByCapital(city string) (Country, bool) { return get(load().byCapital, fold(city)) }

// CountryByMetonym returns the country for whose government a name stands:
// its capital, or a seat such as "the Kremlin".
func CountryByMetonym(name string) (Country, bool) {
	if c, ok := get(load().byMetonym, fold(name)); ok {
		return c, true
	}
	return CountryByCapital(name)
}

func get(m map[string]*Country, key string) (Country, bool) {
	if c, ok := m[key]; ok && key != "" {
		return *c, true
	}
	return Country{}, false
}
