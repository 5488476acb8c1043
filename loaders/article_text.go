package loaders

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitBlocks divides plain text into blocks: runs of lines between empty
// lines, and within a run each line, unless its lines were broken to a width.
func splitBlocks(text string) []block {
	var out []block
	var run []block
	flush := func() {
		out = append(out, joinWrapped(text, run)...)
		run = run[:0]
	}
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		line := strings.TrimSpace(text[start:end])
		if line == "" {
			flush()
		} else {
			from := start + strings.Index(text[start:end], line)
			run = append(run, block{start: from, end: from + len(line)})
		}
		start = end + 1
	}
	flush()
	return out
}

// Lines broken to a width are at most maxWrapWidth long, and enough of the
// breaks fall inside a sentence.
const maxWrapWidth = 110

// joinWrapped puts lines that were broken to a width back into paragraphs. A
// line much shorter than the longest ends its paragraph.
func joinWrapped(text string, lines []block) []block {
	longest, inside := 0, 0
	for i, l := range lines {
		longest = max(longest, l.end-l.start)
		if first, _ := utf8.DecodeRuneInString(text[l.start:]); i > 0 && unicode.IsLower(first) {
			inside++
		}
	}
	if longest > maxWrapWidth || longest < 30 || inside*3 < len(lines)-1 || inside == 0 {
		return append([]block(nil), lines...)
	}
	var out []block
	for i, l := range lines {
		full := i > 0 && (lines[i-1].end-lines[i-1].start)*10 >= longest*7
		if full && !listItem.MatchString(text[l.start:l.end]) {
			out[len(out)-1].end = l.end
			continue
		}
		out = append(out, l)
	}
	return out
}

var listItem = regexp.MustCompile(`^(?:[-*•·▪◦‣–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S`)

// wordCount counts the words of s.
func wordCount(s string) int { return len(strings.Fields(s)) }

// prose reports whether s reads as sentences rather than as a heading or label.
func prose(s string) bool {
	n := wordCount(s)
	return n >= 6 && endsSentence(s) || n >= 40
}

var footnote = regexp.MustCompile(`(?:\s*\[[\^\d\w]{1,4}\])+\s*$`)

// endsSentence reports whether s ends with a full stop or its like, quotation
// marks and brackets aside.
func endsSentence(s string) bool {
	s = footnote.ReplaceAllString(s, "")
	s = strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Pf, unicode.Pe, unicode.Pi) || r == '"' || r == '\''
	})
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?:;…。！？", r) && s != ""
}

// titleCase reports whether nearly all longer words of s begin with a capital.
func titleCase(s string) bool {
	long, capital := 0, 0
	for _, w := range strings.Fields(s) {
		w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capital++
		}
	}
	return long > 0 && capital*10 >= long*9
}

// sameWords reports whether a and b have the same letters and digits.
func sameWords(a, b string) bool { return a != "" && b != "" && lettersOf(a) == lettersOf(b) }

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func decodeAt(s string, i int) (rune, int) { return utf8.DecodeRuneInString(s[i:]) }

func isSpaceAt(s string, i int) bool {
	r, _ := decodeAt(s, i)
	return unicode.IsSpace(r)
}
