package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// features of a pronoun.
type features struct {
	person    int
	number    Number
	gender    gazetteer.Gender
	types     []nlp.EntityType
	reflexive bool
}

var (
	people  = []nlp.EntityType{nlp.Person}
	several = []nlp.EntityType{nlp.Group, nlp.Organization, nlp.Person, nlp.Country, nlp.Event, nlp.Product, nlp.Facility, nlp.City, nlp.Place, nlp.Concept}
	things  = []nlp.EntityType{nlp.Organization, nlp.Event, nlp.Country, nlp.Facility, nlp.Product, nlp.City, nlp.Place, nlp.Group, nlp.Concept}
)

var pronouns = map[string]features{
	"i": {1, Singular, 0, people, false}, "me": {1, Singular, 0, people, false}, "my": {1, Singular, 0, people, false},
	"mine": {1, Singular, 0, people, false}, "myself": {1, Singular, 0, people, true},
	"we": {1, Plural, 0, several, false}, "us": {1, Plural, 0, several, false}, "our": {1, Plural, 0, several, false},
	"ours": {1, Plural, 0, several, false}, "ourselves": {1, Plural, 0, several, true},
	"you": {2, UnknownNumber, 0, people, false}, "your": {2, UnknownNumber, 0, people, false},
	"yours": {2, UnknownNumber, 0, people, false}, "yourself": {2, Singular, 0, people, true}, "yourselves": {2, Plural, 0, people, true},
	"he": {3, Singular, gazetteer.Masculine, people, false}, "him": {3, Singular, gazetteer.Masculine, people, false},
	"his": {3, Singular, gazetteer.Masculine, people, false}, "himself": {3, Singular, gazetteer.Masculine, people, true},
	"she": {3, Singular, gazetteer.Feminine, people, false}, "her": {3, Singular, gazetteer.Feminine, people, false},
	"hers": {3, Singular, gazetteer.Feminine, people, false}, "herself": {3, Singular, gazetteer.Feminine, people, true},
	"it": {3, Singular, 0, things, false}, "its": {3, Singular, 0, things, false}, "itself": {3, Singular, 0, things, true},
	"they": {3, Plural, 0, several, false}, "them": {3, Plural, 0, several, false}, "their": {3, Plural, 0, several, false},
	"theirs": {3, Plural, 0, several, false}, "themselves": {3, Plural, 0, several, true},
	"'em": {3, Plural, 0, several, false}, "themself": {3, Singular, 0, people, true},
}

// standsAlone reports whether a determiner is used as a noun ("Both said").
func standsAlone(t *nlp.Token) bool {
	return tree.Matches(t.Relation, "nsubj", "obj", "iobj", "obl", "conj", "appos", "nmod")
}

// pronoun makes the candidate of a pronoun: personal, possessive, reflexive,
// relative, demonstrative or indefinite. Expletives are none.
func (f *finder) pronoun(i int) (Candidate, bool) {
	tok := f.t.Token(i)
	form := strings.ToLower(strings.ReplaceAll(tok.Form, "’", "'"))
	if tree.Matches(tok.Relation, "expl", "discourse", "fixed", "reparandum") || form == "there" {
		return Candidate{}, false
	}
	c := Candidate{
		Mention: f.mention(nlp.PronounMention, nlp.Range{First: i, End: i + 1}, i),
		Noun:    form, Person: 3, Relative: -1, Same: -1, Possessor: -1, Definite: Definite,
	}
	if form == "it" && f.empty(i) {
		return Candidate{}, false
	}
	if p, ok := pronouns[form]; ok {
		c.Person, c.Number, c.Gender, c.Types, c.Reflexive = p.person, p.number, p.gender, p.types, p.reflexive
		c.GenderSure = c.Gender != gazetteer.UnknownGender
		if form == "it" {
			if told := f.toldTypes(i); told != nil {
				c.Types = told
			}
		}
		return c, true
	}
	switch form {
	case "who", "whom", "whose", "which", "that", "where", "whoever":
		if antecedent := f.antecedent(i); antecedent >= 0 {
			c.Relative = antecedent
			if form == "who" || form == "whom" {
				c.Relative = f.personal(antecedent)
			}
			if form == "who" || form == "whom" {
				c.Types = []nlp.EntityType{nlp.Person, nlp.Group, nlp.Organization}
			}
			return c, true
		}
		if form == "where" {
			return Candidate{}, false
		}
		if form == "that" {
			c.Definite = Demonstrative
			c.Number = Singular
			return c, true
		}
		c.Definite = Indefinite
		return c, true
	case "this":
		c.Definite, c.Number = Demonstrative, Singular
	case "these", "those":
		c.Definite, c.Number = Demonstrative, Plural
	case "both":
		c.Definite, c.Number, c.Count = Definite, Plural, 2
	case "others", "some", "many", "several", "few", "most", "all":
		c.Definite, c.Number = Indefinite, Plural
	case "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "one", "another", "other":
		c.Definite, c.Number = Indefinite, Singular
		c.Types = people
		if form == "one" || form == "another" || form == "other" {
			c.Types = nil
		}
	default:
		c.Definite = Indefinite
	}
	return c, true
}

// empty reports whether "it" stands for nothing: before a clause that is the
// real subject ("it was a surprise that", "it is likely to") and with verbs of
// seeming and weather.
func (f *finder) empty(i int) bool {
	h := f.t.Head(i)
	if h < 0 || !tree.Matches(f.t.Token(i).Relation, "nsubj") {
		return false
	}
	if emptyVerbs[tree.Lemma(f.t.Token(h))] {
		return true
	}
	if f.t.Child(h, "cop") < 0 && f.t.Child(h, "aux:pass") < 0 {
		return false
	}
	for _, c := range f.t.Children(h, "csubj", "ccomp", "acl", "xcomp", "advcl:relcl") {
		if m := f.t.Child(c, "mark"); m > h {
			w := strings.ToLower(f.s.Tokens[m].Form)
			if w == "that" || w == "whether" || w == "to" && f.t.Token(h).UPOS == "ADJ" && tree.Matches(f.t.Token(c).Relation, "csubj") {
				return true
			}
		}
	}
	return false
}

// toldTypes returns the types that the clause of an "it" says it is of: "it is a
// company", "consider it a terrorist organisation", "it has 1,500 fighters"; nil when
// the clause does not say.
func (f *finder) toldTypes(i int) []nlp.EntityType {
	h := f.t.Head(i)
	if h < 0 {
		return nil
	}
	said := -1
	switch tok := f.t.Token(i); {
	case tree.Matches(tok.Relation, "nsubj") && f.t.Child(h, "cop") >= 0 && f.t.Token(h).UPOS == "NOUN":
		said = h
	case tree.Matches(tok.Relation, "obj"):
		said = f.t.Child(h, "xcomp")
	case tree.Matches(tok.Relation, "nsubj") && staffing[tree.Lemma(f.t.Token(h))]:
		if o := f.t.Child(h, "obj"); o >= 0 && staff[tree.Lemma(f.t.Token(o))] {
			return []nlp.EntityType{nlp.Organization, nlp.Group, nlp.Country, nlp.City}
		}
	}
	if said < 0 || f.t.Token(said).UPOS != "NOUN" {
		return nil
	}
	switch types := gazetteer.NounTypes(tree.Lemma(f.t.Token(said))); {
	case len(types) == 0:
		return nil
	case types[0] == nlp.Organization:
		return []nlp.EntityType{nlp.Organization, nlp.Group}
	case types[0] == nlp.Country || types[0] == nlp.City:
		return types[:1]
	}
	return nil
}

// Bodies have and employ such people.
var (
	staffing = words("have employ count number boast")
	staff    = words("fighter member employee worker soldier staff supporter follower branch")
)

var emptyVerbs = map[string]bool{"seem": true, "appear": true, "rain": true, "snow": true, "emerge": true, "transpire": true, "turn": true}

// personal moves the antecedent of "who" from a thing to the person whose
// phrase it is in: "the head of the force, who".
func (f *finder) personal(i int) int {
	kind := f.nominalOrNameType(i)
	if kind == "" || kind == nlp.Person || kind == nlp.Group || kind == nlp.Country {
		return i
	}
	for n := i; tree.Matches(f.t.Token(n).Relation, "nmod", "appos", "compound"); {
		if n = f.t.Head(n); n < 0 {
			return i
		}
		if f.nominalOrNameType(n) == nlp.Person {
			return n
		}
	}
	return i
}

// antecedent returns the head of the phrase that a relative pronoun takes up,
// or -1 when the pronoun begins no relative clause.
func (f *finder) antecedent(i int) int {
	n := i
	for range f.t.Len() {
		tok := f.t.Token(n)
		if tree.Matches(tok.Relation, "acl:relcl") {
			h := f.t.Head(n)
			if h < 0 || h >= i {
				return -1 // the clause stands before: "what he said"
			}
			return h
		}
		// Cross a noun ("whose brother"), a preposition's phrase or a further
		// verb of the clause, but no other clause between.
		if n = f.t.Head(n); n < 0 {
			return -1
		}
	}
	return -1
}
