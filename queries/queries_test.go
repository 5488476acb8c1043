package queries_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/queries"
)

func news(t *testing.T) *quadstore.Store {
	t.Helper()
	return quadstoretest.Fill(t, quadstore.Quads(quadstoretest.News(), quadstoretest.Predicates))
}

// show writes a row as "id tag=value …", without what every node name begins with.
func show(r gizmo.Row) string {
	short := func(v quad.Value) string {
		s, ok := v.(quad.IRI)
		if !ok {
			return quad.ToString(v)
		}
		_, name, found := strings.Cut(string(s), "/")
		if !found {
			return string(s)
		}
		return name
	}
	out := []string{short(r.Tags["id"])}
	for name, v := range r.Tags {
		if name != "id" {
			out = append(out, name+"="+short(v))
		}
	}
	slices.Sort(out[1:])
	return strings.Join(out, " ")
}

const blast = "2031-05-01-marlow-bombing"

var cases = []struct {
	query  string
	params map[string]string
	want   []string // sorted
}{
	{"who-claimed", map[string]string{"event": "Marlow bombing"}, []string{
		"red-tide claim=0001 document=0000000000000001 event=" + blast + " modality=certain polarity=positive",
		"red-tide claim=0002 document=0000000000000002 event=" + blast + " modality=certain polarity=positive",
	}},
	{"who-claimed", nil, []string{
		"red-tide claim=0001 document=0000000000000001 event=" + blast + " modality=certain polarity=positive",
		"red-tide claim=0002 document=0000000000000002 event=" + blast + " modality=certain polarity=positive",
	}},
	{"who-claimed", map[string]string{"event": "Southern Union"}, nil},
	{"who-denied", map[string]string{"event": "the marlow bombing"}, []string{
		"ministry-of-ports claim=0003 document=0000000000000002 modality=certain polarity=positive what=involvement",
	}},
	{"who-denied", nil, []string{
		"ministry-of-ports claim=0003 document=0000000000000002 modality=certain polarity=positive what=involvement",
	}},
	{"who-condemned", map[string]string{"event": blast}, nil}, // an id is written whole
	{"who-condemned", map[string]string{"event": "event/" + blast}, []string{
		"vera-holt claim=0012 document=0000000000000002 modality=certain polarity=positive what=" + blast,
	}},
	{"allies", map[string]string{"entity": "NU"}, []string{"red-tide claim=0005"}},
	{"allies", map[string]string{"entity": "RT"}, []string{"northern-union claim=0005"}},
	{"hostile", map[string]string{"entity": "NU"}, []string{"southern-union claim=0006 relation=hostile"}},
	{"hostile", map[string]string{"entity": "southern union"}, []string{"northern-union claim=0006 relation=hostile"}},
	{"members", map[string]string{"organisation": "M.O.P."}, []string{"vera-holt claim=0011 role=leads"}},
	{"said-about", map[string]string{"who": "Vera Holt", "about": "Northern Union"}, []string{
		"0007 document=0000000000000002 modality=possible object=" + blast + " polarity=positive predicate=carried_out subject=northern-union",
	}},
	{"said-about", map[string]string{"who": "Vera Holt", "about": "Marlow bombing"}, []string{
		"0007 document=0000000000000002 modality=possible object=" + blast + " polarity=positive predicate=carried_out subject=northern-union",
		"0012 document=0000000000000002 modality=certain object=" + blast + " polarity=positive predicate=condemned subject=vera-holt",
	}},
	{"said-about", map[string]string{"who": "M.O.P.", "about": "Marlow bombing"}, []string{
		"0003 document=0000000000000002 modality=certain object=involvement polarity=positive predicate=denied subject=ministry-of-ports",
	}},
	{"said-about", map[string]string{"who": "Vera Holt", "about": "Marlow"}, nil},
	{"two-steps", map[string]string{"entity": "Red Tide"}, []string{
		"southern-union first=supports second=hostile through=northern-union",
		"vera-holt first=claimed second=condemned through=" + blast,
	}},
	{"who-was-where", map[string]string{"where": "Marlow"}, []string{
		"northern-union claim=0007 document=0000000000000002 how=carried_out modality=possible polarity=positive where=" + blast,
	}},
	{"who-was-where", map[string]string{"where": "Marlow", "who": "Red Tide"}, nil},
	{"members", map[string]string{"organisation": "Southern Union"}, []string{"vera-holt claim=0013 role=member_of"}},
	{"about-event", map[string]string{"event": "Marlow bombing"}, []string{
		"0001 document=0000000000000001 modality=certain object=" + blast + " polarity=positive predicate=claimed subject=red-tide",
		"0002 document=0000000000000002 modality=certain object=" + blast + " polarity=positive predicate=claimed subject=red-tide",
		"0003 document=0000000000000002 modality=certain object=involvement polarity=positive predicate=denied subject=ministry-of-ports",
		"0004 document=0000000000000002 modality=certain object=" + blast + " polarity=positive predicate=concerns subject=involvement",
		"0007 document=0000000000000002 modality=possible object=" + blast + " polarity=positive predicate=carried_out subject=northern-union",
		"0009 document=0000000000000001 modality=certain object=\"7\"^^<xsd:integer> polarity=positive predicate=death_toll subject=" + blast,
		"0012 document=0000000000000002 modality=certain object=" + blast + " polarity=positive predicate=condemned subject=vera-holt",
	}},
}

func TestBuiltInQueries(t *testing.T) {
	set, err := queries.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	s := news(t)
	tested := make(map[string]bool)
	for _, c := range cases {
		q, err := set.Get(c.query)
		if err != nil {
			t.Fatal(err)
		}
		if err := q.Check(c.params); err != nil {
			t.Errorf("%s %v: %v", c.query, c.params, err)
		}
		res, err := gizmo.Run(context.Background(), s, gizmo.Query{Script: q.Script, Params: c.params}, gizmo.Limits{Time: time.Minute})
		if err != nil {
			t.Errorf("%s %v: %v", c.query, c.params, err)
			continue
		}
		var got []string
		for _, r := range res.Rows {
			got = append(got, show(r))
		}
		slices.Sort(got)
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s %v: rows differ (-want +got):\n%s", c.query, c.params, d)
		}
		tested[c.query] = tested[c.query] || len(got) > 0
	}
	for _, q := range set.Sorted() {
		if !tested[q.Name] {
			t.Errorf("%s has no test with an answer", q.Name)
		}
		if !strings.Contains(q.Example, "--named "+q.Name) {
			t.Errorf("%s: its example is another query's: %s", q.Name, q.Example)
		}
		for _, p := range q.Parameters {
			if !strings.Contains(q.Example, "--param "+p.Name+"=") || !strings.Contains(q.Script, "params."+p.Name) {
				t.Errorf("%s: parameter %s is not in its example, or not in its script", q.Name, p.Name)
			}
		}
	}
}

func TestParse(t *testing.T) {
	text := `// Who met somebody,
// and when.
//
// Columns: id is who.
//
// Parameters:
//   who    the name of
//   since_2  first year (optional)
//
// Example: kgbuild query --named met
//   --param who=X

g.V() // Parameters: not here
`
	if _, err := queries.Parse("met", text); err != nil {
		t.Fatal(err)
	}
	got, err := queries.Parse("met", text)
	if err != nil {
		t.Fatal(err)
	}
	want := &queries.Query{
		Name: "met", Summary: "Who met somebody, and when.", Notes: []string{"Columns: id is who."},
		Parameters: []queries.Parameter{{Name: "who", Help: "the name of"}, {Name: "since_2", Help: "first year", Optional: true}},
		Example:    "kgbuild query --named met --param who=X", Script: text,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("query differs (-want +got):\n%s", d)
	}
	for text, reason := range map[string]string{
		"g.V().all()":   "does not say what it answers",
		"// Something.": "gives no example",
		"// Something.\n//\n// Parameters:\n// who, when\n//\n// Example: x": "no line of a list",
	} {
		if _, err := queries.Parse("x", text); err == nil || !strings.Contains(err.Error(), reason) {
			t.Errorf("%q: %v, want %q", text, err, reason)
		}
	}
}

func TestCheckParameters(t *testing.T) {
	q := &queries.Query{Name: "met", Parameters: []queries.Parameter{{Name: "who", Help: "somebody"}, {Name: "since", Optional: true}}}
	for _, c := range []struct {
		params map[string]string
		want   string // part of the error; empty for none
	}{
		{map[string]string{"who": "X"}, ""},
		{map[string]string{"who": "X", "since": "2020"}, ""},
		{map[string]string{"since": "2020"}, "needs the parameter who: somebody"},
		{map[string]string{"who": "X", "whom": "Y", "a": ""}, "no parameter a, whom; it takes who, since"},
	} {
		err := q.Check(c.params)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.params, err, c.want)
		}
	}
}

func TestUsersFolder(t *testing.T) {
	set, err := queries.BuiltIn()
	if err != nil {
		t.Fatal(err)
	}
	builtIn := len(set)
	own, err := queries.Load(fstest.MapFS{
		"mine.gizmo":   {Data: []byte("// Mine.\n//\n// Example: x")},
		"allies.gizmo": {Data: []byte("// Other allies.\n//\n// Example: x")},
		"bad.gizmo":    {Data: []byte("g.V()")},
		"notes.txt":    {Data: []byte("not a query")},
	}, "own/queries")
	if err == nil || !strings.Contains(err.Error(), "query bad:") {
		t.Errorf("a bad file gave %v", err)
	}
	set.Add(own)
	if len(set) != builtIn+1 || set["allies"].Summary != "Other allies." ||
		set["allies"].Origin != "own/queries" || set["members"].Origin != queries.Shipped {
		t.Errorf("%d queries, allies is %q", len(set), set["allies"].Summary)
	}
	if _, err := set.Get("none"); err == nil || !strings.Contains(err.Error(), "about-event, allies, hostile") {
		t.Errorf("an unknown name gave %v", err)
	}
}
