package timex

import (
	"time"

	"github.com/kgbuild/kgbuild/nlp"
)

// weekday matches "Wednesday", "last Friday", "Monday, August 21, 2015",
// "Wednesday morning".
func (m *matcher) weekday(i int) (match, bool) {
	modifier, at := m.modifier(i)
	wd, ok := weekdays[m.word(at)]
	if w := m.word(i - 1); w == "every" || w == "each" {
		return match{}, false // no day in particular
	}
	if !ok || m.form(at)[0] >= 'a' || len(m.word(at)) < 4 && m.s.Tokens[at].UPOS == "VERB" {
		return match{}, false
	}
	end := at + 1
	if len(m.word(at)) <= 5 && m.word(end) == "." {
		end++
	}
	// A date that follows says more than the name of the day.
	next := end
	if m.word(next) == "," {
		next++
	}
	for _, try := range []func(*matcher, int) (match, bool){(*matcher).monthFirst, (*matcher).dayFirst, (*matcher).numeric} {
		if got, ok := try(m, next); ok && got.date.Day != 0 {
			return got, true
		}
	}
	if dayParts[m.word(end)] {
		end++
	}
	offset := 0
	switch m.word(end) + " " + m.word(end+1) {
	case "last week":
		offset, modifier, end = -1, "week", end+2
	case "this week":
		modifier, end = "week", end+2
	case "next week":
		offset, modifier, end = 1, "week", end+2
	}
	return match{end: end, value: func(c *scope) nlp.Interval { return c.weekday(wd, modifier, offset) }}, true
}

// modifier reads "last", "this", "next" and the like before a unit or name.
func (m *matcher) modifier(i int) (string, int) {
	switch w := m.word(i); w {
	case "last", "past", "previous":
		return "last", i + 1
	case "next", "coming":
		return "next", i + 1
	case "this":
		return "this", i + 1
	}
	return "", i
}

// weekday resolves the name of a day.
func (c *scope) weekday(wd time.Weekday, modifier string, weeks int) nlp.Interval {
	if c.ref.Day == 0 {
		if c.toldOf.IsZero() || c.future || modifier != "" {
			return nlp.Interval{}
		}
		return c.near(wd)
	}
	ref := c.ref.Time()
	back := int(ref.Weekday()-wd+7) % 7 // days since the latest such day
	switch {
	case modifier == "week":
		monday := weekOf(ref).Start.Time().AddDate(0, 0, 7*weeks)
		return nlp.On(nlp.DateOf(monday.AddDate(0, 0, int(wd+6)%7)))
	case modifier == "last" && back == 0:
		back = 7
	case modifier == "next" || (c.future || modifier == "this") && back > 0 && modifier != "last" && (c.future || modifier == ""):
		back -= 7
	}
	return nlp.On(nlp.DateOf(ref.AddDate(0, 0, -back)))
}

// seasonal matches "summer 2014", "the summer of 2014", "last summer".
func (m *matcher) seasonal(i int) (match, bool) {
	modifier, at := m.modifier(i)
	first, ok := seasons[m.word(at)]
	if !ok {
		return match{}, false
	}
	if y, end, ok := m.yearAfter(at + 1); ok {
		return absolute(end, season(y, first)), true
	}
	if modifier == "" {
		return match{}, false
	}
	return match{end: at + 1, value: func(c *scope) nlp.Interval {
		if c.ref.Month == 0 {
			return nlp.Interval{}
		}
		y := c.ref.Year
		switch {
		case modifier == "last" && c.ref.Month <= first+2:
			y--
		case modifier == "next" && c.ref.Month >= first:
			y++
		}
		return season(y, first)
	}}, true
}

// deictic matches the words that point from the day of writing.
func (m *matcher) deictic(i int) (match, bool) {
	days, end := 0, i+1
	switch w, next := m.word(i), m.word(i+1); {
	case w == "today", w == "tonight", w == "overnight":
	case w == "yesterday":
		days = -1
	case w == "tomorrow":
		days = 1
	case w == "last" && next == "night":
		days, end = -1, i+2
	case w == "this" && dayParts[next]:
		end = i + 2
	default:
		return match{}, false
	}
	if days != 0 && dayParts[m.word(end)] {
		end++
	}
	switch m.word(i) + " " + m.word(i+1) {
	case "today 's", "today ’s":
		if t := m.s.Tokens[i]; t.Head > i { // "today's world" is no day
			if n := m.s.Tokens[t.Head]; n.Lemma == "world" || n.Lemma == "society" {
				return match{}, false
			}
		}
	}
	return match{end: end, value: func(c *scope) nlp.Interval { return shift(c.ref, days, day) }}, true
}

// unitBy matches a unit with a word that places it: "last week", "the
// following day", "that year", "the past two months", "next June".
func (m *matcher) unitBy(i int) (match, bool) {
	at := i
	if m.word(at) == "the" {
		at++
	}
	place := m.word(at)
	steps, ok := map[string]int{
		"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "following": 1, "coming": 1,
		"this": 0, "that": 0, "same": 0, "current": 0,
	}[place]
	if !ok {
		return match{}, false
	}
	definite := at > i
	if n, ok := monthValue(m.form(at + 1)); ok && (place == "last" || place == "next" || place == "this") {
		return match{end: at + 2, value: func(c *scope) nlp.Interval { return c.monthBy(n, steps) }}, true
	}
	if n, next, ok := m.count(at + 1); ok {
		u := units[m.word(next)]
		if u == noUnit || steps == 0 || place == "following" || place == "preceding" || m.word(next+1) == "of" {
			return match{}, false // "the last months of her life" are not the latest ones
		}
		return match{end: next + 1, value: func(c *scope) nlp.Interval { return c.stretch(n*steps, u) }}, true
	}
	u := units[m.word(at+1)]
	if u == noUnit || u == hour || plural[m.word(at+1)] || m.word(at+2) == "of" {
		return match{}, false
	}
	if place == "past" || place == "last" && u == decade {
		return match{end: at + 2, value: func(c *scope) nlp.Interval { return c.stretch(-1, u) }}, true
	}
	// "The next day" counts from what was told before, "next week" from now.
	told := place == "following" || place == "preceding" || place == "previous" || place == "that" ||
		place == "same" || place == "next" && (definite || u == day)
	return match{end: at + 2, value: func(c *scope) nlp.Interval {
		if told {
			return shift(c.told(steps > 0), steps, u)
		}
		return shift(c.ref, steps, u)
	}}, true
}

// told returns the date that the text has spoken of last: the end of the
// expression before when counting on from it, else its start.
func (c *scope) told(onwards bool) nlp.Date {
	switch {
	case c.previous.IsZero():
		return c.ref
	case onwards:
		return c.previous.End
	}
	return c.previous.Start
}

// stretch returns the n units up to the document's date, or from it on.
func (c *scope) stretch(n int, u unit) nlp.Interval {
	other := shift(c.ref, n, u)
	if other.IsZero() {
		return nlp.Interval{}
	}
	if n < 0 {
		return nlp.Interval{Start: other.Start, End: c.ref}
	}
	return nlp.Interval{Start: c.ref, End: other.End}
}

// monthBy returns the month of that name before, in or after the month of
// writing.
func (c *scope) monthBy(n, steps int) nlp.Interval {
	if c.ref.Month == 0 {
		return nlp.Interval{}
	}
	y := c.ref.Year
	switch {
	case steps < 0 && n >= c.ref.Month:
		y--
	case steps > 0 && n <= c.ref.Month:
		y++
	}
	return yearMonth(y, n)
}
