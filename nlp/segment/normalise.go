package segment

import (
	"unicode"
	"unicode/utf8"
)

// Stand-ins for characters that the rules tell apart but that have no ASCII
// form of one character. They are control characters, which the rules never
// see otherwise because those count as white space.
const (
	emDash   = '\x01'
	enDash   = '\x02'
	ellipsis = '\x03'
	symbol   = '\x04' // any other punctuation mark or symbol
	pictures = '\x05' // emoji and the marks that join and colour them
)

// normalise returns one byte for each code point of s: white space becomes a
// space, quotation marks and dashes get their plain form, letters and digits
// outside ASCII become a letter or digit of the same case, other signs one of
// the stand-ins above.
func normalise(s string) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = append(out, normalRune(r))
	}
	return out
}

func normalRune(r rune) byte {
	if r < utf8.RuneSelf {
		if r <= ' ' || r == 0x7f {
			return ' '
		}
		return byte(r)
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', 'ʼ', '´', '`':
		return '\''
	case '“', '”', '„', '‟', '″', '«', '»':
		return '"'
	case '‐', '‑', '−':
		return '-'
	case '—', '―', '⸺':
		return emDash
	case '–':
		return enDash
	case '…':
		return ellipsis
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return ' ' // marks that nobody sees and that part words like white space
	case '\u00ad':
		return 'x' // a soft hyphen is part of its word
	case '\u200d', '\ufe0f', '\u20e3':
		return pictures
	case '£', '€', '¥', '¢', '₹', '₽', '₪', '₩', '₺':
		return '$'
	}
	return normalClass(r)
}

func normalClass(r rune) byte {
	switch {
	case unicode.IsSpace(r), unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control):
		return ' '
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsDigit(r):
		return '0'
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r), r == utf8.RuneError:
		return 'x'
	case r >= 0x1f000, r >= 0x2600 && r <= 0x27bf, r >= 0x2b00 && r <= 0x2bff:
		return pictures
	}
	return symbol
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool  { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isWord(c byte) bool   { return isLetter(c) || isDigit(c) || c == '_' }
