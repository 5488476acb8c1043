package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// placePrepositions mark a phrase as a location.
var placePrepositions = map[string]bool{
	"in": true, "at": true, "near": true, "from": true, "inside": true, "outside": true, "within": true,
	"across": true, "around": true, "through": true, "throughout": true, "toward": true, "towards": true,
	"into": true, "off": true, "on": true, "along": true, "outside of": true, "close to": true, "north of": true,
	"south of": true, "east of": true, "west of": true, "out of": true, "next to": true, "opposite": true, "beside": true,
}

// givers govern a "from" that names who gives, not where.
var givers = map[string]bool{
	"support": true, "aid": true, "help": true, "pressure": true, "threat": true, "receive": true, "get": true,
	"obtain": true, "seek": true, "hear": true, "criticism": true, "assistance": true, "funding": true, "money": true,
	"backing": true, "loan": true, "response": true, "statement": true, "demand": true, "condemnation": true,
	"win": true, "buy": true, "borrow": true, "learn": true, "independence": true, "call": true, "praise": true,
}

// usedAsPlace reports whether a name stands for where something is. "on" says
// so only of what is no country or city ("a strike on Rome", "on the Rhine").
func (f *finder) usedAsPlace(i int, kind nlp.EntityType) bool {
	switch kind {
	case nlp.City, nlp.Place, nlp.Facility, nlp.Country:
	default:
		return false
	}
	preposition := f.t.Case(i)
	switch preposition {
	case "on":
		return kind == nlp.Place || kind == nlp.Facility
	case "from":
		h := f.t.Head(i)
		return h < 0 || !givers[tree.Lemma(f.t.Token(h))]
	}
	if placePrepositions[preposition] {
		return true
	}
	tok := f.t.Token(i)
	switch tok.Relation.Base() {
	case "appos", "nmod", "list", "dep", "conj", "flat":
		// "Springfield, Ohio": a place behind a comma behind a place.
		if h := f.t.Head(i); h >= 0 && f.afterComma(i) && (tok.Relation.Base() != "nmod" || f.t.Case(i) == "") {
			t := f.nominalOrNameType(h)
			if (t == nlp.City || t == nlp.Place || t == nlp.Facility || t == nlp.Country) && tok.Relation != "nmod:poss" {
				return placePrepositions[f.t.Case(h)] || tok.Relation.Base() != "conj"
			}
		}
	}
	for _, c := range f.t.Children(i, "amod", "compound", "advmod") {
		if directions[strings.ToLower(f.s.Tokens[c].Form)] {
			return true
		}
	}
	return false
}

// afterComma reports whether a comma stands before the name of which i is a word.
func (f *finder) afterComma(i int) bool {
	for _, n := range f.names {
		if n.tokens.Contains(i) {
			i = n.tokens.First
		}
	}
	return i > 0 && f.s.Tokens[i-1].Form == ","
}

var directions = map[string]bool{
	"southern": true, "northern": true, "eastern": true, "western": true, "southeastern": true, "southwestern": true,
	"northeastern": true, "northwestern": true, "central": true, "south-eastern": true, "south-western": true,
	"north-eastern": true, "north-western": true, "downtown": true, "rural": true,
}

func (f *finder) nominalOrNameType(i int) nlp.EntityType {
	for _, n := range f.names {
		if n.tokens.Contains(i) {
			return f.nameType(n)
		}
	}
	return gazetteer.NounType(tree.Lemma(f.t.Token(i)))
}
