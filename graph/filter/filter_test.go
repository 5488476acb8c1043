package filter_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dating"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/quadstore/quadstoretest"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/nlp"
)

func kept(t *testing.T, m *filter.Matcher) []string {
	t.Helper()
	var out []string
	for c, err := range m.Claims() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimPrefix(string(c.ID), "claim/"))
	}
	return out
}

const blast = graph.EntityID("event/2031-05-01-marlow-bombing")

func TestConditions(t *testing.T) {
	g := storetest.Open(t, quadstoretest.News(), quadstoretest.Predicates)
	may := nlp.Date{Year: 2031, Month: 5}
	for _, c := range []struct {
		reason string
		f      filter.Filter
		want   string
	}{
		{"nothing asked", filter.Filter{}, "0001 0002 0003 0004 0005 0006 0007 0008 0009 0010 0011 0012 0013"},
		{"predicates", filter.Filter{Predicates: []nlp.Predicate{"claimed", "said"}}, "0001 0002 0010"},
		{"predicates by their beginning", filter.Filter{Predicates: []nlp.Predicate{"c*"}}, "0001 0002 0004 0007 0012"},
		{"both ends of a type, texts and numbers aside", filter.Filter{Types: []string{"organization"}}, "0005 0006 0008"},
		{"types of events", filter.Filter{Types: []string{"Bombing", "Organization"}}, "0001 0002 0005 0006 0007 0008 0009"},
		{"until a day", filter.Filter{Span: nlp.Interval{End: nlp.Date{Year: 2031, Month: 5, Day: 1}}}, "0001 0002 0004 0007 0012"},
		{"since a day", filter.Filter{Span: nlp.Interval{Start: nlp.Date{Year: 2031, Month: 5, Day: 3}}}, "0003 0008 0010 0011"},
		{"another month", filter.Filter{Span: nlp.On(nlp.Date{Year: 2031, Month: 6})}, ""},
		{"the month", filter.Filter{Span: nlp.On(may), Predicates: []nlp.Predicate{"hostile"}}, "0006"},
		{"a publisher", filter.Filter{Sources: []string{"the lantern"}}, "0001 0005 0006 0009 0013"},
		{"a document by id or path", filter.Filter{Sources: []string{"doc/0000000000000001", "nowhere"}}, "0001 0005 0006 0009 0013"},
		{"a document by path", filter.Filter{Sources: []string{"two.txt"}}, "0002 0003 0004 0007 0008 0010 0011 0012"},
		{"attribution", filter.Filter{Attributions: []graph.EntityID{"entity/vera-holt"}}, "0007"},
		{"own voice", filter.Filter{OwnVoice: true, Predicates: []nlp.Predicate{"carried_out", "allied"}}, "0008"},
		{"polarity", filter.Filter{Polarities: []nlp.Polarity{nlp.Negative}}, "0008"},
		{"modality", filter.Filter{Modalities: []nlp.Modality{nlp.Possible, nlp.Future}}, "0007"},
		{"confidence", filter.Filter{MinConfidence: 0.91}, ""},
		{"support", filter.Filter{MinSupport: 2}, "0001 0002"},
		{"an entity alone", filter.Filter{Near: []graph.EntityID{"entity/red-tide"}}, ""},
		{"a neighbourhood", filter.Filter{Near: []graph.EntityID{"entity/red-tide"}, Radius: 1}, "0001 0002 0005 0007 0009"},
		{"a neighbourhood over some predicates", filter.Filter{Near: []graph.EntityID{"entity/red-tide"}, Radius: 2, Predicates: []nlp.Predicate{"supports", "hostile", "claimed"}}, "0001 0002 0005 0006"},
		{"two conditions", filter.Filter{Sources: []string{"Daily Post"}, Types: []string{"Person", "bombing"}}, "0010 0012"},
	} {
		m, err := c.f.On(g, quadstoretest.Predicates)
		if err != nil {
			t.Fatal(err)
		}
		if d := gocmp.Diff(strings.Fields(c.want), kept(t, m), gocmp.Transformer("", func(s []string) string { return strings.Join(s, " ") })); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, d)
		}
		if c.f.IsZero() != (c.reason == "nothing asked") {
			t.Errorf("%s: the filter counts as empty: %v", c.reason, c.f.IsZero())
		}
	}
}

func TestEntities(t *testing.T) {
	g := storetest.Open(t, quadstoretest.News(), quadstoretest.Predicates)
	f := filter.Filter{Near: []graph.EntityID{"entity/marlow", "entity/involvement"}, Radius: 1}
	m, err := f.On(g, quadstoretest.Predicates)
	if err != nil {
		t.Fatal(err)
	}
	got, err := m.Entities()
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.EntityID{"entity/involvement", "entity/marlow", "entity/ministry-of-ports", blast}
	if d := gocmp.Diff(want, got); d != "" {
		t.Errorf("entities differ (-want +got):\n%s", d)
	}
}

// plain is the filter as its documentation reads, over slices and without
// anything remembered.
func plain(r *graph.Resolution, p graph.Predicates, f filter.Filter) []string {
	documents := make(map[graph.DocumentID]graph.Document)
	for _, d := range r.Documents {
		documents[d.ID] = d
	}
	entities := make(map[graph.EntityID]graph.Entity)
	for _, e := range r.Entities {
		entities[e.ID] = e
	}
	in := func(c *graph.Claim) bool {
		when := c.Time
		for _, end := range []graph.EntityID{c.Subject.Entity, c.Object.Entity} {
			if when.IsZero() {
				when = entities[end].Time
			}
		}
		if date := documents[c.Document].Date; when.IsZero() && !date.IsZero() {
			when = nlp.On(date)
		}
		sources := make(map[string]bool)
		for _, other := range r.Claims {
			same := other.Subject.Key() == c.Subject.Key() && other.Object.Key() == c.Object.Key() ||
				p[c.Predicate].Symmetric && other.Subject.Key() == c.Object.Key() && other.Object.Key() == c.Subject.Key()
			if same && other.Predicate == c.Predicate && other.Polarity == c.Polarity && other.Modality == c.Modality {
				d := documents[other.Document]
				if d.CopyOf != "" {
					d = documents[d.CopyOf]
				}
				sources[cmp.Or(d.Source, string(d.ID))] = true
			}
		}
		typed := true
		for _, end := range []graph.EntityID{c.Subject.Entity, c.Object.Entity} {
			if e, ok := entities[end]; ok && !slices.Contains(f.Types, string(e.Type)) && !slices.Contains(f.Types, e.EventType) {
				typed = false
			}
		}
		return (len(f.Predicates) == 0 || slices.Contains(f.Predicates, c.Predicate)) &&
			(len(f.Types) == 0 || typed) &&
			(f.Span.IsZero() || !when.IsZero() && dating.Overlap(when, f.Span)) &&
			(len(f.Sources) == 0 || slices.Contains(f.Sources, documents[c.Document].Source)) &&
			(len(f.Polarities) == 0 || slices.Contains(f.Polarities, c.Polarity)) &&
			(len(f.Modalities) == 0 || slices.Contains(f.Modalities, c.Modality)) &&
			(len(f.Attributions) == 0 || slices.ContainsFunc(f.Attributions, func(id graph.EntityID) bool { return slices.Contains(c.Attribution, id) })) &&
			c.Confidence >= f.MinConfidence && len(sources) >= f.MinSupport
	}
	near := make(map[graph.EntityID]bool)
	for _, id := range f.Near {
		near[id] = true
	}
	for range f.Radius {
		reached := make(map[graph.EntityID]bool)
		for i := range r.Claims {
			c := &r.Claims[i]
			if in(c) && (near[c.Subject.Entity] || near[c.Object.Entity]) {
				reached[c.Subject.Entity], reached[c.Object.Entity] = true, true
			}
		}
		for id := range reached {
			near[id] = id != "" // a number or a text joins nothing
		}
	}
	var out []string
	for i := range r.Claims {
		c := &r.Claims[i]
		inside := len(f.Near) == 0 || (c.Object.Entity == "" || near[c.Object.Entity]) && near[c.Subject.Entity]
		if inside && in(c) {
			out = append(out, strings.TrimPrefix(string(c.ID), "claim/"))
		}
	}
	return out
}

// TestAgainstPlainFilter binds random filters to random graphs.
func TestAgainstPlainFilter(t *testing.T) {
	some := 0
	for seed := range uint64(12) {
		r := storetest.Random(seed, 150)
		g := storetest.Open(t, r, storetest.Predicates)
		rng := rand.New(rand.NewPCG(seed, 2))
		for range 25 {
			f := randomFilter(rng, r)
			m, err := f.On(g, storetest.Predicates)
			if err != nil {
				t.Fatal(err)
			}
			want, got := plain(r, storetest.Predicates, f), kept(t, m)
			if d := gocmp.Diff(want, got); d != "" {
				t.Fatalf("seed %d, filter %+v (-plain +got):\n%s", seed, f, d)
			}
			if 0 < len(got) && len(got) < len(r.Claims) {
				some++
			}
		}
	}
	if some < 100 {
		t.Errorf("only %d of the random filters kept some claims and dropped others", some)
	}
}

func randomFilter(rng *rand.Rand, r *graph.Resolution) filter.Filter {
	var f filter.Filter
	claim := func() *graph.Claim { return &r.Claims[rng.IntN(len(r.Claims))] }
	for range 1 + rng.IntN(3) {
		switch rng.IntN(9) {
		case 0:
			f.Predicates = append(f.Predicates, claim().Predicate, claim().Predicate)
		case 1:
			f.Types = append(f.Types, "Person", "Organization", "bombing")
		case 2:
			f.Span = nlp.Interval{Start: nlp.Date{Year: 2031, Month: 3 + rng.IntN(3)}}
			if rng.IntN(2) == 0 {
				f.Span.End = nlp.Date{Year: 2031, Month: 5, Day: 1 + rng.IntN(28)}
			}
		case 3:
			if s := r.Documents[rng.IntN(len(r.Documents))].Source; s != "" {
				f.Sources = append(f.Sources, s)
			}
		case 4:
			f.Attributions = append(f.Attributions, claim().Attribution...)
		case 5:
			f.Modalities = append(f.Modalities, claim().Modality)
		case 6:
			f.MinConfidence = float64(rng.IntN(100)) / 100
		case 7:
			f.MinSupport = 1 + rng.IntN(3)
		case 8:
			f.Near, f.Radius = append(f.Near, claim().Subject.Entity), rng.IntN(3)
		}
	}
	if rng.IntN(4) == 0 {
		f.Polarities = []nlp.Polarity{claim().Polarity}
	}
	return f
}
