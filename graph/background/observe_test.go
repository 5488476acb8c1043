package background

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/rdf"
	"github.com/kgbuild/kgbuild/nlp"
)

const known = `@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <http://example.org/> .

x:nu a schema:Organization ; skos:prefLabel "Northern Union"@en , "Nordunion"@de ;
  skos:altLabel "NU" , "the  Union\nof the North" ; schema:foundingDate "1999" ;
  schema:memberOf x:league ; schema:founder x:holt .
x:league a schema:NGO ; schema:name "Harbour League" ; x:bornIn x:nowhere ; x:alliedWith x:nu ; x:alliedWith x:nu .
x:holt a schema:Person ; schema:name "Vera Holt" .
x:thing skos:prefLabel "a thing" .
x:dark a schema:City ; skos:prefLabel "Темно"@ru .
`

func observe(t testing.TB, text string, opts Options) (*graph.Observation, *Summary) {
	t.Helper()
	o, sum, err := Observe([]byte(text), opts)
	if err != nil {
		t.Fatal(err)
	}
	return o, sum
}

func TestObserve(t *testing.T) {
	o, sum := observe(t, known, Options{Path: "known.ttl", Source: "A list", Title: "known"})
	want := `Northern Union: Organization, http://example.org/nu
Northern Union: also called NU
Northern Union: also called the Union of the North
Harbour League: Organization, http://example.org/league
Vera Holt: Person, http://example.org/holt
Темно: City, http://example.org/dark
Northern Union: member of Harbour League
Vera Holt: founded Northern Union
Harbour League: allied with Northern Union
`
	if diff := cmp.Diff(want, o.Text); diff != "" {
		t.Error(diff)
	}
	passed := map[string]int{"https://schema.org/foundingDate": 1, "http://example.org/bornIn": 1}
	if diff := cmp.Diff(&Summary{Things: 4, Names: 6, Statements: 3, Untyped: 1, Passed: passed}, sum); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"NU", "Northern Union", "the Union of the North"}, o.Chains[0].Names); diff != "" {
		t.Error(diff)
	}
	d := o.Document
	if !d.Background() || d.Source != "A list" || d.ID != graph.NewDocumentID(d.SHA256) || d.MediaType != graph.TurtleType {
		t.Errorf("%+v", d)
	}
	c := o.Claims[1]
	if o.Chains[c.Subject.Chain].Name != "Vera Holt" || c.Predicate != "founded" || c.Confidence != 1 || c.Attribution != nil {
		t.Errorf("%+v", c)
	}
	if c := o.Claims[2]; c.Predicate != "open:allied_with" {
		t.Errorf("%+v", c)
	}
	check(t, o)
}

// What has no type is a thing when the user says what.
func TestType(t *testing.T) {
	o, sum := observe(t, "<a:x> <http://www.w3.org/2000/01/rdf-schema#label> \"Blue Front\" .", Options{Path: "x.nt", Type: nlp.Organization})
	if sum.Things != 1 || o.Chains[0].Type != nlp.Organization || o.Document.MediaType != graph.NTriplesType {
		t.Errorf("%+v, %+v", sum, o.Chains)
	}
}

func TestSyntaxError(t *testing.T) {
	_, _, err := Observe([]byte("<a:b> <a:c>\n  oops ."), Options{})
	var wrong *rdf.SyntaxError
	if !errors.As(err, &wrong) || wrong.Line != 2 {
		t.Errorf("%v", err)
	}
}

// check looks whether everything points at what it says it does.
func check(t testing.TB, o *graph.Observation) {
	t.Helper()
	text := []rune(o.Text)
	at := func(s nlp.Span) string {
		if s.Start < 0 || s.Start > s.End || int(s.End) > len(text) {
			t.Fatalf("span %v of %d", s, len(text))
		}
		return string(text[s.Start:s.End])
	}
	for i, c := range o.Chains {
		if c.ID != nlp.ChainID(i) || c.Name == "" || len(c.Mentions) == 0 || !c.Type.Valid() || (c.Event != nil) != (c.Type == nlp.Event) {
			t.Errorf("%+v", c)
		}
		for m := range c.Mentions {
			if at(c.Mentions[m].Span) != c.Mentions[m].Text || m > 0 && c.Mentions[m].Span.Start < c.Mentions[m-1].Span.End {
				t.Errorf("%+v", c.Mentions[m])
			}
		}
	}
	lines := strings.Split(o.Text, "\n")
	for _, c := range o.Claims {
		if at(c.Evidence) != lines[c.Sentence] || !c.Evidence.Contains(c.Trigger) || c.Subject.Chain == c.Object.Chain {
			t.Errorf("%+v", c)
		}
	}
	if len(o.Blocks) != o.Sentences || len(lines) != o.Sentences+1 {
		t.Errorf("%d blocks, %d sentences, %d lines", len(o.Blocks), o.Sentences, len(lines))
	}
}

func FuzzObserve(f *testing.F) {
	f.Add(known)
	f.Add("<a:x> <b:name> \"n\" <g:g> .\n<a:x> <urn:kgbuild:predicate/open%3Aa> <a:y> .\n<a:y> <b:label> \"m\\u0000\" .")
	f.Fuzz(func(t *testing.T, text string) {
		o, _, err := Observe([]byte(text), Options{Path: "x.nq", Type: nlp.Concept})
		if err == nil {
			check(t, o)
		}
	})
}
