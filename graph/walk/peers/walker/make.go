//go:build unix

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/nlp"
)

var (
	ties  = []nlp.Predicate{"met", "attacked", "supports", "allied", "hostile", "called_for", "open:travel_to", "open:write_to"}
	deeds = []nlp.Predicate{"carried_out", "claimed", "condemned", "denied"}
	known = graph.Predicates{
		"met": {Symmetric: true}, "allied": {Symmetric: true}, "hostile": {Symmetric: true},
		"supports": {Implies: []nlp.Predicate{"allied"}},
	}
)

// claimsADocument and quadsAClaim shape the graph: a document makes a dozen
// claims, and a claim, with its share of documents and entities, is so many
// quads.
const (
	claimsADocument = 12
	quadsAClaim     = 14.4
)

// news makes a graph of about so many quads whose entities and events are
// spread as in news: a few everywhere, most of them rare.
func news(seed uint64, quads int) *graph.Resolution {
	claims := int(float64(quads) / quadsAClaim)
	rng := rand.New(rand.NewPCG(seed, 2))
	g := &graph.Resolution{}
	day := func() nlp.Date { return nlp.DateOf(time.Date(2020, 1, 1+rng.IntN(1800), 0, 0, 0, 0, time.UTC)) }
	mention := func(i int) []graph.Mention {
		d := graph.DocumentID(fmt.Sprintf("doc/%07d", i%(claims/claimsADocument+1)))
		return []graph.Mention{{Document: d, Start: 5, End: 9, Text: "name", Kind: nlp.NameMention}}
	}
	people, events := claims/5+20, claims/25+5
	for i := range people {
		g.Entities = append(g.Entities, graph.Entity{
			ID: graph.EntityID(fmt.Sprintf("entity/%07d", i)), Type: nlp.Person, Name: fmt.Sprint("Person ", i),
			Aliases: []string{fmt.Sprint("P. ", i)}, Mentions: mention(i),
		})
	}
	for i := range events {
		e := graph.Entity{ID: graph.EntityID(fmt.Sprintf("event/%07d", i)), Type: nlp.Event, EventType: "bombing", Name: fmt.Sprint("bombing ", i), Mentions: mention(i)}
		if i%4 > 0 {
			e.Time = nlp.On(day())
		}
		g.Entities = append(g.Entities, e)
	}
	somebody := rand.NewZipf(rng, 1.15, 8, uint64(people-1))
	something := rand.NewZipf(rng, 1.1, 20, uint64(events-1))
	person := func() graph.EntityID { return g.Entities[somebody.Uint64()].ID }
	event := func() graph.EntityID { return g.Entities[people+int(something.Uint64())].ID }
	for i := range claims {
		doc := graph.DocumentID(fmt.Sprintf("doc/%07d", i/claimsADocument))
		if i%claimsADocument == 0 {
			g.Documents = append(g.Documents, graph.Document{
				ID: doc, Title: fmt.Sprint("Report ", i), Path: string(doc), Source: fmt.Sprint("Paper ", rng.IntN(200)), Date: day(),
			})
		}
		start := nlp.Offset(40 * (i % claimsADocument))
		c := graph.Claim{
			ID: graph.ClaimID("claim/" + graph.HashID(fmt.Sprint(seed, i))), Document: doc, Polarity: nlp.Positive, Modality: nlp.Certain,
			Confidence: float64(rng.IntN(100)) / 100, Rule: "made",
			Evidence: []graph.Evidence{{Document: doc, Start: start, End: start + 40, Text: fmt.Sprintf("Sentence %d of the report says so.", i)}},
		}
		c.Subject.Entity = person()
		switch n := rng.IntN(20); {
		case n < 4:
			c.Predicate, c.Object.Entity = deeds[rng.IntN(len(deeds))], event()
		case n < 6:
			c.Subject.Entity, c.Predicate = event(), "death_toll"
			c.Object.Quantity = &nlp.Quantity{Value: float64(rng.IntN(200)), Qualifier: []nlp.Qualifier{nlp.Exactly, nlp.AtLeast}[rng.IntN(2)]}
		case n < 7:
			c.Predicate, c.Object.Text = "said", fmt.Sprintf("words that person %d spoke", i)
		default:
			c.Predicate, c.Object.Entity = ties[rng.IntN(len(ties))], person()
		}
		if rng.IntN(5) == 0 {
			c.Attribution = []graph.EntityID{person()}
		}
		switch rng.IntN(20) {
		case 0:
			c.Modality = nlp.Possible
		case 1:
			c.Modality = nlp.Future
		case 2:
			c.Polarity = nlp.Negative
		}
		if rng.IntN(4) == 0 {
			c.Time = nlp.On(day())
		}
		g.Claims = append(g.Claims, c)
	}
	sortClaims(g.Claims)
	return g
}

// base makes the store's IRIs absolute, which RDF stores insist on.
const base = "urn:kg:"

// question is one question of the measurement.
type question struct {
	Kind string `json:"kind"`
	A    string `json:"a,omitempty"`
	B    string `json:"b,omitempty"`
}

// ask draws the questions: about entities as claims speak of them, so mostly of
// known ones, and pairs that are near each other.
func ask(g *graph.Resolution, seed uint64, each int) []question {
	rng := rand.New(rand.NewPCG(seed, 3))
	next := make(map[graph.EntityID][]graph.EntityID)
	var facts []*graph.Claim
	for i := range g.Claims {
		c := &g.Claims[i]
		if c.Fact() && c.Object.Entity != "" {
			facts = append(facts, c)
			next[c.Subject.Entity] = append(next[c.Subject.Entity], c.Object.Entity)
		}
	}
	some := func() *graph.Claim { return facts[rng.IntN(len(facts))] }
	onward := func(id graph.EntityID, steps int) graph.EntityID {
		for range steps {
			if to := next[id]; len(to) > 0 {
				id = to[rng.IntN(len(to))]
			}
		}
		return id
	}
	var out []question
	for i := range each {
		a := some().Subject.Entity
		if i%5 == 0 { // costs a hundred times as much as the others
			out = append(out, question{"three steps", string(a), string(onward(a, 3))})
		}
		out = append(out,
			question{"neighbours", string(some().Subject.Entity), ""},
			question{"claim", string(some().ID), ""},
			question{"two steps", string(a), string(onward(a, 2))},
			question{"shortest path", string(g.Entities[rng.IntN(len(g.Entities)/2)].ID), string(g.Entities[rng.IntN(len(g.Entities)/2)].ID)},
			question{"timeline", string(some().Object.Entity), ""},
		)
	}
	for range max(3, each/50) {
		out = append(out, question{"contradictions", "", ""})
	}
	return out
}

// makeAll writes the store, the same quads for RDF stores, and the questions.
func makeAll(folder string, seed uint64, quads, each int) error {
	g := news(seed, quads)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	w, err := store.OpenWriter(filepath.Join(folder, "kgbuild.db"), obslog.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	m, err := w.Rebuild(context.Background(), store.Derivation{
		Resolve: func(_ context.Context, _ iter.Seq2[*graph.Observation, error], _ string, sink graph.Sink) error {
			return g.Send(sink)
		},
		Predicates: known,
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d documents, %d entities, %d events, %d claims, %d quads\n", m.Documents, m.Entities, m.Events, m.Claims, m.Quads)
	if err := writeQuads(filepath.Join(folder, "quads.nq"), g); err != nil {
		return err
	}
	b, err := json.Marshal(ask(g, seed, each))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "questions.json"), b, 0o644)
}

func writeQuads(path string, g *graph.Resolution) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	term := func(v quad.Value) string {
		switch v := v.(type) {
		case quad.IRI:
			return "<" + base + string(v) + ">"
		case quad.Int:
			return fmt.Sprintf(`"%d"^^<http://www.w3.org/2001/XMLSchema#integer>`, int64(v))
		case quad.Float:
			return fmt.Sprintf(`"%v"^^<http://www.w3.org/2001/XMLSchema#double>`, float64(v))
		}
		text := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(fmt.Sprint(v.Native()))
		return `"` + text + `"`
	}
	for q := range quadstore.Quads(g, known) {
		out.WriteString(term(q.Subject) + " " + term(q.Predicate) + " " + term(q.Object))
		if q.Label != nil {
			out.WriteString(" " + term(q.Label))
		}
		out.WriteString(" .\n")
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
}
