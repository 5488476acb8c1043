package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
)

// What stands before the cursor says what may come next.
var (
	nameBegun      = regexp.MustCompile(`\bentity\((?:"[^"]*"\s*,\s*)*"([^"]*)$`)
	paramBegun     = regexp.MustCompile(`=["']?([^"'=]*)$`)
	predicateBegun = regexp.MustCompile(`\.(?:out|in|both|has|hasR|save|saveR|saveOpt|saveOptR|followRecursive)\((?:\[?(?:"[^"]*"\s*,\s*)*)"([^"]*)$|g\.V\("(<[^"]*)$`)
	methodBegun    = regexp.MustCompile(`\.([A-Za-z]*)$`)
	wordBegun      = regexp.MustCompile(`(?:^|[^A-Za-z.:"])([A-Za-z]+)$`)
	commandBegun   = regexp.MustCompile(`^\s*(:[a-z]*)$`)
	queryBegun     = regexp.MustCompile(`^\s*:named\s+([^\s=]*)$`)
	helpBegun      = regexp.MustCompile(`^\s*:help\s+([A-Za-z]*)$`)
	parameterBegun = regexp.MustCompile(`^\s*:named\s+(\S+)\s+(?:.*\s)?([a-z_]*)$`)
)

// complete returns what may stand for the word before the cursor, and what
// stands before and after it. pos counts code points.
func (c *console) complete(line string, pos int) (head string, found []string, tail string) {
	runes := []rune(line)
	left, tail := string(runes[:pos]), string(runes[pos:])
	word, found := c.completions(left)
	return strings.TrimSuffix(left, word), found, tail
}

// completions returns the word at the end of left, and what it may become.
func (c *console) completions(left string) (word string, found []string) {
	if m := commandBegun.FindStringSubmatch(left); m != nil {
		var names []string
		for _, h := range consoleHelp {
			name, _, _ := strings.Cut(h[0], " ")
			names = append(names, name)
		}
		return m[1], withPrefix(names, m[1])
	}
	if m := queryBegun.FindStringSubmatch(left); m != nil {
		var names []string
		for _, q := range c.queries.Sorted() {
			names = append(names, q.Name)
		}
		return m[1], withPrefix(names, m[1])
	}
	if m := helpBegun.FindStringSubmatch(left); m != nil {
		return m[1], withPrefix(wordsAt(gizmo.Start, gizmo.Member, gizmo.Step, gizmo.Final, gizmo.Value), m[1])
	}
	if strings.HasPrefix(strings.TrimSpace(left), ":named") {
		if m := paramBegun.FindStringSubmatch(left); m != nil && m[1] != "" {
			return m[1], c.namesFor(m[1])
		}
		if m := parameterBegun.FindStringSubmatch(left); m != nil {
			var names []string
			if q, err := c.queries.Get(m[1]); err == nil {
				for _, p := range q.Parameters {
					names = append(names, p.Name+"=")
				}
			}
			return m[2], withPrefix(names, m[2])
		}
		return "", nil
	}
	if m := nameBegun.FindStringSubmatch(left); m != nil {
		return m[1], c.namesFor(m[1])
	}
	if m := predicateBegun.FindStringSubmatch(left); m != nil {
		return m[1] + m[2], withPrefix(c.predicateNames(), "<"+strings.TrimPrefix(m[1]+m[2], "<"))
	}
	if m := methodBegun.FindStringSubmatch(left); m != nil {
		if strings.HasSuffix(left, "g."+m[1]) && !regexp.MustCompile(`\wg\.[A-Za-z]*$`).MatchString(left) {
			return m[1], withPrefix(wordsAt(gizmo.Member), m[1])
		}
		return m[1], withPrefix(wordsAt(gizmo.Step, gizmo.Final), m[1])
	}
	if m := wordBegun.FindStringSubmatch(left); m != nil {
		return m[1], withPrefix(wordsAt(gizmo.Start, gizmo.Value), m[1])
	}
	return "", nil
}

func (c *console) namesFor(prefix string) []string {
	names, err := c.reader.NamesWithPrefix(prefix, shownNames)
	if err != nil {
		return nil // completion is a convenience
	}
	return names
}

// predicateNames returns the predicates of the graph's claims and of nodes.
func (c *console) predicateNames() []string {
	if c.known == nil {
		if t, err := tally(c.reader); err == nil {
			for _, p := range sortedKeys(t.predicates) {
				if strings.Contains(string(p), "…") {
					continue // what is counted together has no name
				}
				c.known = append(c.known, "<"+string(p)+">")
			}
		}
		for _, p := range quadstore.Properties {
			c.known = append(c.known, p.String())
		}
		slices.Sort(c.known)
	}
	return c.known
}

func wordsAt(places ...gizmo.Place) []string {
	var out []string
	for _, w := range gizmo.Words() {
		if slices.Contains(places, w.Place) {
			out = append(out, w.Name)
		}
	}
	slices.Sort(out)
	return out
}

func withPrefix(words []string, prefix string) []string {
	var out []string
	for _, w := range words {
		if strings.HasPrefix(w, prefix) {
			out = append(out, w)
		}
	}
	return out
}
