package mention

import (
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// headsNominal reports whether token i heads a common noun phrase that can be
// an end of a claim.
func (f *finder) headsNominal(i int) bool {
	tok := f.t.Token(i)
	if f.inName(i) {
		return false
	}
	switch tok.Relation.Base() {
	case "flat", "fixed", "goeswith", "case", "cc", "mark", "advmod", "amod", "det", "discourse", "reparandum":
		return false
	case "compound":
		return false
	}
	if tree.Matches(tok.Relation, "nmod:desc") {
		return false
	}
	if h := f.t.Head(i); h >= 0 && tok.Relation.Base() == "nmod" && f.t.Case(i) == "of" && f.t.Child(i, "det", "nmod:poss") < 0 &&
		partitives[tree.Lemma(f.t.Token(h))] {
		return false // "thousands of people" is one mention
	}
	switch tok.UPOS {
	case "NOUN":
		return !timeNouns[tree.Lemma(tok)] || f.t.Child(i, "det") >= 0 && tree.Matches(tok.Relation, "nsubj", "obj")
	case "PROPN":
		return !calendar[strings.ToLower(tok.Form)] && !timeNouns[tree.Lemma(tok)]
	case "ADJ", "VERB", "NUM":
		// "the dead", "the wounded", "the two": an article makes them nouns.
		d := f.t.Child(i, "det")
		return d >= 0 && d < i && tree.Matches(tok.Relation, "nsubj", "obj", "obl", "nmod", "conj", "iobj", "appos") &&
			f.t.Child(i, "nsubj", "cop", "aux") < 0 && (tok.UPOS != "VERB" || tok.XPOS == "VBN" || tok.XPOS == "VBG")
	}
	return false
}

// timeNouns name stretches of time, which are no entities.
var timeNouns = map[string]bool{
	"second": true, "minute": true, "hour": true, "day": true, "week": true, "weekend": true, "month": true,
	"year": true, "decade": true, "century": true, "today": true, "yesterday": true, "tomorrow": true, "tonight": true,
	"morning": true, "afternoon": true, "evening": true, "night": true, "midnight": true, "noon": true, "moment": true,
	"spring": true, "summer": true, "autumn": true, "winter": true, "past": true, "future": true, "date": true, "time": true,
	"million": true, "billion": true, "percent": true, "kilometre": true, "kilometer": true, "mile": true, "metre": true, "meter": true,
	"way": true, "lot": true,
}

// nominal makes the candidate of a common noun phrase.
func (f *finder) nominal(i int) Candidate {
	tok := f.t.Token(i)
	r := f.nominalRange(i)
	c := Candidate{
		Mention: f.mention(nlp.NominalMention, r, i),
		Noun:    tree.Lemma(tok), Person: 3, Relative: -1, Same: -1, Possessor: -1,
	}
	if tok.UPOS == "VERB" || strings.HasPrefix(tok.XPOS, "VB") {
		c.Noun = strings.ToLower(tok.Form) // "the killing", not "the kill"
	}
	c.Modifiers = f.modifiers(i)
	c.Number = Singular
	if tok.Features.Get("Number") == "Plur" || tok.XPOS == "NNS" || tok.XPOS == "NNPS" || tok.UPOS == "ADJ" || tok.UPOS == "VERB" {
		c.Number = Plural
	}
	f.determine(&c)
	if k := r.First - 2; c.Possessor < 0 && k >= 0 && f.s.Tokens[k+1].XPOS == "POS" {
		// The possessive mark right before the phrase, wherever the tree has
		// hung its phrase.
		c.Possessor, c.Determiner, c.Definite = k, "'s", Definite
	}
	if c.Count > 1 {
		c.Number = Plural
	}
	c.Types = f.typesOfNominal(i, c)
	if c.Type() == nlp.Organization || c.Type() == nlp.Group && c.Number == Singular {
		c.Number = eitherNumber(c.Number)
	}
	c.Gender = gazetteer.NounGender(c.Noun)
	c.GenderSure = c.Gender != gazetteer.UnknownGender
	c.Place = f.usedAsPlace(i, c.Type())
	if gazetteer.IsSettlement(c.Noun) {
		for _, n := range f.t.Children(i, "nmod") {
			if f.t.Case(n) == "of" && f.inName(n) && f.settlement(n) == i {
				c.Same = n
			}
		}
	}
	return c
}

// eitherNumber is the number of a collective noun: "the group ... it, they".
func eitherNumber(n Number) Number {
	if n == Singular {
		return UnknownNumber
	}
	return n
}

// nominalRange returns the tokens of the phrase without articles, clauses,
// appositions and conjuncts: what precedes the noun, the noun, and what hangs
// from it by "of".
func (f *finder) nominalRange(i int) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	member := map[int]bool{i: true}
	for _, c := range f.t.Children(i) {
		tok := f.t.Token(c)
		switch {
		case c < i && tree.Matches(tok.Relation, "compound", "amod", "nummod", "nmod:poss", "nmod:desc", "flat", "nmod", "advmod", "punct", "goeswith"):
			if tok.UPOS == "PRON" || tok.UPOS == "ADP" || tok.UPOS == "PUNCT" && !hyphen(tok.Form) {
				continue
			}
			for _, d := range f.t.Phrase(c, f.outside) {
				if tok.Relation.Base() != "nummod" || d == c || f.t.Token(d).UPOS == "NUM" || hyphen(f.t.Token(d).Form) {
					member[d] = true // the number without "at least"
				}
			}
		case c > i && (tree.Matches(tok.Relation, "flat", "compound", "goeswith") || tok.Relation.Base() == "nmod" && f.t.Case(c) == "of"):
			for _, d := range f.t.Phrase(c, f.outside) {
				member[d] = true
			}
		}
	}
	for r.First > 0 && member[r.First-1] {
		r.First--
	}
	for r.End < len(f.s.Tokens) && member[r.End] {
		r.End++
	}
	return trimNominal(f.s, r, i)
}

// outside reports whether a child begins what a mention leaves out.
func (f *finder) outside(c int) bool {
	return tree.Matches(f.t.Token(c).Relation, "acl", "acl:relcl", "appos", "parataxis", "advcl", "conj", "dep", "list")
}

// trimNominal takes articles and punctuation off the front, punctuation off
// the end; it never passes the head.
func trimNominal(s *nlp.Sentence, r nlp.Range, head int) nlp.Range {
	for r.First < head {
		t := &s.Tokens[r.First]
		if t.UPOS != "DET" && t.UPOS != "PUNCT" && t.UPOS != "PART" && t.UPOS != "ADP" && t.UPOS != "CCONJ" {
			break
		}
		r.First++
	}
	for r.End-1 > head {
		t := &s.Tokens[r.End-1]
		if t.UPOS != "PUNCT" && t.UPOS != "ADP" && t.UPOS != "CCONJ" && t.UPOS != "PART" {
			break
		}
		r.End--
	}
	return r
}

// modifiers returns the lemmas of adjectives and compounds before i.
func (f *finder) modifiers(i int) []string {
	var out []string
	for _, c := range f.t.Children(i, "amod", "compound", "nmod:desc") {
		if c < i {
			for _, d := range f.t.Phrase(c, f.outside) {
				tok := f.t.Token(d)
				if tok.UPOS != "PUNCT" && tok.UPOS != "DET" && tok.UPOS != "PART" && tok.UPOS != "ADV" {
					out = append(out, tree.Lemma(tok))
				}
			}
		}
	}
	return out
}

// determine reads article, possessor and number word.
func (f *finder) determine(c *Candidate) {
	for _, d := range f.t.Children(c.Head) {
		tok := f.t.Token(d)
		word := strings.ToLower(tok.Form)
		switch {
		case tree.Matches(tok.Relation, "det"):
			c.Determiner = word
			switch word {
			case "the", "both", "all", "either", "neither", "each", "every":
				c.Definite = Definite
			case "this", "that", "these", "those", "such":
				c.Definite = Demonstrative
			default:
				c.Definite = Indefinite
			}
			if word == "both" {
				c.Count = 2
			}
		case tree.Matches(tok.Relation, "nmod:poss"):
			c.Possessor = d
			c.Definite = Definite
			c.Determiner = "'s"
			if tok.UPOS == "PRON" || tok.UPOS == "DET" {
				c.Determiner = word
			}
		case tree.Matches(tok.Relation, "nummod"):
			// "the 2017 attack": a year, not two thousand attacks.
			if n := number(word); n < 1000 || n > 2100 || c.Number == Plural {
				c.Count = n
			}
		}
		if c.Count == 0 && (word == "twin" || word == "double" || word == "pair") {
			c.Count = 2
		}
		if word == "another" || word == "other" || word == "further" || word == "more" && tok.Relation.Base() == "amod" {
			if c.Definite != Demonstrative && c.Determiner != "the" {
				c.Definite = Indefinite
				if c.Determiner == "" {
					c.Determiner = "other"
				}
			}
		}
	}
}

var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}

func number(word string) int {
	if n, ok := numberWords[word]; ok {
		return n
	}
	n, err := strconv.Atoi(strings.ReplaceAll(word, ",", ""))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

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
	if partitives[c.Noun] {
		for _, n := range f.t.Children(i, "nmod") {
			if f.t.Case(n) != "of" {
				continue
			}
			inner := tree.Lemma(f.t.Token(n))
			if fractions[c.Noun] {
				return []nlp.EntityType{nlp.Concept}
			}
			if types := gazetteer.NounTypes(inner); len(types) > 0 {
				return collective(types, f.t.Token(n).XPOS == "NNS")
			}
		}
	}
	for n := len(c.Modifiers); n > 0; n-- {
		phrase := c.Modifiers[n-1] + " " + c.Noun
		if types := gazetteer.NounTypes(phrase); len(types) > 0 {
			return collective(types, c.Number == Plural)
		}
	}
	if c.Noun == "state" || c.Noun == "country" {
		// "a state of war" is no country.
		for _, n := range f.t.Children(i, "nmod") {
			if f.t.Case(n) == "of" && f.t.Token(n).UPOS == "NOUN" {
				return []nlp.EntityType{nlp.Concept}
			}
		}
	}
	if _, ok := gazetteer.EventType(f.withComplement(i, c.Noun)); ok {
		return []nlp.EntityType{nlp.Event}
	}
	_, event := gazetteer.EventType(c.Noun, c.Modifiers...)
	if event && c.Number == Plural && tollNouns[c.Noun] {
		return []nlp.EntityType{nlp.Concept} // "84 deaths" are a number, no event
	}
	types := gazetteer.NounTypes(c.Noun)
	if plural := gazetteer.NounTypes(form); form != c.Noun && len(plural) > 0 {
		types = plural
	}
	if event && len(types) > 1 && narrowed(c) {
		return []nlp.EntityType{nlp.Event}
	}
	if _, demonym := gazetteer.CountryByDemonym(form); len(types) == 0 && demonym && c.Number == Plural {
		return []nlp.EntityType{nlp.Group}
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
