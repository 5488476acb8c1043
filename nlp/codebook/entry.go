package codebook

import (
	"maps"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// Entry is what the codebook says of one predicate.
type Entry struct {
	Predicate nlp.Predicate
	Means     string
	Symmetric bool
	Implies   []nlp.Predicate
	CAMEO     []string // event codes of the CAMEO manual
	PLOVER    string   // event category of PLOVER
	FtM       string   // schema of FollowTheMoney
	Subject   Types    // empty: anything
	Object    Types
	Patterns  []Pattern
	Examples  []Example
	Origin    string // "file:line"
}

// Class is the kind of word that a pattern hangs on.
type Class string

// The classes of pattern words.
const (
	Verb      Class = "verb"
	Noun      Class = "noun"
	Adjective Class = "adjective"
	Word      Class = "word" // a preposition or adverb that is the predicate ("is behind")
)

// AnyLemma as the only lemma of a pattern lets it hang on every word of its class.
const AnyLemma = "*"

// Voice restricts a verb pattern to one voice.
type Voice string

// The voices.
const (
	AnyVoice Voice = ""
	Active   Voice = "active"
	Passive  Voice = "passive"
)

// Pattern is one wording of a predicate.
type Pattern struct {
	Class      Class
	Lemmas     []string
	Light      []string // lemmas of the object noun that carries the meaning
	Particle   string
	Voice      Voice
	With       []Condition
	Without    []Condition
	SubjectAt  Place
	ObjectAt   Place
	Subject    Types // replaces the entry's when not empty
	Object     Types
	Polarity   nlp.Polarity // what the wording itself states whatever negates its word ("pleaded not guilty")
	Modality   nlp.Modality // when the wording itself is not certain
	Confidence float64      // reliability of the wording, 0 to 1
	Name       string       // "claimed/verb:claim+responsibility"
	Line       int
}

// Condition says what must (or must not) fill a place of the frame.
type Condition struct {
	At     Place
	Lemmas map[string]bool // nil: anything
}

// String returns the condition as "place: lemma lemma", the lemmas sorted.
func (c Condition) String() string {
	if c.Lemmas == nil {
		return c.At.String()
	}
	return c.At.String() + ": " + strings.Join(slices.Sorted(maps.Keys(c.Lemmas)), " ")
}

// Example is a sentence with a claim that the entry must, or must not, give.
type Example struct {
	Text    string
	Subject string // part of the end's text, lower case
	Object  string
	Not     bool // the sentence must give no claim of the predicate
	Line    int
}

// Types is a set of entity types; nil admits every type.
type Types map[nlp.EntityType]bool

// TypesThat returns the types for which holds is true.
func TypesThat(holds func(nlp.EntityType) bool) Types {
	ts := Types{}
	for _, t := range nlp.EntityTypes {
		if holds(t) {
			ts[t] = true
		}
	}
	return ts
}

// Allows reports whether an end of type t may stand here.
func (ts Types) Allows(t nlp.EntityType) bool { return len(ts) == 0 || ts[t] }

// join returns the types that either set admits. An empty set of the entry
// that is extended already admits all; an empty addition says nothing.
func (ts Types) join(more Types) Types {
	if len(ts) == 0 || len(more) == 0 {
		return ts
	}
	out := Types{}
	for t := range ts {
		out[t] = true
	}
	for t := range more {
		out[t] = true
	}
	return out
}

// typeClasses are short names for sets of types.
var typeClasses = map[string][]nlp.EntityType{
	"actor":  {nlp.Person, nlp.Organization, nlp.Country, nlp.Group, nlp.City, nlp.Place, nlp.Facility},
	"body":   {nlp.Organization, nlp.Country, nlp.Group, nlp.City, nlp.Facility, nlp.Place},
	"people": {nlp.Person, nlp.Group},
	"place":  {nlp.Country, nlp.City, nlp.Place, nlp.Facility},
	"area":   {nlp.Country, nlp.City, nlp.Place},
	"thing":  {nlp.Product, nlp.Facility, nlp.Concept},
	"any":    nil,
}

func parseTypes(names []string) (Types, string) {
	ts := Types{}
	for _, n := range names {
		if n == "any" {
			return nil, ""
		}
		if class, ok := typeClasses[n]; ok {
			for _, t := range class {
				ts[t] = true
			}
			continue
		}
		t := nlp.EntityType(strings.ToUpper(n[:min(1, len(n))]) + n[min(1, len(n)):])
		if !t.Valid() {
			return nil, n
		}
		ts[t] = true
	}
	return ts, ""
}
