package corrections

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// maxLine bounds a line, so that a binary file given by mistake is refused
// and not read into memory.
const maxLine = 64 << 10

// Parse reads corrections. File names the input in problems. Lines that cannot
// be read become problems; the set holds all others. The error is one of
// reading only.
func Parse(file string, r io.Reader) (*Set, []*Problem, error) {
	set := &Set{File: file}
	var problems []*Problem
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		raw := lines.Text()
		if n == 1 {
			raw = strings.TrimPrefix(raw, "\ufeff")
		}
		c, err := parseLine(raw)
		if err != nil {
			problems = append(problems, &Problem{File: file, Line: n, Text: err.Error()})
			continue
		}
		if c != nil {
			c.Line = n
			set.Corrections = append(set.Corrections, *c)
		}
	}
	if err := lines.Err(); err != nil {
		return set, problems, fmt.Errorf("read corrections %s: %w", file, err)
	}
	return set, problems, nil
}

// parseLine returns nil without error for a line that holds no correction.
func parseLine(raw string) (*Correction, error) {
	if !utf8.ValidString(raw) {
		return nil, fmt.Errorf("not valid UTF-8")
	}
	text := strings.TrimSpace(stripComment(raw))
	if text == "" {
		return nil, nil
	}
	verb, rest := text, ""
	if i := strings.IndexAny(text, " \t"); i >= 0 {
		verb, rest = text[:i], strings.TrimSpace(text[i:])
	}
	c := &Correction{Text: text, Verb: Verb(strings.ToLower(verb))}
	parse, ok := parsers[c.Verb]
	if !ok {
		return nil, fmt.Errorf("unknown correction %q: want merge, split, rename, retype or drop", verb)
	}
	if rest == "" {
		return nil, fmt.Errorf("%s: of what?", c.Verb)
	}
	if err := parse(c, rest); err != nil {
		return nil, fmt.Errorf("%s: %w", c.Verb, err)
	}
	return c, nil
}

var parsers = map[Verb]func(*Correction, string) error{
	Merge: parseMerge, Split: parseSplit, Rename: parseRename, Retype: parseRetype, Drop: parseDrop,
}

func parseMerge(c *Correction, rest string) error {
	parts, err := cutOutsideQuotes(rest, '=')
	if err != nil {
		return err
	}
	if len(parts) < 2 {
		return fmt.Errorf("want A = B")
	}
	c.Refs, err = parseRefs(parts)
	return err
}

func parseSplit(c *Correction, rest string) error {
	parts, err := parseHead(c, rest, "split A: PART, PART")
	if err != nil {
		return err
	}
	items, err := cutOutsideQuotes(parts, ',')
	if err != nil {
		return err
	}
	c.Parts, err = parseRefs(items)
	for _, p := range c.Parts {
		if p.ID != "" {
			return fmt.Errorf("part %s: want a document, a name or a mention", p.ID)
		}
	}
	return err
}

func parseRename(c *Correction, rest string) error {
	name, err := parseHead(c, rest, "rename A: NEW NAME")
	if err != nil {
		return err
	}
	if q, ok, err := unquote(name); err != nil {
		return err
	} else if ok {
		name = q
	}
	if strings.TrimSpace(name) == "" {
		return fmt.Errorf("the new name is empty")
	}
	c.Name = strings.Join(strings.Fields(name), " ")
	return nil
}

func parseRetype(c *Correction, rest string) error {
	name, err := parseHead(c, rest, "retype A: TYPE")
	if err != nil {
		return err
	}
	c.Type, err = parseType(name)
	return err
}

func parseDrop(c *Correction, rest string) error {
	if strings.HasPrefix(rest, "claim/") {
		if !claimForm.MatchString(rest) {
			return fmt.Errorf("claim %q: want claim/ and 16 hexadecimal digits", rest)
		}
		c.Claim = graph.ClaimID(rest)
		return nil
	}
	ref, err := parseRef(rest)
	c.Refs = []Ref{ref}
	return err
}

// parseHead reads the reference before a colon and returns what follows it.
func parseHead(c *Correction, rest, form string) (string, error) {
	at := headEnd(rest)
	if at < 0 {
		return "", fmt.Errorf("want %s", form)
	}
	ref, err := parseRef(rest[:at])
	if err != nil {
		return "", err
	}
	c.Refs = []Ref{ref}
	tail := strings.TrimSpace(rest[at+1:])
	if tail == "" {
		return "", fmt.Errorf("nothing after the colon: want %s", form)
	}
	return tail, nil
}

func parseType(s string) (nlp.EntityType, error) {
	for _, t := range nlp.EntityTypes {
		if strings.EqualFold(string(t), strings.TrimSpace(s)) {
			return t, nil
		}
	}
	return "", fmt.Errorf("unknown type %q", strings.TrimSpace(s))
}

var (
	claimForm    = regexp.MustCompile(`^claim/[0-9a-f]{16}$`)
	documentForm = regexp.MustCompile(`^doc/[0-9a-f]{6,16}$`)
	spanForm     = regexp.MustCompile(`^(doc/[0-9a-f]{6,16}):(\d{1,9})[-–](\d{1,9})$`)
)

func parseRefs(parts []string) ([]Ref, error) {
	refs := make([]Ref, 0, len(parts))
	for _, p := range parts {
		r, err := parseRef(p)
		if err != nil {
			return nil, err
		}
		refs = append(refs, r)
	}
	return refs, nil
}

func parseRef(s string) (Ref, error) {
	s = strings.TrimSpace(s)
	var r Ref
	switch {
	case s == "":
		return r, fmt.Errorf("a name or id is missing")
	case strings.HasPrefix(s, "entity/"), strings.HasPrefix(s, "event/"):
		r.ID = graph.EntityID(s)
		return r, nil
	case strings.HasPrefix(s, "doc/"):
		return parseMention(s)
	}
	name, tail, quoted := s, "", false
	if strings.HasPrefix(s, `"`) {
		end := strings.IndexByte(s[1:], '"')
		if end < 0 {
			return r, fmt.Errorf("quotation mark without end in %s", s)
		}
		name, tail, quoted = s[1:1+end], strings.TrimSpace(s[end+2:]), true
	} else if i := strings.LastIndex(s, "@"); i >= 0 {
		name, tail = s[:i], s[i:]
	}
	if name, document, ok := strings.Cut(tail, "@"); ok {
		document = strings.TrimSpace(document)
		if !documentForm.MatchString(document) {
			return r, fmt.Errorf("document %q: want doc/ and at least six digits of its id", document)
		}
		r.Document, tail = document, strings.TrimSpace(name)
	}
	if !quoted {
		if i := strings.LastIndex(name, "("); i > 0 && strings.HasSuffix(strings.TrimSpace(name), ")") {
			name, tail = name[:i], strings.TrimSpace(name[i:])
		}
	}
	if tail != "" {
		if !strings.HasPrefix(tail, "(") || !strings.HasSuffix(tail, ")") {
			return r, fmt.Errorf("cannot read %q after the name", tail)
		}
		var err error
		if r.Type, err = parseType(tail[1 : len(tail)-1]); err != nil {
			return r, fmt.Errorf("%w: put a name that holds brackets in quotation marks", err)
		}
	}
	if r.Name = strings.Join(strings.Fields(name), " "); r.Name == "" {
		return r, fmt.Errorf("a name is missing")
	}
	return r, nil
}

func parseMention(s string) (Ref, error) {
	if documentForm.MatchString(s) {
		return Ref{Document: s}, nil
	}
	m := spanForm.FindStringSubmatch(s)
	if m == nil {
		return Ref{}, fmt.Errorf("%q: want doc/ and at least six digits, or doc/…:START-END", s)
	}
	start, _ := strconv.Atoi(m[2])
	end, _ := strconv.Atoi(m[3])
	if end <= start {
		return Ref{}, fmt.Errorf("%q: the end is not after the start", s)
	}
	return Ref{Document: m[1], Span: &nlp.Span{Start: nlp.Offset(start), End: nlp.Offset(end)}}, nil
}
