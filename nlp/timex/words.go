package timex

import (
	"strconv"
	"strings"
	"time"
)

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
	"nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sun": 0, "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
}

// seasons gives the first month of a season.
var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

var units = map[string]unit{
	"minute": hour, "minutes": hour, "hour": hour, "hours": hour, "moment": hour, "moments": hour,
	"day": day, "days": day, "week": week, "weeks": week, "weekend": weekend, "month": month, "months": month,
	"quarter": quarter, "year": year, "years": year, "decade": decade, "decades": decade,
	"century": century, "centuries": century,
}

// plural units without a number place nothing: "in past years".
var plural = map[string]bool{"days": true, "weeks": true, "months": true, "years": true, "decades": true, "centuries": true}

// dayParts are parts of a day that may stand behind a day.
var dayParts = map[string]bool{"morning": true, "afternoon": true, "evening": true, "night": true, "noon": true, "midnight": true}

var cardinals = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
	"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
	"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
	"fifty": 50, "sixty": 60, "hundred": 100,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100,
}

var decadeNames = map[string]int{
	"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
	"eighties": 1980, "nineties": 1990,
}

// ordinalValue reads "4th" and "fourth".
func ordinalValue(w string) (int, bool) {
	if n, ok := ordinals[w]; ok {
		return n, true
	}
	if len(w) < 3 {
		return 0, false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		n, err := strconv.Atoi(w[:len(w)-2])
		return n, err == nil && n > 0 && n < 1000
	}
	return 0, false
}

// digits reads a number of one to max digits.
func digits(w string, maxDigits int) (int, bool) {
	if w == "" || len(w) > maxDigits || strings.Trim(w, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

// yearValue reads a year that can be told from other numbers.
func yearValue(w string) (int, bool) {
	n, ok := digits(w, 4)
	return n, ok && n >= 1400 && n < 2100
}

// monthValue reads a month's name; names that are also words need a capital.
func monthValue(form string) (int, bool) {
	w := strings.ToLower(strings.TrimSuffix(form, "."))
	m, ok := months[w]
	if !ok || form[0] >= 'a' {
		return 0, false
	}
	return m, true
}

// ambiguousMonth reports whether the form is a month or a verb or name.
func ambiguousMonth(form string) bool {
	switch strings.ToLower(form) {
	case "may", "march", "april", "june", "august", "jan", "mar", "sep", "dec", "jun", "jul":
		return true
	}
	return false
}
