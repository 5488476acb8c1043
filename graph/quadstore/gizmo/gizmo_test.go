package gizmo_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/cayley/query"
	cgizmo "github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
)

func news(t testing.TB) *quadstore.Store {
	return quadstoretest.Fill(t, quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates))
}

// show writes a row on one line: the id, then the other tags by name.
func show(r gizmo.Row) string {
	if r.Tags == nil {
		return fmt.Sprint(r.Value)
	}
	var out []string
	if id, ok := r.Tags["id"]; ok {
		out = append(out, quad.StringOf(id))
	}
	var names []string
	for name := range r.Tags {
		if name != "id" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		out = append(out, name+"="+quad.StringOf(r.Tags[name]))
	}
	return strings.Join(out, " ")
}

func run(t *testing.T, s *quadstore.Store, script string) ([]string, *gizmo.Result, error) {
	t.Helper()
	res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: script}, gizmo.Limits{Time: 20 * time.Second, Rows: 1000})
	var rows []string
	for _, r := range res.Rows {
		rows = append(rows, show(r))
	}
	return rows, res, err
}

const bombing = "<event/2031-05-01-marlow-bombing>"

var answers = []struct {
	reason, script string
	want           []string // sorted
}{
	{"an edge for each claim", `entity("Red Tide").out("<claimed>").all()`, []string{bombing, bombing}},
	{"unique folds them", `entity("Red Tide").out("<claimed>").unique().all()`, []string{bombing}},
	{"an alias, in any case", `entity("rt").out("<claimed>").unique().all()`, []string{bombing}},
	{"article and possessive", `entity("The Ministry's").all()`, []string{"<entity/ministry-of-ports>"}},
	{"full stops", `entity("MOP").all()`, []string{"<entity/ministry-of-ports>"}},
	{"an id", `entity("entity/red-tide", "<event/2031-05-01-marlow-bombing>").all()`, []string{"<entity/red-tide>", bombing}},
	{"nobody of that name", `entity("Nobody").out("<claimed>").all()`, nil},
	{"a predicate that nothing has", `entity("RT").out("<nothing>").all()`, nil},
	{"brackets of a predicate left out", `entity("RT").out("claimed").unique().all()`, []string{bombing}},
	{"a path left unrun is run", `entity("RT").out("<claimed>").unique()`, []string{bombing}},
	{"a denial leads to the event", `entity("the ministry").out("<denied>").out("<concerns>").all()`, []string{bombing}},
	{"symmetric, from one end", `entity("Southern Union").out("<hostile>").all()`, []string{"<entity/northern-union>"}},
	{"symmetric, from the other", `entity("NU").out("<hostile>").all()`, []string{"<entity/southern-union>"}},
	{"implied, both ways", `entity("RT").out("<allied>").all()`, []string{"<entity/northern-union>"}},
	{"implied, the other way", `entity("NU").out("<allied>").all()`, []string{"<entity/red-tide>"}},
	{"what is possible is no edge", `entity("NU").out("<carried_out>").all()`, nil},
	{"but has a claim", `g.V().has("<predicate>", "<carried_out>").save("<modality>", "how").all()`, []string{"<claim/0007> how=\"possible\""}},
	{"a number", `g.V(` + "`" + bombing + "`" + `).out("<death_toll>").all()`, []string{`"7"^^<xsd:integer>`}},
	{"comparing numbers", `g.V().has("<object>", gte(7)).all()`, []string{"<claim/0009>"}},
	{"a whole number against fractions", `g.V().has("<confidence>", lt(1)).count()`, []string{"13"}},
	{"a fraction against whole numbers", `g.V().has("<object>", gt(6.5)).all()`, []string{"<claim/0009>"}},
	{"a fraction against fractions", `g.V().has("<confidence>", gt(0.9)).all()`, nil},
	{"comparing dates", `g.V().has("<date>", gte("2031-05-03")).out("<title>").all()`, []string{`"Who did it?"`}},
	{"regular expression", `g.V().has("<name>", regex("Union$")).all()`, []string{"<entity/northern-union>", "<entity/southern-union>"}},
	{"like", `g.V().has("<name>", like("%Tide")).all()`, []string{"<entity/red-tide>"}},
	{"edges with their claims", `entity("RT").labelContext(g.V().has("<type>", "Claim"), "claim").out("<claimed>").all()`,
		[]string{bombing + " claim=<claim/0001>", bombing + " claim=<claim/0002>"}},
	{"predicates of an edge", `entity("NU").out(g.V("<hostile>", "<supports>"), "p").all()`,
		[]string{"<entity/red-tide> p=<supports>", "<entity/southern-union> p=<hostile>"}},
	{"tag and back", `entity("RT").tag("who").out("<claimed>").in("<condemned>").back("who").unique().all()`, []string{"<entity/red-tide> who=<entity/red-tide>"}},
	{"count as the last value", `entity("RT").out("<claimed>").count()`, []string{"2"}},
	{"count of nothing", `entity("RT").out("<nothing>").count()`, []string{"0"}},
	{"emit", `g.emit({a: 1, b: ["x", null, g.V]})`, []string{"map[a:1 b:[x <nil> <nil>]]"}},
	{"emit nothing", `g.emit(null)`, nil},
	{"forEach", `entity("RT", "NU").forEach(function (d) { g.emit(d.id) })`, []string{"<entity/northern-union>", "<entity/red-tide>"}},
	{"forEach, limited", `g.V().has("<type>", "Claim").forEach(3, function (d) { g.emit(1) })`, []string{"1", "1", "1"}},
	{"toArray", `g.emit(entity("RT").out("<claimed>").toArray().length)`, []string{"2"}},
	{"toValue of nothing", `g.emit(entity("RT").out("<nothing>").toValue() === null)`, []string{"true"}},
	{"tagArray", `g.emit(entity("RT").tag("x").tagArray()[0].x)`, []string{"<entity/red-tide>"}},
	{"getLimit", `entity("RT").out("<claimed>").getLimit(1); g.emit("end")`, []string{bombing, "end"}},
	{"morphism", `var friends = g.M().out("<allied>"); entity("RT").follow(friends).all()`, []string{"<entity/northern-union>"}},
	{"morphism, reversed", `entity("NU").followR(g.M().out("<hostile>")).all()`, []string{"<entity/southern-union>"}},
	{"recursive", `entity("RT").followRecursive(g.M().out(["<allied>", "<hostile>"]), 2).all()`,
		[]string{"<entity/northern-union>", "<entity/red-tide>", "<entity/southern-union>"}},
	{"and, or, except", `g.V().has("<type>", "Organization").except(entity("RT").or(entity("NU"))).and(g.V().has("<alias>", "M.O.P.")).all()`,
		[]string{"<entity/ministry-of-ports>"}},
	{"a text that looks like a node", `g.V(str("<entity/red-tide>")).out().all()`, nil},
	{"a script that catches its errors", `try { iri(1) } catch (e) { g.emit("caught") }`, []string{"caught"}},
	{"capital letters", `g.V("<entity/red-tide>").Out("<name>").All()`, []string{`"Red Tide"`}},
	{"skip and limit", `g.V().has("<type>", "Claim").skip(12).limit(5).count()`, []string{"1"}},
	{"in(); both()", `entity("NU").both("<hostile>").unique().all()`, []string{"<entity/southern-union>"}},
	{"both, from nobody", `entity("Nobody").both("<hostile>").all()`, nil},
	{"both, from nowhere", `g.V("<x>").in("<hostile>").both("<hostile>").or(entity("RT")).all()`, []string{"<entity/red-tide>"}},
	{"outPredicates", `entity("Vera Holt").labelContext(g.V().has("<type>", "Claim")).outPredicates().count() > 0`, []string{"true"}},
}

func TestAnswers(t *testing.T) {
	memory, err := quadstore.NewMemory(quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*quadstore.Store{"bbolt": news(t), "memory": memory} {
		for _, c := range answers {
			t.Run(name+"/"+c.reason, func(t *testing.T) {
				got, _, err := run(t, s, c.script)
				if err != nil {
					t.Fatal(err)
				}
				again, _, _ := run(t, s, c.script)
				if d := cmp.Diff(got, again); d != "" && name == "bbolt" {
					t.Errorf("the second run differs:\n%s", d)
				}
				slices.Sort(got)
				if d := cmp.Diff(c.want, got); d != "" {
					t.Errorf("rows differ (-want +got):\n%s", d)
				}
			})
		}
	}
}

// Where Cayley's own session can run a script, the rows are the same.
func TestSameAsCayley(t *testing.T) {
	s := news(t)
	for _, script := range []string{
		`g.V("<entity/red-tide>").out("<claimed>").all()`,
		`g.V("<entity/northern-union>").both(["<hostile>", "<allied>"], "p").unique().all()`,
		`g.V().has("<type>", "Claim").save("<polarity>", "p").saveOpt("<qualifier>", "q").all()`,
		`g.V().has("<type>", "Claim").save("<predicate>").order().getLimit(4)`,
		`g.V().has("<modality>", gt("certain")).out("<attribution>").all()`,
		`g.V("<entity/vera-holt>").labelContext(g.V().has("<polarity>", "positive"), "c").out(null, "p").all()`,
		`g.V("<entity/vera-holt>").tag("a").out("<condemned>").in("<claimed>").back("a").all()`,
		`g.V("<entity/red-tide>").saveR("<allied>", "ally").hasR("<supports>").all()`,
		`g.V("<entity/red-tide>").followRecursive("<allied>", 3, "depth").all()`,
		`g.V("<entity/red-tide>").union(g.V("<entity/marlow>")).intersect(g.V("<entity/marlow>")).all()`,
		`g.V().has("<name>", "Marlow").inPredicates().all()`,
		`g.V("<entity/vera-holt>").saveOutPredicates("p").all()`,
		`g.V().filter(regex("^Vera"), like("%Holt")).all()`,
		`g.V("<event/2031-05-01-marlow-bombing>").in("<carried_out>").labels().all()`,
		`g.emit(g.V("<entity/red-tide>").out("<claimed>").toArray())`,
		`g.emit(g.V().has("<type>", "Claim").count())`,
		`g.V("<entity/red-tide>").tag("x").forEach(function (d) { g.emit(d) })`,
	} {
		got, res, err := run(t, s, script)
		if err != nil {
			t.Errorf("%s: %v", script, err)
			continue
		}
		ctx := context.Background()
		qs, err := s.View(ctx)
		if err != nil {
			t.Fatal(err)
		}
		it, err := cgizmo.NewSession(qs).Execute(ctx, script, query.Options{Collation: query.Raw})
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for it.Next(ctx) {
			r := it.Result().(*cgizmo.Result)
			if r.Meta {
				continue
			}
			row := gizmo.Row{Value: r.Val}
			if r.Tags != nil {
				row = gizmo.Row{Tags: map[string]quad.Value{}}
				for name, ref := range r.Tags {
					if ref == nil {
						continue
					}
					v, err := qs.NameOf(ref)
					if err != nil {
						t.Fatal(err)
					}
					if v != nil {
						row.Tags[name] = v
					}
				}
				if len(row.Tags) == 0 {
					continue
				}
			}
			want = append(want, show(row))
		}
		if err := it.Err(); err != nil {
			t.Errorf("%s: Cayley: %v", script, err)
		}
		it.Close()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: rows differ (-Cayley +ours):\n%s", script, d)
		}
		if len(res.Rows) == 0 && !strings.Contains(script, "carried_out") {
			t.Errorf("%s: no rows, so it shows nothing", script)
		}
	}
}

func TestScriptErrors(t *testing.T) {
	s := news(t)
	for _, c := range []struct{ script, want string }{
		{"entity(\"RT\")\n  .out(\"<claimed>\"\n.all()", "query, line 3, column"},
		{"var a = 1;\n\nentity(\"RT\").oot()", "query, line 3, column 17: TypeError: Object has no member 'oot'"},
		{"nothing", "query, line 1, column 1: ReferenceError: nothing is not defined"},
		{"\nthrow 'so'", "query, line 2, column 1: so"},
		{`const a = 1; const a = 2`, "query, line 1"},
		{`iri(1)`, "query, line 1, column 4: iri: it takes one string"},
		{`g.V().out({})`, "out: an object is not a node or value"},
		{`g.V().out(["<a>", null])`, "out: null is not a node"},
		{`g.V().and()`, "and: it takes one path"},
		{`g.V().follow("x")`, `follow: "x" is not a path`},
		{`g.V().tag(1).all()`, "tag: a tag is a string"},
		{`g.V().back("x")`, `back: the path has no tag "x"`},
		{`g.V().tag("x").labels().back("x")`, "back: this path is not supported"},
		{`g.V().followR(g.M().outPredicates())`, "followR: this path is not supported"},
		{`g.V().filter()`, "filter: it needs a filter"},
		{`g.V().filter(regex("("))`, "regex: error parsing regexp"},
		{`g.V().limit(-1)`, "limit: -1 is negative"},
		{`g.V().forEach(1)`, "forEach: its last argument is not a function"},
		{`entity()`, "entity: it needs a name"},
		{`entity(7)`, "entity: it needs a name"},
		{`g.V("")`, "V: an empty string names no node"},
		{`var f = entity("RT").out; f("<a>")`, "out: it was not called on a path"},
		{`function f() { return f() }; f()`, "call each other"},
		{"entity('RT').forEach(function (d) {\n  d.x.y\n})", "query, line 2, column"},
		{"//# sourceMappingURL=/etc/passwd\nnothing", "query, line 2"},
	} {
		_, _, err := run(t, s, c.script)
		var mistake *gizmo.Error
		if !errors.As(err, &mistake) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\n gave %v\n want %s", c.script, err, c.want)
		} else if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: the message has several lines: %q", c.script, err)
		}
	}
}

func TestRowLimit(t *testing.T) {
	s := news(t)
	for _, script := range []string{
		`g.V().has("<type>", "Claim").all()`,
		`g.V().has("<type>", "Claim")`,
		`for (;;) g.emit("again")`,
		`for (;;) g.V("<entity/red-tide>").all()`,
		`for (;;) { try { g.emit(1) } catch (e) {} }`,
	} {
		res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: script}, gizmo.Limits{Time: 20 * time.Second, Rows: 5})
		if err != nil || len(res.Rows) != 5 || !res.Truncated {
			t.Errorf("%s: %d rows, truncated %v, %v", script, len(res.Rows), res.Truncated, err)
		}
	}
	res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: `g.V().has("<type>", "Claim").all()`}, gizmo.Limits{Rows: 13})
	if err != nil || len(res.Rows) != 13 || res.Truncated {
		t.Errorf("as many rows as the limit: %d, truncated %v, %v", len(res.Rows), res.Truncated, err)
	}
}

func TestUnmatchedNames(t *testing.T) {
	_, res, err := run(t, news(t), `entity("RT").all(); entity("Nobody", "NU").all(); entity("Nobody")`)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"Nobody"}, res.Unmatched); d != "" {
		t.Error(d)
	}
}

func TestParameters(t *testing.T) {
	s := news(t)
	q := gizmo.Query{Script: `entity(params.who).all()`, Params: map[string]string{"who": `"); g.emit("spliced"); ("`}}
	res, err := gizmo.Run(context.Background(), s, q, gizmo.Limits{})
	if err != nil || len(res.Rows) != 0 {
		t.Errorf("hostile parameter: %v, %v", res.Rows, err)
	}
	q.Params["who"] = "red tide"
	res, err = gizmo.Run(context.Background(), s, q, gizmo.Limits{})
	if err != nil || len(res.Rows) != 1 {
		t.Errorf("parameter: %v, %v", res.Rows, err)
	}
}

const (
	wideNodes = 60
	wideEdges = 20 // of each node
)

// wide is a store in which paths of some steps take minutes to search.
func wide(t testing.TB) *quadstore.Store {
	return quadstoretest.Fill(t, func(yield func(quad.Quad) bool) {
		for i := range wideNodes {
			for j := range wideEdges {
				q := quad.Quad{
					Subject: quad.IRI(fmt.Sprintf("entity/%d", i)), Predicate: quad.IRI("met"),
					Object: quad.IRI(fmt.Sprintf("entity/%d", (i*7+j*j+j)%wideNodes)),
					Label:  quad.IRI(fmt.Sprintf("claim/%d", i*wideEdges+j)),
				}
				if !yield(q) {
					return
				}
			}
		}
	})
}

// Each of these would run on after its time in Cayley's session, or break the
// store when it is closed. Afterwards nothing may be running.
func TestTimeLimitEndsEveryQuery(t *testing.T) {
	s := wide(t)
	search := `g.V()` + strings.Repeat(`.out("<met>")`, 8) + `.filter(regex("nobody"))`
	for _, script := range []string{
		`while (true) {}`,
		`while (true) { try { while (true) {} } catch (e) {} finally { continue } }`,
		`for (;;) [3, 1, 2].sort(function (a, b) { return a - b })`,
		search + `.all()`,
		search + `.toArray()`,
		search + `.count()`,
		search + `.forEach(function (d) {})`,
		search,
		`g.V()` + strings.Repeat(`.out("<met>")`, 8) + `.forEach(function (d) { g.V().out("<met>").toArray() })`,
		`for (;;) { try { ` + search + `.all() } catch (e) {} }`,
	} {
		const limit = 300 * time.Millisecond
		before := runtime.NumGoroutine()
		start := time.Now()
		_, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: script}, gizmo.Limits{Time: limit})
		took := time.Since(start)
		if !errors.Is(err, gizmo.ErrTimeLimit) {
			t.Errorf("%s: %v", script, err)
		} else if got, want := err.Error(), "query: stopped at the time limit of 300ms"; got != want {
			t.Errorf("%s: message %q, want %q", script, got, want)
		}
		if took > limit+5*time.Second { // a busy machine
			t.Errorf("%s: it took %v", script, took)
		}
		for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%s: a goroutine is left running", script)
			}
		}
	}
	rows, _, err := run(t, s, `g.V("<entity/1>").out("<met>").unique().count() > 1`)
	if err != nil || !slices.Equal(rows, []string{"true"}) {
		t.Errorf("the next query gave %v, %v", rows, err)
	}
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	select {
	case err := <-closed:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the store cannot be closed")
	}
}

func TestMemoryLimit(t *testing.T) {
	s := news(t)
	for _, script := range []string{
		`var a = []; for (;;) a.push("x" + a.length)`,
		`var a = []; for (;;) { try { a.push({}) } catch (e) {} }`,
	} {
		limits := gizmo.Limits{Time: time.Minute, Memory: 8 << 20}
		_, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: script}, limits)
		if !errors.Is(err, gizmo.ErrMemoryLimit) || err.Error() != "query: stopped at the memory limit of 8 MB" {
			t.Errorf("%s: %v", script, err)
		}
	}
	limits := gizmo.Limits{Memory: 512 << 20}
	if _, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: `g.V().count()`}, limits); err != nil {
		t.Errorf("a small query: %v", err)
	}
}

func TestCancelledContext(t *testing.T) {
	s := wide(t)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(100*time.Millisecond, cancel)
	_, err := gizmo.Run(ctx, s, gizmo.Query{Script: `while (true) {}`}, gizmo.Limits{Time: time.Minute})
	if !errors.Is(err, context.Canceled) || errors.Is(err, gizmo.ErrTimeLimit) {
		t.Errorf("gave %v", err)
	}
	if _, err := gizmo.Run(ctx, s, gizmo.Query{Script: `1`}, gizmo.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that is done: %v", err)
	}
}

func TestQueriesAtOnce(t *testing.T) {
	s := wide(t)
	errs := make(chan error)
	for i := range 8 {
		go func() {
			script := fmt.Sprintf(`g.V("<entity/%d>").out("<met>").out("<met>").count()`, i)
			res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: script}, gizmo.Limits{Time: time.Minute})
			if err == nil && (len(res.Rows) != 1 || res.Rows[0].Value != int64(wideEdges*wideEdges)) {
				err = fmt.Errorf("%s gave %v", script, res.Rows)
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
