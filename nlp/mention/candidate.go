package mention

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// Candidate is a mention with the features that tell which others it can
// stand together with.
type Candidate struct {
	nlp.Mention
	Name   string   // clean proper name; empty for nominals and pronouns
	Titles []string // titles and roles that stand with the name, lower-case
	// Noun is the lower-case lemma of the head noun, of the carrier or of the
	// title when the head is a name; empty when there is none.
	Noun      string
	Modifiers []string // lower-case lemmas before the head, in order, no articles
	// Types are the types the mention can have, the likeliest first; empty
	// when nothing is known.
	Types      []nlp.EntityType
	Number     Number
	Gender     gazetteer.Gender
	GenderSure bool // Gender follows from a noun, title or pronoun, not from a given name
	Person     int  // 1, 2 or 3
	Definite   Definiteness
	// Determiner is the lower-case article, demonstrative or possessive
	// pronoun; "'s" for a possessive phrase.
	Determiner string
	Possessor  int // token of the possessor, or -1
	Count      int // "two assailants": 2; 0 when no number is given
	// Relative is the head of the phrase that a relative pronoun takes up, or
	// -1 for what is no relative pronoun.
	Relative int
	// Same is the head token, in the sentence, of a candidate that names the
	// same thing by construction ("the city of X"), or -1.
	Same int
	// Coordinates are the head tokens of all members of the coordination that
	// this candidate begins; empty when it begins none.
	Coordinates []int
	Reflexive   bool
	Quoted      bool // stands inside quotation marks
}

// Ref returns the head token of the candidate.
func (c *Candidate) Ref() nlp.TokenRef { return nlp.TokenRef{Sentence: c.Sentence, Token: c.Head} }

// Type returns the likeliest type, or "".
func (c *Candidate) Type() nlp.EntityType {
	if len(c.Types) == 0 {
		return ""
	}
	return c.Types[0]
}

// Can reports whether the candidate can have the type; one of which nothing
// is known can have any.
func (c *Candidate) Can(t nlp.EntityType) bool {
	for _, own := range c.Types {
		if own == t {
			return true
		}
	}
	return len(c.Types) == 0
}

// Number is the grammatical number of a phrase.
type Number int

// The numbers.
const (
	UnknownNumber Number = iota
	Singular
	Plural
)

// Definiteness says how a phrase is determined.
type Definiteness int

// The ways of determination.
const (
	Bare       Definiteness = iota // no determiner: "attacks"
	Indefinite                     // "an attack", "some attacks", "another attack"
	Definite                       // "the attack", "its attack", "Iran's attack"
	Demonstrative
)
