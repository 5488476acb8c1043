package resolve

import (
	"time"

	"github.com/kgbuild/kgbuild/nlp"
)

// period is an interval as days since 1970, both ends included, for comparing
// times that are known to the day, the month or the year.
type period struct {
	from, to int
	known    bool
}

const day = 24 * time.Hour

func periodOf(i nlp.Interval) period {
	start, end := i.Start, i.End
	if start.IsZero() {
		start = end
	}
	if end.IsZero() {
		end = start
	}
	if start.IsZero() {
		return period{}
	}
	p := period{from: days(start.Time()), to: days(lastDay(end)), known: true}
	if p.to < p.from {
		p.to = days(lastDay(start))
	}
	return p
}

func days(t time.Time) int { return int(t.Unix() / int64(day/time.Second)) }

// lastDay returns the last day of a date that may be a month or a year.
func lastDay(d nlp.Date) time.Time {
	t := d.Time()
	switch {
	case d.Month == 0:
		return t.AddDate(1, 0, -1)
	case d.Day == 0:
		return t.AddDate(0, 1, -1)
	}
	return t
}

func (p period) length() int { return p.to - p.from + 1 }

// gap returns the days between two periods, 0 when they overlap.
func (p period) gap(q period) int {
	switch {
	case p.to < q.from:
		return q.from - p.to
	case q.to < p.from:
		return p.from - q.to
	}
	return 0
}

// year returns the year in which the period begins.
func (p period) year() int { return time.Unix(int64(p.from)*int64(day/time.Second), 0).UTC().Year() }

// Lengths up to which a period counts as a day, a few days, a month, a year.
const (
	dayLong   = 1
	monthLong = 31
	yearLong  = 366
)
