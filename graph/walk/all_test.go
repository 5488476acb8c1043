package walk_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

// all tries every way without a repetition, of up to so many steps.
func (r *reference) all(from, to graph.EntityID, steps int) []string {
	var found []string
	ways := [][]graph.EntityID{{from}}
	for length := 0; length <= steps; length++ {
		var here []string
		var longer [][]graph.EntityID
		for _, way := range ways {
			last := way[len(way)-1]
			if last == to {
				words := make([]string, len(way))
				for i := range way {
					words[i] = string(way[i])
				}
				here = append(here, strings.Join(words, " "))
				continue
			}
			for other := range r.neighbours(last) {
				if !slices.Contains(way, other) {
					longer = append(longer, append(slices.Clone(way), other))
				}
			}
		}
		slices.Sort(here)
		found = append(found, here...)
		ways = longer
	}
	return found
}

func TestAllPathsAgainstReference(t *testing.T) {
	ctx, many := context.Background(), 0
	for seed := range uint64(30) {
		n := 5 + int(seed)/2
		r, p := random(seed, n, 4*n)
		s := inMemory(t, r, p)
		if seed%2 == 0 {
			s = onDisk(t, r, p)
		}
		opts := walk.PathOptions{MaxSteps: 1 + int(seed%4)}
		opts.Directed = seed%3 == 0
		if seed%5 == 0 {
			opts.Predicates = []nlp.Predicate{"met", "allied", "attacked"}
		}
		if seed%6 == 0 {
			opts.Keep = func(e walk.Edge) (bool, error) { return !strings.HasSuffix(string(e.Claim), "3"), nil }
		}
		ref := newReference(r, p, opts.Options)
		for i := range 2 * n {
			from, to := r.Entities[i%n].ID, r.Entities[(i*5+i/n+1)%n].ID
			found, err := walk.AllPaths(ctx, s, from, to, opts)
			if err != nil {
				t.Fatal(err)
			}
			want := ref.all(from, to, opts.MaxSteps)
			if from == to {
				want = []string{"."}
			}
			var got []string
			for _, path := range found {
				got = append(got, through(path))
				for _, st := range path {
					if len(st.Edges) != len(ref.neighbours(st.From)[st.To]) {
						t.Fatalf("seed %d: %d edges from %s to %s", seed, len(st.Edges), st.From, st.To)
					}
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d: all paths from %s to %s differ (-want +got):\n%s", seed, from, to, d)
			}
			if len(want) > 2 {
				many++
				some := opts
				some.MaxPaths = 2
				first, err := walk.AllPaths(ctx, s, from, to, some)
				if err != nil || len(first) != 2 || through(first[1]) != want[1] {
					t.Fatalf("seed %d: the first two paths are %v, %v", seed, first, err)
				}
			}
		}
	}
	if many < 100 {
		t.Errorf("only %d pairs have more than two paths: the graphs show too little", many)
	}
	if _, err := walk.AllPaths(ctx, inMemory(t, quadstoretest.News(), nil), blast, blast, walk.PathOptions{}); err == nil {
		t.Error("paths of any length were looked for")
	}
	nobody, err := walk.AllPaths(ctx, inMemory(t, quadstoretest.News(), nil), blast, "entity/nobody", walk.PathOptions{MaxSteps: 3})
	if err != nil || nobody != nil {
		t.Errorf("paths to nobody: %v, %v", nobody, err)
	}
}
