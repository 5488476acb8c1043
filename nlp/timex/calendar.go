package timex

import (
	"time"

	"github.com/kgbuild/kgbuild/nlp"
)

// unit is a unit of the calendar.
type unit int

const (
	noUnit unit = iota
	hour        // anything shorter than a day
	day
	week
	weekend
	month
	quarter
	year
	decade
	century
)

// resolution says how much of a date a unit needs to be known to count in it.
func known(d nlp.Date, u unit) bool {
	switch u {
	case hour, day, week, weekend:
		return d.Day != 0
	case month, quarter:
		return d.Month != 0
	}
	return d.Year != 0
}

// shift returns the date n units after d, cut to the unit; the zero interval
// when d is not known well enough.
func shift(d nlp.Date, n int, u unit) nlp.Interval {
	if !known(d, u) {
		return nlp.Interval{}
	}
	t := d.Time()
	switch u {
	case hour:
		return nlp.On(d)
	case day:
		return nlp.On(nlp.DateOf(t.AddDate(0, 0, n)))
	case week:
		return weekOf(t.AddDate(0, 0, 7*n))
	case weekend:
		w := weekOf(t.AddDate(0, 0, 7*n))
		return nlp.Interval{Start: nlp.DateOf(w.End.Time().AddDate(0, 0, -1)), End: w.End}
	case month:
		return monthAt(d.Year, d.Month+n)
	case quarter:
		first := (d.Month-1)/3*3 + 1 + 3*n
		return nlp.Interval{Start: monthAt(d.Year, first).Start, End: monthAt(d.Year, first+2).End}
	case year:
		return yearAt(d.Year + n)
	case decade:
		first := d.Year/10*10 + 10*n
		return nlp.Interval{Start: yearAt(first).Start, End: yearAt(first + 9).End}
	case century:
		first := (d.Year-1)/100*100 + 1 + 100*n
		return nlp.Interval{Start: yearAt(first).Start, End: yearAt(first + 99).End}
	}
	return nlp.Interval{}
}

// weekOf returns the week of t from Monday to Sunday.
func weekOf(t time.Time) nlp.Interval {
	monday := t.AddDate(0, 0, -int((t.Weekday()+6)%7))
	return nlp.Interval{Start: nlp.DateOf(monday), End: nlp.DateOf(monday.AddDate(0, 0, 6))}
}

// monthAt returns a month, whose number may lie outside 1 to 12 and then
// belongs to another year.
func monthAt(y, m int) nlp.Interval {
	t := time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC)
	return yearMonth(t.Year(), int(t.Month()))
}

func yearMonth(y, m int) nlp.Interval {
	if y < minYear || y > maxYear {
		return nlp.Interval{}
	}
	return nlp.On(nlp.Date{Year: y, Month: m})
}

// minYear and maxYear bound what is written as a date.
const (
	minYear = 1
	maxYear = 9999
)

func yearAt(y int) nlp.Interval {
	if y < minYear || y > maxYear {
		return nlp.Interval{}
	}
	return nlp.On(nlp.Date{Year: y})
}

// valid reports whether the parts of d make a date of the calendar.
func valid(d nlp.Date) bool {
	if d.Year < minYear || d.Year > maxYear || d.Month < 0 || d.Month > 12 || d.Day < 0 {
		return false
	}
	return d.Day == 0 || d.Month > 0 && d.Day <= time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// season returns the three months of a season of the north that begins in the
// given year.
func season(y, first int) nlp.Interval {
	return nlp.Interval{Start: monthAt(y, first).Start, End: monthAt(y, first+2).End}
}
