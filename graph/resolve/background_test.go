package resolve

import (
	"context"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/background"
	"github.com/kgbuild/kgbuild/nlp"
)

// What background knowledge calls by several names is one thing; what it alone
// names is none.
func TestBackground(t *testing.T) {
	known := `@prefix x: <http://example.org/> . @prefix s: <https://schema.org/> .
x:front a s:Organization ; s:name "Blue Front" ; s:alternateName "Harbour Action" .
x:holt a s:Person ; s:name "Vera Holt" ; s:alternateName "Commander Zero" .
x:other a s:Organization ; s:name "Nobody Speaks Of It" .`
	list, _, err := background.Observe([]byte(known), background.Options{Path: "known.ttl"})
	if err != nil {
		t.Fatal(err)
	}
	article := func(id, organisation, person string) *graph.Observation {
		text := organisation + " praised " + person + "."
		mention := func(name string, start int) []nlp.Mention {
			span := nlp.Span{Start: nlp.Offset(start), End: nlp.Offset(start + len(name))}
			return []nlp.Mention{{Span: span, Text: name, Kind: nlp.NameMention}}
		}
		return &graph.Observation{
			Document: graph.Document{ID: graph.DocumentID("doc/" + id), Path: id}, Text: text,
			Chains: []nlp.Chain{
				{ID: 0, Type: nlp.Organization, Name: organisation, Names: []string{organisation}, Mentions: mention(organisation, 0)},
				{ID: 1, Type: nlp.Person, Name: person, Names: []string{person}, Mentions: mention(person, len(organisation)+9)},
			},
			Claims: []nlp.Claim{{
				Subject: nlp.ChainEnd(0), Predicate: "praised", Object: nlp.ChainEnd(1), Polarity: nlp.Positive, Modality: nlp.Certain,
				Confidence: 1, Evidence: nlp.Span{Start: 0, End: nlp.Offset(len(text))},
			}},
		}
	}
	one, two := article("1", "Blue Front", "Vera Holt"), article("2", "Harbour Action", "Commander Zero")
	count := func(observations ...*graph.Observation) (n int, ids map[graph.EntityID]bool) {
		r, _, err := Resolve(context.Background(), sequence(observations...), Options{})
		if err != nil {
			t.Fatal(err)
		}
		ids = make(map[graph.EntityID]bool)
		for _, e := range r.Entities {
			ids[e.ID] = true
		}
		return len(r.Entities), ids
	}
	if n, ids := count(one, two); n != 4 {
		t.Errorf("without the list: %v", ids)
	}
	if n, ids := count(one, list, two); n != 2 || !ids["entity/blue-front"] || !ids["entity/vera-holt"] {
		t.Errorf("with the list: %v", ids)
	}
}
