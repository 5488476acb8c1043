package corrections

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestParseLine(t *testing.T) {
	cases := []struct {
		line   string
		want   *Correction
		reason string
	}{
		{"", nil, "an empty line holds nothing"},
		{"  # merge A = B", nil, "a comment holds nothing"},
		{"merge IS = ISIS = Islamic State",
			&Correction{Verb: Merge, Refs: []Ref{{Name: "IS"}, {Name: "ISIS"}, {Name: "Islamic State"}}},
			"a merge takes two or more"},
		{`MERGE "A = B: C, D" = E # both spellings`,
			&Correction{Verb: Merge, Refs: []Ref{{Name: "A = B: C, D"}, {Name: "E"}}},
			"quotation marks keep signs; a comment ends the line"},
		{"merge Team #7 = Seven",
			nil, "an unquoted # after white space begins a comment, so B is missing"},
		{"merge Washington (city) = entity/washington",
			&Correction{Verb: Merge, Refs: []Ref{{Name: "Washington", Type: nlp.City}, {ID: "entity/washington"}}},
			"types in any case; ids as they are"},
		{"split Islamic State: doc/0a1b2c3d, ISIS-K, \"the group\" @ doc/ffffff",
			&Correction{Verb: Split, Refs: []Ref{{Name: "Islamic State"}},
				Parts: []Ref{{Document: "doc/0a1b2c3d"}, {Name: "ISIS-K"}, {Name: "the group", Document: "doc/ffffff"}}},
			"parts are documents, names, and names in documents"},
		{"split doc/0a1b2c:3-9: doc/0a1b2c:12-20",
			&Correction{Verb: Split, Refs: []Ref{{Document: "doc/0a1b2c", Span: &nlp.Span{Start: 3, End: 9}}},
				Parts: []Ref{{Document: "doc/0a1b2c", Span: &nlp.Span{Start: 12, End: 20}}}},
			"the colon of offsets is not the colon of a split"},
		{"rename Kerman attack @ doc/0a1b2c: Kerman bombing: the first",
			&Correction{Verb: Rename, Refs: []Ref{{Name: "Kerman attack", Document: "doc/0a1b2c"}}, Name: "Kerman bombing: the first"},
			"only the first colon divides"},
		{"retype Telegram:  product",
			&Correction{Verb: Retype, Refs: []Ref{{Name: "Telegram"}}, Type: nlp.Product}, "types in any case"},
		{"drop event/2024-01-03-kerman-bombing",
			&Correction{Verb: Drop, Refs: []Ref{{ID: "event/2024-01-03-kerman-bombing"}}}, "an entity"},
		{"drop claim/0123456789abcdef", &Correction{Verb: Drop, Claim: "claim/0123456789abcdef"}, "a claim"},
		{`drop "Smith (Jr.)" (Person) @ doc/123456`,
			&Correction{Verb: Drop, Refs: []Ref{{Name: "Smith (Jr.)", Type: nlp.Person, Document: "doc/123456"}}},
			"everything that narrows a name at once"},
	}
	for _, c := range cases {
		got, err := parseLine(c.line)
		if c.want == nil {
			if got != nil {
				t.Errorf("%q: got %+v, want nothing: %s", c.line, got, c.reason)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q: %v: %s", c.line, err, c.reason)
			continue
		}
		got.Text = ""
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%q: %s (-want +got)\n%s", c.line, c.reason, d)
		}
	}
}

func TestParseProblems(t *testing.T) {
	const file = `# a file with mistakes
marge A = B
merge A
merge A = "B
merge A =
split A
split A:
split A: entity/b
rename A:
retype A: Planet
drop
drop claim/12
drop Smith (Planet)
drop A @ doc/12
merge doc/0a1b2c:9-3 = B
merge Good = Better
`
	want := []string{
		`f:2: unknown correction "marge": want merge, split, rename, retype or drop`,
		`f:3: merge: want A = B`,
		`f:4: merge: quotation mark without end`,
		`f:5: merge: a name or id is missing`,
		`f:6: split: want split A: PART, PART`,
		`f:7: split: nothing after the colon: want split A: PART, PART`,
		`f:8: split: part entity/b: want a document, a name or a mention`,
		`f:9: rename: nothing after the colon: want rename A: NEW NAME`,
		`f:10: retype: unknown type "Planet"`,
		`f:11: drop: of what?`,
		`f:12: drop: claim "claim/12": want claim/ and 16 hexadecimal digits`,
		`f:13: drop: unknown type "Planet": put a name that holds brackets in quotation marks`,
		`f:14: drop: document "doc/12": want doc/ and at least six digits of its id`,
		`f:15: merge: "doc/0a1b2c:9-3": the end is not after the start`,
	}
	set, problems, err := Parse("f", strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("problems (-want +got)\n%s", d)
	}
	if len(set.Corrections) != 1 || set.Corrections[0].Line != 16 {
		t.Errorf("the good line was not kept: %+v", set.Corrections)
	}
}

func TestRefStringReadsBack(t *testing.T) {
	for _, r := range []Ref{
		{ID: "entity/islamic-state"},
		{Name: "Islamic State"},
		{Name: "A = B (C)", Type: nlp.Person, Document: "doc/0a1b2c"},
		{Document: "doc/0a1b2c", Span: &nlp.Span{Start: 1, End: 5}},
		{Document: "doc/0a1b2c"},
		{Name: "entity/odd"},
	} {
		got, err := parseRef(r.String())
		if err != nil {
			t.Errorf("%s: %v", r, err)
		}
		if d := cmp.Diff(r, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", r, d)
		}
	}
}

func TestCreateAndLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	set, _, err := Load(path)
	if err != nil || len(set.Corrections) != 0 {
		t.Fatalf("a missing file: %v, %+v", err, set)
	}
	if err := Create(path); err != nil {
		t.Fatal(err)
	}
	set, problems, err := Load(path)
	if err != nil || len(problems) != 0 || len(set.Corrections) != 0 {
		t.Fatalf("a new file: %v, %v, %+v", err, problems, set)
	}
	if err := os.WriteFile(path, []byte("drop A\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Create(path); err != nil {
		t.Fatal(err)
	}
	if set, _, _ = Load(path); len(set.Corrections) != 1 || set.Corrections[0].Refs[0].Name != "A" {
		t.Errorf("create touched a file that was there: %+v", set)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("merge A = B\nsplit \"A\": doc/0a1b2c:1-2, x # y\nrename A: B")
	f.Add("drop \"\nretype :")
	f.Fuzz(func(t *testing.T, in string) {
		set, _, err := Parse("f", strings.NewReader(in))
		if err != nil {
			return
		}
		for _, c := range set.Corrections {
			if len(c.Refs) == 0 && c.Claim == "" {
				t.Errorf("%q is about nothing", c.Text)
			}
			for _, r := range append(c.Refs, c.Parts...) {
				if r.ID == "" && r.Name == "" && r.Document == "" {
					t.Errorf("%q has an empty reference", c.Text)
				}
			}
		}
	})
}
