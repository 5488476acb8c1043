package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Chains without a name are kept only for a claim or for an event that is
// kept, and every reference follows the new numbers.
func TestObservationKeepsWhatClaimsNeed(t *testing.T) {
	mention := func(sentence int) []nlp.Mention { return []nlp.Mention{{Sentence: sentence}} }
	a := &nlp.Analysis{
		Document: &nlp.Document{
			Text:   nlp.NewText("One. Two."),
			Blocks: []nlp.Block{{Span: nlp.Span{End: 4}, Kind: nlp.BodyBlock}, {Span: nlp.Span{Start: 5, End: 9}, Kind: nlp.CommentBlock}},
		},
		Sentences: []nlp.Sentence{{Block: 0, Tokens: make([]nlp.Token, 2)}, {Block: 1, Tokens: make([]nlp.Token, 2)}},
	}
	a.SetChains([]nlp.Chain{
		{Type: nlp.Concept, Name: "weather", Mentions: mention(0)},                    // nothing needs it
		{Type: nlp.Person, Name: "Ann", Names: []string{"Ann"}, Mentions: mention(1)}, // named in a comment only
		{Type: nlp.City, Name: "town", Mentions: mention(0)},                          // an event's place
		{Type: nlp.Event, Name: "fire", Mentions: mention(0), Event: &nlp.EventFacts{Type: "fire", Places: []nlp.ChainID{2}, PartOf: nlp.NoChain}},
		{Type: nlp.Person, Name: "Bob", Names: []string{"Bob"}, Mentions: mention(0)},         // named
		{Type: nlp.Person, Name: "officers", Mentions: mention(0), Members: []nlp.ChainID{4}}, // attribution
	})
	a.Claims = []nlp.Claim{{
		Subject: nlp.ChainEnd(3), Predicate: "death_toll", Object: nlp.QuantityEnd(nlp.Quantity{Value: 2}),
		Attribution: []nlp.ChainID{5},
	}}
	o := observation(graph.Document{ID: "doc/1"}, a, "v")
	var names []string
	for i, c := range o.Chains {
		if int(c.ID) != i {
			t.Errorf("chain %d has id %d", i, c.ID)
		}
		names = append(names, c.Name)
	}
	if diff := cmp.Diff([]string{"town", "fire", "Bob", "officers"}, names); diff != "" {
		t.Fatalf("chains kept (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]nlp.ChainID{0}, o.Chains[1].Event.Places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]nlp.ChainID{2}, o.Chains[3].Members); diff != "" {
		t.Errorf("members (-want +got):\n%s", diff)
	}
	c := o.Claims[0]
	if c.Subject.Chain != 1 || c.Object.Chain != nlp.NoChain || c.Attribution[0] != 3 {
		t.Errorf("the claim points at %d, %d, %v", c.Subject.Chain, c.Object.Chain, c.Attribution)
	}
	if a.Chains[3].Event.Places[0] != 2 {
		t.Error("the analysis was changed")
	}
	if o.Sentences != 1 || o.Tokens != 4 {
		t.Errorf("%d sentences and %d tokens, want 1 and 4", o.Sentences, o.Tokens)
	}
}
