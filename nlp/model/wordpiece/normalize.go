package wordpiece

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// ascii maps the quotes, dashes and spaces that typography has several of.
var ascii = strings.NewReplacer(
	"‘", "'", "’", "'", "‚", "'", "‛", "'", "′", "'", "`", "'",
	"“", `"`, "”", `"`, "„", `"`, "‟", `"`, "«", `"`, "»", `"`,
	"\u2010", "-", "\u2011", "-", "\u2012", "-", "–", "-", "—", "-", "\u2015", "-", "\u2212", "-",
	"…", "...", "\u00a0", " ",
)

// simpleWord reports whether the word has ASCII letters and digits only, and
// whether none of them is a capital: most words are, and need no normalising.
func simpleWord(word string) (simple, lower bool) {
	lower = true
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case 'A' <= c && c <= 'Z':
			lower = false
		default:
			return false, false
		}
	}
	return word != "", lower
}

func appendLower(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// eachPart calls f with the parts of the normalised word: runs of letters and
// digits, and single punctuation marks and ideographs. f must not keep part.
func eachPart(word string, f func(part string)) {
	word = norm.NFD.String(strings.ToLower(ascii.Replace(strings.ToValidUTF8(word, "\ufffd"))))
	var run []byte
	flush := func() {
		if len(run) > 0 {
			f(string(run))
			run = run[:0]
		}
	}
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '\t', r == '\n', r == '\r', unicode.Is(unicode.Zs, r):
			flush()
		case r == utf8.RuneError, !assigned(r):
		case isPunctuation(r), isIdeograph(r):
			flush()
			f(string(r))
		default:
			run = utf8.AppendRune(run, r)
		}
	}
	flush()
}

// assigned reports whether r is a character with a glyph or a space: none of
// control, format, surrogate, private use and unassigned.
func assigned(r rune) bool {
	if r < 0x80 {
		return r >= 0x20 && r != 0x7f
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z)
}

// isPunctuation counts every ASCII mark as punctuation, as BERT does, though
// Unicode calls some of them symbols.
func isPunctuation(r rune) bool {
	switch {
	case '!' <= r && r <= '/', ':' <= r && r <= '@', '[' <= r && r <= '`', '{' <= r && r <= '~':
		return true
	}
	return r >= 0x80 && unicode.Is(unicode.P, r)
}

func isIdeograph(r rune) bool {
	switch {
	case r < 0x3400:
		return false
	case r <= 0x4DBF, 0x4E00 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF,
		0x20000 <= r && r <= 0x2CEAF, 0x2F800 <= r && r <= 0x2FA1F:
		return true
	}
	return false
}
