package corrections

import (
	"fmt"
	"regexp"
	"strings"
)

// stripComment cuts a line at a # that begins it or follows white space,
// outside quotation marks.
func stripComment(line string) string {
	quoted := false
	for i := range len(line) {
		switch line[i] {
		case '"':
			quoted = !quoted
		case '#':
			if !quoted && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
				return line[:i]
			}
		}
	}
	return line
}

// cutOutsideQuotes divides s at sep, except inside quotation marks.
func cutOutsideQuotes(s string, sep byte) ([]string, error) {
	var parts []string
	quoted, from := false, 0
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == sep && !quoted:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	if quoted {
		return nil, fmt.Errorf("quotation mark without end")
	}
	return append(parts, s[from:]), nil
}

var spanAtStart = regexp.MustCompile(`^doc/[0-9a-f]{6,16}:\d+[-–]\d+`)

// headEnd returns the position of the colon that ends the reference at the
// start of s, or -1. The colon between a document and its offsets is part of
// the reference.
func headEnd(s string) int {
	from := len(spanAtStart.FindString(s))
	quoted := false
	for i := from; i < len(s); i++ {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == ':' && !quoted:
			return i
		}
	}
	return -1
}

// unquote returns what stands between quotation marks, and whether there were
// any.
func unquote(s string) (string, bool, error) {
	if !strings.HasPrefix(s, `"`) {
		return s, false, nil
	}
	if len(s) < 2 || !strings.HasSuffix(s, `"`) || strings.Count(s, `"`) != 2 {
		return "", false, fmt.Errorf("quotation marks do not enclose %s", s)
	}
	return s[1 : len(s)-1], true, nil
}

// quoteName puts a name in quotation marks when the file's syntax needs them.
func quoteName(name string) string {
	if strings.ContainsAny(name, "=:,@(#") || strings.HasPrefix(name, "doc/") ||
		strings.HasPrefix(name, "entity/") || strings.HasPrefix(name, "event/") {
		return `"` + name + `"`
	}
	return name
}
