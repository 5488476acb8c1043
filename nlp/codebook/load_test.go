package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/kgbuild/kgbuild/nlp"
)

func TestMistakes(t *testing.T) {
	tests := []struct {
		name   string
		reason string
		data   string
		want   []string
	}{
		{
			"unknown key", "a misspelt key must not be passed over in silence",
			"entries:\n  - predicate: helped\n    meens: helps\n    patterns:\n      - {verb: help, ends: \"subj -> obj\"}\n",
			[]string{`f.yaml:3: unknown key "meens" in an entry`},
		},
		{
			"several at once", "a user should see everything that is wrong in one go",
			"entries:\n  - predicate: helped\n    patterns:\n      - {verb: help}\n      - {ends: \"subj -> obj\"}\n      - {verb: help, ends: \"subj -> whom\"}\n",
			[]string{
				"f.yaml:4: a pattern without ends",
				"f.yaml:5: a pattern without a word (verb, noun, adjective or word)",
				`f.yaml:6: unknown relation "whom"`,
			},
		},
		{
			"duplicate", "two entries of one predicate must say how they relate",
			"entries:\n  - predicate: helped\n  - predicate: saved\n  - predicate: helped\n",
			[]string{`f.yaml:4: predicate "helped" stands already at f.yaml:2; say "extends: true" or "override: true"`},
		},
		{
			"circle", "an implication that leads back would never end",
			"entries:\n  - predicate: helped\n    implies: saved\n  - predicate: saved\n    implies: helped\n",
			[]string{
				`f.yaml:2: predicate "helped" implies itself: helped → saved → helped`,
				`f.yaml:4: predicate "saved" implies itself: saved → helped → saved`,
			},
		},
		{
			"unknown implication", "an implied predicate must exist",
			"entries:\n  - predicate: helped\n    implies: nothing\n",
			[]string{`f.yaml:2: predicate "helped" implies "nothing", which no entry defines`},
		},
		{
			"extends nothing", "there must be something to extend",
			"entries:\n  - predicate: helped\n    extends: true\n",
			[]string{`f.yaml:2: predicate "helped" extends an entry that does not exist`},
		},
		{
			"types", "entity types are those of the claim model",
			"entries:\n  - predicate: helped\n    subject: [actor, alien]\n",
			[]string{`f.yaml:3: unknown entity type "alien"`},
		},
		{
			"preposition", "an oblique needs its preposition",
			"entries:\n  - predicate: helped\n    patterns:\n      - {verb: help, ends: \"subj -> obl:\"}\n",
			[]string{`f.yaml:4: relation "obl:": a lower-case preposition must follow the colon`},
		},
		{
			"example", "an example says what it gives, or that it gives nothing",
			"entries:\n  - predicate: helped\n    examples:\n      - {text: A helped B.}\n",
			[]string{"f.yaml:4: an example needs text, and either gives or not"},
		},
		{
			"word list", "a list must be defined before it is used",
			"entries:\n  - predicate: helped\n    patterns:\n      - {verb: $aid, ends: \"subj -> obj\"}\n",
			[]string{`f.yaml:4: unknown word list "$aid"`, "f.yaml:4: a pattern without a word (verb, noun, adjective or word)"},
		},
		{
			"confidence", "a probability",
			"entries:\n  - predicate: helped\n    patterns:\n      - {verb: help, ends: \"subj -> obj\", confidence: 3}\n",
			[]string{"f.yaml:4: confidence 3: want more than 0 and at most 1"},
		},
		{"empty", "a file without entries is a mistake, not an empty codebook", "", []string{"f.yaml:1: the file holds no entries"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(File{"f.yaml", []byte(tt.data)})
			if err == nil {
				t.Fatalf("no mistake found (%s)", tt.reason)
			}
			if !IsMistake(err) {
				t.Errorf("%v is no mistake", err)
			}
			if diff := cmp.Diff(tt.want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Errorf("%s:\n%s", tt.reason, diff)
			}
		})
	}
}

func TestInvalidYAML(t *testing.T) {
	_, err := Parse(File{"f.yaml", []byte("entries:\n  - predicate: [a\n")})
	if err == nil || !strings.HasPrefix(err.Error(), "f.yaml:") || !strings.Contains(err.Error(), "not valid YAML") {
		t.Errorf("got %v", err)
	}
	if err != nil && strings.Contains(err.Error(), "\n") {
		t.Errorf("more than one line for one mistake: %v", err)
	}
}

func TestExtendAndOverride(t *testing.T) {
	base := File{"base.yaml", []byte("entries:\n  - predicate: helped\n    subject: person\n    patterns:\n      - {verb: help, ends: \"subj -> obj\"}\n")}
	more := File{"more.yaml", []byte("entries:\n  - predicate: helped\n    extends: true\n    subject: group\n    patterns:\n      - {verb: assist, ends: \"subj -> obj\"}\n")}
	other := File{"other.yaml", []byte("entries:\n  - predicate: helped\n    override: true\n    patterns:\n      - {verb: aid, ends: \"subj -> obj\"}\n")}

	cb, err := Parse(base, more)
	if err != nil {
		t.Fatal(err)
	}
	if len(cb.Match(Verb, "help")) != 1 || len(cb.Match(Verb, "assist")) != 1 {
		t.Error("an extended entry has not both patterns")
	}
	if e := cb.Entry("helped"); !e.Subject.Allows(nlp.Person) || !e.Subject.Allows(nlp.Group) || e.Subject.Allows(nlp.Country) {
		t.Errorf("an extended entry admits %v", e.Subject)
	}
	if cb, err = Parse(base, other); err != nil {
		t.Fatal(err)
	}
	if len(cb.Match(Verb, "help")) != 0 || len(cb.Match(Verb, "aid")) != 1 {
		t.Error("an overridden entry keeps old patterns")
	}
}

func TestPredicates(t *testing.T) {
	cb, err := Parse(File{"f.yaml", []byte(`entries:
  - predicate: armed
    implies: helped
  - predicate: helped
    implies: knew
  - predicate: knew
    symmetric: true
`)})
	if err != nil {
		t.Fatal(err)
	}
	want := []Predicate{
		{Name: "armed", Implies: []nlp.Predicate{"helped", "knew"}},
		{Name: "helped", Implies: []nlp.Predicate{"knew"}},
		{Name: "knew", Symmetric: true},
	}
	if diff := cmp.Diff(want, cb.Predicates()); diff != "" {
		t.Error(diff)
	}
}

func TestEnds(t *testing.T) {
	s, o, err := parseEnds("subj|obl:by -> obj>obl:of#")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Place{Paths: []Path{{"subj"}, {"obl:by"}}}, s); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(Place{Paths: []Path{{"obj", "obl:of"}}, Count: true}, o); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("entries:\n  - predicate: helped\n    patterns:\n      - {verb: [help], ends: \"subj -> obj\", with: {obj: any}}\n")
	f.Add("words: {a: [b]}\nentries: [{predicate: x, patterns: [{noun: $a, ends: \"self -> poss\"}]}]")
	f.Add("- 1\n- {a: b}")
	f.Fuzz(func(t *testing.T, data string) {
		cb, err := Parse(File{"f.yaml", []byte(data)})
		if (cb == nil) == (err == nil) {
			t.Errorf("codebook %v with error %v", cb, err)
		}
	})
}
