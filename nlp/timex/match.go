package timex

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// match is a stretch of tokens that says when.
type match struct {
	end int // token after the last
	// date is what the text says of a calendar date. Its year may be missing,
	// and then the month, but not the month alone.
	date nlp.Date
	// value works out what date does not hold; nil when date is all there is.
	value func(c *scope) nlp.Interval
	// full is true when value needs no anchor.
	full bool
}

// scope is what an expression is resolved against.
type scope struct {
	ref      nlp.Date     // the document's date
	toldOf   nlp.Date     // in a document of inferred date, the latest day it tells of
	previous nlp.Interval // value of the expression before in the text
	same     nlp.Date     // absolute date before in the same sentence
	future   bool
	open     bool // nothing says that the time is past
}

// matcher looks for expressions in a sentence.
type matcher struct {
	s *nlp.Sentence
}

func (m *matcher) form(i int) string {
	if i < 0 || i >= len(m.s.Tokens) {
		return ""
	}
	return m.s.Tokens[i].Form
}

func (m *matcher) word(i int) string { return strings.ToLower(m.form(i)) }

// at returns the longest expression that begins at token i; ok is false when
// there is none.
func (m *matcher) at(i int) (best match, ok bool) {
	for _, try := range []func(*matcher, int) (match, bool){
		(*matcher).monthFirst, (*matcher).dayFirst, (*matcher).numeric, (*matcher).year, (*matcher).decade,
		(*matcher).weekday, (*matcher).seasonal, (*matcher).deictic, (*matcher).unitBy, (*matcher).ago,
		(*matcher).inFuture, (*matcher).dayOfMonth, (*matcher).shaded,
	} {
		if got, found := try(m, i); found && got.end > best.end {
			best, ok = got, true
		}
	}
	switch m.word(best.end) {
	case "bc", "bce", "b.c.":
		return match{}, false // dates before our era cannot be written
	}
	return best, ok
}

// shaded matches "early 2016", "mid-June", "the end of last year": the words
// before widen the expression and leave its value.
func (m *matcher) shaded(i int) (match, bool) {
	next := i
	w := m.word(i)
	switch {
	case w == "early" || w == "late" || w == "mid":
		next = i + 1
		if m.word(next) == "-" {
			next++
		}
	case strings.HasPrefix(w, "mid-") && len(w) > 4:
		return m.prefixed(i)
	case (w == "start" || w == "end" || w == "beginning" || w == "middle") && m.word(i+1) == "of":
		next = i + 2
	case w == "earlier" || w == "later":
		if n := m.word(i + 1); n == "this" || n == "that" || n == "in" && m.word(i+2) == "the" {
			next = i + 1
		}
	}
	if next == i {
		return match{}, false
	}
	if m.word(next) == "the" {
		next++
	}
	got, ok := m.at(next)
	if !ok && (w == "earlier" || w == "later") && m.word(i+1) == "in" {
		return m.unitOfRef(i + 3)
	}
	return got, ok
}

// prefixed matches "mid-1980s", "mid-June", which are single tokens.
func (m *matcher) prefixed(i int) (match, bool) {
	inner := &matcher{&nlp.Sentence{Tokens: append([]nlp.Token{}, m.s.Tokens...)}}
	inner.s.Tokens[i].Form = m.form(i)[len("mid-"):]
	return inner.at(i)
}

// unitOfRef matches the unit of "earlier in the day".
func (m *matcher) unitOfRef(i int) (match, bool) {
	u := units[m.word(i)]
	if u == noUnit || u == hour {
		return match{}, false
	}
	return match{end: i + 1, value: func(c *scope) nlp.Interval { return shift(c.ref, 0, u) }}, true
}
