package queries

import (
	"fmt"
	"regexp"
	"strings"
)

// parameterLine is a line of the header's list of parameters.
var parameterLine = regexp.MustCompile(`^\s+([A-Za-z_][A-Za-z0-9_]*)\s+(\S.*)$`)

// Parse reads a query from the text of its file. It is an error when the
// header does not say what the query answers or gives no example.
func Parse(name, text string) (*Query, error) {
	q := &Query{Name: name, Script: text}
	for _, part := range paragraphs(text) {
		first, rest := part[0], part[1:]
		switch {
		case strings.HasPrefix(first, "Example:"):
			q.Example = join(strings.TrimPrefix(first, "Example:"), rest)
		case first == "Parameters:":
			for _, line := range rest {
				m := parameterLine.FindStringSubmatch(line)
				if m == nil {
					return nil, fmt.Errorf("query %s: %q is no line of a list of parameters", name, line)
				}
				help, optional := strings.CutSuffix(strings.TrimSpace(m[2]), "(optional)")
				q.Parameters = append(q.Parameters, Parameter{m[1], strings.TrimSpace(help), optional})
			}
		case q.Summary == "":
			q.Summary = join(first, rest)
		default:
			q.Notes = append(q.Notes, join(first, rest))
		}
	}
	switch {
	case q.Summary == "":
		return nil, fmt.Errorf("query %s: its header does not say what it answers", name)
	case q.Example == "":
		return nil, fmt.Errorf("query %s: its header gives no example", name)
	}
	return q, nil
}

// paragraphs returns the lines of the comment at the top of a script, without
// slashes, divided at the empty ones.
func paragraphs(text string) [][]string {
	var out [][]string
	open := false
	for line := range strings.Lines(text) {
		line, ok := strings.CutPrefix(strings.TrimSpace(line), "//")
		if !ok {
			break
		}
		line = strings.TrimPrefix(line, " ")
		if strings.TrimSpace(line) == "" {
			open = false
			continue
		}
		if !open {
			out = append(out, nil)
			open = true
		}
		out[len(out)-1] = append(out[len(out)-1], line)
	}
	return out
}

func join(first string, rest []string) string {
	return strings.Join(strings.Fields(first+" "+strings.Join(rest, " ")), " ")
}
