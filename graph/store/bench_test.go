package store_test

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/obslog"
	"github.com/kgbuild/kgbuild/graph/quadstore/gizmo"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

// large makes a graph with so many claims, twelve a document, whose entities
// are spread as names in news are: a few everywhere, most of them rare.
func large(claims int) *graph.Resolution {
	rng := rand.New(rand.NewPCG(4, 2))
	zipf := rand.NewZipf(rng, 1.15, 8, uint64(claims/4+10))
	names := []nlp.Predicate{"met", "attacked", "supports", "condemned", "said", "located_in", "open:travel_to"}
	r := &graph.Resolution{}
	for i := range claims/4 + 11 {
		r.Entities = append(r.Entities, graph.Entity{
			ID: graph.EntityID(fmt.Sprintf("entity/%07d", i)), Type: nlp.Person, Name: fmt.Sprintf("Person %d", i),
			Aliases: []string{fmt.Sprintf("P. %d", i)}, Mentions: []graph.Mention{{Document: "doc/0000000", Text: "he"}},
		})
	}
	for i := range claims {
		doc := graph.DocumentID(fmt.Sprintf("doc/%07d", i/12))
		if i%12 == 0 {
			r.Documents = append(r.Documents, graph.Document{ID: doc, Title: fmt.Sprint("Document ", i/12), Path: string(doc)})
		}
		end := func() graph.End { return graph.End{Entity: r.Entities[zipf.Uint64()].ID} }
		c := graph.Claim{
			ID: graph.ClaimID(fmt.Sprintf("claim/%07d", i)), Document: doc, Subject: end(), Object: end(),
			Predicate: names[rng.IntN(len(names))], Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.75,
			Evidence: []graph.Evidence{{Document: doc, Start: 5, End: 90, Text: fmt.Sprintf("Sentence %d of the document says so.", i)}},
		}
		if rng.IntN(5) == 0 {
			c.Modality, c.Attribution = nlp.Possible, []graph.EntityID{end().Entity}
		}
		r.Claims = append(r.Claims, c)
	}
	return r
}

// largeStore writes a store of KGBUILD_BENCH_CLAIMS claims, 5,000 by default.
func largeStore(b *testing.B) (string, *graph.Resolution, store.Derivation) {
	b.Helper()
	claims := 5000
	if s := os.Getenv("KGBUILD_BENCH_CLAIMS"); s != "" {
		var err error
		if claims, err = strconv.Atoi(s); err != nil {
			b.Fatal(err)
		}
	}
	r := large(claims)
	return filepath.Join(b.TempDir(), "kgbuild.db"), r, store.Derivation{
		Resolve: func(_ context.Context, _ iter.Seq2[*graph.Observation, error], _ string, sink graph.Sink) error {
			return r.Send(sink)
		},
		Predicates: graph.Predicates{"met": {Symmetric: true}},
	}
}

func BenchmarkRebuild(b *testing.B) {
	dir, _, d := largeStore(b)
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	var m *store.Manifest
	for b.Loop() {
		if m, err = w.Rebuild(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(m.Quads), "µs/quad")
	var size int64
	for _, name := range []string{"quads.db", "records.db"} {
		files, err := filepath.Glob(filepath.Join(dir, "graph", "*", name))
		if err != nil || len(files) == 0 {
			b.Fatalf("%s: %v", name, err)
		}
		info, err := os.Stat(files[len(files)-1])
		if err != nil {
			b.Fatal(err)
		}
		size += info.Size()
	}
	b.ReportMetric(float64(m.Quads), "quads")
	b.ReportMetric(float64(size)/float64(m.Claims), "B/claim")
}

func BenchmarkRead(b *testing.B) {
	dir, r, d := largeStore(b)
	w, err := store.OpenWriter(dir, obslog.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := w.Rebuild(context.Background(), d); err != nil {
		b.Fatal(err)
	}
	w.Close()
	s, err := store.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	rare := r.Claims[len(r.Claims)/2].Subject.Entity
	query := func(script string) func() error {
		return func() error {
			_, err := s.Gizmo(ctx, gizmo.Query{Script: script}, gizmo.Limits{Time: time.Minute})
			return err
		}
	}
	for _, c := range []struct {
		name string
		run  func() error
	}{
		{"neighbours of a hub", func() error {
			_, err := walk.Neighbours(ctx, s.Quads(), r.Entities[0].ID, walk.Options{})
			return err
		}},
		{"neighbours", func() error { _, err := walk.Neighbours(ctx, s.Quads(), rare, walk.Options{}); return err }},
		{"edges of a claim", func() error { _, err := walk.ClaimEdges(ctx, s.Quads(), r.Claims[7].ID); return err }},
		{"shortest path", func() error {
			_, err := walk.ShortestPaths(ctx, s.Quads(), rare, r.Entities[len(r.Entities)/3].ID, walk.PathOptions{MaxPaths: 5})
			return err
		}},
		{"claims of a hub", func() error {
			for _, err := range s.ClaimsFrom(r.Entities[0].ID) {
				if err != nil {
					return err
				}
			}
			return nil
		}},
		{"nearest names", func() error { _, err := s.NearestNames("Persn 1234", 5); return err }},
		{"gizmo: out of a name", query(`entity("Person 0").out("met").unique().count()`)},
		{"gizmo: two steps", query(`entity("P. 77").out("attacked").out("met").unique().count()`)},
		{"gizmo: claims of a hub", query(`entity("Person 0").in("<subject>").has("<predicate>", "<attacked>").forEach(100, function (c) {
			g.V(c.id).save("<object>", "o").save("<document>", "d").save("<polarity>", "p").all() })`)},
		{"gizmo: edges with claims", query(`entity("Person 0").labelContext(g.V(), "claim").out("attacked").all()`)},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
