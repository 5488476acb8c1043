package loaders

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date in ISO 8601 cut to what is known: "2024-01-04",
// "2024-01", "2024", or "" when nothing is.
type Date string

// ParseDate checks that s is a [Date].
func ParseDate(s string) (Date, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return Date(s), nil
		}
	}
	return "", fmt.Errorf("date %q is not of the form 2024-01-03, 2024-01 or 2024", s)
}

// foundDate is a date expression in a text, in bytes.
type foundDate struct {
	start, end int
	date       Date
}

const (
	weekdayPattern = `(?:(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`
	monthPattern   = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	dayPattern     = `(\d{1,2})(?:st|nd|rd|th|\.)?`
	yearPattern    = `((?:1[5-9]|20|21)\d\d)`
)

// The forms of dates in newspapers, with the groups weekday, then the fields
// named by the letters of order.
var dateForms = []struct {
	order string // of y, m, d; n is a month or day in numbers
	form  *regexp.Regexp
}{
	{"mdy", regexp.MustCompile(`(?i)\b` + weekdayPattern + monthPattern + `\s+` + dayPattern + `,?\s+` + yearPattern + `\b`)},
	{"dmy", regexp.MustCompile(`(?i)\b` + weekdayPattern + `(?:the\s+)?` + dayPattern + `(?:\s+of)?[\s-]+` + monthPattern + `,?[\s-]+` + yearPattern + `\b`)},
	{"ymd", regexp.MustCompile(`(?i)\b` + weekdayPattern + yearPattern + `[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T)`)},
	{"nny", regexp.MustCompile(`(?i)\b` + weekdayPattern + `(\d{1,2})[-/.](\d{1,2})[-/.]` + yearPattern + `\b`)},
	{"my", regexp.MustCompile(`(?i)\b()` + monthPattern + `,?\s+` + yearPattern + `\b`)},
}

// findDates returns the dates that s states with their year, from left to
// right. A date in numbers whose day and month cannot be told apart, even by
// its weekday, is cut to its year.
func findDates(s string) []foundDate {
	var out []foundDate
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	for _, f := range dateForms {
		for _, m := range f.form.FindAllStringSubmatchIndex(s, -1) {
			if date := readDate(s, f.order, m); date != "" && !overlaps(out, m[0], m[1]) {
				out = append(out, foundDate{m[0], m[1], date})
			}
		}
	}
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].start < out[j-1].start; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
	return out
}

func overlaps(found []foundDate, start, end int) bool {
	for _, f := range found {
		if start < f.end && f.start < end {
			return true
		}
	}
	return false
}

func readDate(s, order string, m []int) Date {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	weekday := weekdayOf(group(1))
	var year, month, day int
	var numbers []int
	for i, field := range order {
		text := group(i + 2)
		n, _ := strconv.Atoi(text)
		switch field {
		case 'y':
			year = n
		case 'd':
			day = n
		case 'm':
			if month = n; n == 0 {
				month = monthOf(text)
			}
		case 'n':
			numbers = append(numbers, n)
		}
	}
	if numbers != nil {
		return numericDate(year, numbers[0], numbers[1], weekday)
	}
	if strings.ContainsRune(order, 'd') {
		return fullDate(year, month, day)
	}
	if month == 0 {
		return ""
	}
	return Date(fmt.Sprintf("%04d-%02d", year, month))
}

// numericDate reads a date in numbers whose first two fields are a day and a
// month in an order that differs between countries.
func numericDate(year, a, b, weekday int) Date {
	dayFirst, monthFirst := fullDate(year, b, a), fullDate(year, a, b)
	switch {
	case dayFirst == monthFirst || monthFirst == "":
		return dayFirst
	case dayFirst == "":
		return monthFirst
	}
	fits := func(d Date) bool {
		t, err := time.Parse("2006-01-02", string(d))
		return err == nil && int(t.Weekday()) == weekday
	}
	switch {
	case weekday >= 0 && fits(dayFirst) && !fits(monthFirst):
		return dayFirst
	case weekday >= 0 && fits(monthFirst) && !fits(dayFirst):
		return monthFirst
	}
	return Date(fmt.Sprintf("%04d", year))
}

// fullDate returns the date, or "" when the calendar has no such day.
func fullDate(year, month, day int) Date {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return ""
	}
	return Date(t.Format("2006-01-02"))
}

const monthNames = "janfebmaraprmayjunjulaugsepoctnovdec"

func monthOf(name string) int {
	if len(name) < 3 {
		return 0
	}
	if i := strings.Index(monthNames, strings.ToLower(name[:3])); i >= 0 && i%3 == 0 {
		return i/3 + 1
	}
	return 0
}

// weekdayOf returns 0 for Sunday to 6 for Saturday, and -1 for no weekday.
func weekdayOf(name string) int {
	if len(name) < 3 {
		return -1
	}
	i := strings.Index("sunmontuewedthufrisat", strings.ToLower(name[:3]))
	if i < 0 {
		return -1
	}
	return i / 3
}

// metadataDate reads the date of a metadata field: any form found in texts,
// and ISO 8601 with or without separators, cut or followed by a time.
func metadataDate(s string) Date {
	s = strings.TrimSpace(s)
	if d, err := ParseDate(s); err == nil {
		return d
	}
	if found := findDates(s); len(found) > 0 {
		return found[0].date
	}
	if len(s) == 8 || len(s) > 8 && s[8] == 'T' {
		if t, err := time.Parse("20060102", s[:8]); err == nil {
			return Date(t.Format("2006-01-02"))
		}
	}
	return ""
}

// unixDate returns the date of a Unix time in seconds or milliseconds, in UTC.
func unixDate(n float64) Date {
	if n > 1e11 {
		n /= 1000
	}
	t := time.Unix(int64(n), 0).UTC()
	if t.Year() < 1970 || t.Year() > 2199 {
		return ""
	}
	return Date(t.Format("2006-01-02"))
}
