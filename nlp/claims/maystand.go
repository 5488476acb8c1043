package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// mayStand rules out pairs that no predicate means: a place as the actor of
// what happens in it, a name and a part of itself.
func (d *document) mayStand(ref codebook.Ref, a, b end) bool {
	if a.token == unstated || b.token == unstated || a.Quantity != nil || b.Quantity != nil {
		return true
	}
	x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
	if b.token == recent && !x.Named() {
		return false
	}
	switch ref.Entry.Predicate {
	case "targeted": // accidents and disasters have no target
		if x.Event != nil && !d.violent(a.Chain) && !(ref.Pattern.Class == codebook.Noun && gazetteer.EventIsAny(x.Event.Type, directed)) {
			return false
		}
		if ref.Pattern.SubjectAt.Paths[0].String() == "self" && ref.Pattern.Class == codebook.Verb && len(ref.Pattern.With) == 0 && d.onlyVerb(a.Chain) {
			return false // the verb says it, and nobody speaks of the event
		}
	case "part_of":
		if y.Type == nlp.City && x.Type == nlp.Organization && !stateBody(x) {
			return false // "London's Royal Opera" is in the city, which does not run it
		}
		if strings.EqualFold(y.Name, "state") || strings.EqualFold(y.Name, "year") {
			return false // "the state government", "Player of the Year"
		}
		if !y.Named() && !areas[y.Type] && y.Type != nlp.Event && b.token >= 0 && ref.Pattern.ObjectAt.Paths[len(ref.Pattern.ObjectAt.Paths)-1].String() == "compound" {
			return false // "works council" tells no works
		}
	case "killed":
		if ref.Pattern.Class == codebook.Noun && y.Generic && !y.Named() {
			return false // "killings of politicians"
		}
	case "honours":
		if d.violent(a.Chain) {
			return false
		}
	case "leads", "works_for", "member_of", "branch_of", "spokesperson_of":
		if ref.Entry.Predicate == "member_of" && !y.Named() && publics[strings.ToLower(y.Name)] {
			return false // "community members"
		}
		if ref.Entry.Predicate == "leads" && (strings.EqualFold(y.Name, "state") || businesses[strings.ToLower(y.Name)]) {
			return false // "the Head of State", "vice president of sales"
		}
		// Without a name on either side it says what every such noun says.
		if !x.Named() && !y.Named() && (x.Type == nlp.Group || y.Generic || !hasName(y.Name)) {
			return false
		}
	case "lives_in", "born_in", "national_of":
		if !y.Named() || x.Generic && !x.Named() {
			return false // "people from 25 countries"
		}
		if ref.Entry.Predicate == "lives_in" && y.Type == nlp.Country && ref.Pattern.ObjectAt.Paths[0].String() == "compound" {
			return false // "US lawyer X" tells a nationality
		}
	case "allied":
		if ref.Pattern.Class == codebook.Adjective && !x.Named() && x.Type == nlp.Person {
			return false // "a person close to the minister"
		}
	case "sanctioned":
		if !x.Named() && len(ref.Pattern.SubjectAt.Paths) > 1 && ref.Pattern.SubjectAt.Paths[1].String() == "obl:from" {
			return false // "banned from public office"
		}
	case "acquired":
		if legislatures[lastWord(y.Name)] {
			return false // "won a majority in parliament"
		}
	case "supports", "owns":
		if ref.Pattern.Class == codebook.Adjective && !x.Named() && x.Type != nlp.Group {
			return false
		}
		if ref.Entry.Predicate == "owns" && ref.Pattern.Class == codebook.Noun && !y.Named() && !x.Named() {
			return false
		}
	case "located_in":
		if !mayLie(ref, x, y) {
			return false
		}
	}
	return ref.Pattern.Lemmas[0] != codebook.AnyLemma || d.mayStandBare(ref, a, x, y)
}

// mayStandBare is [document.mayStand] for patterns of any word, where only the ends
// tell.
func (d *document) mayStandBare(ref codebook.Ref, a end, x, y *nlp.Chain) bool {
	switch ref.Entry.Predicate {
	case "member_of":
		if !x.Named() || !y.Named() {
			return false // "the owner of X": only the noun tells
		}
		if gazetteer.NounType(strings.ToLower(x.Name)) != "" {
			return false // "Man of the Match"
		}
	case "part_of":
		if !d.body(a) || y.Type == nlp.Country && !stateBody(x) {
			return false // a company of a country is no part of it
		}
	}
	return !strings.EqualFold(x.Name, y.Name) && (!x.Generic || x.Named())
}

// mayLie is [document.mayStand] for what lies in a place.
func mayLie(ref codebook.Ref, x, y *nlp.Chain) bool {
	if areas[x.Type] && areas[y.Type] && y.Type.Extent() < x.Type.Extent() {
		return false // no country is in a town
	}
	if x.Type == nlp.City && ref.Pattern.SubjectAt.Paths[0].String() == "compound" && y.Type != nlp.Country {
		return false // "the Athens district of Exarchia"
	}
	if areas[y.Type] && !y.Named() && !hasName(y.Name) {
		return false // "in another country"
	}
	if ref.Pattern.Lemmas[0] == codebook.AnyLemma {
		if x.Type == nlp.Facility && strings.HasPrefix(x.Name, y.Name+" ") && gazetteer.NameType(y.Name) == "" {
			return false // "Belmarsh jail" tells no town
		}
		if own, _, _ := strings.Cut(x.Name, " of "); !x.Named() && !hasName(own) {
			at := ref.Pattern.ObjectAt.Paths[0].String()
			of := strings.Contains(at, "of") || strings.Contains(at, "poss")
			if x.Type == nlp.Place || x.Type == nlp.City || x.Type == nlp.Facility && of {
				return false // "the lobby of the station"
			}
		}
	}
	if x.Type != nlp.Event && !y.Named() && !hasName(y.Name) || y.Type == nlp.Concept {
		return false
	}
	return x.Type != nlp.Product && x.Type != nlp.Group || x.Named() || ref.Pattern.Class != codebook.Noun
}

// directed are the types of events, beside violent ones, of which "against"
// says at whom they are directed.
var directed = []string{"campaign", "protest", "coup", "revolution"}

// legislatures are the last words in the names of bodies in which parties win
// majorities.
var legislatures = words("parliament assembly senate congress bundestag knesset duma diet commons house legislature chamber council")

// publics are what everybody is a member of.
var publics = words("people workforce citizenry electorate community public audience household crowd society population generation race")

// businesses are what a manager of a body is in charge of without leading it,
// and the parts of a parliament whose leaders a title names.
var businesses = words(`sales marketing operations finance engineering development research design communications strategy
	manufacturing production purchasing procurement logistics planning advertising publicity accounting recruitment personnel
	majority minority floor products services innovation technology training safety security compliance`)
