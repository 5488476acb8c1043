package loaders

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// pdfParagraphs joins lines to paragraphs.
type pdfParagraphs struct {
	out      composer
	bodySize float64
	words    map[string]bool // of the document, lower case
	leading  float64         // usual distance of lines on the page
	longest  int             // characters of its longest line

	titled  bool            // a title is found, or the text has begun without
	text    strings.Builder // of the open paragraph
	first   pdfLine
	last    pdfLine
	waiting []string // running lines to be written behind the open paragraph
}

func (p *pdfParagraphs) add(line pdfLine) {
	if p.text.Len() > 0 && p.goesOn(line) {
		p.join(line.text)
	} else {
		p.flush()
		p.text.WriteString(line.text)
		p.first = line
	}
	p.last = line
}

// goesOn reports whether a line belongs to the open paragraph.
func (p *pdfParagraphs) goesOn(line pdfLine) bool {
	last := p.last
	first, _ := utf8.DecodeRuneInString(line.text)
	if math.Abs(line.fontSize-last.fontSize) > 0.1*last.fontSize || line.bold != last.bold && (p.first.bold == last.bold) && !unicode.IsLower(first) {
		return false
	}
	down := last.y - line.y
	if down <= 0 || down > max(lineFactor*p.leading, lineFactor*line.fontSize) {
		// The next column or page, or a gap: only a sentence that is not
		// finished goes on there.
		return unicode.IsLower(first) && !endsSentence(last.text) && (down <= 0 || down > 4*line.fontSize)
	}
	short := utf8.RuneCountInString(last.text)*4 < p.longest*3
	switch {
	case listItem.MatchString(line.text):
		return false
	case endsSentence(last.text) && (short || line.x > last.x+indent*line.fontSize):
		return false
	case short && !unicode.IsLower(first) && line.fontSize <= 1.1*p.bodySize:
		return false // bylines, dates, lines of a list
	}
	return true
}

// Endings that hyphenation divides off and that are no words.
var dividedEnding = regexp.MustCompile(`^(?:[a-z]{0,4}(?:tions?|sions?|ments?|ness|ings?|ities|ity|ance|ence|ances|ences|ated|ates|ating|ized|ised|izing|ising|ably|ibly|ously|ically|istic|ological)|ed|er|ers|ly|al|ally|ive|ous|able|ible|ture|tures|tive|tives|tional|cial|tial)$`)

// join adds a line. The hyphen at the end of the line before is dropped only
// where the word without it is known from elsewhere in the document or ends
// in what is no word of its own.
func (p *pdfParagraphs) join(line string) {
	text := p.text.String()
	if stem, ok := strings.CutSuffix(text, "\u00AD"); ok {
		p.set(stem + line)
		return
	}
	stem, hyphen := strings.CutSuffix(text, "-")
	if !hyphen {
		stem, hyphen = strings.CutSuffix(text, "‐")
	}
	before, _ := utf8.DecodeLastRuneInString(stem)
	after, _ := utf8.DecodeRuneInString(line)
	switch {
	case !hyphen || !unicode.IsLetter(before):
		p.text.WriteByte(' ')
	case !unicode.IsLower(after): // "Anglo-" "American"
	default:
		left, right := stem[strings.LastIndexByte(stem, ' ')+1:], line
		if i := strings.IndexFunc(right, notLetter); i >= 0 {
			right = right[:i]
		}
		left = strings.ToLower(strings.TrimLeftFunc(left, notLetter))
		if !p.words[left+"-"+right] && (p.words[left+right] || dividedEnding.MatchString(right)) {
			p.set(stem + line)
			return
		}
	}
	p.text.WriteString(line)
}

func (p *pdfParagraphs) set(s string) {
	p.text.Reset()
	p.text.WriteString(s)
}

// flush ends the open paragraph, and writes the running lines behind it.
func (p *pdfParagraphs) flush() {
	text := p.text.String()
	if text == "" {
		return
	}
	large := p.first.fontSize >= 1.15*p.bodySize
	heading := large || p.first.bold && headingLike(text)
	var kind PartKind
	switch {
	case large && !p.titled && wordCount(text) <= maxTitleWords:
		kind = Title
	case heading && wordCount(text) <= maxHeadingWords:
		kind = Heading
	case listItem.MatchString(text):
		kind = ListItem
	}
	p.titled = p.titled || kind == Title || kind == "" && prose(text)
	p.out.add(text, kind)
	p.text.Reset()
	p.writeWaiting()
}

func (p *pdfParagraphs) writeWaiting() {
	for _, line := range p.waiting {
		p.out.add(line, Other)
	}
	p.waiting = nil
}
