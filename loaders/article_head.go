package loaders

import (
	"regexp"
	"strings"
	"unicode"
)

// readHead names the blocks before the first paragraph of the body: the
// headline, lines under it, and what stands above it.
func (a *article) readHead() {
	if a.first < 0 {
		return
	}
	title := a.findTitle()
	for i := 0; i < a.first; i++ {
		if !a.open(i) || i == title {
			continue
		}
		b, s := &a.blocks[i], a.str(i)
		switch {
		case b.hint == ListItem:
			b.kind = ListItem
		case i > 0 && a.blocks[i-1].kind == Byline && roleWords.MatchString(s) && wordCount(s) <= 8:
			b.kind = Byline
		case sameWords(s, a.doc.Title):
			b.kind = Other
		case i < title || wordCount(s) <= 2:
			b.kind = Other
			if a.personLine(i) {
				b.kind = Byline
				setIfEmpty(&a.doc.Author, s)
			}
		case b.hint == Caption:
			b.kind = Caption
		default:
			b.kind = Heading
		}
	}
	for i := a.first; i <= a.last && i < a.first+3; i++ {
		if a.open(i) {
			a.dateline(i)
		}
	}
}

// findTitle returns the block that is the headline, or -1, and divides off
// what is not part of it.
func (a *article) findTitle() int {
	best := -1
	for i := 0; i < a.first; i++ {
		s := a.str(i)
		if !a.open(i) || a.blocks[i].hint == ListItem || a.blocks[i].hint == Caption {
			continue
		}
		switch {
		case a.blocks[i].hint == Title, sameWords(s, a.doc.Title):
			a.setTitle(i)
			return i
		case wordCount(s) > maxTitleWords:
		case best < 0, wordCount(a.str(best)) <= 3 && wordCount(s) >= 5 && a.adjacent(best, i):
			best = i
		}
	}
	if best >= 0 {
		a.setTitle(best)
	}
	return best
}

// adjacent reports whether only furniture lies between blocks i and j.
func (a *article) adjacent(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if a.open(k) {
			return false
		}
	}
	return true
}

var (
	titleTag    = regexp.MustCompile(`^(?:[\[【(][^\]】)]{1,40}[\]】)]\s*|(?i:breaking(?: news)?|exclusive|watch|video|photos|opinion|analysis|live(?: updates)?|update(?: \d+)?|explainer|editorial|in pictures|just in|developing|urgent)(?:\s*[:|]\s+|\s+[–—-]\s+))`)
	titleSuffix = regexp.MustCompile(`\s+[|–—•]\s+([^|–—•]{2,40})$|\s+-\s+([^-]{2,40})$`)
)

// setTitle makes block i the headline. A tag before it ("[Analysis] …") and
// the site's name behind it ("… | Daily News") are parts of their own.
func (a *article) setTitle(i int) {
	b := &a.blocks[i]
	start, end := b.start, b.end
	if tag := titleTag.FindString(a.text[start:end]); tag != "" && len(tag) < end-start {
		start += len(tag)
	}
	if m := titleSuffix.FindStringSubmatchIndex(a.text[start:end]); m != nil && wordCount(a.text[start:start+m[0]]) >= 4 {
		site := strings.TrimLeft(strings.TrimSpace(a.text[start+m[0]:end]), "|–—•- ")
		known := mediaWords.MatchString(site) || agencyName.MatchString(site)
		if sameWords(site, a.doc.Source) || wordCount(site) <= 5 && capitalised(site) && known {
			setIfEmpty(&a.doc.Source, site)
			end = start + m[0]
		}
	}
	b.pieces = []Part{{b.start, start, Other}, {start, end, Title}, {end, b.end, Source}}
	setIfEmpty(&a.doc.Title, oneLine(a.text[start:end]))
}

var (
	agencyBracket = `\((?:[\p{Lu}][\p{L}&./ -]{1,30})\)`
	placeDateline = regexp.MustCompile(`^(?:[\p{Lu}][\p{Lu}.'’-]+(?:[ /][\p{Lu}][\p{Lu}.'’-]*){0,3})(?:,\s+[\p{Lu}][\p{L}.]+(?:\s[\p{Lu}][\p{L}.]+){0,2})?(?:,?\s+(?:[\p{Lu}][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[\p{Lu}][a-z]{2,8})(?:,\s+\d{4})?)?\s*(?:` + agencyBracket + `)?\s*(?:[–—]|--?)\s+`)
	plainDateline = regexp.MustCompile(`^(?:[\p{Lu}][\p{L}.'’-]+(?:[ /][\p{Lu}][\p{L}.'’-]+){0,3}(?:,\s+[\p{Lu}][\p{L}.]+(?:\s[\p{Lu}][\p{L}.]+){0,2})?(?:,?\s+(?:[\p{Lu}][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[\p{Lu}][a-z]{2,8})(?:,\s+\d{4})?)?\s*)?` + agencyBracket + `\s*(?:[–—]|--?)\s+`)
	inBracket     = regexp.MustCompile(agencyBracket)
	// agencyDateline is one whose agency stands behind the date without a bracket: "ACCRA, July 9, GNA —".
	agencyDateline = regexp.MustCompile(`^[\p{Lu}][\p{L}.'’-]+(?:[ /-][\p{Lu}][\p{L}.'’-]*){0,3}(?:\s+\([\p{Lu}][\p{L}/. -]{0,20}\))?(?:,\s+[\p{Lu}][\p{L}.]+(?:\s[\p{Lu}][\p{L}.]+){0,2})?,\s+(?:[\p{Lu}][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[\p{Lu}][a-z]{2,8}\.?)(?:,?\s+\d{4})?[,/]?\s*[,/]?([\p{Lu}]{2,8}|Xinhua|Reuters|Bernama|Interfax)/?\s*(?:[–—]|--?)\s+`)
)

// dateline divides off what stands before the dash in "KABUL, Jan. 4 (AP) — …"
// and takes the agency from it.
func (a *article) dateline(i int) {
	b, s := &a.blocks[i], a.str(i)
	m := placeDateline.FindString(s)
	if m == "" {
		m = plainDateline.FindString(s)
	}
	if m == "" {
		if bare := agencyDateline.FindStringSubmatch(s); bare != nil {
			m = bare[0]
			setIfEmpty(&a.doc.Source, bare[1])
		}
	}
	if m == "" || len(m) >= len(s) || len(lettersOf(m)) < 3 && !strings.Contains(m, "(") {
		return
	}
	if agency := strings.Trim(inBracket.FindString(m), "()"); agency != "" {
		setIfEmpty(&a.doc.Source, agency)
	}
	if found := findDates(m); len(found) > 0 {
		a.doc.setDate(found[0].date, FromText)
	}
	kind := Body
	if b.hint != "" {
		kind = b.hint
	}
	b.pieces = []Part{{b.start, b.start + len(m), Byline}, {b.start + len(m), b.end, kind}}
}

// personLine reports whether block i is a person's name that occurs nowhere
// else, as the author's does.
func (a *article) personLine(i int) bool {
	s := strings.TrimLeft(a.str(i), "–—-~ ")
	if !personName(s) || wordCount(s) > 4 || mediaWords.MatchString(s) || roleWords.MatchString(s) {
		return false
	}
	return strings.Count(a.text, s) == 1 && strings.IndexFunc(s, unicode.IsLower) > 0
}
