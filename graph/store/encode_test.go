package store

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// What the encoder writes is what encoding/json writes, whatever stands in the
// fields.
func TestEncoder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	words := []string{"", "Kerman", "says \"no\"", "a\\b", "<b> & c", "\x01\t\n", "Zürich", "日本", "\u2028", "bad \xff byte", "\u007f"}
	word := func() string { return words[random.IntN(len(words))] + words[random.IntN(len(words))] }
	some := func(n int) bool { return random.IntN(n) == 0 }
	floats := []float64{0, 1, -3.25, 0.75, 1e-9, 123456789012, 1e21, 1e30}
	time := func() nlp.Interval {
		if some(2) {
			return nlp.Interval{}
		}
		return nlp.Interval{Start: nlp.Date{Year: random.IntN(3000), Month: random.IntN(13)}, End: nlp.Date{Year: 2024, Month: 1, Day: random.IntN(29)}}
	}
	end := func() graph.End {
		switch random.IntN(3) {
		case 0:
			return graph.End{Entity: graph.EntityID(word())}
		case 1:
			return graph.End{Quantity: &nlp.Quantity{Value: floats[random.IntN(len(floats))], Qualifier: nlp.Qualifier(word())}}
		}
		return graph.End{Text: word()}
	}
	ids := func() []graph.EntityID {
		if some(3) {
			return nil
		}
		out := []graph.EntityID{}
		for range random.IntN(3) {
			out = append(out, graph.EntityID(word()))
		}
		return out
	}
	compare := func(write func(*encoder), v any) {
		t.Helper()
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var e encoder
		write(&e)
		if string(want) != string(e.b) || e.err != nil {
			t.Fatalf("got  %s, %v\nwant %s", e.b, e.err, want)
		}
	}
	for range 3000 {
		c := graph.Claim{
			ID: graph.ClaimID(word()), Document: graph.DocumentID(word()), Subject: end(), Predicate: nlp.Predicate(word()), Object: end(),
			Polarity: nlp.Polarity(word()), Modality: nlp.Modality(word()), Attribution: ids(), Time: time(),
			Confidence: floats[random.IntN(len(floats))], Rule: word(),
		}
		for range random.IntN(3) {
			c.Evidence = append(c.Evidence, graph.Evidence{Document: c.Document, Start: nlp.Offset(random.IntN(9)), End: -1, Text: word()})
		}
		compare(func(e *encoder) { e.claim(&c) }, &c)
		v := graph.Entity{
			ID: graph.EntityID(word()), Type: nlp.EntityType(word()), Name: word(), Unknown: some(2), EventType: word(),
			Time: time(), Places: ids(), PartOf: graph.EntityID(word()),
		}
		for range random.IntN(3) {
			v.Aliases = append(v.Aliases, word())
			v.Mentions = append(v.Mentions, graph.Mention{
				Document: graph.DocumentID(word()), Start: 1, End: 200, Text: word(), Kind: nlp.NameMention, Because: word(),
			})
		}
		compare(func(e *encoder) { e.entity(&v) }, &v)
		m := graph.Merge{Entity: v.ID, A: graph.ChainRef{Document: c.Document, Chain: 3}, B: graph.ChainRef{Chain: nlp.NoChain}, Rule: word(), Reason: word()}
		compare(func(e *encoder) { e.merge(&m) }, &m)
	}
	e := encoder{}
	nan := 0.0
	e.float(nan / nan)
	if e.err == nil {
		t.Error("what is no number was written")
	}
}
