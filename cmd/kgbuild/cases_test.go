package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/resolve"
	"github.com/kgbuild/kgbuild/loaders"
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// TestCases reads the cases of testdata/cases: an article, the claims that must
// come out ("want"), and those that must not ("not"). A case's comment is its
// reason. A claim is written
//
//	subject | predicate | object | how
//
// where an end is a name or alias, "*" for anything, or "#84" for a number, and
// how, which may be left out, lists what differs from a plain fact: negative,
// possible, desired, future, by NAME (its attribution), and its time where that
// is asked: on DATE, undated. In "not", a claim
// matches however it is stated when how is left out.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../../testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	an, known := builtinAnalyser(t)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			runCase(t, an, known, archive)
		})
	}
}

// builtinAnalyser reads articles with the built-in codebook, whose predicates it
// returns as well.
func builtinAnalyser(t *testing.T) (*analyser, graph.Predicates) {
	t.Helper()
	book, err := codebook.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	an, err := newAnalyser(book, true)
	if err != nil {
		t.Fatal(err)
	}
	return an, predicates(book)
}

func runCase(t *testing.T, an *analyser, known graph.Predicates, archive *txtar.Archive) {
	parts := make(map[string]string)
	for _, f := range archive.Files {
		parts[f.Name] = string(f.Data)
	}
	if strings.TrimSpace(string(archive.Comment)) == "" || parts["article"] == "" {
		t.Fatal("a case needs a reason and an article")
	}
	g := graphOf(t, an, known, parts["article"])
	for _, line := range caseLines(parts["want"]) {
		if !slices.ContainsFunc(g.claims, func(c *graph.Claim) bool { return g.matches(t, line, c, true) }) {
			t.Errorf("missing: %s", line)
		}
	}
	for _, line := range caseLines(parts["not"]) {
		for _, c := range g.claims {
			if g.matches(t, line, c, false) {
				t.Errorf("wrong: %s", g.sentence(c))
			}
		}
	}
	if t.Failed() {
		t.Logf("%sclaims found:", archive.Comment)
		for _, c := range g.claims {
			t.Log("  ", g.sentence(c))
		}
	}
}

func caseLines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })
}

// caseGraph is the graph of one article, as the cases speak of it.
type caseGraph struct {
	entities map[graph.EntityID]*graph.Entity
	claims   []*graph.Claim
	known    graph.Predicates
}

func graphOf(t *testing.T, an *analyser, known graph.Predicates, text string) *caseGraph {
	t.Helper()
	r := resolutionOf(t, an, known, loaders.Options{Stdin: strings.NewReader(text), Format: "text"}, "-")
	g := &caseGraph{entities: make(map[graph.EntityID]*graph.Entity), known: known}
	for i := range r.Entities {
		g.entities[r.Entities[i].ID] = &r.Entities[i]
	}
	for i := range r.Claims {
		g.claims = append(g.claims, &r.Claims[i])
	}
	return g
}

// resolutionOf reads articles and resolves them together.
func resolutionOf(t *testing.T, an *analyser, known graph.Predicates, opts loaders.Options, inputs ...string) *graph.Resolution {
	t.Helper()
	reader, err := loaders.NewReader(opts)
	if err != nil {
		t.Fatal(err)
	}
	var observations []*graph.Observation
	for d, err := range reader.Read(context.Background(), inputs...) {
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256([]byte(d.Text))
		d.SHA256 = hex.EncodeToString(sum[:])
		o, err := an.observe(context.Background(), d)
		if err != nil {
			t.Fatal(err)
		}
		observations = append(observations, o)
	}
	all := iter.Seq2[*graph.Observation, error](func(yield func(*graph.Observation, error) bool) {
		for _, o := range observations {
			if !yield(o, nil) {
				return
			}
		}
	})
	r, _, err := resolve.Resolve(context.Background(), all, resolve.Options{Knowledge: worldKnowledge(), Predicates: known})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// matches reports whether a claim is what a line of a case says. With exact, a
// claim must also be stated as the line says.
func (g *caseGraph) matches(t *testing.T, line string, c *graph.Claim, exact bool) bool {
	t.Helper()
	fields := strings.Split(line, "|")
	if len(fields) < 3 {
		t.Fatalf("case line %q: want subject | predicate | object", line)
	}
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if string(c.Predicate) != fields[1] {
		return false
	}
	fits := g.endIs(fields[0], c.Subject) && g.endIs(fields[2], c.Object)
	if !fits && g.known[c.Predicate].Symmetric {
		fits = g.endIs(fields[0], c.Object) && g.endIs(fields[2], c.Subject)
	}
	if !fits || len(fields) == 3 && !exact {
		return fits
	}
	return g.statedAs(append(fields, "")[3], c)
}

func (g *caseGraph) endIs(want string, e graph.End) bool {
	if want == "*" {
		return true
	}
	if number, ok := strings.CutPrefix(want, "#"); ok {
		return e.Quantity != nil && fmt.Sprint(e.Quantity.Value) == number
	}
	entity := g.entities[e.Entity]
	if entity == nil {
		return strings.EqualFold(want, e.Text)
	}
	names := append([]string{entity.Name}, entity.Aliases...)
	for _, m := range entity.Mentions {
		names = append(names, m.Text)
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.EqualFold(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(n), "the "), "a "), want)
	})
}

func (g *caseGraph) statedAs(how string, c *graph.Claim) bool {
	polarity, modality, by := nlp.Positive, nlp.Certain, []string(nil)
	for _, word := range strings.Split(how, ",") {
		word = strings.TrimSpace(word)
		when, dated := strings.CutPrefix(word, "on ")
		switch name, isBy := strings.CutPrefix(word, "by "); {
		case isBy:
			by = append(by, name)
		case dated && c.Time.Text() != when, word == "undated" && !c.Time.IsZero():
			return false
		case dated, word == "undated":
		case word == string(nlp.Negative):
			polarity = nlp.Negative
		case word != "":
			modality = nlp.Modality(word)
		}
	}
	if c.Polarity != polarity || c.Modality != modality || len(c.Attribution) != len(by) {
		return false
	}
	for i, name := range by {
		if !g.endIs(name, graph.End{Entity: c.Attribution[i]}) {
			return false
		}
	}
	return true
}

func (g *caseGraph) sentence(c *graph.Claim) string {
	name := func(e graph.End) string {
		switch {
		case g.entities[e.Entity] != nil:
			return g.entities[e.Entity].Name
		case e.Quantity != nil:
			return fmt.Sprintf("%s %v", e.Quantity.Qualifier, e.Quantity.Value)
		}
		return e.Text
	}
	var by []string
	for _, id := range c.Attribution {
		by = append(by, "by "+name(graph.End{Entity: id}))
	}
	return fmt.Sprintf("%s | %s | %s | %s, %s %s [%s]", name(c.Subject), c.Predicate, name(c.Object),
		c.Polarity, c.Modality, strings.Join(by, ", "), c.Rule)
}
