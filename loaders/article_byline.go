package loaders

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	clockTime  = `\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\bnoon\b|\bmidnight\b|[+-]\d{2}:?\d{2}`
	dateFiller = regexp.MustCompile(`(?i)` + clockTime +
		`|\b(?:first |originally |last )?(?:published|posted|updated|modified|created|released|date[d]?|publication|edited|issued|filed|added|written|uploaded)(?: (?:date|time))?(?: (?:on|at))?\b|\b(?:on|at|in|local time|time)\b` +
		`|\b(?:gmt|utc|e[sd]?t|c[es]?t|cest|p[sd]?t|m[sd]t|bst|ist|jst|kst|msk|z)\b` +
		`|\b\d+ (?:comments?|repl(?:y|ies)|views?|shares?|likes?|minutes? (?:read|ago)|mins? (?:read|ago)|hours? ago|days? ago)\b|\bno comments\b|\bcomments? off\b|\bleave a comment\b|\b\d+[- ]min(?:ute)?s? read\b`)
	weekdayOnly = regexp.MustCompile(`(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b`)
	updated     = regexp.MustCompile(`(?i)\b(?:updated|modified|edited)\b`)
)

// maxDateLine is more bytes than any date line has.
const maxDateLine = 200

// placeOfLine is the place with which a date line may begin: "Lima, 12 February 2019".
var placeOfLine = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]+(?:[ /-]\p{Lu}[\p{L}.'’-]*){0,3}(?:,\s+\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})?,\s*\|`)

// dateLine recognises a line that holds a date and nothing but what belongs to
// one: a place before it, a time, "Published", counters of comments.
func dateLine(s string) bool {
	if len(s) > maxDateLine {
		return false
	}
	found := findDates(s)
	if len(found) == 0 {
		return false
	}
	rest := withoutDates(s, found)
	if !bylineStart.MatchString(s) {
		rest = placeOfLine.ReplaceAllString(rest, " ")
	}
	rest = dateFiller.ReplaceAllString(rest, " ")
	rest = weekdayOnly.ReplaceAllString(rest, " ")
	return strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// withoutDates replaces the dates in s by a separator.
func withoutDates(s string, found []foundDate) string {
	var b strings.Builder
	at := 0
	for _, f := range found {
		b.WriteString(s[at:f.start])
		b.WriteString(" | ")
		at = f.end
	}
	b.WriteString(s[at:])
	return b.String()
}

var (
	bylineStart = regexp.MustCompile(`^\(?(?:(?i:(?:written|reported|reporting|story|words|posted|published|compiled|authored|text|analysis|edited|translated)(?: and \w+)? by:?|(?:author|writer|reporter|correspondent)s?\s*:|from our correspondent)|By:?|BY:?|by)\s+(.+)$`)
	credits     = regexp.MustCompile(`(?i)^\(?(?:additional |with )?(?:reporting|writing|editing|compiled|contributions?|written|translation|graphics?)(?: and (?:writing|editing|reporting))? by\s.{3,200}$`)
	separators  = regexp.MustCompile(`\s*[|–—•·;/\n]\s*|\s+-\s+|\s{3,}|,\s+|\s+(?:and|&|with|for|in)\s+`)
	roleWords   = regexp.MustCompile(`(?i)\b(?:staff|writer|reporter|correspondent|editor|editorial|bureau|columnist|contributor|producer|desk|team|special to|chief|newsroom|agency|agencies)\b`)
	mediaWords  = regexp.MustCompile(`\b(?i:news(?:paper|wire|room)?|times|post|guardian|press|herald|tribune|daily|journal|gazette|magazine|review|today|observer|chronicle|telegraph|mirror|express|independent|broadcasting|radio|tv|television|media|wire|online|weekly|standard|courier|globe|network)\b|\.(?i:com|org|net|co|info|news|tv)\b`)
	agencyName  = regexp.MustCompile(`(?i)^(?:` + agencies + `)$`)
)

// maxBylineWords is more than any byline has.
const maxBylineWords = 30

// byline recognises who wrote the article, "By Ann Lee, Reuters – Thursday,
// January 4, 2024", and takes author and source from it.
func (a *article) byline(i int) bool {
	s := oneLine(strings.ReplaceAll(a.str(i), "\u00A0", "  "))
	raw := strings.ReplaceAll(a.str(i), "\u00A0", " ")
	if wordCount(s) > maxBylineWords {
		return false
	}
	m := bylineStart.FindStringSubmatch(raw)
	if m == nil {
		return credits.MatchString(s) && capitalAfterBy(s)
	}
	rest := withoutDates(m[1], findDates(m[1]))
	rest = dateFiller.ReplaceAllString(rest, " | ")
	rest = weekdayOnly.ReplaceAllString(rest, " ")
	var authors []string
	var source string
	parts := 0
	for _, part := range separators.Split(rest, -1) {
		part = strings.Trim(oneLine(part), " .,:;()|*")
		if part == "" {
			continue
		}
		parts++
		switch {
		case agencyName.MatchString(part) || mediaWords.MatchString(part) && capitalised(part) || parts > 1 && acronym(part):
			if source == "" {
				source = strings.TrimPrefix(strings.TrimPrefix(part, "The "), "the ")
			}
		case roleWords.MatchString(part):
		case personName(part) && wordCount(part) <= 5:
			authors = append(authors, part)
		case parts == 1 || !capitalised(part) || wordCount(part) > 6:
			return false
		}
	}
	if len(authors) == 0 && source == "" && !roleWords.MatchString(rest) {
		return false
	}
	setIfEmpty(&a.doc.Author, strings.Join(authors, ", "))
	setIfEmpty(&a.doc.Source, source)
	return true
}

func capitalAfterBy(s string) bool {
	_, after, ok := strings.Cut(strings.ToLower(s), " by ")
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[len(s)-len(after):])
	return unicode.IsUpper(r)
}

func acronym(s string) bool {
	return len(s) >= 2 && len(s) <= 6 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// Words in lower case that occur inside names, and words that begin no name.
var (
	particles = wordSet("de da do dos del della di du la le los van von der den ten ter af av zu bin ibn bint al el ul abu ben y e")
	notNames  = wordSet("the a an this that these those news world politics business sport sports opinion editorial analysis health science technology culture entertainment lifestyle travel video videos photos live breaking latest top home more middle east west north south united states national international regional local european asian african american global related tags share comments comment read watch image photo about contact advertisement monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december why how what who when where newsletter podcast subscribe")
)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

var prefixedName = regexp.MustCompile(`^(?:al-|el-|ad-|as-|at-|ar-|d['’]|l['’])\p{Lu}`)

// personName reports whether s has the form of a person's name: two to five
// capitalised words, with initials and particles.
func personName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	capitals := 0
	for _, w := range words {
		lower := strings.ToLower(strings.Trim(w, ".,"))
		if notNames[lower] {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(".'’-ʿʾ", r) {
				return false
			}
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’ʿ"))
		switch {
		case unicode.IsUpper(first) || !unicode.IsLower(first) && unicode.IsLetter(first):
			capitals++
		case prefixedName.MatchString(w):
			capitals++
		case particles[lower]:
		default:
			return false
		}
	}
	return capitals >= 2
}

// capitalised reports whether every longer word of s begins with a capital.
func capitalised(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"'‘"))
		if utf8.RuneCountInString(w) > 3 && unicode.IsLower(r) && !strings.Contains(w, ".") {
			return false
		}
	}
	return true
}
