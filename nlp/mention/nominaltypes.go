package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// partitives are heads that only count what follows "of".
var partitives = map[string]bool{
	"number": true, "thousand": true, "hundred": true, "dozen": true, "score": true, "majority": true, "most": true,
	"rest": true, "part": true, "portion": true, "series": true, "pair": true, "couple": true, "handful": true,
	"group": true, "crowd": true, "string": true, "wave": true, "spate": true, "kind": true, "type": true, "sort": true,
	"one": true, "some": true, "all": true, "many": true, "several": true, "member": false, "half": true, "range": true, "variety": true,
}

// fractions are partitives that stand for less, or for something else, than
// what they count.
var fractions = map[string]bool{"part": true, "portion": true, "kind": true, "type": true, "sort": true, "half": true}

// typesOfNominal lists the types of a common noun phrase from its noun, its
// plural, its modifiers and, in a partitive, from what is counted.
func (f *finder) typesOfNominal(i int, c Candidate) []nlp.EntityType {
	form := strings.ToLower(f.s.Tokens[i].Form)
	if types := f.typesOfCounted(i, c.Noun); len(types) > 0 {
		return types
	}
	for n := len(c.Modifiers); n > 0; n-- {
		phrase := c.Modifiers[n-1] + " " + c.Noun
		if types := gazetteer.NounTypes(phrase); len(types) > 0 {
			return collective(types, c.Number == Plural)
		}
	}
	if c.Noun == "intelligence" && f.service(i, c) {
		return []nlp.EntityType{nlp.Organization}
	}
	if f.abstract(i, c.Noun) {
		return []nlp.EntityType{nlp.Concept}
	}
	if f.tellsNoEvent(i, c) {
		return []nlp.EntityType{nlp.Concept}
	}
	if _, ok := gazetteer.EventType(f.withComplement(i, c.Noun)); ok {
		return []nlp.EntityType{nlp.Event}
	}
	_, event := gazetteer.EventType(c.Noun, c.Modifiers...)
	if _, alone := gazetteer.EventType(c.Noun); alone && !event {
		return []nlp.EntityType{nlp.Concept} // "drug abuse"
	}
	if event && c.Noun == "fire" && f.gunfire(i) {
		return []nlp.EntityType{nlp.Concept}
	}
	if event && c.Number == Plural && tollNouns[c.Noun] {
		return []nlp.EntityType{nlp.Concept} // "84 deaths" are a number, no event
	}
	types := gazetteer.NounTypes(c.Noun)
	if plural := gazetteer.NounTypes(form); form != c.Noun && !strings.HasSuffix(c.Noun, form) && len(plural) > 0 {
		types = plural
	}
	if event && len(types) > 1 && narrowed(c) {
		return []nlp.EntityType{nlp.Event}
	}
	if _, demonym := gazetteer.CountryByDemonym(form); len(types) == 0 && demonym && upper(f.s.Tokens[i].Form) {
		if c.Number == Plural {
			return []nlp.EntityType{nlp.Group}
		}
		return []nlp.EntityType{nlp.Person}
	}
	if len(types) == 0 {
		if event {
			return []nlp.EntityType{nlp.Event}
		}
		if u := f.s.Tokens[i].UPOS; u == "ADJ" || u == "VERB" {
			return []nlp.EntityType{nlp.Group}
		}
		return []nlp.EntityType{nlp.Concept}
	}
	return collective(types, c.Number == Plural)
}

// service reports whether the "intelligence" at token i is a body that acts and is
// acted against, and not what such a body finds out: "Russian intelligence killed X".
func (f *finder) service(i int, c Candidate) bool {
	whose := c.Determiner == "'s"
	for _, k := range f.t.Children(i, "amod", "compound", "nmod:poss") {
		word := f.s.Tokens[k].Form
		_, demonym := gazetteer.CountryByDemonym(word)
		_, country := gazetteer.CountryByName(word)
		whose = whose || demonym && upper(word) || country || intelligenceOf[strings.ToLower(word)]
	}
	if !whose || f.t.Child(i, "acl", "acl:relcl") >= 0 {
		return false
	}
	switch h := f.t.Head(i); {
	case h < 0:
		return false
	case tree.Matches(f.s.Tokens[i].Relation, "nsubj", "nsubj:pass"):
		return f.s.Tokens[h].UPOS == "VERB"
	case tree.Matches(f.s.Tokens[i].Relation, "obj"):
		return blamingVerbs[tree.VerbLemma(f.t.Token(h))]
	}
	return f.t.Case(i) == "by" || f.t.Case(i) == "for"
}

// intelligenceOf are words for those whose service "intelligence" is.
var intelligenceOf = map[string]bool{"military": true, "army": true, "naval": true, "foreign": true, "western": true}

// blamingVerbs have for their object who did something.
var blamingVerbs = map[string]bool{"accuse": true, "blame": true, "suspect": true}

// typesOfCounted lists the types of what a partitive noun at token i counts.
func (f *finder) typesOfCounted(i int, noun string) []nlp.EntityType {
	if !partitives[noun] {
		return nil
	}
	for _, n := range f.t.Children(i, "nmod") {
		if f.t.Case(n) != "of" {
			continue
		}
		if fractions[noun] {
			return []nlp.EntityType{nlp.Concept}
		}
		word := f.t.Token(n)
		if _, ok := gazetteer.CountryByDemonym(word.Form); ok && upper(word.Form) && word.XPOS != "NNP" {
			return []nlp.EntityType{nlp.Group} // "thousands of Armenians"
		}
		if types := gazetteer.NounTypes(tree.Lemma(word)); len(types) > 0 {
			return collective(types, word.XPOS == "NNS")
		}
	}
	return nil
}

// abstract reports whether what is behind "of" shows that a noun at token i means
// no body and no country.
func (f *finder) abstract(i int, noun string) bool {
	for _, n := range f.t.Children(i, "nmod") {
		if f.t.Case(n) != "of" {
			continue
		}
		switch noun {
		case "body":
			if f.personNamed(n) {
				return true // "the body of X"
			}
		case "state", "country":
			if f.t.Token(n).UPOS == "NOUN" {
				return true // "a state of war"
			}
		}
	}
	return false
}

// gunfire reports whether "fire" is that of weapons: "opened fire", "came under
// fire", "returned fire".
func (f *finder) gunfire(i int) bool {
	if f.t.Case(i) == "under" {
		return true
	}
	h := f.t.Head(i)
	return h >= 0 && tree.Matches(f.t.Token(i).Relation, "obj") && shootingVerbs[tree.VerbLemma(f.t.Token(h))]
}

var shootingVerbs = map[string]bool{"open": true, "return": true, "exchange": true, "trade": true, "cease": true, "hold": true, "draw": true}

// withComplement returns the noun with its "of" complement: "exchange of fire".
func (f *finder) withComplement(i int, noun string) string {
	for _, n := range f.t.Children(i, "nmod") {
		if n > i && f.t.Case(n) == "of" {
			return noun + " of " + tree.Lemma(f.t.Token(n))
		}
	}
	return noun + " of"
}

// tollNouns count what an event did.
var tollNouns = map[string]bool{"death": true, "injury": true, "fatality": true, "casualty": true, "loss": true, "infection": true}

// narrowed reports whether modifiers make the noun an event it would not
// surely be alone ("memorial service", "drone strike").
func narrowed(c Candidate) bool {
	alone, _ := gazetteer.EventType(c.Noun)
	with, ok := gazetteer.EventType(c.Noun, c.Modifiers...)
	if !ok {
		return false
	}
	for _, m := range c.Modifiers {
		if kind, ok := gazetteer.EventType(m + " " + c.Noun); ok && kind == with {
			return true
		}
	}
	return with != alone
}

// collective makes several persons a group.
func collective(types []nlp.EntityType, plural bool) []nlp.EntityType {
	if !plural || len(types) == 0 || types[0] != nlp.Person {
		return types
	}
	out := []nlp.EntityType{nlp.Group, nlp.Person}
	for _, t := range types[1:] {
		if t != nlp.Group {
			out = append(out, t)
		}
	}
	return out
}

// personNamed reports whether token i is in the name of a person or a noun for one.
func (f *finder) personNamed(i int) bool {
	for _, n := range f.names {
		if n.tokens.Contains(i) {
			return n.kind == nlp.Person
		}
	}
	return gazetteer.NounType(tree.Lemma(f.t.Token(i))) == nlp.Person
}
