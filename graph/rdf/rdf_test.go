package rdf

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
	"github.com/google/go-cmp/cmp"
)

func read(text string) ([]Statement, error) {
	var out []Statement
	err := Parse(text, func(s Statement) error {
		out = append(out, s)
		return nil
	})
	return out, err
}

func (t Term) short() string {
	switch t.Kind {
	case IRI:
		return "<" + t.Value + ">"
	case Blank:
		return "_:" + t.Value
	case Literal:
		s := `"` + t.Value + `"`
		if t.Lang != "" {
			s += "@" + t.Lang
		}
		if t.Datatype != "" {
			s += "^" + strings.TrimPrefix(t.Datatype, xsdNS)
		}
		return s
	}
	return ""
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"# nothing\n", ""},
		{"<a:s> <a:p> <a:o> .", "<a:s> <a:p> <a:o>"},
		{"<a:s> <a:p> <a:o> <a:g> .", "<a:s> <a:p> <a:o> <a:g>"},
		{"@prefix x: <a:> . x:s a x:o, x:p ; x:q 'v'@EN-gb ; .", "<a:s> <" + rdfNS + "type> <a:o>|<a:s> <" + rdfNS + "type> <a:p>|<a:s> <a:q> \"v\"@en-gb"},
		{"PREFIX : <a:>\n:s :p 1, -2.5, 1e3, true, \"x\"^^:t, \"y\"^^<" + xsdNS + "string>.", `<a:s> <a:p> "1"^integer|<a:s> <a:p> "-2.5"^decimal|<a:s> <a:p> "1e3"^double|<a:s> <a:p> "true"^boolean|<a:s> <a:p> "x"^a:t|<a:s> <a:p> "y"`},
		{"@base <http://h/d/> . <s> <#p> <../o> .", "<http://h/d/s> <http://h/d/#p> <http://h/o>"},
		{"@prefix x: <a:> . x:a.b x:p x:c. x:d x:p x:e\\,f .", "<a:a.b> <a:p> <a:c>|<a:d> <a:p> <a:e,f>"},
		{`<a:s> <a:p> """a "quoted" text` + "\n" + `"""", 'it''s' .`, "error line 2, column 11: a \".\" is wanted here"},
		{`<a:s> <a:p> """a "quoted"` + "\n" + `text"""" .`, "<a:s> <a:p> \"a \"quoted\"\ntext\"\""},
		{`<a:s> <a:p> "tab\t \u00e9 \U0001F600 \\ \"" .`, "<a:s> <a:p> \"tab\t é 😀 \\ \"\""},
		{"_:x <a:p> _:y . _:y <a:p> _:x .", "_:b1 <a:p> _:b2|_:b2 <a:p> _:b1"},
		{"<a:s> <a:p> [ <a:q> [] ; <a:r> 'v' ] .", "_:b1 <a:q> _:b2|_:b1 <a:r> \"v\"|<a:s> <a:p> _:b1"},
		{"[ <a:q> 1 ] . [] <a:q> 2 .", "_:b1 <a:q> \"1\"^integer|_:b2 <a:q> \"2\"^integer"},
		{"<a:s> <a:p> ( 1 'x' ) , () .", "_:b1 <f> \"1\"^integer|_:b1 <r> _:b2|_:b2 <f> \"x\"|_:b2 <r> <nil>|<a:s> <a:p> _:b1|<a:s> <a:p> <nil>"},
		{"@prefix é: <a:> . é:ünï é:p é:x%20y .", "<a:ünï> <a:p> <a:x%20y>"},
		{"\ufeff<a:s> <a:p> <a:o>.", "<a:s> <a:p> <a:o>"},

		{"<a:s> <a:p> .", "error line 1, column 13: a term is wanted here"},
		{"<a:s> <a:p> <a:o>", "error line 1, column 18: a \".\" is wanted here"},
		{"<a:s>\n  x:p <a:o> .", "error line 2, column 3: the prefix \"x\" is not declared"},
		{"<a:s> <a:p> \"open .\n", "error line 1, column 20: a text is not closed on its line"},
		{"<a:s> <a:p> \"\"\"open .\n", "error line 1, column 13: a text is not closed"},
		{"<a:s> <a b> <a:o> .", "error line 1, column 9: an IRI cannot hold ' '"},
		{"\"s\" <a:p> <a:o> .", "error line 1, column 1: a literal can only be an object"},
		{"<a:s> _:b <a:o> .", "error line 1, column 10: a predicate has to be an IRI"},
		{"<a:s> <a:p> \"\\q\" .", "error line 1, column 14: an escape that is not known"},
		{"<a:s> <a:p> \"\\uD800\" .", "error line 1, column 14: an escape stands for no character"},
		{"<a:s> <a:p> \"\xff\" .", "error line 1, column 14: the text is not valid UTF-8"},
		{"<a:s> <a:p> ( 1 ", "error line 1, column 17: a list is not closed"},
		{"<a:s> <a:p>", "error line 1, column 12: the file ends"},
		{"<a:s> <a:p> " + strings.Repeat("[ <a:p> ", 100), "error line 1, column 525: lists are nested too deep"},
		{"<a:s> <a:p> +x .", "error line 1, column 14: a number without digits"},
	} {
		statements, err := read(test.text)
		var lines []string
		for _, s := range statements {
			line := s.Subject.short() + " " + s.Predicate.short() + " " + s.Object.short()
			if s.Graph.Kind != None {
				line += " " + s.Graph.short()
			}
			line = strings.NewReplacer(rdfNS+"first", "f", rdfNS+"rest", "r", rdfNS+"nil", "nil").Replace(line)
			lines = append(lines, line)
		}
		got := strings.Join(lines, "|")
		if err != nil {
			got = "error " + err.Error()
		}
		if got != test.want && !(err != nil && strings.HasPrefix(got, test.want) && test.want != "") {
			t.Errorf("%q:\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestCallback(t *testing.T) {
	stop := errors.New("enough")
	n := 0
	err := Parse("<a:s> <a:p> 1, 2 .", func(Statement) error { n++; return stop })
	if !errors.Is(err, stop) || n != 1 {
		t.Errorf("%v after %d", err, n)
	}
}

// The exports of another package are read as another parser reads them, and
// Turtle like N-Quads.
func TestExports(t *testing.T) {
	folder := filepath.Join("..", "export", "testdata")
	data, err := os.ReadFile(filepath.Join(folder, "sample.nq"))
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(string(data))
	if err != nil {
		t.Fatal(err)
	}
	want := readOther(t, data)
	if len(got) != len(want) {
		t.Fatalf("%d statements, want %d", len(got), len(want))
	}
	for i := range got {
		if diff := cmp.Diff(want[i], written(got[i])); diff != "" {
			t.Errorf("line %d: %s", got[i].Line, diff)
		}
	}
	turtle, err := os.ReadFile(filepath.Join(folder, "sample.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	statements, err := read(string(turtle))
	if err != nil {
		t.Fatal(err)
	}
	if len(statements) != len(got) {
		t.Fatalf("%d statements in Turtle, %d in N-Quads", len(statements), len(got))
	}
	for i, s := range statements {
		got[i].Graph, got[i].Line, s.Line = Term{}, 0, 0
		if diff := cmp.Diff(got[i], s); diff != "" {
			t.Errorf("Turtle: %s", diff)
		}
	}
}

// written returns a statement as the other parser prints quads.
func written(s Statement) string {
	value := func(t Term) quad.Value {
		switch {
		case t.Kind == IRI:
			return quad.IRI(t.Value)
		case t.Kind == Blank:
			return quad.BNode(t.Value)
		case t.Lang != "":
			return quad.LangString{Value: quad.String(t.Value), Lang: t.Lang}
		case t.Datatype != "":
			return quad.TypedString{Value: quad.String(t.Value), Type: quad.IRI(t.Datatype)}
		case t.Kind == Literal:
			return quad.String(t.Value)
		}
		return nil
	}
	return quad.Quad{Subject: value(s.Subject), Predicate: value(s.Predicate), Object: value(s.Object), Label: value(s.Graph)}.String()
}

func readOther(t testing.TB, data []byte) []string {
	t.Helper()
	reader := nquads.NewReader(bytes.NewReader(data), true)
	var out []string
	for {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q.String())
	}
}

func FuzzParse(f *testing.F) {
	f.Add("@prefix x: <a:> . x:s a x:o, [ x:p ( 1 2.5 'v'@en ) ] ; x:q \"\"\"t\"\"\"^^x:t .")
	f.Add("<a:s> <a:p> \"\\u00e9\" <a:g> .\n_:b <a:p> _:c .")
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Count(text, "\n") + 1
		statements, err := read(text)
		var wrong *SyntaxError
		if err != nil && (!errors.As(err, &wrong) || wrong.Line < 1 || wrong.Line > lines || wrong.Column < 1) {
			t.Errorf("%v", err)
		}
		for _, s := range statements {
			if s.Line < 1 || s.Line > lines || s.Predicate.Kind != IRI || s.Subject.Kind == Literal || s.Object.Kind == None {
				t.Errorf("%+v", s)
			}
		}
	})
}
