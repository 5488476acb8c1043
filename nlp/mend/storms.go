package mend

import (
	"slices"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// stormNouns are nouns before the names that storms are given.
var stormNouns = set("Hurricane Typhoon Cyclone Storm")

// storms makes a name of an event of the noun of a storm and the name behind it,
// of which models make a person's or none: "Hurricane Ada".
func (m *mender) storms() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		if !stormNouns[m.tok(i).Form] || m.tok(i+1).UPOS != "PROPN" || !unicode.IsUpper([]rune(m.tok(i + 1).Form)[0]) || m.tok(i).Head != i+1 || i > 0 && m.capital(i-1) && m.tok(i-1).Form != "Tropical" {
			continue
		}
		r := nlp.Range{First: i, End: i + 2}
		if i > 0 && m.tok(i-1).Form == "Tropical" {
			r.First--
		}
		if slices.ContainsFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.First < r.End && n.Tokens.End > r.End }) {
			continue // "Storm King Mountain"
		}
		m.nameAs(r, nlp.Event)
	}
}

// nameAs makes r one name of a type in place of those that lie in it.
func (m *mender) nameAs(r nlp.Range, kind nlp.EntityType) {
	m.s.Names = slices.DeleteFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.First < r.End && n.Tokens.End > r.First })
	m.insertName(nlp.Name{Tokens: r, Type: kind, Score: guessedScore})
}

// ships makes a name of a vessel of such a prefix and the name behind it.
func (m *mender) ships() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		if !gazetteer.IsShipPrefix(m.tok(i).Form) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.capital(end) && unicode.IsUpper([]rune(m.tok(end).Form)[0]) && (end == i+1 || m.s.Within(end, i) || m.s.Within(i, end)) {
			end++
		}
		if end > i+1 && !slices.ContainsFunc(m.s.Names, func(n nlp.Name) bool {
			return n.Tokens.First < i && n.Tokens.End > i || n.Tokens.First < end && n.Tokens.End > end
		}) {
			m.nameAs(nlp.Range{First: i, End: end}, nlp.Product)
		}
	}
}
