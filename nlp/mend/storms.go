package mend

import (
	"slices"
	"time"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// stormNouns are nouns before the names that storms are given.
var stormNouns = words("Hurricane Typhoon Cyclone Storm")

// storms makes a name of an event of the noun of a storm and the name behind it,
// of which models make a person's or none: "Hurricane Ada".
func (m *mender) storms() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		if !stormNouns[m.tok(i).Form] || m.tok(i+1).UPOS != "PROPN" || !unicode.IsUpper([]rune(m.tok(i + 1).Form)[0]) || m.tok(i).Head != i+1 && m.tok(i+1).Head != i || i > 0 && m.capital(i-1) && m.tok(i-1).Form != "Tropical" {
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

// recalledStorms makes a storm's of a lone name behind "since" or "than" with which a
// storm is compared: "the worst typhoon to hit the islands since Ada".
func (m *mender) recalledStorms() {
	for i, t := range m.s.Tokens {
		if !stormNouns[capitalised(t.Form)] || m.named(i) {
			continue
		}
		for k := i + 1; k+1 < len(m.s.Tokens); k++ {
			if f := m.tok(k).Form; f != "since" && f != "than" || !m.superlative(i) && f == "since" {
				continue
			}
			n := m.tok(k + 1)
			alone := k+2 >= len(m.s.Tokens) || m.tok(k+2).UPOS == "PUNCT"
			if !alone || n.UPOS != "PROPN" || gazetteer.IsPlace(n.Form) || isMonth(n.Form) {
				break
			}
			m.nameAs(nlp.Range{First: k + 1, End: k + 2}, nlp.Event)
			if k+3 < len(m.s.Tokens) && m.tok(k+3).Form == "which" {
				if v := m.tok(k + 3).Head; v > k+3 && tree.Matches(m.tok(v).Relation, "acl:relcl", "advcl:relcl") {
					m.set(v, k+1, "acl:relcl") // what that one did
				}
			}
		}
	}
}

// superlative reports whether a noun is set above the others of its kind.
func (m *mender) superlative(noun int) bool {
	return slices.ContainsFunc(m.s.Tokens, func(t nlp.Token) bool { return t.Head == noun && t.XPOS == "JJS" })
}

// isMonth reports whether a word is the English name of a month.
func isMonth(word string) bool {
	_, err := time.Parse("January", word)
	return err == nil
}

// capitalised writes a word with a capital.
func capitalised(word string) string {
	r := []rune(word)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
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
