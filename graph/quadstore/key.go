package quadstore

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form under which a name is looked up: names with the same
// key are the same to whoever asks. Case, a leading "the", a trailing
// possessive, full stops ("U.S."), the kind of quotation mark and hyphen, and
// the amount of white space do not count; nor do the angle brackets of an id
// that is written as a node. Key of a key is that key.
func Key(name string) string {
	s := norm.NFKC.String(name)
	s = strings.Map(func(r rune) rune {
		switch r {
		case '.':
			return -1
		case '’', '‘', '`', '´', 'ʼ':
			return '\''
		case '‐', '‑', '‒', '–', '—', '−':
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
	for {
		before := s
		s = strings.Join(strings.Fields(s), " ")
		s = trim(s)
		if s == before {
			return norm.NFKC.String(s)
		}
	}
}

// trim takes off, once each, what does not count at the ends of a name, as
// long as something is left.
func trim(s string) string {
	for _, cut := range []func(string) string{
		func(s string) string {
			if strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">") {
				return s[1 : len(s)-1]
			}
			return s
		},
		func(s string) string { return strings.TrimPrefix(s, "the ") },
		func(s string) string { return strings.TrimSuffix(s, "'s") },
		func(s string) string {
			if strings.HasSuffix(s, "s'") {
				return s[:len(s)-1]
			}
			return s
		},
	} {
		if t := strings.TrimSpace(cut(s)); t != "" {
			s = t
		}
	}
	return s
}
