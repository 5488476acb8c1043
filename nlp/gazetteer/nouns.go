package gazetteer

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

type typeOf = nlp.EntityType

func (t *tables) loadNouns() {
	for _, line := range lines("nouns.txt") {
		class, list, _ := strings.Cut(line, ":")
		for _, n := range fields(list, ",") {
			c := t.nouns[n]
			switch class {
			case "Title":
				c.title = true
				c.types = append(c.types, nlp.Person)
			case "Leader":
				c.leader = true
			default:
				c.types = append(c.types, nlp.EntityType(class))
			}
			t.nouns[n] = c
		}
	}
	for _, line := range lines("institutions.txt") {
		class, list, _ := strings.Cut(line, ":")
		for _, n := range fields(list, ",") {
			if class == "carrier" {
				t.carriers[n] = true
			} else {
				t.settings[n] = true
			}
		}
	}
}

// NounTypes returns the types of entity that a common noun (a lower-case
// lemma, or a plural that differs in meaning) can stand for, the likeliest
// first; none when the lists do not hold it. Event nouns come last unless
// they are nothing else.
func NounTypes(lemma string) []nlp.EntityType {
	t := load()
	types := append([]nlp.EntityType(nil), t.nouns[lemma].types...)
	if _, ok := t.events[lemma]; ok {
		types = append(types, nlp.Event)
	}
	return types
}

// NounType returns the first of [NounTypes], or "".
func NounType(lemma string) nlp.EntityType {
	if types := NounTypes(lemma); len(types) > 0 {
		return types[0]
	}
	return ""
}

// IsTitle reports whether a noun is a title or a role that stands before or
// after a person's name ("president", "Mr.", "spokesman").
func IsTitle(lemma string) bool { return load().nouns[strings.ToLower(lemma)].title }

// IsLeader reports whether a noun is a role of one who leads.
func IsLeader(lemma string) bool { return load().nouns[strings.ToLower(lemma)].leader }

// IsOrganizationNoun reports whether a noun can stand for an organisation.
func IsOrganizationNoun(lemma string) bool {
	for _, t := range load().nouns[lemma].types {
		if t == nlp.Organization {
			return true
		}
	}
	return false
}

// IsCarrier reports whether a noun behind a name only says what the name is:
// "the X group" is X.
func IsCarrier(lemma string) bool { return load().carriers[lemma] }

// IsSettlement reports whether a noun before a name only says what the place
// is: "the city of X" is X.
func IsSettlement(lemma string) bool { return load().settings[lemma] }

// masculine and feminine are the nouns and titles that tell a gender.
var (
	masculine = set(`man boy father grandfather son grandson brother uncle nephew husband widower boyfriend
		fiancé king prince emperor tsar czar sultan sheikh shah duke earl count baron lord sir viscount pope
		cardinal bishop archbishop priest monk imam ayatollah mullah rabbi actor policeman fireman spokesman
		chairman congressman councilman alderman businessman gunman fisherman cameraman statesman nobleman
		guy gentleman groom waiter hero mr mr. monsieur herr señor don stepfather father-in-law son-in-law
		brother-in-law footballer midfielder striker goalkeeper quarterback batsman serviceman seaman frontman
		headmaster landlord salesman sportsman horseman craftsman policemen crewman patriarch playboy godfather`)
	feminine = set(`woman girl mother grandmother daughter granddaughter sister aunt niece wife widow girlfriend
		fiancée queen princess empress duchess countess baroness lady dame nun actress policewoman spokeswoman
		chairwoman congresswoman councilwoman businesswoman bride waitress heroine mrs mrs. ms ms. miss madam
		madame frau señora stepmother mother-in-law daughter-in-law sister-in-law goddess hostess stewardess
		schoolgirl ballerina headmistress landlady mistress matriarch noblewoman sportswoman housewife midwife godmother`)
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// NounGender returns the gender that a noun or title tells, if it tells one.
func NounGender(lemma string) Gender {
	switch {
	case masculine[lemma]:
		return Masculine
	case feminine[lemma]:
		return Feminine
	}
	return UnknownGender
}

// titleParts are words before the noun of a title that name no body.
var titleParts = set(`shadow home foreign deputy acting interim first second chief vice assistant associate senior former executive
	general managing junior principal lead special permanent under honorary health education finance interior justice transport
	environment culture energy agriculture`)

// IsTitlePart reports whether a word, in small letters, stands before the noun
// of a title and tells of it alone: "Shadow Home Secretary".
func IsTitlePart(word string) bool { return titleParts[word] }
