package resolve

import (
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// TestStories checks two articles without dates, each with an event of its own
// and the people it names.
func TestStories(t *testing.T) {
	write := func(id, noun, agent string, cast ...string) *article {
		a := newArticle(id, "")
		f := nlp.EventFacts{Type: noun, PartOf: nlp.NoChain}
		if agent != "" {
			f.Participants = []nlp.Participant{{Role: nlp.AgentRole, Chain: a.name(nlp.Person, agent)}}
		}
		e := a.event("the "+noun, f)
		for _, name := range cast {
			a.claim(a.name(nlp.Person, name), "condemned", e)
		}
		return a
	}
	cast := []string{"Ann Lee", "Bob Orr", "Cy Poe", "Dee Roy"}
	tests := []struct {
		reason string
		a, b   *article
		same   bool
	}{
		{"one noun in one story", write("1", "break-in", "", cast...), write("2", "break-in", "", cast...), true},
		{"one noun in two stories", write("1", "break-in", "", cast...), write("2", "break-in", "", "Eva Sim", "Flo Tan", "Gil Uhl"), false},
		{"two nouns in one story", write("1", "break-in", "", cast...), write("2", "wedding", "", cast...), false},
		{"one noun in one story, by different people", write("1", "break-in", "Hal Voss", cast...), write("2", "break-in", "Ida West", cast...), false},
	}
	for _, test := range tests {
		res := resolveAll(t, []*graph.Observation{test.a.observation(), test.b.observation()})
		n := 0
		for i := range res.Entities {
			if res.Entities[i].Type == nlp.Event {
				n++
			}
		}
		if same := n == 1; same != test.same {
			t.Errorf("%s: %d events", test.reason, n)
		}
	}
}
