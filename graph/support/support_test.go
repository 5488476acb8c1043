package support_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/graph/support"
	"github.com/kgbuild/kgbuild/nlp"
)

func everything(*graph.Claim) (bool, error) { return true, nil }

func ids(claims []*graph.Claim) []string {
	var out []string
	for _, c := range claims {
		out = append(out, strings.TrimPrefix(string(c.ID), "claim/"))
	}
	return out
}

func TestVoices(t *testing.T) {
	r := quadstoretest.News()
	copyOf := func(i int, change func(*graph.Claim)) {
		c := r.Claims[i]
		c.ID += "x"
		for slices.ContainsFunc(r.Claims, func(o graph.Claim) bool { return o.ID == c.ID }) {
			c.ID += "x"
		}
		change(&c)
		r.Claims = append(r.Claims, c)
	}
	r.Documents = append(r.Documents, graph.Document{ID: "doc/0000000000000003", Source: "Echo", Path: "three.txt", CopyOf: "doc/0000000000000001"})
	copyOf(0, func(c *graph.Claim) { c.Document = "doc/0000000000000003" })                  // wire copy of the first
	copyOf(1, func(c *graph.Claim) { c.Attribution = []graph.EntityID{"entity/vera-holt"} }) // the second document again, quoting
	copyOf(0, func(c *graph.Claim) { c.Modality = nlp.Possible })
	copyOf(0, func(c *graph.Claim) { c.Polarity = nlp.Negative })
	copyOf(0, func(c *graph.Claim) { c.Modality = nlp.Future })
	copyOf(8, func(c *graph.Claim) { // at least 7, and 7
		c.Document, c.Object = "doc/0000000000000002", graph.End{Quantity: &nlp.Quantity{Value: 7, Qualifier: nlp.Exactly}}
	})
	copyOf(4, func(c *graph.Claim) { // supports implies allied, which holds either way
		c.Predicate, c.Document = "allied", "doc/0000000000000002"
		c.Subject, c.Object = c.Object, c.Subject
	})
	slices.SortFunc(r.Claims, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	g := storetest.Open(t, r, quadstoretest.Predicates)
	of := func(id graph.ClaimID) *support.Corroboration {
		t.Helper()
		c, err := g.Claim(id)
		if err != nil {
			t.Fatal(err)
		}
		x, err := support.Of(g, c, quadstoretest.Predicates, everything)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	x := of("claim/0001")
	type voice struct {
		Name    string
		Claims  []string
		Own     bool
		Quoting []graph.EntityID
	}
	var got []voice
	for _, v := range x.Voices {
		got = append(got, voice{v.Name, ids(v.Claims), v.OwnVoice, v.Quoting})
	}
	want := []voice{
		{"Daily Post", []string{"0002", "0002x"}, true, []graph.EntityID{"entity/vera-holt"}},
		{"The Lantern", []string{"0001", "0001x"}, true, nil},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("voices differ (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"0001xx"}, ids(x.Weaker)); d != "" {
		t.Errorf("weaker claims differ:\n%s", d)
	}
	if d := cmp.Diff([]string{"0001xxx"}, ids(x.Against)); d != "" {
		t.Errorf("claims against it differ:\n%s", d)
	}
	if x := of("claim/0009"); len(x.Voices) != 2 {
		t.Errorf("the toll has the voices %+v", x.Voices)
	}
	if x := of("claim/0005x"); len(x.Voices) != 2 { // allied, by a claim of support
		t.Errorf("the alliance has the voices %+v", x.Voices)
	}
	if x := of("claim/0005"); len(x.Voices) != 1 { // an alliance is no support
		t.Errorf("the support has the voices %+v", x.Voices)
	}
	if x := of("claim/0001xxx"); len(x.Voices) != 1 || len(x.Against) != 5 {
		t.Errorf("what is denied: %d voices, against it %v", len(x.Voices), ids(x.Against))
	}
}

// TestAgainstPlainSupport compares each claim with every other.
func TestAgainstPlainSupport(t *testing.T) {
	several := 0
	for seed := range uint64(8) {
		r, p := storetest.Random(seed, 150), storetest.Predicates
		g := storetest.Open(t, r, p)
		for i := range r.Claims {
			c := &r.Claims[i]
			got, err := support.Of(g, c, p, everything)
			if err != nil {
				t.Fatal(err)
			}
			var same, weaker, against []string
			for _, o := range r.Claims {
				value := func(e graph.End) string {
					if e.Quantity != nil {
						return graph.End{Quantity: &nlp.Quantity{Value: e.Quantity.Value}}.Key()
					}
					return e.Key()
				}
				ends := value(o.Subject) == value(c.Subject) && value(o.Object) == value(c.Object)
				turned := value(o.Subject) == value(c.Object) && value(o.Object) == value(c.Subject) && p[c.Predicate].Symmetric
				predicate := o.Predicate == c.Predicate || c.Predicate == "allied" && o.Predicate == "supports"
				asserted := o.Modality == nlp.Certain || o.Modality == nlp.Possible
				id := strings.TrimPrefix(string(o.ID), "claim/")
				switch {
				case o.ID == c.ID:
					same = append(same, id)
				case !predicate || !ends && !turned:
				case o.Polarity != c.Polarity && asserted:
					against = append(against, id)
				case o.Polarity != c.Polarity:
				case o.Modality == c.Modality || o.Modality == nlp.Certain:
					same = append(same, id)
				case asserted:
					weaker = append(weaker, id)
				}
			}
			var all []string
			for _, v := range got.Voices {
				all = append(all, ids(v.Claims)...)
			}
			slices.Sort(all)
			if d := cmp.Diff([][]string{same, weaker, against}, [][]string{all, ids(got.Weaker), ids(got.Against)}); d != "" {
				t.Fatalf("seed %d: corroboration of %s (-plain +got):\n%s", seed, c.ID, d)
			}
			if len(got.Voices) > 1 {
				several++
			}
		}
	}
	if several < 50 {
		t.Errorf("only %d claims have several voices: the graphs show too little", several)
	}
}
