package export

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

var jsonPlain = plainBytes(`"\`, 0xE2)

// json writes a string as encoding/json does without HTML escapes, and with
// U+007F as itself: invalid UTF-8 becomes U+FFFD.
func (w *writer) json(s string) {
	if !utf8.ValidString(s) {
		s = validUTF8(s)
	}
	w.text(`"`)
	w.escaped(s, jsonPlain, escapeJSON)
	w.text(`"`)
}

// shortEscape returns the escape of a character that JSON and RDF write alike,
// or "".
func shortEscape(c byte) string {
	switch c {
	case '"':
		return `\"`
	case '\\':
		return `\\`
	case '\n':
		return `\n`
	case '\r':
		return `\r`
	case '\t':
		return `\t`
	}
	return ""
}

func escapeJSON(s string) (string, int) {
	if short := shortEscape(s[0]); short != "" {
		return short, 1
	}
	switch s[0] {
	case '\b':
		return `\b`, 1
	case '\f':
		return `\f`, 1
	}
	if s[0] < 0x20 {
		return fmt.Sprintf(`\u%04x`, s[0]), 1
	}
	if s[0] == 0x7F {
		return s[:1], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == 0x2028 || r == 0x2029 {
		return fmt.Sprintf(`\u%04x`, r), size
	}
	return s[:size], size
}

// validUTF8 puts U+FFFD in place of every byte that is no UTF-8.
func validUTF8(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}
