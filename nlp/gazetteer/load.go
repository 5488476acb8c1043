package gazetteer

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt data/*.tsv
var files embed.FS

// tables are all files in the form in which they are asked.
type tables struct {
	countries []Country
	byName    map[string]*Country // names and codes that news uses as names
	byDemonym map[string]*Country // adjectives and nouns of peoples, lower-case
	byCapital map[string]*Country
	byMetonym map[string]*Country
	byCode    map[string]*Country

	cities        map[string]string // lower-case name → country code
	places        map[string]string // lower-case name → country code, or ""
	organizations map[string]string // lower-case form → name
	shared        map[string]bool   // forms above that name other things too
	peoples       map[string]string // lower-case form → name of the people
	heads         map[string]string // lower-case name of a head of state or government → country code, or ""
	male, female  map[string]bool
	surnames      map[string]bool // given names that are surnames more often

	nouns    map[string]classes
	carriers map[string]bool
	settings map[string]bool

	events     map[string]string // noun → type
	broader    map[string]string // type → broader type
	narrowings []narrowing
	verbs      map[string][]verbEvent // lemma, or lemma and a word beside it
	minor      map[string]bool        // nouns of minor events

	judging map[JudgingClass]map[string]Verdict
	phrases map[string][]JudgingPhrase // by their first word
}

// classes are the types a noun can stand for, the likeliest first.
type classes struct {
	types  []typeOf
	title  bool
	leader bool
}

var load = sync.OnceValue(func() *tables {
	t := &tables{
		byName: map[string]*Country{}, byDemonym: map[string]*Country{},
		byCapital: map[string]*Country{}, byMetonym: map[string]*Country{}, byCode: map[string]*Country{},
		cities: map[string]string{}, places: map[string]string{},
		organizations: map[string]string{}, shared: map[string]bool{}, peoples: map[string]string{}, heads: map[string]string{},
		male: map[string]bool{}, female: map[string]bool{}, surnames: map[string]bool{},
		nouns: map[string]classes{}, carriers: map[string]bool{}, settings: map[string]bool{},
		events: map[string]string{}, broader: map[string]string{}, verbs: map[string][]verbEvent{}, minor: map[string]bool{},
		judging: map[JudgingClass]map[string]Verdict{}, phrases: map[string][]JudgingPhrase{},
	}
	t.loadCountries()
	t.loadNames()
	t.loadHeads()
	t.loadNouns()
	t.loadEvents()
	t.loadVerbs()
	t.loadJudgements()
	return t
})

// lines returns the lines of an embedded file that are neither empty nor
// remarks. The files are part of the program, so that one that is missing
// yields nothing here and fails the tests.
func lines(name string) []string {
	b, err := files.ReadFile("data/" + name)
	if err != nil {
		return nil
	}
	var out []string
	for line := range strings.SplitSeq(string(b), "\n") {
		line = strings.TrimRight(line, "\r")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// fields splits a list and drops what is empty.
func fields(s, separator string) []string {
	var out []string
	for part := range strings.SplitSeq(s, separator) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// fold makes names comparable: lower-case, straight apostrophes, no article.
func fold(s string) string {
	s = strings.ToLower(strings.ReplaceAll(s, "’", "'"))
	return strings.TrimPrefix(s, "the ")
}
