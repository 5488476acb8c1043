package segment

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
)

// left is what stands before a place where a sentence might begin.
type left int

const (
	glued        left = iota // no white space
	fullStop                 // "."
	questionMark             // "?", "!", "?!"
	dots                     // "...", "…"
	closedEnd                // quotation mark or bracket behind one of these
	closedInside             // quotation mark or bracket behind anything else
	title                    // "Mr.", an initial
	abbreviated              // another abbreviation
	colon
	semicolon
	dash
	comma
	face      // an emoticon
	otherLeft // a word
	lefts
)

// right is what stands behind it.
type right int

const (
	lower   right = iota // word in small letters
	starter              // capitalised word that often begins a sentence
	capital              // another capitalised word
	number
	opener // quotation mark or bracket
	otherRight
	rights
)

// oddsTable holds the log odds of a sentence start for each pair of classes, a
// row for each left class. It is counted on the training parts of UD English
// EWT and GUM (open genres): go test -run StartOdds -update.
//
//go:embed starts.tsv
var oddsTable string

var startOdds = builtInOdds(oddsTable)

func builtInOdds(table string) [lefts][rights]float32 {
	odds, err := readOdds(table)
	if err != nil {
		// A test reads the table, which is part of the program. Without it all
		// places are alike, and the model decides alone.
		return [lefts][rights]float32{}
	}
	return odds
}

func readOdds(table string) (odds [lefts][rights]float32, err error) {
	rows := strings.Split(strings.TrimSpace(table), "\n")
	if len(rows) != int(lefts) {
		return odds, fmt.Errorf("sentence starts: %d rows, not %d", len(rows), lefts)
	}
	for i, row := range rows {
		cells := strings.Split(row, "\t")
		if len(cells) != int(rights) {
			return odds, fmt.Errorf("sentence starts: row %d has %d cells, not %d", i+1, len(cells), rights)
		}
		for j, cell := range cells {
			v, err := strconv.ParseFloat(cell, 32)
			if err != nil {
				return odds, fmt.Errorf("sentence starts: row %d: %w", i+1, err)
			}
			odds[i][j] = float32(v)
		}
	}
	return odds, nil
}

// priors returns for each token the log odds that a sentence begins with it,
// judged by punctuation and capitals alone.
func priors(tokens []nlp.Token) []float32 {
	out := make([]float32, len(tokens))
	for i := range tokens {
		if i == 0 {
			out[i] = certain
			continue
		}
		l, r := classes(tokens, i)
		out[i] = startOdds[l][r]
	}
	return out
}

// certain is the log odds of the first token of a paragraph.
const certain = 20

// classes returns the classes of the place before token i.
func classes(tokens []nlp.Token, i int) (left, right) {
	return leftClass(tokens, i), rightClass(tokens[i].Form)
}

func leftClass(tokens []nlp.Token, i int) left {
	if !tokens[i-1].SpaceAfter {
		return glued
	}
	last := i - 1
	for last > 0 && closing(tokens[last].Form) && !tokens[last-1].SpaceAfter {
		last--
	}
	c := signClass(tokens[last].Form)
	switch {
	case last == i-1:
		return c
	case c == fullStop, c == questionMark, c == dots:
		return closedEnd
	}
	return closedInside
}

func signClass(form string) left {
	switch {
	case form == ".":
		return fullStop
	case strings.Trim(form, "?!.") == "" && strings.ContainsAny(form, "?!"):
		return questionMark
	case strings.Trim(form, ".…") == "":
		return dots
	case closing(form):
		return closedInside
	case form == ":":
		return colon
	case form == ";":
		return semicolon
	case form == ",":
		return comma
	case strings.Trim(form, "-–—*=_~") == "":
		return dash
	case len(form) > 1 && emoticon.Match(normalise(form)):
		return face
	case len(form) > 1 && strings.HasSuffix(form, "."):
		w := strings.ToLower(strings.TrimSuffix(form, "."))
		if titles[w] || len(w) == 1 {
			return title
		}
		return abbreviated
	}
	return otherLeft
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

func rightClass(form string) right {
	r, _ := utf8.DecodeRuneInString(form)
	switch {
	case starters[form]:
		return starter
	case unicode.IsUpper(r):
		return capital
	case unicode.IsLower(r):
		return lower
	case unicode.IsDigit(r):
		return number
	}
	switch form {
	case `"`, "“", "'", "‘", "``", "(", "[", "«", "''":
		return opener
	}
	return otherRight
}

// starters are capitalised words that mostly stand at the beginning of a
// sentence.
var starters = wordSet(`The A An This That These Those He She It We They You There Here His Her Its Their Our My
	In On At By For From With After Before But And If When While As Although However Meanwhile Also Then What
	Who Where Why How Is Are Was Were Do Does Did No Not Some Many Most Several Both All One Two I So Well Yes
	Please Thanks Just Now`)
