package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// labelled attributes a clause beside a colon, or of a headline with a dash, to
// whom the other side names: "Police: driver killed guard", "Driver killed
// guard: police", "Driver killed guard - police".
func (d *document) labelled(t *tree, h int, s *stance) {
	colon := t.label(h)
	if colon < 0 {
		return
	}
	first, end := 0, colon
	if h < colon {
		first, end = colon+1, len(t.s.Tokens)
	}
	if k := t.soleNoun(first, end); k >= 0 && d.source(t, k, t.form(colon) == ":") {
		s.attribute(d.speakerAt(t, k))
	}
}

// maxLabel is how many words name a source beside a colon.
const maxLabel = 6

// label returns the colon or dash that parts the clause of h from a name, or -1.
func (t *tree) label(h int) int {
	last := len(t.s.Tokens) - 1
	headline := !strings.Contains(".!?", t.form(last))
	for i := range t.s.Tokens {
		switch f := t.form(i); {
		case f == ":" && h > i && i <= maxLabel:
			return i
		case !headline || h > i || last-i > maxLabel:
		case f == ":", f == "-" && last-i <= 2, f == "–" && last-i <= 2:
			if i > 0 && t.tok(i-1).SpaceAfter || f == ":" {
				return i
			}
		}
	}
	return -1
}

// soleNoun returns the noun that heads the tokens from first to end, or -1 when
// they are not one phrase without a verb.
func (t *tree) soleNoun(first, end int) int {
	out := -1
	for i := first; i < end; i++ {
		if t.verbal(i) || t.is(i, "PUNCT") && t.form(i) != "," {
			return -1
		}
		if h := t.head(i); !t.is(i, "PUNCT") && (h < first || h >= end) {
			if out >= 0 || !t.nominal(i) || t.is(i, "NUM") {
				return -1
			}
			out = i
		}
	}
	return out
}

// source reports whether a token beside a colon or a dash is likely to speak: a
// person, a body, or what reports are called. A place says where something
// happens. A dash may also be a hyphen, so that a noun there must be one of
// those that speak for others.
func (d *document) source(t *tree, k int, colon bool) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return n.Type == nlp.Person || n.Type == nlp.Organization
		}
	}
	return speaking[t.lemma(k)] || colon && (t.report(k) || lexicon.Somebody(t.s, k))
}

var speaking = words(`police official minister ministry spokesman spokeswoman spokesperson witness lawyer prosecutor
	government report source medium study union`)
