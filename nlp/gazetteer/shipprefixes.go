package gazetteer

// shipPrefixes stand before the names of ships and nowhere else; those of a
// state's ships have its ISO code.
var shipPrefixes = map[string]string{
	"USS": "US", "USNS": "US", "USCGC": "US", "HMS": "GB", "HMAS": "AU", "HMCS": "CA", "HMNZS": "NZ", "HDMS": "DK",
	"HNLMS": "NL", "HNoMS": "NO", "HSwMS": "SE", "ROKS": "KR", "HTMS": "TH", "RMS": "",
}

// IsShipPrefix reports whether a word stands before names of ships only: "USS".
func IsShipPrefix(word string) bool {
	_, ok := shipPrefixes[word]
	return ok
}

// ShipCountry returns the country that puts a prefix before the names of its
// ships: "USS", "HMAS".
func ShipCountry(prefix string) (Country, bool) { return CountryByCode(shipPrefixes[prefix]) }
