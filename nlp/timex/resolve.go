package timex

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// resolve returns the interval that a match stands for, and whether the text
// alone does not tell.
func (c *scope) resolve(m match) (nlp.Interval, bool) {
	if m.value != nil {
		return m.value(c), !m.full
	}
	d := m.date
	if d.Year != 0 {
		if !valid(d) {
			return nlp.Interval{}, false
		}
		return nlp.On(d), false
	}
	return c.fill(d), true
}

// fill supplies the year, or the year and the month, that a date leaves out.
func (c *scope) fill(d nlp.Date) nlp.Interval {
	if d.Month != 0 && c.same.Year != 0 && c.same.Month != 0 {
		d.Year = c.same.Year
		return checked(d)
	}
	if d.Month == 0 {
		return c.fillMonth(d)
	}
	ref := c.ref
	if ref.Month == 0 {
		ref = c.toldOf
	}
	if ref.Month == 0 {
		return nlp.Interval{}
	}
	d.Year = ref.Year
	after := d.Month > ref.Month || d.Month == ref.Month && d.Day != 0 && ref.Day != 0 && d.Day > ref.Day
	before := d.Month < ref.Month || d.Month == ref.Month && d.Day != 0 && ref.Day != 0 && d.Day < ref.Day
	switch {
	case c.future && before:
		d.Year++
	case !c.future && after && !(c.open && nearAhead(ref, d)):
		d.Year--
	}
	return checked(d)
}

// soonMonths is how many months ahead a date without a year is taken for the
// coming one when its sentence does not say that it is past.
const soonMonths = 2

func nearAhead(ref, d nlp.Date) bool { return d.Month >= ref.Month && d.Month-ref.Month <= soonMonths }

// fillMonth supplies year and month of a day such as "the 4th".
func (c *scope) fillMonth(d nlp.Date) nlp.Interval {
	if c.ref.Day == 0 {
		return nlp.Interval{}
	}
	at := monthAt(c.ref.Year, c.ref.Month)
	switch {
	case c.future && d.Day < c.ref.Day:
		at = monthAt(c.ref.Year, c.ref.Month+1)
	case !c.future && d.Day > c.ref.Day:
		at = monthAt(c.ref.Year, c.ref.Month-1)
	}
	d.Year, d.Month = at.Start.Year, at.Start.Month
	return checked(d)
}

func checked(d nlp.Date) nlp.Interval {
	if !valid(d) {
		return nlp.Interval{}
	}
	return nlp.On(d)
}

// future reports whether the verb that token i hangs from speaks of what is to
// come.
func future(s *nlp.Sentence, i int) bool {
	steps := 0
	for at := i; at >= 0 && at < len(s.Tokens) && steps < 40; at = s.Tokens[at].Head {
		steps++
		t := &s.Tokens[at]
		if t.UPOS != "VERB" && t.UPOS != "AUX" && !hasAuxiliary(s, at) {
			continue
		}
		if willBe(s, at) {
			return true
		}
		// An infinitive takes its time from the verb above: "plans to meet".
		if t.XPOS == "VB" && (t.Relation == "xcomp" || t.Relation.Base() == "acl" || t.Relation.Base() == "advcl") {
			if t.Head >= 0 && (forward[s.Tokens[t.Head].Lemma] || t.Relation.Base() == "acl") {
				return true
			}
			if t.Relation == "xcomp" {
				continue
			}
		}
		return false
	}
	return false
}

// told reports whether the verb that token i hangs from speaks of the past, or
// there is none.
func told(s *nlp.Sentence, i int) bool {
	for at, steps := i, 0; at >= 0 && at < len(s.Tokens) && steps < 40; at, steps = s.Tokens[at].Head, steps+1 {
		if t := &s.Tokens[at]; t.UPOS == "VERB" {
			return t.XPOS == "VBD" || t.XPOS == "VBN"
		}
	}
	return true
}

func hasAuxiliary(s *nlp.Sentence, at int) bool {
	for _, c := range s.Children(at) {
		if s.Tokens[c].Relation.Base() == "aux" || s.Tokens[c].Relation.Base() == "cop" {
			return true
		}
	}
	return false
}

// willBe reports whether the verb has an auxiliary of the future.
func willBe(s *nlp.Sentence, at int) bool {
	for _, c := range s.Children(at) {
		if s.Tokens[c].Relation.Base() != "aux" {
			continue
		}
		switch s.Tokens[c].Lemma {
		case "will", "shall", "'ll", "’ll", "wo", "may", "might", "could", "can", "should", "must":
			return !perfect(s, at)
		}
	}
	t := s.Tokens[at]
	return t.Lemma == "go" && t.XPOS == "VBG" || forward[t.Lemma] && t.XPOS != "VB"
}

// perfect reports whether "have" follows a modal: "could have met on Friday".
func perfect(s *nlp.Sentence, at int) bool {
	for _, c := range s.Children(at) {
		if s.Tokens[c].Lemma == "have" && s.Tokens[c].Relation.Base() == "aux" && s.Tokens[c].XPOS == "VB" {
			return true
		}
	}
	return false
}

// forward are verbs and adjectives whose complement lies in the future.
var forward = map[string]bool{
	"plan": true, "expect": true, "schedule": true, "intend": true, "hope": true, "aim": true, "vow": true,
	"promise": true, "prepare": true, "propose": true, "slate": true, "due": true, "ready": true,
}
