package mention

import (
	"strconv"
	"strings"

	"github.com/kgbuild/kgbuild/nlp/tree"
)

// eitherNumber is the number of a collective noun: "the group ... it, they".
func eitherNumber(n Number) Number {
	if n == Singular {
		return UnknownNumber
	}
	return n
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
