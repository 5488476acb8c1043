package gazetteer

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
)

func (t *tables) loadNames() {
	for _, line := range lines("cities.txt") {
		code, list, _ := strings.Cut(line, ":")
		for _, c := range fields(list, ",") {
			t.cities[fold(c)] = code
		}
	}
	for _, c := range t.countries {
		if c.Capital != "" {
			t.cities[fold(c.Capital)] = c.Code
		}
	}
	for _, line := range lines("places.txt") {
		code, list, _ := strings.Cut(line, ":")
		for _, p := range fields(list, ",") {
			t.places[fold(p)] = strings.TrimPrefix(code, "-")
		}
	}
	for _, file := range organizationFiles {
		for _, line := range lines(file) {
			t.addOrganization(fields(line, ";"))
		}
	}
	for _, line := range lines("peoples-faiths.txt") {
		nouns, adjectives, _ := strings.Cut(line, "|")
		forms := fields(nouns, ";")
		for _, f := range append(forms, fields(adjectives, ",")...) {
			if t.peoples[fold(f)] == "" {
				t.peoples[fold(f)] = forms[0]
			}
			if singular, ok := strings.CutSuffix(f, "s"); ok && t.peoples[fold(singular)] == "" {
				t.peoples[fold(singular)] = forms[0]
			}
		}
	}
	for _, line := range lines("given-names.txt") {
		kind, list, _ := strings.Cut(line, " ")
		for _, n := range fields(list, " ") {
			switch kind {
			case "male":
				t.male[n] = true
			case "female":
				t.female[n] = true
			case "surname":
				t.surnames[n] = true
			}
		}
	}
}

// organizationFiles are read in this order; of two organisations that share a
// form the first keeps it.
var organizationFiles = []string{
	"organizations.txt", "public-bodies.txt", "armed-groups.txt", "parties.txt", "companies.txt", "societies.txt",
}

// addOrganization enters an organisation under all its forms; a mark before a
// form says that it is the name of something else too.
func (t *tables) addOrganization(forms []string) {
	name := strings.TrimPrefix(forms[0], "?")
	for _, f := range forms {
		f, shared := strings.CutPrefix(f, "?")
		key := acronymKey(f)
		if t.organizations[key] == "" {
			t.organizations[key] = name
		}
		if shared {
			t.shared[key] = true
		}
	}
}

// IsAcronym reports whether a form is written in capitals: two or more of them
// and no small letter.
func IsAcronym(s string) bool {
	upper := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			return false
		}
	}
	return upper >= 2
}

// acronymKey keeps the case of acronyms, so that "who" is no organisation.
func acronymKey(s string) string {
	if IsAcronym(s) {
		return s
	}
	return fold(s)
}

// CityCountry returns the code of the country in which a known city lies.
func CityCountry(name string) (code string, ok bool) {
	code, ok = load().cities[fold(name)]
	return code, ok
}

// IsPlace reports whether a name is that of a known region, water or other
// place that is neither a country nor a city.
func IsPlace(name string) bool {
	_, ok := load().places[fold(name)]
	return ok
}

// PlaceCountry returns the code of the country in which a known city or region
// lies; false when the place is not known or lies in several.
func PlaceCountry(name string) (code string, ok bool) {
	t, key := load(), fold(name)
	if code, ok = t.cities[key]; ok {
		return code, true
	}
	code = t.places[key]
	return code, code != ""
}

// RegionCountry returns the code of the country of which a name is known as a
// part, not a town.
func RegionCountry(name string) (code string, ok bool) {
	code = load().places[fold(name)]
	return code, code != ""
}

// OrganizationName returns the full name of a known organisation from any of
// its forms. Acronyms must be in capitals.
func OrganizationName(form string) (name string, ok bool) {
	name, ok = load().organizations[acronymKey(form)]
	return name, ok
}

// PeopleName returns the plural name of a people or faith from its noun or
// adjective ("Shiite" gives "Shiites"), of peoples that have no country.
func PeopleName(word string) (name string, ok bool) {
	name, ok = load().peoples[fold(word)]
	return name, ok
}

// NameType returns the type of a well-known name, or "" when the name is not
// in the lists. Names of several things give the one that news means most.
func NameType(name string) nlp.EntityType {
	t := load()
	if _, ok := CountryByName(name); ok {
		return nlp.Country
	}
	if _, ok := t.cities[fold(name)]; ok {
		return nlp.City
	}
	if IsPlace(name) {
		return nlp.Place
	}
	if _, ok := OrganizationName(name); ok && !t.shared[acronymKey(name)] {
		return nlp.Organization
	}
	if _, ok := get(t.byMetonym, fold(name)); ok {
		return nlp.Facility
	}
	if _, ok := t.peoples[fold(name)]; ok {
		return nlp.Group
	}
	return ""
}

// Gender is the gender of a given name or a noun.
type Gender int

// The genders.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
)

// GivenName returns the gender that bearers of a given name usually have, and
// whether the lists hold the name at all.
func GivenName(name string) (Gender, bool) {
	t, n := load(), strings.ToLower(name)
	switch {
	case t.male[n]:
		return Masculine, true
	case t.female[n]:
		return Feminine, true
	}
	return UnknownGender, false
}

// IsSurname reports whether a given name is a surname more often, so that it
// tells no gender when it stands alone.
func IsSurname(givenName string) bool { return load().surnames[strings.ToLower(givenName)] }
