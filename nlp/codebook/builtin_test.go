package codebook

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/kgbuild/kgbuild/nlp"
)

// contract lists the predicates that programs outside rely on.
const contract = `claimed denied blamed accused carried_out attacked targeted killed injured death_toll injury_toll
	used caused threatened warned condemned criticized praised called_for hostile allied supports met negotiated
	agreed sanctioned arrested charged convicted released elected appointed dismissed resigned leads
	spokesperson_of member_of works_for founded owns acquired branch_of part_of national_of born_in lives_in
	family_of located_in honours controlled overthrew proclaimed invaded withdrew_from concerns said`

func TestBuiltin(t *testing.T) {
	cb, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Fields(contract)
	for _, p := range want {
		if cb.Entry(nlp.Predicate(p)) == nil {
			t.Errorf("no entry for %s", p)
		}
	}
	if len(cb.Entries()) != len(want) {
		t.Errorf("%d entries, want %d", len(cb.Entries()), len(want))
	}
	for _, e := range cb.Entries() {
		if e.Means == "" {
			t.Errorf("%s does not say what it means", e.Predicate)
		}
		if e.Predicate != "said" && len(e.Patterns) == 0 {
			t.Errorf("%s has no pattern", e.Predicate)
		}
	}
	var symmetric []string
	for _, p := range cb.Predicates() {
		if p.Symmetric {
			symmetric = append(symmetric, string(p.Name))
		}
		if p.Name == "supports" && !cmp.Equal(p.Implies, []nlp.Predicate{"allied"}) {
			t.Errorf("supports implies %v, want allied", p.Implies)
		}
	}
	if diff := cmp.Diff(strings.Fields("agreed allied family_of hostile met negotiated"), symmetric); diff != "" {
		t.Error(diff)
	}
}

func BenchmarkMatch(b *testing.B) {
	cb, err := Builtin()
	if err != nil {
		b.Fatal(err)
	}
	lemmas := []string{"claim", "attack", "the", "minister", "xyzzy", "say"}
	for b.Loop() {
		for _, l := range lemmas {
			cb.Match(Verb, l)
			cb.Match(Noun, l)
		}
	}
}
