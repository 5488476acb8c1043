package export

import "unicode/utf8"

// xmlPlain tells the bytes that stand for themselves in XML. 0xEF begins the
// noncharacters U+FFFE and U+FFFF; C1 bytes are looked at for bad UTF-8.
var xmlPlain = func() *[256]bool {
	t := plainBytes(`&<>"`)
	for b := 0x80; b < 256; b++ {
		t[b] = false
	}
	return t
}()

// xml writes s as text or as an attribute's value. Characters that XML cannot
// hold become U+FFFD.
func (w *writer) xml(s string) { w.escaped(s, xmlPlain, escapeXML) }

func escapeXML(s string) (string, int) {
	switch s[0] {
	case '&':
		return "&amp;", 1
	case '<':
		return "&lt;", 1
	case '>':
		return "&gt;", 1
	case '"':
		return "&#34;", 1
	case '\t':
		return "&#x9;", 1
	case '\n':
		return "&#xA;", 1
	case '\r':
		return "&#xD;", 1
	case 0x7F:
		return "\x7F", 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r < 0x20 || r == utf8.RuneError && size <= 1 || r == 0xFFFE || r == 0xFFFF {
		return "\uFFFD", size
	}
	return s[:size], size
}
