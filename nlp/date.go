package nlp

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date of which the day, or the month and the day, may be
// unknown (zero). The zero Date is wholly unknown.
type Date struct {
	Year, Month, Day int
}

// ParseDate reads an ISO 8601 date cut to what is known: "2024", "2024-01",
// "2024-01-03". A time of day behind it is ignored.
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		part := s
		if len(part) > len(layout) && layout == "2006-01-02" {
			part = part[:len(layout)]
		}
		if t, err := time.Parse(layout, part); err == nil {
			d := Date{Year: t.Year()}
			if len(layout) >= 7 {
				d.Month = int(t.Month())
			}
			if len(layout) == 10 {
				d.Day = t.Day()
			}
			return d, nil
		}
	}
	return Date{}, fmt.Errorf("date %q is not of the form 2024-01-03, 2024-01 or 2024", s)
}

// DateOf returns the date of t.
func DateOf(t time.Time) Date { return Date{t.Year(), int(t.Month()), t.Day()} }

// IsZero reports whether nothing is known of the date.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns the date in ISO 8601, cut to what is known.
func (d Date) String() string {
	if d.Year == 0 {
		return ""
	}
	if d.Year < 0 || d.Year > 9999 {
		s := strconv.Itoa(d.Year)
		if d.Month > 0 {
			s += fmt.Sprintf("-%02d", d.Month)
		}
		if d.Month > 0 && d.Day > 0 {
			s += fmt.Sprintf("-%02d", d.Day)
		}
		return s
	}
	// By hand, because an export writes several dates for every claim.
	b := [10]byte{0: byte('0' + d.Year/1000), 1: byte('0' + d.Year/100%10), 2: byte('0' + d.Year/10%10), 3: byte('0' + d.Year%10), 4: '-', 7: '-'}
	if d.Month == 0 {
		return string(b[:4])
	}
	b[5], b[6] = byte('0'+d.Month/10), byte('0'+d.Month%10)
	if d.Day == 0 {
		return string(b[:7])
	}
	b[8], b[9] = byte('0'+d.Day/10), byte('0'+d.Day%10)
	return string(b[:])
}

// Time returns midnight UTC of the date, with what is unknown taken as the
// first month and day.
func (d Date) Time() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Compatible reports whether d and e may be the same date: neither says
// anything that the other contradicts.
func (d Date) Compatible(e Date) bool {
	a, b := d.String(), e.String()
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// MarshalText writes the date as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Date.MarshalText] writes.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(b))
	if err == nil {
		*d = parsed
	}
	return err
}

// Interval is a stretch of time; a point in time has equal ends.
type Interval struct {
	Start Date `json:"start"`
	End   Date `json:"end"`
}

// On returns the interval that is one date.
func On(d Date) Interval { return Interval{d, d} }

// IsZero reports whether nothing is known of the interval.
func (i Interval) IsZero() bool { return i.Start.IsZero() && i.End.IsZero() }

// Text writes the interval for readers: one date where it begins and ends with
// the same, "A to B", "until B"; empty when nothing is known.
func (i Interval) Text() string {
	start, end := i.Start.String(), i.End.String()
	switch {
	case start == end || end == "":
		return start
	case start == "":
		return "until " + end
	}
	return start + " to " + end
}
