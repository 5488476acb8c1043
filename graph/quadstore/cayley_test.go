package quadstore_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/google/go-cmp/cmp"
	hkv "github.com/hidal-go/hidalgo/kv"
	hbolt "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"

	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
)

// byCayley fills a store as Cayley does, with the same indexes.
func byCayley(t testing.TB, quads []quad.Quad) cgraph.QuadStore {
	t.Helper()
	db, err := bolt.Open(filepath.Join(t.TempDir(), "cayley.db"), 0o644, &bolt.Options{NoSync: true, InitialMmapSize: 1 << 28})
	if err != nil {
		t.Fatal(err)
	}
	h := hbolt.New(db)
	if err := kv.Init(h, cgraph.Options{}); err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal([]kv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
		{Dirs: []quad.Direction{quad.Label, quad.Subject}},
		{Dirs: []quad.Direction{quad.Predicate, quad.Subject}},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	err = hkv.Update(ctx, h, func(tx hkv.Tx) error { return tx.Put(ctx, hkv.SKey("meta", "indexes"), list) })
	if err != nil {
		t.Fatal(err)
	}
	qs, err := kv.New(h, cgraph.Options{kv.OptNoBloom: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { qs.Close() })
	var deltas []cgraph.Delta
	for _, q := range quads {
		deltas = append(deltas, cgraph.Delta{Quad: q, Action: cgraph.Add})
	}
	if err := qs.ApplyDeltas(deltas, cgraph.IgnoreOpts{IgnoreDup: true}); err != nil {
		t.Fatal(err)
	}
	return qs
}

// randomQuads returns quads that share values in every place, some of them more
// than once.
func randomQuads(random *rand.Rand, n int) []quad.Quad {
	pick := func(of int) int { return int(float64(of) * random.Float64() * random.Float64()) }
	iri := func(kind string, of int) quad.IRI { return quad.IRI(fmt.Sprintf("%s/%d", kind, pick(of))) }
	var out []quad.Quad
	for range n {
		q := quad.Quad{Subject: iri("entity", 60), Predicate: iri("p", 8), Object: iri("entity", 60)}
		switch random.IntN(6) {
		case 0:
			q.Object = quad.String(fmt.Sprintf("sentence \"%d\"\n–", pick(90)))
		case 1:
			q.Object = quad.Int(pick(30) - 5)
		case 2:
			q.Object = quad.Float(float64(pick(30)) / 4)
		case 3:
			q.Object = quad.Bool(random.IntN(2) == 0)
		}
		if random.IntN(2) == 0 {
			q.Label = iri("claim", 100)
		}
		for range 1 + random.IntN(2) {
			out = append(out, q)
		}
	}
	return out
}

// What Cayley finds in a file that this package wrote is what it finds in one
// that it wrote itself: the same quads, by every value in every direction, and
// by all pairs of directions that a query can ask for.
func TestSameAsCayley(t *testing.T) {
	for seed := range uint64(5) {
		quads := randomQuads(rand.New(rand.NewPCG(seed, 9)), 400)
		want := byCayley(t, quads)
		ctx := context.Background()
		got, err := quadstoretest.Fill(t, slices.Values(quads)).View(ctx)
		if err != nil {
			t.Fatal(err)
		}
		compare := func(what string, ask func(cgraph.QuadStore) []string) {
			t.Helper()
			if diff := cmp.Diff(ask(want), ask(got)); diff != "" {
				t.Fatalf("seed %d, %s (-Cayley +kgbuild):\n%s", seed, what, diff)
			}
		}
		compare("all quads", func(qs cgraph.QuadStore) []string { return found(t, qs, qs.QuadsAllIterator()) })
		compare("all nodes", func(qs cgraph.QuadStore) []string { return nodes(t, qs) })
		compare("size", func(qs cgraph.QuadStore) []string {
			st, err := qs.Stats(ctx, true)
			return []string{fmt.Sprint(st.Quads, st.Nodes, err)}
		})
		values := append(nodes(t, want), `<nobody>`)
		for _, v := range values {
			value := quad.StringToValue(v)
			for _, d := range quad.Directions {
				compare(fmt.Sprintf("%v %s", d, v), func(qs cgraph.QuadStore) []string {
					ref, err := qs.ValueOf(value)
					if err != nil {
						t.Fatal(err)
					}
					if ref == nil {
						return nil
					}
					return found(t, qs, qs.QuadIterator(d, ref))
				})
			}
		}
	}
}

func found(t testing.TB, qs cgraph.QuadStore, it iterator.Shape) []string {
	t.Helper()
	out := []string{}
	err := iterator.Iterate(context.Background(), it).Each(func(r cgraph.Ref) error {
		q, err := qs.Quad(r)
		out = append(out, q.NQuad())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func nodes(t testing.TB, qs cgraph.QuadStore) []string {
	t.Helper()
	var out []string
	err := iterator.Iterate(context.Background(), qs.NodesAllIterator()).Each(func(r cgraph.Ref) error {
		v, err := qs.NameOf(r)
		out = append(out, quad.StringOf(v))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// The same quads give the same bytes.
func TestSameBytes(t *testing.T) {
	quads := randomQuads(rand.New(rand.NewPCG(1, 1)), 3000)
	var files [2]string
	for i := range files {
		path := filepath.Join(t.TempDir(), "quads.db")
		w, err := quadstore.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range quads {
			if err := w.Add(q); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		files[i] = content(t, path)
	}
	if files[0] != files[1] {
		t.Error("two files of the same quads differ")
	}
}

func content(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
