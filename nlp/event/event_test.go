package event_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/event"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// read returns the analysis of a case with its chains.
func read(t *testing.T, path string) *nlp.Analysis {
	t.Helper()
	sentences, err := conllu.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a, err := conllu.Documents(sentences)[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	if err := coref.NewStep().Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// verb finds the token with a form.
func verb(t *testing.T, a *nlp.Analysis, sentence int, form string) nlp.TokenRef {
	t.Helper()
	for i := range a.Sentences[sentence].Tokens {
		if a.Sentences[sentence].Tokens[i].Form == form {
			return nlp.TokenRef{Sentence: sentence, Token: i}
		}
	}
	t.Fatalf("sentence %d has no %q", sentence, form)
	return nlp.TokenRef{}
}

// Verbs tell of events as nouns do: two that tell of one deed are one chain.
func TestVerbs(t *testing.T) {
	a := read(t, "testdata/killed.conllu")
	arrest := a.ChainAt(verb(t, a, 0, "arrested"))
	first := a.ChainAt(verb(t, a, 1, "killed"))
	again := a.ChainAt(verb(t, a, 2, "killed"))
	if arrest == nlp.NoChain || first == nlp.NoChain {
		t.Fatal("a verb that tells of an event has no chain")
	}
	if got, want := a.Chains[arrest].Name, "arrest of Robert Novak"; got != want {
		t.Errorf("arrest: got %q, want %q", got, want)
	}
	if got, want := a.Chains[first].Name, "killing of Helen Roth"; got != want {
		t.Errorf("killing: got %q, want %q", got, want)
	}
	if first != again {
		t.Errorf("two verbs for one killing gave %q and %q", a.Chains[first].Name, a.Chains[again].Name)
	}
	if n := len(a.Chains[first].Mentions); n != 2 {
		t.Errorf("the killing has %d mentions", n)
	}
	roles := make(map[nlp.Role]string)
	for _, p := range a.Chains[first].Event.Participants {
		roles[p.Role] = a.Chains[p.Chain].Name
	}
	want := map[nlp.Role]string{nlp.AgentRole: "Robert Novak", nlp.PatientRole: "Helen Roth"}
	if diff := cmp.Diff(want, roles); diff != "" {
		t.Errorf("participants (-want +got):\n%s", diff)
	}
	if p := a.Chains[first].Event.Places; len(p) != 1 || a.Chains[p[0]].Name != "Oslo" {
		t.Errorf("places %v", p)
	}
	if a.Chains[first].Event.Type != "killing" || a.Chains[arrest].Event.Type != "arrest" {
		t.Errorf("types %q and %q", a.Chains[first].Event.Type, a.Chains[arrest].Event.Type)
	}
}

// A verb beside the noun that names its event makes no second event.
func TestVerbsBesideNouns(t *testing.T) {
	a := read(t, "testdata/strike.conllu")
	for _, test := range []struct {
		sentence   int
		form, noun string
	}{{0, "killed", "strike"}, {1, "carried", "attack"}} {
		if c := a.ChainAt(verb(t, a, test.sentence, test.form)); c != nlp.NoChain {
			t.Errorf("%q has a chain of its own: %q", test.form, a.Chains[c].Name)
		}
		if c := a.ChainAt(verb(t, a, test.sentence, test.noun)); c == nlp.NoChain || a.Chains[c].Type != nlp.Event {
			t.Errorf("%q is no event", test.noun)
		}
	}
}

// places is a world in which token n of sentence s heads the mention of entity
// n, which is a named city of its own country when n is below 10.
type places struct{}

func (places) Entity(ref nlp.TokenRef) int { return ref.Token }
func (places) Place(e int) (nlp.EntityType, string, bool) {
	if e < 10 {
		return nlp.City, string(rune('A' + e)), true
	}
	return nlp.Person, "", true
}
func (places) Apart(a, b nlp.TokenRef) bool { return false }

func TestCluster(t *testing.T) {
	on := func(y, m, d int) nlp.Interval { return nlp.On(nlp.Date{Year: y, Month: m, Day: d}) }
	at := func(tokens ...int) []nlp.TokenRef {
		var refs []nlp.TokenRef
		for _, n := range tokens {
			refs = append(refs, nlp.TokenRef{Token: n})
		}
		return refs
	}
	title := event.Reading{Type: "bombing", Noun: "bombing", Headline: true, Places: at(1)}
	tests := []struct {
		reason string
		second event.Reading
		joined bool
	}{
		{"a definite phrase of a broader type takes up the title's event",
			event.Reading{Type: "attack", Noun: "attack", Definite: mention.Definite}, true},
		{"another city",
			event.Reading{Type: "bombing", Noun: "bombing", Definite: mention.Definite, Places: at(2)}, false},
		{"the same city",
			event.Reading{Type: "bombing", Noun: "blast", Definite: mention.Definite, Places: at(1)}, true},
		{"a year long past",
			event.Reading{Type: "bombing", Noun: "bombing", Definite: mention.Definite, Time: nlp.On(nlp.Date{Year: 2012})}, false},
		{"the day of the article",
			event.Reading{Type: "bombing", Noun: "bombing", Definite: mention.Definite, Time: on(2021, 3, 4)}, true},
		{"another kind of attack",
			event.Reading{Type: "stabbing", Noun: "stabbing", Definite: mention.Definite}, false},
		{"another kind of event",
			event.Reading{Type: "election", Noun: "election", Definite: mention.Definite}, false},
		{"another one in so many words",
			event.Reading{Type: "bombing", Noun: "bombing", Other: true, Definite: mention.Indefinite}, false},
		{"a kind and no event",
			event.Reading{Type: "bombing", Noun: "bombing", Bare: true, Plural: true}, false},
		{"the killing of somebody by name",
			event.Reading{Type: "killing", Noun: "killing", Definite: mention.Definite, Patients: at(20)}, false},
		{"a massacre, of nobody in particular",
			event.Reading{Type: "killing", Noun: "massacre", Definite: mention.Definite}, true},
	}
	for _, test := range tests {
		second := test.second
		second.Ref.Sentence = 3
		got := event.Cluster([]event.Reading{title, second}, places{}, nlp.Date{Year: 2021, Month: 3, Day: 4})
		if joined := len(got) == 1; joined != test.joined {
			t.Errorf("%s: joined %t, want %t", test.reason, joined, test.joined)
		}
	}
}
