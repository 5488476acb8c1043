package walk_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/walk"
	"github.com/kgbuild/kgbuild/nlp"
)

func onDisk(t testing.TB, r *graph.Resolution, p graph.Predicates) *quadstore.Store {
	t.Helper()
	return quadstoretest.Fill(t, quadstore.Quads(r, p))
}

func inMemory(t testing.TB, r *graph.Resolution, p graph.Predicates) *quadstore.Store {
	t.Helper()
	s, err := quadstore.NewMemory(quadstore.Quads(r, p))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const blast = graph.EntityID("event/2031-05-01-marlow-bombing")

func TestNeighbours(t *testing.T) {
	s := onDisk(t, quadstoretest.News(), quadstoretest.Predicates)
	show := func(steps []walk.Step) []string {
		var out []string
		for _, st := range steps {
			line := string(st.To) + ":"
			for _, e := range st.Edges {
				arrow := ">"
				if e.To == st.From {
					arrow = "<"
				}
				line += " " + arrow + string(e.Predicate) + " " + strings.TrimPrefix(string(e.Claim), "claim/")
			}
			out = append(out, line)
		}
		return out
	}
	for _, c := range []struct {
		reason string
		id     graph.EntityID
		opts   walk.Options
		want   []string
	}{
		{"both directions, claims apart, implied and symmetric edges", "entity/red-tide", walk.Options{}, []string{
			"entity/northern-union: <allied 0005 >allied 0005 <supports 0005",
			string(blast) + ": >claimed 0001 >claimed 0002",
		}},
		{"out of it only", "entity/red-tide", walk.Options{Directed: true}, []string{
			"entity/northern-union: >allied 0005",
			string(blast) + ": >claimed 0001 >claimed 0002",
		}},
		{"some predicates", "entity/red-tide", walk.Options{Predicates: []nlp.Predicate{"supports", "nothing"}}, []string{
			"entity/northern-union: <supports 0005",
		}},
		{"edges the caller keeps", "entity/red-tide", walk.Options{Keep: func(e walk.Edge) (bool, error) { return e.Claim == "claim/0002", nil }}, []string{
			string(blast) + ": >claimed 0002",
		}},
		{"numbers and texts are no neighbours", "entity/vera-holt", walk.Options{}, []string{
			"entity/ministry-of-ports: >leads 0011",
			"entity/southern-union: >member_of 0013",
			string(blast) + ": >condemned 0012",
		}},
		{"nobody", "entity/nobody", walk.Options{}, nil},
	} {
		steps, err := walk.Neighbours(context.Background(), s, c.id, c.opts)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, show(steps)); d != "" {
			t.Errorf("%s: neighbours of %s differ (-want +got):\n%s", c.reason, c.id, d)
		}
	}
	oops := errors.New("oops")
	_, err := walk.Neighbours(context.Background(), s, blast, walk.Options{Keep: func(walk.Edge) (bool, error) { return false, oops }})
	if !errors.Is(err, oops) {
		t.Errorf("the caller's error came back as %v", err)
	}
}

func TestClaimEdges(t *testing.T) {
	s := onDisk(t, quadstoretest.News(), quadstoretest.Predicates)
	for id, want := range map[graph.ClaimID][]walk.Edge{
		"claim/0001": {{"entity/red-tide", "claimed", blast, "claim/0001"}},
		"claim/0005": {
			{"entity/northern-union", "allied", "entity/red-tide", "claim/0005"},
			{"entity/red-tide", "allied", "entity/northern-union", "claim/0005"},
			{"entity/northern-union", "supports", "entity/red-tide", "claim/0005"},
		},
		"claim/0007": nil, // possible
		"claim/0009": nil, // a number
		"claim/none": nil,
	} {
		got, err := walk.ClaimEdges(context.Background(), s, id)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("edges of %s differ (-want +got):\n%s", id, d)
		}
	}
}

func TestStepClaims(t *testing.T) {
	s := walk.Step{Edges: []walk.Edge{{Claim: "claim/1", Predicate: "a"}, {Claim: "claim/1", Predicate: "b"}, {Claim: "claim/2"}}}
	if d := cmp.Diff([]graph.ClaimID{"claim/1", "claim/2"}, s.Claims()); d != "" {
		t.Error(d)
	}
}

// through writes a path as the entities that it leads through.
func through(p walk.Path) string {
	if len(p) == 0 {
		return "."
	}
	out := string(p[0].From)
	for _, s := range p {
		out += " " + string(s.To)
	}
	return out
}

func TestShortestPathsInNews(t *testing.T) {
	s := onDisk(t, quadstoretest.News(), quadstoretest.Predicates)
	paths := func(from, to graph.EntityID, opts walk.PathOptions) []string {
		t.Helper()
		found, err := walk.ShortestPaths(context.Background(), s, from, to, opts)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, p := range found {
			out = append(out, through(p))
		}
		return out
	}
	const union, ministry = "entity/southern-union", "entity/ministry-of-ports"
	for _, c := range []struct {
		reason   string
		from, to graph.EntityID
		opts     walk.PathOptions
		want     []string
	}{
		{"the shorter of two ways", union, ministry, walk.PathOptions{}, []string{union + " entity/vera-holt " + ministry}},
		{"against no arrow", union, ministry, walk.PathOptions{Options: walk.Options{Directed: true}}, nil},
		{"to an event", union, blast, walk.PathOptions{}, []string{union + " entity/vera-holt " + string(blast)}},
		{"without a predicate", union, ministry, walk.PathOptions{Options: walk.Options{Predicates: []nlp.Predicate{
			"hostile", "supports", "claimed", "concerns", "denied"}}},
			[]string{union + " entity/northern-union entity/red-tide " + string(blast) + " entity/involvement " + ministry}},
		{"too far", union, ministry, walk.PathOptions{MaxSteps: 1}, nil},
		{"just near enough", union, ministry, walk.PathOptions{MaxSteps: 2}, []string{union + " entity/vera-holt " + ministry}},
		{"not joined by what is said as fact", union, "entity/marlow", walk.PathOptions{}, nil},
		{"nobody", union, "entity/nobody", walk.PathOptions{}, nil},
		{"to itself", union, union, walk.PathOptions{}, []string{"."}},
	} {
		if d := cmp.Diff(c.want, paths(c.from, c.to, c.opts)); d != "" {
			t.Errorf("%s: paths differ (-want +got):\n%s", c.reason, d)
		}
	}
}

// random makes a graph of n entities with about so many claims, of which some
// are no facts, some symmetric, and some about numbers and texts.
func random(seed uint64, n, claims int) (*graph.Resolution, graph.Predicates) {
	rng := rand.New(rand.NewPCG(seed, 7))
	predicates := graph.Predicates{
		"met": {Symmetric: true}, "allied": {Symmetric: true}, "supports": {Implies: []nlp.Predicate{"allied"}},
		"attacked": {}, "funds": {Implies: []nlp.Predicate{"supports"}},
	}
	names := []nlp.Predicate{"met", "allied", "supports", "attacked", "funds", "open:look_at"}
	r := &graph.Resolution{}
	id := func() graph.EntityID { return graph.EntityID(fmt.Sprintf("entity/%03d", rng.IntN(n))) }
	for i := range n {
		r.Entities = append(r.Entities, graph.Entity{
			ID: graph.EntityID(fmt.Sprintf("entity/%03d", i)), Name: fmt.Sprint("name ", i%3), Type: nlp.Person,
			Mentions: []graph.Mention{{Document: "doc/0"}},
		})
	}
	for i := range claims {
		c := graph.Claim{
			ID: graph.ClaimID(fmt.Sprintf("claim/%04d", i)), Document: "doc/0", Subject: graph.End{Entity: id()},
			Predicate: names[rng.IntN(len(names))], Object: graph.End{Entity: id()},
			Polarity: nlp.Positive, Modality: nlp.Certain, Attribution: []graph.EntityID{id()},
		}
		switch rng.IntN(8) {
		case 0:
			c.Polarity = nlp.Negative
		case 1:
			c.Modality = nlp.Possible
		case 2:
			c.Object = graph.End{Quantity: &nlp.Quantity{Value: float64(rng.IntN(3))}}
		case 3:
			c.Object = graph.End{Text: fmt.Sprint("text ", rng.IntN(3))}
		}
		r.Claims = append(r.Claims, c)
	}
	return r, predicates
}

// reference is the plainest way to the same answers: every edge in a list.
type reference struct {
	edges    []walk.Edge
	directed bool
}

func newReference(r *graph.Resolution, p graph.Predicates, opts walk.Options) *reference {
	ref := &reference{directed: opts.Directed}
	for _, c := range r.Claims {
		if !c.Fact() || c.Object.Entity == "" {
			continue
		}
		implied := map[nlp.Predicate]bool{c.Predicate: true}
		for grown := true; grown; {
			grown = false
			for q := range implied {
				for _, i := range p[q].Implies {
					grown = grown || !implied[i]
					implied[i] = true
				}
			}
		}
		for q := range implied {
			ends := [][2]graph.EntityID{{c.Subject.Entity, c.Object.Entity}}
			if p[q].Symmetric {
				ends = append(ends, [2]graph.EntityID{c.Object.Entity, c.Subject.Entity})
			}
			for _, e := range ends {
				edge := walk.Edge{From: e[0], Predicate: q, To: e[1], Claim: c.ID}
				if len(opts.Predicates) > 0 && !slices.Contains(opts.Predicates, q) || slices.Contains(ref.edges, edge) {
					continue
				}
				if opts.Keep != nil {
					if ok, _ := opts.Keep(edge); !ok {
						continue
					}
				}
				ref.edges = append(ref.edges, edge)
			}
		}
	}
	return ref
}

func (r *reference) neighbours(id graph.EntityID) map[graph.EntityID][]walk.Edge {
	out := make(map[graph.EntityID][]walk.Edge)
	for _, e := range r.edges {
		if e.From == id {
			out[e.To] = append(out[e.To], e)
		} else if e.To == id && !r.directed {
			out[e.From] = append(out[e.From], e)
		}
	}
	return out
}

// paths tries every way of 0, 1, 2 … steps until one arrives.
func (r *reference) paths(from, to graph.EntityID) []string {
	ways := [][]graph.EntityID{{from}}
	seen := map[graph.EntityID]bool{from: true}
	for len(ways) > 0 {
		var found []string
		var longer [][]graph.EntityID
		reached := map[graph.EntityID]bool{}
		for _, way := range ways {
			last := way[len(way)-1]
			if last == to {
				words := make([]string, len(way))
				for i := range way {
					words[i] = string(way[i])
				}
				found = append(found, strings.Join(words, " "))
				continue
			}
			for other := range r.neighbours(last) {
				if !seen[other] {
					reached[other] = true
					longer = append(longer, append(slices.Clone(way), other))
				}
			}
		}
		if len(found) > 0 {
			slices.Sort(found)
			return found
		}
		for id := range reached {
			seen[id] = true
		}
		ways = longer
	}
	return nil
}

func TestAgainstReference(t *testing.T) {
	options := []walk.Options{
		{}, {Directed: true}, {Predicates: []nlp.Predicate{"allied", "open:look_at"}},
		{Keep: func(e walk.Edge) (bool, error) { return !strings.HasSuffix(string(e.Claim), "3"), nil }},
	}
	sortEdges := cmpopts.SortSlices(func(a, b walk.Edge) bool { return fmt.Sprint(a) < fmt.Sprint(b) })
	long := 0
	for seed := range uint64(40) {
		n := 4 + int(seed)
		r, p := random(seed, n, n+int(seed%3)*n/2)
		s := inMemory(t, r, p)
		if seed%3 > 0 {
			s = onDisk(t, r, p)
		}
		opts := options[seed%uint64(len(options))]
		ref := newReference(r, p, opts)
		ctx := context.Background()
		for _, e := range r.Entities {
			steps, err := walk.Neighbours(ctx, s, e.ID, opts)
			if err != nil {
				t.Fatal(err)
			}
			got := make(map[graph.EntityID][]walk.Edge)
			for _, st := range steps {
				got[st.To] = st.Edges
			}
			if d := cmp.Diff(ref.neighbours(e.ID), got, sortEdges); d != "" {
				t.Fatalf("seed %d: neighbours of %s differ (-want +got):\n%s", seed, e.ID, d)
			}
		}
		for i := range 3 * n {
			from, to := r.Entities[i%n].ID, r.Entities[(i*7+i/n+1)%n].ID
			paths, err := walk.ShortestPaths(ctx, s, from, to, walk.PathOptions{Options: opts})
			if err != nil {
				t.Fatal(err)
			}
			want := ref.paths(from, to)
			if from == to {
				want = []string{"."}
			}
			var got []string
			for _, path := range paths {
				got = append(got, through(path))
				if len(path) > 3 {
					long++
				}
				for _, st := range path {
					if d := cmp.Diff(ref.neighbours(st.From)[st.To], st.Edges, sortEdges); d != "" {
						t.Fatalf("seed %d: edges from %s to %s differ (-want +got):\n%s", seed, st.From, st.To, d)
					}
				}
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d: paths from %s to %s differ (-want +got):\n%s", seed, from, to, d)
			}
			if len(want) > 1 {
				first, err := walk.ShortestPaths(ctx, s, from, to, walk.PathOptions{Options: opts, MaxPaths: 1})
				if err != nil || len(first) != 1 || through(first[0]) != want[0] {
					t.Fatalf("seed %d: the first path alone is %v, %v; want %s", seed, first, err, want[0])
				}
			}
		}
	}
	if long < 20 {
		t.Errorf("only %d paths of more than three steps: the graphs show too little", long)
	}
}

func TestCancelledWalk(t *testing.T) {
	r, p := random(1, 50, 200)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, s := range map[string]*quadstore.Store{"disk": onDisk(t, r, p), "memory": inMemory(t, r, p)} {
		if _, err := walk.ShortestPaths(ctx, s, "entity/001", "entity/002", walk.PathOptions{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: path gave %v", name, err)
		}
		if _, err := walk.Neighbours(ctx, s, "entity/001", walk.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: neighbours gave %v", name, err)
		}
	}
	slow := onDisk(t, r, p)
	late, stop := context.WithTimeout(context.Background(), time.Nanosecond)
	defer stop()
	<-late.Done()
	if _, err := walk.ClaimEdges(late, slow, "claim/0001"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("claim gave %v", err)
	}
}

func BenchmarkShortestPath(b *testing.B) {
	r, p := random(3, 5000, 20000)
	r.Entities = nil
	s := onDisk(b, r, p)
	for b.Loop() {
		if _, err := walk.ShortestPaths(context.Background(), s, "entity/017", "entity/4711", walk.PathOptions{MaxPaths: 10}); err != nil {
			b.Fatal(err)
		}
	}
}
