package network_test

import (
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/network"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
)

func sequence(claims []graph.Claim) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		for i := range claims {
			if !yield(&claims[i], nil) {
				return
			}
		}
	}
}

func build(t *testing.T, claims []graph.Claim) *network.Network {
	t.Helper()
	n, err := network.New(sequence(claims))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// ties makes a claim of each pair of names.
func ties(pairs ...string) []graph.Claim {
	var out []graph.Claim
	for _, p := range pairs {
		out = append(out, graph.Claim{Subject: graph.End{Entity: graph.EntityID(p[:1])}, Object: graph.End{Entity: graph.EntityID(p[1:])}})
	}
	return out
}

func names(n *network.Network, nodes []int) string {
	out := ""
	for _, i := range nodes {
		out += string(n.Entities[i])
	}
	return out
}

func TestTwoCircles(t *testing.T) {
	// Two circles of friends that one tie joins; a and f have spoken twice; g
	// talks to itself, and about a number.
	n := build(t, append(ties("ab", "bc", "ca", "cd", "de", "ef", "fd", "af", "fa", "ab", "gg"),
		graph.Claim{Subject: graph.End{Entity: "g"}, Object: graph.End{Text: "words"}}))
	if got := names(n, []int{0, 1, 2, 3, 4, 5}); got != "abcdef" || len(n.Entities) != 6 {
		t.Errorf("entities are %v", n.Entities)
	}
	if n.Weight(0) != 5 || len(n.Links(0)) != 3 {
		t.Errorf("a has weight %d and links %v", n.Weight(0), n.Links(0))
	}
	all, q := build(t, ties("ab", "bc", "ca", "cd", "de", "ef", "fd")).Communities(1)
	n = build(t, ties("ab", "bc", "ca", "cd", "de", "ef", "fd"))
	if len(all) != 2 || names(n, all[0].Nodes) != "abc" || names(n, all[1].Nodes) != "def" || all[0].Inside != 3 || all[0].Outside != 1 {
		t.Errorf("communities are %+v", all)
	}
	if want := 6.0/7 - 2*0.25; math.Abs(q-want) > 1e-12 {
		t.Errorf("modularity is %v, want %v", q, want)
	}
	between := n.Betweenness(0)
	if math.Abs(between[2]-6.0/10) > 1e-12 || math.Abs(between[0]) > 1e-12 {
		t.Errorf("betweenness is %v", between)
	}
	empty := build(t, nil)
	if all, q := empty.Communities(1); all != nil || q != 0 || len(empty.PageRank())+len(empty.Betweenness(0)) != 0 {
		t.Error("nothing has communities or a middle")
	}
}

// distances counts steps and shortest paths from every node, by trying.
func distances(n *network.Network, from int) (steps []int, paths []float64) {
	steps, paths = make([]int, len(n.Entities)), make([]float64, len(n.Entities))
	for i := range steps {
		steps[i] = -1
	}
	steps[from], paths[from] = 0, 1
	for level := 0; slices.Contains(steps, level); level++ {
		for i := range steps {
			if steps[i] != level {
				continue
			}
			for _, l := range n.Links(i) {
				if steps[l.To] < 0 || steps[l.To] == level+1 {
					steps[l.To] = level + 1
					paths[l.To] += paths[i]
				}
			}
		}
	}
	return steps, paths
}

func TestBetweennessAgainstAllPairs(t *testing.T) {
	for seed := range uint64(15) {
		n := build(t, storetest.Random(seed, 30+10*int(seed)).Claims)
		size := len(n.Entities)
		steps, paths := make([][]int, size), make([][]float64, size)
		for i := range size {
			steps[i], paths[i] = distances(n, i)
		}
		want := make([]float64, size)
		for s := range size {
			for e := range size {
				for v := range size {
					if s == e || v == s || v == e || steps[s][e] < 0 || steps[s][v] < 0 || steps[v][e] < 0 || steps[s][v]+steps[v][e] != steps[s][e] {
						continue
					}
					want[v] += paths[s][v] * paths[v][e] / paths[s][e] / float64((size-1)*(size-2))
				}
			}
		}
		for i, got := range n.Betweenness(0) {
			if math.Abs(got-want[i]) > 1e-9 {
				t.Fatalf("seed %d: betweenness of %s is %v, want %v", seed, n.Entities[i], got, want[i])
			}
		}
		if d := cmp.Diff(n.Betweenness(size), n.Betweenness(0)); d != "" {
			t.Errorf("seed %d: starting everywhere is not exact:\n%s", seed, d)
		}
	}
}

func TestEstimatedBetweenness(t *testing.T) {
	n := build(t, storetest.Random(3, 6000).Claims)
	exact, some := n.Betweenness(0), n.Betweenness(len(n.Entities)/2)
	for i := range exact {
		if math.Abs(exact[i]-some[i]) > 0.25*(exact[i]+0.01) {
			t.Errorf("%s: estimated as %v, is %v", n.Entities[i], some[i], exact[i])
		}
	}
	if d := cmp.Diff(some, n.Betweenness(len(n.Entities)/2)); d != "" {
		t.Errorf("a second estimate differs:\n%s", d)
	}
}

func TestPageRankAgainstPowerIteration(t *testing.T) {
	for seed := range uint64(10) {
		claims := storetest.Random(seed, 120).Claims
		n := build(t, claims)
		size := len(n.Entities)
		at := make(map[graph.EntityID]int)
		for i, id := range n.Entities {
			at[id] = i
		}
		to := make([]map[int]bool, size)
		for i := range to {
			to[i] = make(map[int]bool)
		}
		for _, c := range claims {
			if c.Subject.Entity != "" && c.Object.Entity != "" && c.Subject.Entity != c.Object.Entity {
				to[at[c.Subject.Entity]][at[c.Object.Entity]] = true
			}
		}
		rank := make([]float64, size)
		for i := range rank {
			rank[i] = 1 / float64(size)
		}
		for range 500 {
			next := make([]float64, size)
			for i := range size {
				for j := range size {
					switch { // a jump anywhere from a node without links
					case len(to[i]) == 0:
						next[j] += rank[i] / float64(size)
					case to[i][j]:
						next[j] += 0.85*rank[i]/float64(len(to[i])) + 0.15*rank[i]/float64(size)
					default:
						next[j] += 0.15 * rank[i] / float64(size)
					}
				}
			}
			rank = next
		}
		for i, got := range n.PageRank() {
			if math.Abs(got-rank[i]) > 1e-9 {
				t.Fatalf("seed %d: rank of %s is %v, want %v", seed, n.Entities[i], got, rank[i])
			}
		}
	}
}

func TestSameClaimsSameNetwork(t *testing.T) {
	claims := storetest.Random(5, 3000).Claims
	type result struct {
		All         []network.Community
		Q           float64
		Rank, Among []float64
	}
	look := func() result {
		n := build(t, claims)
		all, q := n.Communities(1)
		return result{all, q, n.PageRank(), n.Betweenness(0)}
	}
	first := look()
	if len(first.All) < 2 || first.Q <= 0 {
		t.Errorf("%d communities of modularity %v", len(first.All), first.Q)
	}
	for range 4 {
		rand.Shuffle(len(claims), func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
		if d := cmp.Diff(first, look()); d != "" {
			t.Fatalf("the same claims in another order (-first +now):\n%s", d)
		}
	}
	seen := make(map[int]int)
	for _, c := range first.All {
		for _, node := range c.Nodes {
			seen[node]++
		}
	}
	for node, times := range seen {
		if times != 1 {
			t.Errorf("node %d is in %d communities", node, times)
		}
	}
	if n := build(t, claims); len(seen) != len(n.Entities) {
		t.Errorf("%d of %d entities are in a community", len(seen), len(n.Entities))
	}
}
