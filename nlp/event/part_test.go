package event_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
)

func TestParts(t *testing.T) {
	a := read(t, "testdata/parts.conllu")
	whole := a.ChainAt(verb(t, a, 0, "explosions"))
	for _, test := range []struct {
		sentence int
		form     string
		want     nlp.ChainID
	}{{1, "blast", whole}, {2, "one", whole}, {3, "election", nlp.NoChain}, {0, "explosions", nlp.NoChain}} {
		c := a.ChainAt(verb(t, a, test.sentence, test.form))
		if c == nlp.NoChain || a.Chains[c].Event == nil {
			t.Fatalf("%q is no event", test.form)
		}
		if got := a.Chains[c].Event.PartOf; got != test.want {
			t.Errorf("%q is part of chain %d, want %d", test.form, got, test.want)
		}
	}
}

func TestPlaceOfAnotherEvent(t *testing.T) {
	a := read(t, "testdata/elsewhere.conllu")
	var got []string
	for _, p := range a.Chains[a.ChainAt(verb(t, a, 0, "bombing"))].Event.Places {
		got = append(got, a.Chains[p].Name)
	}
	if diff := cmp.Diff([]string{"Berlin"}, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}
