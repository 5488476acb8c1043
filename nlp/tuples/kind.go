package tuples

// kind is the construction that a tuple is read from.
type kind int

const (
	verbFull      kind = iota // verb with its object and all adjuncts
	verbObject                // verb with its object only
	verbAdjunct               // verb with an adjunct as the second argument
	verbClause                // verb with a clause as the second argument
	copulaFull                // subject, copula and predicate with all adjuncts
	copulaOnly                // subject, copula and predicate
	copulaAdjunct             // the predicate in the relation, its complement behind
	apposition
	title // "President Bush"
	place // "Portland, Oregon"
	possessive
	pronominal // the owner is meant by a pronoun
	genitive   // with "of"
	nominal    // noun with a prepositional phrase
	adjectival
)

// kindNames are the names of the kinds in the table of weights.
var kindNames = []string{
	"verb", "verb and object", "verb and adjunct", "verb and clause", "copula", "copula and predicate",
	"copula and adjunct", "apposition", "title", "place", "possessive", "pronominal", "genitive", "nominal", "adjectival",
}

func (k kind) String() string { return kindNames[k] }
