package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A script makes a lemma of a form. As text:
//
//	l         the lower-cased form
//	=         the form as it is
//	T         first code point upper case, the rest lower case
//	Kn+s      the lower-cased form without its last n code points, then s
//	Cn+s      the form as it is without its last n code points, then s
//	W:lemma   the lemma itself, whatever the form
//
// A script that would cut more than the form has gives the lower-cased form.
type script struct {
	kind byte
	cut  int
	text string // suffix or lemma
}

func parseScript(s string) (script, error) {
	bad := fmt.Errorf("%w: lemma script %q", ErrFile, s)
	switch {
	case s == "l", s == "=", s == "T":
		return script{kind: s[0]}, nil
	case strings.HasPrefix(s, "W:") && len(s) > 2:
		return script{kind: 'W', text: s[2:]}, nil
	case s != "" && (s[0] == 'K' || s[0] == 'C'):
		cut, suffix, ok := strings.Cut(s[1:], "+")
		n, err := strconv.Atoi(cut)
		if !ok || err != nil || n < 0 {
			return script{}, bad
		}
		return script{s[0], n, suffix}, nil
	}
	return script{}, bad
}

func (s script) apply(form string) string {
	switch s.kind {
	case '=':
		return form
	case 'T':
		r, n := utf8.DecodeRuneInString(form)
		if n == 0 || r == utf8.RuneError {
			return strings.ToLower(form)
		}
		return string(unicode.ToUpper(r)) + strings.ToLower(form[n:])
	case 'W':
		return s.text
	case 'K':
		low := strings.ToLower(form)
		if base, ok := cutRunes(low, s.cut); ok {
			return join(base, s.text)
		}
		return low
	case 'C':
		if base, ok := cutRunes(form, s.cut); ok {
			return join(base, s.text)
		}
	}
	return strings.ToLower(form)
}

func join(base, suffix string) string {
	if suffix == "" {
		return base
	}
	return base + suffix
}

// cutRunes returns s without its last n code points, if it has as many.
func cutRunes(s string, n int) (string, bool) {
	for ; n > 0; n-- {
		if s == "" {
			return "", false
		}
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s, true
}
