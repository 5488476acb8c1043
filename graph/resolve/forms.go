package resolve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes forms of a name comparable: no case, no marks, no article, no
// possessive, hyphens as spaces, no other punctuation. "The U.S.'s" is "us".
func fold(form string) string {
	form = trimForm(form)
	if ascii(form) {
		return foldASCII(form)
	}
	form = norm.NFKD.String(form)
	var b strings.Builder
	space := false
	for _, r := range form {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(unicode.ToLower(r))
		case r == '.' || r == '\'' || r == '’' || r == '‘' || r == '`' || r == 'ʻ' || r == 'ʼ':
			// inside a word: U.S., Shi'ite
		case r == '&':
			b.WriteString(" and ")
		default:
			space = true
		}
	}
	return squeeze(b.String())
}

// foldASCII is the same for a form in ASCII, as most are.
func foldASCII(form string) string {
	var room [64]byte
	b := room[:0]
	space, and := false, false
	for i := range len(form) {
		c := form[i]
		switch {
		case letterOrDigit(c):
			if space && len(b) > 0 {
				b = append(b, ' ')
			}
			space = false
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
		case c == '.' || c == '\'' || c == '`':
		case c == '&':
			b = append(b, " and "...)
			and = true
		default:
			space = true
		}
	}
	switch {
	case string(b) == form:
		return form
	case and:
		return squeeze(string(b))
	}
	return string(b)
}

// letterOrDigit reports whether a byte is an ASCII letter or digit.
func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// squeeze makes all white space between words one space, and none of what is
// around them. Most strings are so already, and are returned as they are.
func squeeze(s string) string {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && space {
			return strings.Join(strings.Fields(s), " ")
		}
		space = c == ' '
	}
	return strings.TrimSuffix(s, " ")
}

// trimForm removes a leading article, a trailing possessive and quotation
// marks.
func trimForm(form string) string {
	form = squeeze(form)
	if n := len(form); n == 0 || !letterOrDigit(form[0]) || !letterOrDigit(form[n-1]) {
		form = strings.Trim(form, `"“”‘’ ,;:`)
	}
	if form == "" {
		return form
	}
	switch form[0] {
	case 't', 'T', 'a', 'A':
		for _, article := range []string{"the ", "The ", "THE ", "a ", "A ", "an ", "An "} {
			if rest, ok := strings.CutPrefix(form, article); ok && rest != "" {
				form = rest
				break
			}
		}
	}
	if last := form[len(form)-1]; last != 's' && last != 'S' && last < utf8.RuneSelf {
		return form
	}
	for _, s := range []string{"'s", "’s", "‘s", "'S"} {
		if rest, ok := strings.CutSuffix(form, s); ok && rest != "" {
			return rest
		}
	}
	if rest, ok := strings.CutSuffix(form, "s’"); ok && rest != "" {
		return rest + "s"
	}
	return form
}

// singular cuts a plural s, so that "Guards" and "Guard" compare equal; it need
// not be right, only the same for both.
func singular(word string) string {
	n := len(word)
	switch {
	case n <= 3 || !strings.HasSuffix(word, "s"):
		return word
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "sis"):
		return word
	case strings.HasSuffix(word, "ies") && n > 4:
		return word[:n-3] + "y"
	case strings.HasSuffix(word, "shes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "sses"):
		return word[:n-2]
	}
	return word[:n-1]
}

func singulars(key string) string {
	tokens := strings.Fields(key)
	for i, t := range tokens {
		tokens[i] = singular(t)
	}
	return strings.Join(tokens, " ")
}

// coreKey is the folded name without words such as "group", and with plurals
// as singulars. It is the whole name when nothing else would remain.
func coreKey(key string) string {
	tokens := strings.Fields(key)
	n := len(tokens)
	for n > 1 && words("designator")[tokens[n-1]] {
		n--
	}
	if n == len(tokens) && n > 2 && words("weak designator")[tokens[n-1]] {
		n--
	}
	core := singulars(strings.Join(tokens[:n], " "))
	if common(core) {
		return singulars(key)
	}
	return core
}

// areaKey is the folded name of a place without words such as "strip".
func areaKey(key string) string {
	if i := strings.LastIndexByte(key, ' '); i > 0 && words("place designator")[key[i+1:]] {
		return key[:i]
	}
	return key
}

// common reports whether a folded name consists of words that many things of
// its kind share, so that it says little without a country.
func common(key string) bool {
	tokens := strings.Fields(key)
	for _, t := range tokens {
		if c := words("common"); !c[t] && !c[t+"s"] {
			return false
		}
	}
	return len(tokens) > 0
}

// acronym reports whether a form is written as one: two to six capitals, with
// or without dots and a digit.
func acronym(form string) bool {
	n := 0
	for _, r := range trimForm(form) {
		switch {
		case unicode.IsUpper(r):
			n++
		case r == '.' || unicode.IsDigit(r) || r == '-':
		case r == 's' && n > 1:
		default:
			return false
		}
	}
	return n >= 2 && n <= 6
}

// initialsOf reports whether the letters of the acronym are the initials of the
// long form, whose small words may be left out.
func initialsOf(short, long string) bool {
	letters := strings.ReplaceAll(fold(short), " ", "")
	tokens := strings.Fields(fold(long))
	if len(tokens) < 2 || len(letters) < 2 {
		return false
	}
	var all, content strings.Builder
	for _, t := range tokens {
		all.WriteByte(t[0])
		switch t {
		case "of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "al", "to":
		default:
			content.WriteByte(t[0])
		}
	}
	return letters == all.String() || letters == content.String()
}

// slug writes a name as it stands in an id: lower-case ASCII letters and digits
// with hyphens between words. A name in another script gives "".
func slug(name string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(fold(name), " ", "-") {
		switch {
		case r == '-', r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		default:
			if t, ok := latin[r]; ok {
				b.WriteString(t)
			}
		}
	}
	s := strings.Trim(b.String(), "-")
	if len(s) > maxSlug {
		s = s[:maxSlug]
		if i := strings.LastIndexByte(s, '-'); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// maxSlug keeps ids short enough to read and type.
const maxSlug = 60

// latin spells letters that decomposition leaves as they are.
var latin = map[rune]string{
	'ß': "ss", 'æ': "ae", 'ø': "o", 'œ': "oe", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i",
}
