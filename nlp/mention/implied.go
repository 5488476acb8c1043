package mention

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// ImpliedCountry returns the country that a demonym or an abbreviation used as
// a modifier implies: "Iranian" in "Iranian authorities".
func ImpliedCountry(t *nlp.Token) (gazetteer.Country, bool) {
	switch t.UPOS {
	case "ADJ", "NOUN", "PROPN":
		if upper(t.Form) { // a pole is no Pole
			return gazetteer.CountryByDemonym(t.Form)
		}
	}
	return gazetteer.Country{}, false
}

// ImpliedPeople returns the plural name of the people or faith that an
// adjective implies: "Shiite" in "Shiite mosque" implies "Shiites".
func ImpliedPeople(t *nlp.Token) (string, bool) {
	switch t.UPOS {
	case "ADJ", "NOUN", "PROPN":
		return gazetteer.PeopleName(t.Form)
	}
	return "", false
}
