package codebook

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/kgbuild/kgbuild/nlp"
)

// defaultConfidence is how reliable a wording is taken to be when its pattern
// does not say: verbs more than nouns, which have fewer of their ends beside them.
var defaultConfidence = map[Class]float64{Verb: 0.9, Noun: 0.85, Adjective: 0.85, Word: 0.8}

// source is an entry as it stands in a file, with how it relates to others.
type source struct {
	Entry
	line     int
	extends  bool
	override bool
	file     string
}

// entries reads a whole file.
func (r *reader) entries(data []byte) []source {
	root := r.parse(data)
	if root == nil {
		return nil
	}
	var list ast.Node
	for _, f := range r.fields(root, "the file") {
		switch f.key {
		case "theme":
			r.text(f.value, "theme")
		case "words":
			r.readWords(f.value)
		case "entries":
			list = f.value
		default:
			r.wrong(f.line, "unknown key %q (known: theme, words, entries)", f.key)
		}
	}
	if list == nil {
		if len(r.mistakes) == 0 {
			r.wrong(1, "the file has no entries")
		}
		return nil
	}
	var out []source
	for _, n := range r.list(list, "entries") {
		if e, ok := r.entry(n); ok {
			out = append(out, e)
		}
	}
	return out
}

func (r *reader) readWords(n ast.Node) {
	r.words = make(map[string][]string)
	for _, f := range r.fields(n, "words") {
		r.words[f.key] = r.texts(f.value, "word list "+f.key)
	}
}

func (r *reader) entry(n ast.Node) (source, bool) {
	e := source{line: lineOf(n), file: r.file}
	var patterns ast.Node
	for _, f := range r.fields(n, "an entry") {
		switch f.key {
		case "predicate":
			e.Predicate = nlp.Predicate(r.text(f.value, f.key))
			e.line = f.line
		case "means":
			e.Means = r.text(f.value, f.key)
		case "symmetric":
			e.Symmetric = r.bool(f.value, f.key)
		case "extends":
			e.extends = r.bool(f.value, f.key)
		case "override":
			e.override = r.bool(f.value, f.key)
		case "implies":
			for _, p := range r.texts(f.value, f.key) {
				e.Implies = append(e.Implies, nlp.Predicate(p))
			}
		case "cameo":
			e.CAMEO = r.texts(f.value, f.key)
		case "plover":
			e.PLOVER = r.text(f.value, f.key)
		case "ftm":
			e.FtM = r.text(f.value, f.key)
		case "subject":
			e.Subject = r.types(f)
		case "object":
			e.Object = r.types(f)
		case "patterns":
			patterns = f.value
		case "examples":
			for _, x := range r.list(f.value, "examples") {
				e.Examples = append(e.Examples, r.example(x))
			}
		default:
			r.wrong(f.line, "unknown key %q in an entry", f.key)
		}
	}
	e.Origin = fmt.Sprintf("%s:%d", r.file, e.line)
	if !validPredicate(e.Predicate) {
		r.wrong(e.line, "predicate %q: want lower-case letters and underscores", e.Predicate)
		return e, false
	}
	if patterns != nil {
		for _, p := range r.list(patterns, "patterns") {
			if pat, ok := r.pattern(p, e.Predicate); ok {
				e.Patterns = append(e.Patterns, pat)
			}
		}
	}
	return e, true
}

func validPredicate(p nlp.Predicate) bool {
	return p != "" && strings.Trim(string(p), "abcdefghijklmnopqrstuvwxyz_0123456789") == ""
}

func (r *reader) types(f field) Types {
	ts, bad := parseTypes(r.texts(f.value, f.key))
	if bad != "" {
		r.wrong(f.line, "unknown entity type %q", bad)
	}
	return ts
}

// example reads {text: …, gives: "subject | object"} or {text: …, not: true}.
func (r *reader) example(n ast.Node) Example {
	x := Example{Line: lineOf(n)}
	for _, f := range r.fields(n, "an example") {
		switch f.key {
		case "text":
			x.Text = r.text(f.value, f.key)
		case "gives":
			s, o, ok := strings.Cut(r.text(f.value, f.key), "|")
			if !ok {
				r.wrong(f.line, "gives: want \"subject | object\"")
			}
			x.Subject, x.Object = strings.ToLower(strings.TrimSpace(s)), strings.ToLower(strings.TrimSpace(o))
		case "not":
			x.Not = r.bool(f.value, f.key)
		default:
			r.wrong(f.line, "unknown key %q in an example", f.key)
		}
	}
	if x.Text == "" || (x.Subject == "") != x.Not {
		r.wrong(x.Line, "an example needs text, and either gives or not")
	}
	return x
}
