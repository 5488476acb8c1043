package timex

import "github.com/kgbuild/kgbuild/nlp"

// count reads a number of units: "two", "a couple of", "several" is none.
func (m *matcher) count(i int) (n, end int, ok bool) {
	w := m.word(i)
	if (w == "a" || w == "the") && m.word(i+1) == "couple" {
		end = i + 2
		if m.word(end) == "of" {
			end++
		}
		return 2, end, true
	}
	if w == "half" && m.word(i+1) == "a" {
		return 0, i, false
	}
	if n, ok = cardinals[w]; !ok {
		if n, ok = digits(w, 4); !ok {
			return 0, i, false
		}
	}
	end = i + 1
	if n >= 20 && n < 100 {
		next := end
		if m.word(next) == "-" {
			next++
		}
		if u, more := cardinals[m.word(next)]; more && u < 10 && m.word(next) != "a" && m.word(next) != "an" {
			return n + u, next + 1, true
		}
	}
	return n, end, true
}

// ago matches a distance with its direction: "four years ago", "two days
// later", "a week before", "the day after".
func (m *matcher) ago(i int) (match, bool) {
	n, next, ok := m.count(i)
	if !ok && m.word(i) == "the" && units[m.word(i+1)] == day {
		n, next, ok = 1, i+1, true
	}
	u := units[m.word(next)]
	if !ok || u == noUnit {
		return match{}, false
	}
	end := next + 2
	told := true
	switch m.word(next + 1) {
	case "ago":
		n, told = -n, false
	case "earlier", "previously", "before", "prior":
		n = -n
	case "later", "afterwards", "after", "on":
		if m.word(next+1) == "on" {
			return match{}, false
		}
	default:
		return match{}, false
	}
	if w := m.word(next + 1); (w == "before" || w == "after") && m.clause(next+1) {
		return match{}, false // "two days after the attack" is reckoned from an event
	}
	return match{end: end, value: func(c *scope) nlp.Interval {
		if told {
			return shift(c.told(n > 0), n, u)
		}
		return shift(c.ref, n, u)
	}}, true
}

// clause reports whether the preposition or conjunction at i has something
// behind it that it introduces.
func (m *matcher) clause(i int) bool {
	switch m.word(i + 1) {
	case "", ".", ",", ";", ":", ")", "!", "?", "\"", "”":
		return false
	}
	return true
}

// inFuture matches "in two weeks", said of the future.
func (m *matcher) inFuture(i int) (match, bool) {
	if m.word(i) != "in" || i > 0 && m.word(i-1) == "with" {
		return match{}, false
	}
	n, next, ok := m.count(i + 1)
	u := units[m.word(next)]
	if w := m.word(i + 1); w == "a" || w == "an" {
		return match{}, false // "20 a day" is a rate
	}
	if !ok || u == noUnit || u == hour || !future(m.s, next) {
		return match{}, false
	}
	return match{end: next + 1, value: func(c *scope) nlp.Interval { return shift(c.ref, n, u) }}, true
}

// dayOfMonth matches "the 4th" where no noun follows that it would number.
func (m *matcher) dayOfMonth(i int) (match, bool) {
	if m.word(i) != "the" {
		return match{}, false
	}
	w := m.word(i + 1)
	d, ok := ordinalValue(w)
	if !ok || d > 31 || w[0] > '9' {
		return match{}, false
	}
	switch m.word(i - 1) {
	case "on", "until", "by", "since", "from", "before", "after", "of":
	default:
		return match{}, false
	}
	if t := m.s.Tokens[i+1]; t.Head > i+1 && t.Relation.Base() == "amod" || m.word(i+2) == "of" {
		return match{}, false
	}
	return match{end: i + 2, date: nlp.Date{Day: d}}, true
}
