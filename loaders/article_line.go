package loaders

import (
	"regexp"
	"strings"
)

// classifyLine finds out what block i says of itself.
func (a *article) classifyLine(i int) {
	b := &a.blocks[i]
	s := a.str(i)
	switch {
	case navigation(s):
		b.kind = Other
	case relatedLabel(s):
		b.kind = Related
		b.label = !relatedWithTitle(s)
	case b.hint == Title:
		// a headline is what markup says
	case a.sourceLine(s):
		b.kind = Source
	case dateLine(s):
		b.kind = DateLine
	case a.byline(i):
		b.kind = Byline
	case a.credit(i):
	}
}

// navigation recognises what a page adds around an article: menus, forms,
// buttons, notices, appeals.
func navigation(s string) bool {
	t := strings.ToLower(strings.Trim(oneLine(s), " .!:*|»«>→←▼▲↑↓-–—"))
	if t == "" {
		return true
	}
	return wordCount(t) <= 40 && (wholeNavigation.MatchString(t) || startOfNotice.MatchString(t)) || breadcrumb(s) || hashtags.MatchString(s)
}

var (
	// Lines that are one of these and nothing else.
	wholeNavigation = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`(?:top|bottom|end) of (?:the )?page`, `back to (?:the )?(?:top|home(?:page)?|news|main page)`, `(?:go to|return to) (?:top|home(?:page)?)`,
		`skip (?:to|navigation)(?: (?:main )?content| navigation| footer)?`, `(?:main )?(?:menu|navigation)`, `home(?:page)?`, `search`, `close`, `share`, `tweet`, `print`, `e-?mail`, `save`, `like`, `reply`, `follow`, `loading`, `play`, `next`, `previous`, `about(?: us)?`, `contact(?: us)?`,
		`share (?:this|on|via|with)\b.{0,60}`, `(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|messenger|copy link|x|\W)(?:\s+(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|youtube|email|print|copy link|x|\W))*`,
		`(?:- )?(?:advertise ?ment|sponsored content|ad|promoted)(?: -)?`, `(?:story|article) continues (?:below|after).{0,40}`, `log ?in|sign ?in|register|subscribe(?: now)?|sign up(?: now)?|join now|create (?:an )?account`,
		`listen(?: to this article| now)?`, `(?:listen|watch|read)?\s*\d+\s*-?min(?:ute)?s?(?: read| listen)?`, `\d+ (?:shares?|views?|likes?|reads?)`, `(?:all )?(?:tags|topics|categories|sections|archives?)`,
		`(?:privacy|cookie) (?:policy|settings|preferences)`, `terms (?:of (?:use|service)|and conditions)`, `all rights reserved`, `post comment`, `submit(?: comment)?`, `(?:name|email|website|comment)(?: \*)?`, `breaking(?: news)?`, `live(?: updates)?`, `exclusive`, `menu`, `no comments(?: yet)?`, `comments? (?:off|closed)`,
	}, "|") + `)$`)
	// Short paragraphs that begin so.
	startOfNotice = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`your email address will not be`, `required fields are marked`, `save my name,? email`, `this site uses`, `we use cookies`, `by (?:clicking|signing up|subscribing|continuing)\b`, `notify me of`,
		`(?:©|\(c\)|copyright)\s`, `all rights reserved`, `this (?:article|story|post|report|piece) (?:was|has been|is|first|originally)\s.{0,30}(?:published|appeared|updated|republished|corrected|produced|translated)`, `(?:editor|translator|publisher)['’]?s?['’]? note`, `correction:`, `disclaimer`, `the views expressed`,
		`(?:sign up|subscribe) (?:for|to)\s`, `(?:please )?(?:consider )?(?:support(?:ing)?|donat(?:e|ing)(?: to)?|help(?:ing)?) (?:our|independent|quality|us)\b`, `if you (?:like|liked|enjoy|enjoyed|appreciate|value)\b.{0,60}(?:support|subscribe|donat|share|sign up)`, `(?:become|join us as) a (?:member|patron|subscriber|supporter)`, `follow (?:us|@)`, `(?:like|find|join) us on`, `download (?:our|the) app`, `get (?:the latest|our)\b.{0,60}(?:newsletter|inbox|alerts|app)`, `have an opinion on this`, `click (?:here|on) `, `tap here`,
		`(?:tags|topics|categories|category|filed under|posted in|keywords|labels|in this (?:story|article)|share this (?:article|story|post))\s*[:|]`, `posted in\b`, `javascript (?:is|must)`, `please enable`, `your browser`, `enter your e-?mail`, `you must be logged in`, `(?:image|photo)s? gallery`, `swipe `, `url copied`, `report (?:a typo|an error|this)`,
	}, "|") + `)`)
	hashtags = regexp.MustCompile(`^(?:#[\p{L}\d_]+[\s,]*)+$`)
	crumb    = regexp.MustCompile(`\s(?:>|»|›|/|→)\s`)
)

// breadcrumb recognises a path of sections: "Home > World > Asia".
func breadcrumb(s string) bool {
	steps := crumb.Split(s, -1)
	if len(steps) < 3 || endsSentence(s) {
		return false
	}
	for _, step := range steps {
		if wordCount(step) > 4 {
			return false
		}
	}
	return true
}

var (
	relatedStart = regexp.MustCompile(`(?i)^\W{0,3}(?:` + strings.Join([]string{
		`more (?:from|on|in|about|news|stories|articles|coverage|headlines|top stories)\b`, `(?:also|further|must|recommended|suggested) (?:read|reading)\b`, `read (?:also|more|next|on|full|the (?:full|rest|original))\b`, `related(?: (?:articles?|stor(?:y|ies)|news|content|posts?|topics?|coverage|links?|reading|videos?))?(?:\W|$)`,
		`see (?:also|more)\b`, `learn more\b`, `you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)\b`, `don['’]t miss\b`, `most (?:read|popular|viewed|shared|recent)\b`, `recommended(?: (?:for you|stories|articles))?(?:\W|$)`, `trending(?: now)?\b`, `(?:top|latest|other|popular|recent|featured|similar) (?:news|stories|headlines|articles|posts)\b`,
		`(?:continue|keep) reading\b`, `up next\b`, `in case you missed\b`, `editors?['’]?s?['’]? picks?\b`, `what to read next\b`, `(?:view|show|load|see) (?:all|more)\b`, `(?:next|previous|older|newer) (?:post|article|story)\b`, `around the web\b`, `from (?:our partners|around the web)\b`, `explore more\b`, `(?:sister|external|related) links?\b`, `references$`, `watch(?: also| more| now| next)?:`,
	}, "|") + `)`)
	relatedColon = regexp.MustCompile(`^[^:|]{0,40}[:|]\s*\S`)
)

// relatedLabel recognises a label over or before links to other articles. A
// sentence that merely begins with such words is none.
func relatedLabel(s string) bool {
	if !relatedStart.MatchString(s) {
		return false
	}
	n := wordCount(s)
	return n <= 12 && !endsSentence(s) || n <= 30 && relatedWithTitle(s) || n <= 6 && strings.HasSuffix(s, ":")
}

// relatedWithTitle recognises "Read also: the other article".
func relatedWithTitle(s string) bool { return relatedColon.MatchString(s) }

var (
	sourceStart = regexp.MustCompile(`(?i)^\(?(?:sources?|with inputs? from|with agencies|via)\s*[:–—-]\s*(.+?)\)?$`)
	agencyOnly  = regexp.MustCompile(`(?i)^[-–—(\s]*(?:with )?(` + agencies + `|agencies)(?:[/,&\s]+(?:and )?(?:` + agencies + `|agencies))*[)\s.]*$`)
)

const agencies = `(?:the )?associated press|ap|reuters|afp|agence france-presse|upi|united press international|dpa|xinhua|tass|interfax|kyodo(?: news)?|yonhap|pti|press trust of india|ani|ians|ansa|efe|bloomberg|anadolu(?: agency)?|irna|isna|wafa|bbc(?: news)?|cnn|al jazeera|voa|voice of america|radio free europe|rfe/rl|wikinews|pa media|press association`

// sourceLine recognises "Source: …" and a line that is only an agency's name.
func (a *article) sourceLine(s string) bool {
	if wordCount(s) > 12 {
		return false
	}
	m := sourceStart.FindStringSubmatch(s)
	if m == nil {
		m = agencyOnly.FindStringSubmatch(s)
	}
	if m == nil {
		return false
	}
	setIfEmpty(&a.doc.Source, strings.Trim(m[1], " .,;)("))
	return true
}
