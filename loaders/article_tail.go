package loaders

import (
	"regexp"
	"strings"
)

var commentsStart = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`leave a (?:reply|comment)(?: to .*)?(?:\s*cancel reply)?`, `(?:post|add|write|submit) (?:a|your) comment`, `join the (?:conversation|discussion)`, `(?:\d+ )?(?:readers?['’]?s? )?comments?(?: \(\d+\)|: ?\d*| section)?`,
	`\d+ (?:comments?|replies|responses|thoughts?)(?: (?:on|to) .{1,200})?(?:\s*[/|»].*)?`, `(?:view|show|hide|see|read)(?: all)? (?:\d+ )?comments?(?: \(\d+\))?`, `comments are closed.*`, `what do you think\?.*`, `discussion(?: \(\d+\))?`, `(?:your )?reactions?(?: \(\d+\))?`,
}, "|") + `)\W*$`)

// readComments marks readers' comments. They run from their heading, anywhere
// after the body has begun, to the end; a counter above the body is a link.
func (a *article) readComments() {
	start := -1
	for i := range a.blocks {
		s := a.str(i)
		if !commentsStart.MatchString(oneLine(s)) || dateLine(s) {
			continue
		}
		if a.first < 0 || i < a.first {
			a.set(i, Other)
			continue
		}
		start = i
		break
	}
	for i := start; start >= 0 && i < len(a.blocks); i++ {
		if a.blocks[i].kind != Other {
			a.set(i, Comment)
		}
	}
}

// set names a block whatever it was taken for.
func (a *article) set(i int, kind PartKind) {
	a.blocks[i].kind, a.blocks[i].pieces, a.blocks[i].label = kind, nil, false
}

var (
	prayerStart = regexp.MustCompile(`(?i)^(?:let us pray|pray (?:then|for|that|with)\b|(?:today['’]s )?prayer(?: points?| requests?)?\s*[:.]|dear (?:god|lord|jesus|heavenly|father)|(?:o,? |oh,? |our |heavenly |almighty |gracious |merciful |holy |father )*(?:lord|god|father|jesus)(?:,| we\b| our\b| in heaven| of (?:hosts|heaven|mercy)| almighty)|we (?:pray|beseech|thank (?:you|god|the lord)|ask (?:god|the lord|you,? lord))\b|may (?:the lord|god|allah|his|your|the nations|all (?:the )?nations|they all)\b|in (?:the name of (?:jesus|the (?:father|lord))|jesus['’]? name)|amen\b|blessed (?:are you|be)\b|hallowed be|hail mary|praise (?:be to|the lord|god|him)|give thanks to|lord have mercy)`)
	prayerInner = regexp.MustCompile(`\b(?:Lord (?:will|would|have|God|Jesus)|our Father|(?i:in your mercy)|(?i:your (?:kingdom|glory|throne|holy|name be|mercy|will be done))|praise (?:You|Him)|come to (?:You|Him)|(?i:we (?:earnestly )?(?:pray|ask you|beseech))|Holy Spirit|Amen)\b`)
	scripture   = regexp.MustCompile(`^\W*(?:[1-3] )?(?:\p{Lu}\p{L}+)(?: of \p{Lu}\p{L}+)? \d{1,3}:\d{1,3}(?:[-–,]\s?\d{1,3})*\W*$`)
)

func prayerLike(s string) bool {
	return prayerStart.MatchString(s) || prayerInner.MatchString(s) || scripture.MatchString(s)
}

// readAddition marks a prayer, sermon or devotion that somebody put under the
// article. It begins with a paragraph that addresses God, or the faithful, in
// its first words and not as a quotation, and at least half of what follows is
// of the kind.
func (a *article) readAddition() {
	if a.first < 0 {
		return
	}
	for i := a.first + 1; i < len(a.blocks); i++ {
		if !a.open(i) || !prayerStart.MatchString(a.str(i)) {
			continue
		}
		like, all := 0, 0
		for j := i; j < len(a.blocks); j++ {
			if !a.open(j) {
				continue
			}
			all++
			if prayerLike(a.str(j)) {
				like++
			}
		}
		if like*2 < all {
			continue
		}
		for j := i; j < len(a.blocks); j++ {
			if a.open(j) {
				a.set(j, Comment)
			}
		}
		return
	}
}

var (
	listOfSources = regexp.MustCompile(`(?i)^(?:sources?|references|notes|footnotes|bibliography|external links)\W*$`)
	aboutAuthor   = regexp.MustCompile(`(?i)^(?:about the (?:author|writer|reporter)s?|author bio)\b`)
)

// readTail names the blocks after the last paragraph of the body.
func (a *article) readTail() {
	if a.first < 0 {
		return
	}
	a.closingSections()
	related, sources := false, false
	for i := a.last + 1; i < len(a.blocks); i++ {
		b := &a.blocks[i]
		if !a.open(i) {
			related = related && b.kind == Related || b.label
			continue
		}
		s := a.str(i)
		switch {
		case sources:
			b.kind = Source
		case listOfSources.MatchString(s):
			b.kind, sources = Source, true
		case a.personLine(i):
			b.kind = Byline
			setIfEmpty(&a.doc.Author, strings.TrimLeft(s, "–—-~ "))
			related = false
		case related:
			b.kind = Related
		case b.hint == Caption || b.hint == ListItem || listItem.MatchString(s):
			b.kind = ListItem
			if b.hint == Caption {
				b.kind = Caption
			}
		case headingLike(s):
			b.kind = Other
		default:
			b.kind = Body
		}
	}
}

// closingSections takes sections that stand under articles, with their prose,
// out of the body: the author's biography.
func (a *article) closingSections() {
	for i := a.first + 1; i < len(a.blocks); i++ {
		if !a.open(i) || !aboutAuthor.MatchString(a.str(i)) || wordCount(a.str(i)) > 8 {
			continue
		}
		for j := i; j < len(a.blocks); j++ {
			if a.open(j) {
				a.blocks[j].kind = Other
			}
		}
		a.findBody()
		return
	}
}

// readDate takes the date of publication from the lines that state one: those
// above the body first, then those under it. A line that says "updated" comes
// after one that does not. Dates inside the body are not of publication.
func (a *article) readDate() {
	var published, changed Date
	see := func(i int) {
		k := a.blocks[i].kind
		if k != DateLine && k != Byline {
			return
		}
		s := strings.ReplaceAll(a.str(i), "\u00A0", " ")
		for _, f := range findDates(s) {
			if updated.MatchString(s[max(0, f.start-30):f.start]) {
				setIfEmpty((*string)(&changed), string(f.date))
			} else {
				setIfEmpty((*string)(&published), string(f.date))
			}
		}
	}
	if a.first < 0 {
		a.last = -1
	}
	for i := 0; i < a.first; i++ {
		see(i)
	}
	for i := a.last + 1; i < len(a.blocks) && a.blocks[i].kind != Comment && published == ""; i++ {
		see(i)
	}
	a.doc.setDate(published, FromText)
	a.doc.setDate(changed, FromText)
}
