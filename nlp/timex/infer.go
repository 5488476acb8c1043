package timex

import (
	"fmt"
	"time"

	"github.com/kgbuild/kgbuild/nlp"
)

// Inference is when a document that does not say so must have been written.
type Inference struct {
	// Published holds the day of publication: it begins with the latest day
	// that the document tells of and ends a week later.
	Published nlp.Interval
	Reasons   []string // the steps of the argument, in order
}

// weekAfter is how many days after the latest day it tells of a document is taken to
// have been written at the latest.
const weekAfter = 7

// farthest is how many years a document may lie after the latest year that it
// speaks of. A weekday falls on the same date again after five, six or eleven
// years, so that a longer way would prove nothing.
const farthest = 6

// InferDate works out when a document was written from its words; ok is false
// when they do not tell. The argument: a document is no older than the latest
// time at which something in it happened; a weekday with day and month allows
// few years; of those not too early the nearest is meant. Or its first
// sentences tell of a day in full, and of none later.
func InferDate(a *nlp.Analysis) (inferred Inference, ok bool) {
	var days []datedWeekday
	for i := range a.Sentences {
		days = append(days, weekdayDates(&a.Sentences[i])...)
	}
	latest, said, inLead := latestPast(a)
	if latest.IsZero() {
		return Inference{}, false
	}
	because := fmt.Sprintf("it tells of %s (%q)", latest, said)
	if len(days) == 0 {
		if latest.Day == 0 || !inLead {
			return Inference{}, false
		}
		return Inference{weekFrom(latest), []string{because + " at the beginning and of nothing later"}}, true
	}
	for y := latest.Year; y <= latest.Year+farthest && y < maxYear; y++ {
		last, fits := inYear(days, y)
		if fits && weekFrom(last).End.String() >= latest.String() {
			return Inference{weekFrom(last), []string{
				because,
				fmt.Sprintf("%q is a %s in %d, and in no year before since %d", days[0].text, days[0].weekday, y, latest.Year),
			}}, true
		}
	}
	return Inference{}, false
}

// datedWeekday is a weekday with a day and a month and no year.
type datedWeekday struct {
	weekday time.Weekday
	date    nlp.Date // without year
	text    string
}

// weekdayDates returns the weekdays with a date that a sentence tells of as
// past.
func weekdayDates(s *nlp.Sentence) []datedWeekday {
	m := &matcher{s}
	var out []datedWeekday
	for i := range s.Tokens {
		wd, ok := weekdays[m.word(i)]
		if !ok || m.form(i)[0] >= 'a' {
			continue
		}
		got, ok := m.weekday(i)
		if !ok || got.value != nil || got.date.Year != 0 || got.date.Month == 0 || got.date.Day == 0 || future(s, got.end-1) || future(s, i) {
			continue
		}
		words := m.form(i)
		for k := i + 1; k < got.end; k++ {
			if m.form(k) != "," {
				words += " "
			}
			words += m.form(k)
		}
		out = append(out, datedWeekday{wd, got.date, words})
	}
	return out
}

// inYear returns the last of the days in a year, and whether all of them fall
// on their weekdays in it.
func inYear(days []datedWeekday, y int) (last nlp.Date, fits bool) {
	for _, d := range days {
		date := nlp.Date{Year: y, Month: d.date.Month, Day: d.date.Day}
		if !valid(date) || date.Time().Weekday() != d.weekday {
			return nlp.Date{}, false
		}
		if date.String() > last.String() {
			last = date
		}
	}
	return last, true
}

// latestPast returns the latest time, told in full, at which something
// happened, its words, and whether it stands in the first two sentences.
func latestPast(a *nlp.Analysis) (latest nlp.Date, said string, lead bool) {
	number := 0
	for i := range a.Sentences {
		if !a.Article(i) {
			continue
		}
		s := &a.Sentences[i]
		if len(s.Tokens) > 6 {
			number++
		}
		f := finder{matcher: matcher{s}}
		for _, x := range f.find() {
			d := x.Value.End
			if x.Anchored || x.Value.Start != x.Value.End || d.Year < 1900 || !past(s, x.Tokens) {
				continue
			}
			if d.String() > latest.String() {
				latest, said, lead = d, a.Document.Text.Slice(s.SpanOf(x.Tokens)), number <= 2
			}
		}
	}
	return latest, said, lead
}

// past reports whether a time expression tells when a verb of the past
// happened, by itself or through a noun in the verb's circumstance ("killed in
// a 2020 strike").
func past(s *nlp.Sentence, r nlp.Range) bool {
	at := r.First
	for steps := 0; at >= 0 && steps < len(s.Tokens); steps++ {
		if h := s.Tokens[at].Head; !r.Contains(at) || h < 0 || !r.Contains(h) {
			break
		}
		at = s.Tokens[at].Head
	}
	if at < 0 || s.Tokens[at].Head < 0 {
		return false
	}
	up := s.Tokens[at].Head
	if u := s.Tokens[up].UPOS; u == "NOUN" && s.Tokens[up].Relation.Base() == "obl" && at < up {
		up = s.Tokens[up].Head
	}
	if up < 0 {
		return false
	}
	t := &s.Tokens[up]
	return (t.XPOS == "VBD" || t.XPOS == "VBN") && !future(s, at)
}

// weekFrom returns the week that begins with a day.
func weekFrom(d nlp.Date) nlp.Interval {
	return nlp.Interval{Start: d, End: nlp.DateOf(d.Time().AddDate(0, 0, weekAfter))}
}

// reference is what the expressions of a document are resolved against.
type reference struct {
	ref nlp.Date // the document's date, as far as it is known
	// told is, in a document of inferred date, the latest day that it tells of.
	told nlp.Date
}

// referenceOf returns the date of a document, or what can be inferred of it.
func referenceOf(a *nlp.Analysis) reference {
	if !a.Document.Date.IsZero() {
		return reference{ref: a.Document.Date}
	}
	inferred, ok := InferDate(a)
	if !ok {
		return reference{}
	}
	from, to := inferred.Published.Start, inferred.Published.End
	switch {
	case from.Year != to.Year:
		return reference{told: from}
	case from.Month != to.Month:
		return reference{ref: nlp.Date{Year: from.Year}, told: from}
	}
	return reference{ref: nlp.Date{Year: from.Year, Month: from.Month}, told: from}
}

// soon is how many days after the day told of last a weekday is taken to be the
// next of its name: on the fourth it may be the one before as well.
const soon = 3

// near resolves the name of a weekday near the day that a document of inferred
// date tells of.
func (c *scope) near(wd time.Weekday) nlp.Interval {
	from := c.toldOf.Time()
	if ahead := int(wd-from.Weekday()+7) % 7; ahead <= soon {
		return nlp.On(nlp.DateOf(from.AddDate(0, 0, ahead)))
	}
	return nlp.Interval{}
}
