package codebook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// reader walks the YAML tree of one file and notes what is wrong with it.
type reader struct {
	file     string
	mistakes Mistakes
	words    map[string][]string // named word lists of this file
}

func (r *reader) wrong(line int, format string, args ...any) {
	r.mistakes = append(r.mistakes, Mistake{r.file, line, fmt.Sprintf(format, args...)})
}

// syntaxPosition finds "[line:column]" in a message of the YAML parser.
var syntaxPosition = regexp.MustCompile(`^\[(\d+):\d+\] *`)

// parse returns the root mapping of a file, or nil after noting why there is none.
func (r *reader) parse(data []byte) ast.Node {
	f, err := parser.ParseBytes(data, 0)
	if err != nil {
		msg, line := err.Error(), 1
		if m := syntaxPosition.FindStringSubmatch(msg); m != nil {
			line, _ = strconv.Atoi(m[1])
			msg = msg[len(m[0]):]
		}
		first, _, _ := strings.Cut(msg, "\n")
		r.wrong(line, "not valid YAML: %s", first)
		return nil
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		r.wrong(1, "the file holds no entries")
		return nil
	}
	return f.Docs[0].Body
}

func lineOf(n ast.Node) int {
	if mv, ok := n.(*ast.MappingValueNode); ok {
		return lineOf(mv.Key)
	}
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 {
		return lineOf(m.Values[0])
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return t.Position.Line
	}
	return 0
}

// field is one key of a mapping.
type field struct {
	key   string
	value ast.Node
	line  int
}

// fields returns the keys of a mapping, in order, noting repeated ones.
func (r *reader) fields(n ast.Node, what string) []field {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		r.wrong(lineOf(n), "%s must be a mapping of keys to values", what)
		return nil
	}
	var out []field
	seen := make(map[string]bool)
	for _, v := range values {
		key := strings.Trim(v.Key.String(), `"'`)
		if seen[key] {
			r.wrong(lineOf(v), "key %q stands twice in %s", key, what)
			continue
		}
		seen[key] = true
		out = append(out, field{key, v.Value, lineOf(v)})
	}
	return out
}

// list returns the members of a sequence.
func (r *reader) list(n ast.Node, what string) []ast.Node {
	s, ok := n.(*ast.SequenceNode)
	if !ok {
		r.wrong(lineOf(n), "%s must be a list", what)
		return nil
	}
	return s.Values
}

// text returns a scalar as text.
func (r *reader) text(n ast.Node, what string) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode:
		// CAMEO codes such as 042 look like numbers; the wording counts.
		return n.GetToken().Value
	}
	r.wrong(lineOf(n), "%s must be a text", what)
	return ""
}

// texts returns a list of texts, or a single text as a list of one, with
// references to named word lists ("$attack") replaced by their words.
func (r *reader) texts(n ast.Node, what string) []string {
	var raw []string
	if s, ok := n.(*ast.SequenceNode); ok {
		for _, v := range s.Values {
			raw = append(raw, r.text(v, what))
		}
	} else {
		raw = []string{r.text(n, what)}
	}
	var out []string
	for _, w := range raw {
		name, ok := strings.CutPrefix(w, "$")
		if !ok {
			out = append(out, w)
			continue
		}
		list, known := r.words[name]
		if !known {
			r.wrong(lineOf(n), "unknown word list %q", w)
		}
		out = append(out, list...)
	}
	return out
}

func (r *reader) bool(n ast.Node, what string) bool {
	if b, ok := n.(*ast.BoolNode); ok {
		return b.Value
	}
	r.wrong(lineOf(n), "%s must be true or false", what)
	return false
}

func (r *reader) number(n ast.Node, what string) float64 {
	v, err := strconv.ParseFloat(r.text(n, what), 64)
	if err != nil {
		r.wrong(lineOf(n), "%s must be a number", what)
	}
	return v
}
