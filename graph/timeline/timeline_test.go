package timeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/graph/timeline"
	"github.com/kgbuild/kgbuild/nlp"
)

func show(entries []timeline.Entry) []string {
	var out []string
	for _, e := range entries {
		line := fmt.Sprintf("%s..%s %s %s x%d", e.Time.Start, e.Time.End, e.Basis, e.Relation, e.Sources)
		for _, c := range e.Claims {
			line += " " + strings.TrimPrefix(string(c.ID), "claim/")
		}
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return out
}

func matcher(t *testing.T, g *store.Reader, f filter.Filter, p graph.Predicates) *filter.Matcher {
	t.Helper()
	m, err := f.On(g, p)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const blast = graph.EntityID("event/2031-05-01-marlow-bombing")

func TestNews(t *testing.T) {
	p := quadstoretest.Predicates
	g := storetest.Open(t, quadstoretest.News(), p)
	m := matcher(t, g, filter.Filter{}, p)
	got, err := timeline.Of(g, m, blast, p)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"2031-05-01..2031-05-01 event x1 0007", "2031-05-01..2031-05-01 event x2 0001 0002",
		"2031-05-01..2031-05-01 event x1 0004", "2031-05-01..2031-05-01 event x1 0012",
		"2031-05-01..2031-05-01 event x1 0003",
		"2031-05-02..2031-05-02 stated x1 0009",
	}
	if d := cmp.Diff(want, show(got)); d != "" {
		t.Errorf("timeline of the blast differs (-want +got):\n%s", d)
	}
	for _, c := range []struct {
		reason string
		x, y   graph.EntityID
		f      filter.Filter
		want   []string
	}{
		{"both directions", "entity/northern-union", "entity/red-tide", filter.Filter{}, []string{"2031-05-02..2031-05-02 report direct x1 0005"}},
		{"a denial that leads to the event", blast, "entity/ministry-of-ports", filter.Filter{}, []string{"2031-05-01..2031-05-01 event through x1 0003"}},
		{"what the one says of the other", "entity/vera-holt", blast, filter.Filter{}, []string{
			"2031-05-01..2031-05-01 event says x1 0007", "2031-05-01..2031-05-01 event direct x1 0012"}},
		{"filtered", "entity/vera-holt", blast, filter.Filter{Modalities: []nlp.Modality{nlp.Certain}}, []string{"2031-05-01..2031-05-01 event direct x1 0012"}},
		{"strangers", "entity/marlow", blast, filter.Filter{}, nil},
	} {
		m := matcher(t, g, c.f, p)
		for _, ends := range [][2]graph.EntityID{{c.x, c.y}, {c.y, c.x}} {
			got, err := timeline.Between(g, m, ends[0], ends[1], p)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(c.want, show(got)); d != "" {
				t.Errorf("%s: between %v (-want +got):\n%s", c.reason, ends, d)
			}
		}
	}
}

// plain tells what the timeline of some claims must be, in words that sort as
// its entries do.
func plain(r *graph.Resolution, p graph.Predicates, relation func(*graph.Claim) (string, graph.EntityID)) []string {
	events := make(map[graph.EntityID]nlp.Interval)
	for _, e := range r.Entities {
		events[e.ID] = e.Time
	}
	documents := make(map[graph.DocumentID]graph.Document)
	for _, d := range r.Documents {
		documents[d.ID] = d
	}
	type entry struct {
		line, sort string
		claims     []string
		voices     []string
	}
	entries := make(map[string]*entry)
	for i := range r.Claims {
		c := &r.Claims[i]
		rel, through := relation(c)
		if rel == "-" {
			continue
		}
		when, basis := c.Time, "stated"
		if when.IsZero() {
			when, basis = events[c.Subject.Entity], "event"
		}
		if when.IsZero() {
			when = events[c.Object.Entity]
		}
		if when.IsZero() {
			when = events[through]
		}
		if when.IsZero() {
			when, basis = nlp.On(documents[c.Document].Date), "report"
		}
		if when.IsZero() {
			basis = ""
		}
		ends := []string{c.Subject.Key(), c.Object.Key()}
		if p[c.Predicate].Symmetric {
			slices.Sort(ends)
		}
		line := fmt.Sprintf("%s..%s %s %s", when.Start, when.End, basis, rel)
		k := fmt.Sprint(line, ends, c.Predicate, c.Polarity, c.Modality, c.Attribution)
		e := entries[k]
		if e == nil {
			first, last := when.Start.String(), when.End.String()
			if first == "" {
				first = last
			}
			e = &entry{line: line, sort: fmt.Sprintf("%-12s%-12s%-20s%s", first+strings.Repeat("~", 2-min(2, len(first))),
				last+strings.Repeat("~", 2-min(2, len(last))), c.Predicate, c.ID)}
			entries[k] = e
		}
		e.claims = append(e.claims, strings.TrimPrefix(string(c.ID), "claim/"))
		d := documents[c.Document]
		if d.CopyOf != "" {
			d = documents[d.CopyOf]
		}
		voice := d.Source
		if voice == "" {
			voice = string(d.ID)
		}
		if !slices.Contains(e.voices, voice) {
			e.voices = append(e.voices, voice)
		}
	}
	var sorted []*entry
	for _, e := range entries {
		sorted = append(sorted, e)
	}
	slices.SortFunc(sorted, func(a, b *entry) int { return strings.Compare(a.sort, b.sort) })
	var out []string
	for _, e := range sorted {
		line := fmt.Sprintf("%s x%d %s", e.line, len(e.voices), strings.Join(e.claims, " "))
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return out
}

func TestAgainstPlainTimeline(t *testing.T) {
	folded, related := 0, make(map[timeline.Relation]int)
	for seed := range uint64(10) {
		r := storetest.Random(seed, 300)
		p := storetest.Predicates
		g := storetest.Open(t, r, p)
		m := matcher(t, g, filter.Filter{}, p)
		for i, e := range r.Entities {
			got, err := timeline.Of(g, m, e.ID, p)
			if err != nil {
				t.Fatal(err)
			}
			concerns := concerning(r)
			want := plain(r, p, func(c *graph.Claim) (string, graph.EntityID) {
				switch {
				case c.Subject.Entity == e.ID || c.Object.Entity == e.ID:
					return "", ""
				case concerns[[2]graph.EntityID{c.Object.Entity, e.ID}]:
					return "", e.ID
				}
				return "-", ""
			})
			if d := cmp.Diff(want, show(got)); d != "" {
				t.Fatalf("seed %d: timeline of %s (-plain +got):\n%s", seed, e.ID, d)
			}
			for _, x := range got {
				folded += len(x.Claims) - 1
			}
			other := r.Entities[(i*7+3)%len(r.Entities)].ID
			if other == e.ID {
				continue
			}
			got, err = timeline.Between(g, m, e.ID, other, p)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(plain(r, p, between(r, e.ID, other)), show(got)); d != "" {
				t.Fatalf("seed %d: between %s and %s (-plain +got):\n%s", seed, e.ID, other, d)
			}
			for _, x := range got {
				related[x.Relation]++
			}
		}
		all, err := timeline.Of(g, m, "", p)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(plain(r, p, func(*graph.Claim) (string, graph.EntityID) { return "", "" }), show(all)); d != "" {
			t.Fatalf("seed %d: timeline of everything (-plain +got):\n%s", seed, d)
		}
	}
	if folded < 10 || related[timeline.Direct] < 10 || related[timeline.Through] < 5 || related[timeline.Says] < 10 {
		t.Errorf("the graphs show too little: %d folded, %v", folded, related)
	}
}

// concerning returns which entity concerns which.
func concerning(r *graph.Resolution) map[[2]graph.EntityID]bool {
	out := make(map[[2]graph.EntityID]bool)
	for _, c := range r.Claims {
		if c.Predicate == "concerns" && c.Fact() {
			out[[2]graph.EntityID{c.Subject.Entity, c.Object.Entity}] = true
		}
	}
	return out
}

func between(r *graph.Resolution, x, y graph.EntityID) func(*graph.Claim) (string, graph.EntityID) {
	concerns := concerning(r)
	return func(c *graph.Claim) (string, graph.EntityID) {
		s, o := c.Subject.Entity, c.Object.Entity
		switch {
		case s == x && o == y || s == y && o == x:
			return "direct", ""
		case s == x && o != x && concerns[[2]graph.EntityID{o, y}]:
			return "through", y
		case s == y && o != y && concerns[[2]graph.EntityID{o, x}]:
			return "through", x
		case slices.Contains(c.Attribution, x) && (s == y || o == y) || slices.Contains(c.Attribution, y) && (s == x || o == x):
			return "says", ""
		}
		return "-", ""
	}
}
