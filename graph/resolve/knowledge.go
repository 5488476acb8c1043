package resolve

import "github.com/kgbuild/kgbuild/nlp"

// Knowledge is what is known of the world beside the documents. A nil function
// knows nothing; what it returns must depend on its argument alone.
type Knowledge struct {
	// Senses returns what a name can stand for, likeliest first. Forms come as
	// a document writes them, without article and possessive.
	Senses func(name string) []Sense
	// EventKinds returns the kinds that an event noun (singular, lower case) is
	// a kind of, nearest first: "bombing" → "attack", "violence". Nil for a noun
	// that it does not know, which leaves it to the package's own table.
	EventKinds func(noun string) []string
	// EventWord returns the form of an event noun that events are called by: "talk" →
	// "talks". Nil leaves nouns as they are.
	EventWord func(noun string) string
}

// Sense is one thing that a name can stand for.
type Sense struct {
	Key  string // identifies the thing in the gazetteer: "country/IR"
	Name string // what the thing is best known as
	Type nlp.EntityType
	Form NameForm
	// Country is the key of the state that a city, institution or organisation
	// belongs to; empty when unknown or the thing is a state.
	Country string
}

// NameForm says in which way a name stands for a thing.
type NameForm string

// The forms of names.
const (
	ProperForm    NameForm = "name"      // a name or alias of the thing
	CapitalForm   NameForm = "capital"   // the capital, or a seat of government, of the state
	AdjectiveForm NameForm = "adjective" // the state's adjective, "Iranian"
	PeopleForm    NameForm = "people"    // the state's people, "Iranians"

	governmentForm NameForm = "government" // "the Iranian government", found by this package
	bodyForm       NameForm = "body"       // a name with the kind of body behind it, likewise
)

func (k *Knowledge) senses(name string) []Sense {
	if k == nil || k.Senses == nil || name == "" {
		return nil
	}
	return k.Senses(name)
}

// eventWord returns the form of an event noun that events are called by.
func (k *Knowledge) eventWord(noun string) string {
	if k == nil || k.EventWord == nil {
		return noun
	}
	return k.EventWord(noun)
}

// state returns the country that a name is a name or adjective of.
func (k *Knowledge) state(name string, forms ...NameForm) (Sense, bool) {
	for _, s := range k.senses(name) {
		if s.Type != nlp.Country {
			continue
		}
		for _, f := range forms {
			if s.Form == f {
				return s, true
			}
		}
	}
	return Sense{}, false
}
