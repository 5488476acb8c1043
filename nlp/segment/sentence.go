package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// guessStarts says with which tokens a sentence begins, as far as punctuation
// and capitals tell.
func guessStarts(tokens []nlp.Token) []bool {
	starts := make([]bool, len(tokens))
	for i := range tokens {
		starts[i] = i == 0 || !tokens[i].Continues && tokens[i-1].SpaceAfter && ends(tokens, i)
	}
	return starts
}

// ends reports whether a sentence ends before token i.
func ends(tokens []nlp.Token, i int) bool {
	last := i - 1
	for last > 0 && closing(tokens[last].Form) && !tokens[last-1].SpaceAfter {
		last--
	}
	form, next := tokens[last].Form, tokens[i].Form
	final := form[len(form)-1]
	switch {
	case form == "." || form == "?" || form == "!" || len(form) > 1 && strings.Trim(form, "?!") == "":
		return last == i-1 && form == "." || !startsLower(next)
	case strings.Trim(form, ".…") == "":
		return startsUpper(next) && next != "I"
	case final == '.' && len(form) > 1:
		return last == i-1 && abbreviationEnds(form, next)
	}
	return false
}

// closing reports whether the token is a quotation mark or bracket that may
// stand behind the full stop of its sentence.
func closing(form string) bool {
	switch form {
	case `"`, "”", "'", "’", "''", ")", "]", "»":
		return true
	}
	return false
}

// abbreviationEnds reports whether a sentence ends with an abbreviation because
// next is a word that begins one and is no part of a name.
func abbreviationEnds(form, next string) bool {
	word := strings.ToLower(strings.TrimSuffix(form, "."))
	if titles[word] || len(word) == 1 || !startsUpper(next) {
		return false
	}
	return starters[next]
}

// starters are capitalised words that mostly stand at the beginning of a
// sentence.
var starters = wordSet(`The A An This That These Those He She It We They You There Here His Her Its Their Our My
	In On At By For From With After Before But And If When While As Although However Meanwhile Also Then What
	Who Where Why How Is Are Was Were Do Does Did No Not Some Many Most Several Both All One Two I`)

func startsLower(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsLower(r)
}

func startsUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}
