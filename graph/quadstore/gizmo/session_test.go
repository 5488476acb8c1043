package gizmo_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
)

// A session remembers what was declared, also past scripts that fail or are
// stopped, and a stop does not hit the script after it.
func TestSessionRemembers(t *testing.T) {
	s := gizmo.NewSession(news(t))
	ask := func(script string, lim gizmo.Limits) ([]string, error) {
		res, err := s.Run(context.Background(), gizmo.Query{Script: script, Params: map[string]string{"p": script}}, lim)
		var rows []string
		for _, r := range res.Rows {
			rows = append(rows, show(r))
		}
		return rows, err
	}
	minute := gizmo.Limits{Time: time.Minute}
	for _, c := range []struct {
		script string
		limits gizmo.Limits
		want   []string
		err    error // nil for any error that wantErr tells of
		fails  bool
	}{
		{script: `var tide = entity("RT")`},
		{script: `tide.out("<allied>")`, want: []string{"<entity/northern-union>"}},
		{script: `function allies(p) { return p.out("<allied>") }; const limit = 1`},
		{script: `allies(tide).limit(limit)`, want: []string{"<entity/northern-union>"}},
		{script: `nobody.all()`, fails: true},
		{script: `while (true) {}`, limits: gizmo.Limits{Time: 20 * time.Millisecond}, err: gizmo.ErrTimeLimit, fails: true},
		{script: `g.V().all()`, limits: gizmo.Limits{Rows: 1, Time: time.Minute}, want: []string{"<doc/0000000000000001>"}},
		{script: `allies(tide).all(); tide = entity("NU")`, want: []string{"<entity/northern-union>"}},
		{script: `tide.count()`, want: []string{"1"}},
		{script: `params.p`, want: []string{"params.p"}},
	} {
		if c.limits == (gizmo.Limits{}) {
			c.limits = minute
		}
		got, err := ask(c.script, c.limits)
		if (err != nil) != c.fails || c.err != nil && !errors.Is(err, c.err) {
			t.Errorf("%s: error %v", c.script, err)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: rows differ (-want +got):\n%s", c.script, d)
		}
	}
}

func TestUnfinished(t *testing.T) {
	for script, want := range map[string]bool{
		`entity("IS").out("<claimed>")`: false,
		"":                              false,
		"entity(":                       true,
		`entity("IS").`:                 true,
		"function f() {":                true,
		"function f() {\n}":             false,
		"[1, 2":                         true,
		"var x =":                       true,
		"`one\n":                        true,
		"/* a comment":                  true,
		"g.V() /* a comment */":         false,
		"// see /* there":               false,
		`"open string`:                  false, // a mistake: it cannot go on in the next line
		"g.V())":                        false,
		"if (true) {\n g.V()\n} else {": true,
	} {
		if got := gizmo.Unfinished(script); got != want {
			t.Errorf("%q: %v, want %v", script, got, want)
		}
	}
}

func TestDeclares(t *testing.T) {
	for script, want := range map[string]bool{
		`var x = entity("IS")`: true, "let y = 1": true, "const z = 2": true, "function f() {}": true,
		"var x = 1; x": false, "g.V()": false, "": false, "var x =": false,
	} {
		if got := gizmo.Declares(script); got != want {
			t.Errorf("%q: %v, want %v", script, got, want)
		}
	}
}

// Every word has help with an example that runs, and nothing that a script can
// call is left out.
func TestWords(t *testing.T) {
	s := news(t)
	known := map[string]bool{"map": true, "as": true, "intersect": true, "union": true, "difference": true}
	for _, w := range gizmo.Words() {
		if known[w.Name] {
			t.Errorf("%s is listed twice", w.Name)
		}
		known[w.Name] = true
		if w.Usage == "" || w.Help == "" {
			t.Errorf("%s has no help", w.Name)
		}
		q := gizmo.Query{Script: w.Example, Params: map[string]string{"who": "RT"}}
		if _, err := gizmo.Run(context.Background(), s, q, gizmo.Limits{Time: time.Minute}); err != nil || w.Example == "" {
			t.Errorf("%s: its example fails: %v", w.Name, err)
		}
	}
	res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: `
		var names = Object.keys(Object.getPrototypeOf(g.V())).concat(Object.keys(g), ["entity", "gt", "gte", "lt", "lte", "like",
			"regex", "iri", "str", "lang", "typed", "raw", "bnode"]);
		names.filter(function (n) { return n[0] === n[0].toLowerCase() || n.length === 1 }).forEach(function (n) { g.emit(n) })`},
		gizmo.Limits{Time: time.Minute})
	if err != nil || len(res.Rows) < 50 {
		t.Fatalf("%d names, %v", len(res.Rows), err)
	}
	for _, r := range res.Rows {
		if name, _ := r.Value.(string); !known[name] {
			t.Errorf("%v has no help", r.Value)
		}
	}
}
