package coref

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// sameNames joins mentions whose names are equal, or known forms of one name.
func (r *resolver) sameNames() {
	first := make(map[string]int)
	for i := range r.c {
		c := &r.c[i]
		if c.Name == "" {
			continue
		}
		for n, key := range nameKeys(c) {
			j, seen := first[key]
			if !seen {
				first[key] = i
				continue
			}
			if !compatible(c.Types, r.c[j].Types) && n > 0 || !r.mayJoin(i, j) {
				continue
			}
			why := SameNameReason
			if n > 0 {
				why = KnownFormReason
			}
			r.join(i, j, why)
		}
	}
}

// mayJoin reports whether two names with the same letters may be one: not a
// person and a place, unless one mention is all that says so.
func (r *resolver) mayJoin(i, j int) bool {
	a, b := &r.c[i], &r.c[j]
	return compatible(a.Types, b.Types) || (a.Type() == nlp.Person) == (b.Type() == nlp.Person)
}

// nameKeys returns the forms under which a name is found again: the folded
// name, then the country, organisation or people that the lists give for it.
func nameKeys(c *mention.Candidate) []string {
	keys := []string{foldName(c.Name)}
	switch c.Type() {
	case nlp.Person:
	case nlp.Country:
		if country, ok := gazetteer.CountryByName(c.Name); ok {
			keys = append(keys, "country "+country.Code)
		}
	case nlp.Group:
		if people, ok := gazetteer.PeopleName(c.Name); ok {
			keys = append(keys, "people "+people)
		}
		fallthrough
	default:
		if full, ok := gazetteer.OrganizationName(c.Name); ok {
			keys = append(keys, "organization "+full)
		}
	}
	return keys
}

// foldName makes names comparable: letter case (but for acronyms), articles,
// full stops inside acronyms, apostrophes.
func foldName(name string) string {
	name = strings.ReplaceAll(name, "’", "'")
	if acronymLike(name) {
		return strings.ReplaceAll(name, ".", "")
	}
	name = strings.ToLower(name)
	for _, article := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, article)
	}
	return strings.TrimSuffix(strings.TrimSpace(name), ".")
}

func acronymLike(name string) bool {
	upper := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r), unicode.IsSpace(r):
			return false
		}
	}
	return upper >= 2
}

// acronymOf reports whether short is made of the initials of long: of its
// capitalised words, or of all of them.
func acronymOf(short, long string) bool {
	letters := acronymLetters(short)
	if len([]rune(letters)) < 2 {
		return false
	}
	for _, s := range initials(long) {
		if s == letters {
			return true
		}
	}
	return false
}

func acronymLetters(short string) string {
	return strings.ToUpper(strings.NewReplacer(".", "", "-", "", " ", "").Replace(short))
}

// initials returns the acronyms that a name of several words can have.
func initials(long string) []string {
	words := strings.FieldsFunc(long, func(r rune) bool { return unicode.IsSpace(r) || r == '-' })
	if len(words) < 2 {
		return nil
	}
	var capital, all strings.Builder
	for _, w := range words {
		first := []rune(w)[0]
		all.WriteRune(unicode.ToUpper(first))
		if unicode.IsUpper(first) {
			capital.WriteRune(first)
		}
	}
	if capital.String() == all.String() {
		return []string{all.String()}
	}
	return []string{capital.String(), all.String()}
}
