package timex

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// monthFirst matches "January 3, 2020", "June 3rd", "June 2017", "June of 2017"
// and "June".
func (m *matcher) monthFirst(i int) (match, bool) {
	month, ok := monthValue(m.form(i))
	if !ok {
		return match{}, false
	}
	got := match{end: i + 1, date: nlp.Date{Month: month}}
	if d, ok := m.dayAt(i + 1); ok {
		got.date.Day = d
		got.end = i + 2
	} else if m.word(i+1) == "the" {
		if d, ok := ordinalValue(m.word(i + 2)); ok && d <= 31 {
			got.date.Day = d
			got.end = i + 3
		}
	}
	if y, end, ok := m.yearAfter(got.end); ok {
		got.date.Year = y
		got.end = end
	}
	if got.end == i+1 && !m.bareMonth(i) {
		return match{}, false
	}
	return got, true
}

// bareMonth reports whether a name of a month that stands alone means the
// month: not "may" in the title of a headline, not a woman called June.
func (m *matcher) bareMonth(i int) bool {
	t := m.s.Tokens[i]
	if !ambiguousMonth(t.Form) {
		return true
	}
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return false
		}
	}
	switch m.word(i - 1) {
	case "in", "of", "since", "until", "till", "by", "from", "during", "early", "late", "mid", "-", "last", "next",
		"this", "between", "before", "after", "to", "through", "every":
		return t.UPOS == "PROPN" || t.UPOS == ""
	}
	return false
}

// dayAt reads a day of the month.
func (m *matcher) dayAt(i int) (int, bool) {
	w := m.word(i)
	d, ok := digits(w, 2)
	if !ok {
		d, ok = ordinalValue(w)
	}
	return d, ok && d >= 1 && d <= 31
}

// yearAfter reads a year at i, or behind a comma or "of" there.
func (m *matcher) yearAfter(i int) (y, end int, ok bool) {
	if w := m.word(i); w == "," || w == "of" {
		i++
	}
	y, ok = yearValue(m.word(i))
	return y, i + 1, ok
}

// dayFirst matches "3 January 2020", "the 3rd of January".
func (m *matcher) dayFirst(i int) (match, bool) {
	start := i
	if m.word(i) == "the" {
		i++
	}
	d, ok := m.dayAt(i)
	if !ok {
		return match{}, false
	}
	next := i + 1
	if m.word(next) == "of" {
		next++
	} else if start != i {
		return match{}, false
	}
	month, ok := monthValue(m.form(next))
	if !ok {
		return match{}, false
	}
	got := match{end: next + 1, date: nlp.Date{Month: month, Day: d}}
	if y, end, ok := m.yearAfter(got.end); ok {
		got.date.Year, got.end = y, end
	}
	return got, true
}

// numeric matches "2024-01-03" and "04/30/2001"; of two readings of the latter
// the American one is taken unless its month does not exist. "9/11" is the day
// that goes by this name.
func (m *matcher) numeric(i int) (match, bool) {
	w := m.word(i)
	if w == "9/11" {
		return match{end: i + 1, date: nlp.Date{Year: 2001, Month: 9, Day: 11}}, true
	}
	if len(w) == 10 && w[4] == '-' {
		d, err := nlp.ParseDate(w)
		return match{end: i + 1, date: d}, err == nil
	}
	parts := strings.Split(w, "/")
	if len(parts) != 3 {
		return match{}, false
	}
	a, ok1 := digits(parts[0], 2)
	b, ok2 := digits(parts[1], 2)
	y, ok3 := digits(parts[2], 4)
	if !ok1 || !ok2 || !ok3 {
		return match{}, false
	}
	if len(parts[2]) == 2 {
		y += 2000
		if y >= 2070 {
			y -= 100
		}
	}
	if a > 12 {
		a, b = b, a
	}
	d := nlp.Date{Year: y, Month: a, Day: b}
	return match{end: i + 1, date: d}, a > 0 && b > 0 && valid(d)
}

// year matches "2022" where it is no count.
func (m *matcher) year(i int) (match, bool) {
	y, ok := yearValue(m.word(i))
	if !ok {
		return match{}, false
	}
	t := m.s.Tokens[i]
	if t.Relation.Base() == "nummod" && t.Head > i && strings.HasSuffix(m.s.Tokens[t.Head].XPOS, "S") {
		return match{}, false
	}
	switch m.word(i - 1) {
	case "$", "£", "€", "no.", "than", "about", "nearly", "almost", "some", "#", "least", "over":
		return match{}, false
	}
	switch m.word(i + 1) {
	case "%", "percent", "million", "billion", "thousand", "hundred", "miles", "km", "people", "hours":
		return match{}, false
	}
	return match{end: i + 1, date: nlp.Date{Year: y}}, true
}

// decade matches "1990s", "the '90s", "the nineties", "the 19th century".
func (m *matcher) decade(i int) (match, bool) {
	start := i
	if m.word(i) == "the" {
		i++
	}
	w := strings.NewReplacer("'", "", "’", "").Replace(m.word(i))
	if n, ok := ordinalValue(w); ok && (m.word(i+1) == "century" || m.word(i+1) == "-" && m.word(i+2) == "century") {
		end := i + 2
		if m.word(i+1) == "-" {
			end++
		}
		return absolute(end, shift(nlp.Date{Year: 100*n - 99}, 0, century)), n > 0 && n < 99
	}
	first, ok := decadeNames[w]
	if body, cut := strings.CutSuffix(w, "0s"); cut && !ok {
		n, isNumber := digits(body, 3)
		switch first = n * 10; {
		case !isNumber:
		case len(body) == 3:
			ok = first >= 1400 && first < 2100
		case len(body) == 1:
			first, ok = first+1900, true
		}
	} else if ok && start == i {
		return match{}, false // "her thirties" are an age
	}
	if !ok {
		return match{}, false
	}
	return absolute(i+1, shift(nlp.Date{Year: first}, 0, decade)), true
}

func absolute(end int, v nlp.Interval) match {
	return match{end: end, value: func(*scope) nlp.Interval { return v }, full: true}
}
