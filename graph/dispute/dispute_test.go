package dispute_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/dispute"
	"github.com/kgbuild/kgbuild/graph/filter"
	"github.com/kgbuild/kgbuild/graph/store"
	"github.com/kgbuild/kgbuild/graph/store/storetest"
	"github.com/kgbuild/kgbuild/nlp"
)

func find(t *testing.T, g *store.Reader, f filter.Filter, p graph.Predicates) []dispute.Contradiction {
	t.Helper()
	m, err := f.On(g, p)
	if err != nil {
		t.Fatal(err)
	}
	found, err := dispute.Find(context.Background(), g, m, p)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func ids(claims []*graph.Claim) string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = strings.TrimPrefix(string(c.ID), "claim/")
	}
	return strings.Join(out, " ")
}

// show writes a contradiction as a line a side.
func show(x dispute.Contradiction) []string {
	head := strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", x.Kind, x.About, x.Predicate, x.Object, x.Verdict))
	out := []string{strings.Join(strings.Fields(head), " ")}
	for _, s := range x.Sides {
		title := string(s.Actor) + string(s.Polarity)
		if s.Figure != nil {
			title = fmt.Sprint(s.Figure.Qualifier, " ", s.Figure.Value)
		}
		line := title + ": " + ids(s.Claims)
		if len(s.Denials) > 0 {
			line += " / " + ids(s.Denials)
		}
		out = append(out, line)
	}
	return out
}

// story is a graph that a test writes by hand.
type story struct{ graph.Resolution }

func (s *story) document(id string, date string) {
	d := graph.Document{ID: graph.DocumentID("doc/" + id), Path: id, Title: id, Source: id}
	if err := d.Date.UnmarshalText([]byte(date)); err != nil {
		panic(err)
	}
	s.Documents = append(s.Documents, d)
}

func (s *story) entity(id, name string, kind nlp.MentionKind, at ...string) {
	e := graph.Entity{ID: graph.EntityID(id), Type: nlp.Organization, Name: name}
	if e.ID.IsEvent() {
		e.Type, e.EventType = nlp.Event, "bombing"
	}
	if len(at) == 0 {
		at = []string{"one 900"}
	}
	for _, place := range at {
		var doc string
		var start int
		if _, err := fmt.Sscanf(place, "%s %d", &doc, &start); err != nil {
			panic(err)
		}
		e.Mentions = append(e.Mentions, graph.Mention{
			Document: graph.DocumentID("doc/" + doc), Start: nlp.Offset(start), End: nlp.Offset(start + 5), Text: name, Kind: kind,
		})
	}
	s.Entities = append(s.Entities, e)
}

// claim adds a positive and certain claim, whose sentence is the 100 code
// points from at on.
func (s *story) claim(id, doc string, at int, subject, predicate, object string) *graph.Claim {
	c := graph.Claim{
		ID: graph.ClaimID("claim/" + id), Document: graph.DocumentID("doc/" + doc), Subject: graph.End{Entity: graph.EntityID(subject)},
		Predicate: nlp.Predicate(predicate), Object: graph.End{Entity: graph.EntityID(object)},
		Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.8,
	}
	c.Evidence = []graph.Evidence{{Document: c.Document, Start: nlp.Offset(at), End: nlp.Offset(at + 100), Text: id}}
	s.Claims = append(s.Claims, c)
	return &s.Claims[len(s.Claims)-1]
}

func (s *story) check(t *testing.T, f filter.Filter, want ...[]string) {
	t.Helper()
	slices.SortFunc(s.Claims, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	p := graph.Predicates{"allied": {Symmetric: true}}
	var got [][]string
	for _, x := range find(t, storetest.Open(t, &s.Resolution, p), f, p) {
		got = append(got, show(x))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("contradictions differ (-want +got):\n%s", d)
	}
}

const (
	blast = "event/blast"
	a     = "entity/a"
	b     = "entity/b"
	c     = "entity/c"
)

func harbour() *story {
	s := &story{}
	s.document("one", "2031-05-02")
	s.document("two", "2031-05-03")
	s.document("old", "")
	s.entity(blast, "blast", nlp.NominalMention, "one 10", "one 810", "two 10")
	s.entity("event/march", "march", nlp.NominalMention, "one 310")
	for _, id := range []string{a, b, c} {
		s.entity(id, strings.ToUpper(strings.TrimPrefix(id, "entity/")), nlp.NameMention)
	}
	s.entity("entity/role", "role", nlp.NominalMention)
	s.entity("entity/idea", "idea", nlp.NominalMention)
	s.entity("entity/speaker", "Speaker", nlp.NameMention)
	s.entity("entity/attackers", "the attackers", nlp.NominalMention)
	return s
}

func TestResponsibility(t *testing.T) {
	s := harbour()
	// A is suspected and denies; B, who claims it, does not.
	s.claim("01", "one", 0, b, "claimed", blast)
	s.claim("02", "two", 0, c, "blamed", a) // its sentence names the blast
	s.claim("03", "two", 100, a, "denied", "entity/role")
	s.claim("04", "two", 100, "entity/role", "concerns", blast)
	s.claim("05", "one", 0, "entity/attackers", "carried_out", blast) // nobody in particular
	s.claim("06", "one", 300, c, "blamed", a)                         // for the march
	s.claim("07", "one", 0, a, "carried_out", blast).Modality = nlp.Desired
	s.claim("08", "one", 0, c, "carried_out", blast).Modality = nlp.Possible
	want := []string{"responsibility " + blast, a + ": 02 / 03", b + ": 01", c + ": 08"}
	s.check(t, filter.Filter{}, want)
	// Without the accusation, nobody says what A denies.
	s.check(t, filter.Filter{Sources: []string{"one"}})
}

func TestDenialOfSomethingUnnamed(t *testing.T) {
	s := harbour()
	// The document suspects A of the blast, and states as a fact that A held
	// the march; so the idea that A denies is about the blast.
	s.claim("01", "one", 200, a, "carried_out", blast).Modality = nlp.Possible
	s.claim("02", "one", 500, a, "carried_out", "event/march")
	s.claim("03", "one", 500, a, "denied", "entity/idea")
	s.claim("04", "one", 400, c, "blamed", a) // "it was A": its sentence names no event
	s.check(t, filter.Filter{}, []string{"responsibility " + blast, a + ": 01 04 / 03"})
}

func TestDenialByNobodySuspected(t *testing.T) {
	s := harbour()
	s.claim("01", "one", 0, b, "claimed", blast)
	s.claim("02", "two", 0, a, "denied", "entity/role")
	s.claim("03", "two", 0, "entity/role", "concerns", blast)
	s.claim("04", "two", 0, c, "denied", "entity/idea") // of nothing that is known
	s.check(t, filter.Filter{})
}

func TestDenialOnBehalf(t *testing.T) {
	s := harbour()
	s.claim("01", "one", 0, b, "blamed", a)
	s.claim("02", "two", 0, "entity/speaker", "denied", blast)
	s.claim("03", "two", 0, "entity/speaker", "spokesperson_of", a)
	s.claim("04", "two", 0, "entity/speaker", "spokesperson_of", c)
	s.check(t, filter.Filter{}, []string{"responsibility " + blast, a + ": 01 / 02"})
}

func TestNegatedDeed(t *testing.T) {
	s := harbour()
	s.claim("01", "one", 0, a, "carried_out", blast).Attribution = []graph.EntityID{b}
	s.claim("02", "two", 0, a, "carried_out", blast).Polarity = nlp.Negative
	s.check(t, filter.Filter{}, []string{"responsibility " + blast, a + ": 01 / 02"})
}

func TestNegation(t *testing.T) {
	s := harbour()
	not := func(c *graph.Claim) *graph.Claim { c.Polarity = nlp.Negative; return c }
	in := func(year int) nlp.Interval { return nlp.On(nlp.Date{Year: year}) }
	s.claim("01", "one", 0, a, "allied", b)
	not(s.claim("02", "two", 0, b, "allied", a)) // either way round
	s.claim("03", "one", 0, a, "leads", b)
	not(s.claim("04", "two", 0, b, "leads", a)) // the other way round
	s.claim("05", "one", 0, a, "controlled", c).Time = in(2014)
	not(s.claim("06", "two", 0, a, "controlled", c)).Time = in(2020)
	not(s.claim("07", "two", 0, a, "controlled", c)).Time = in(2014)
	not(s.claim("08", "two", 0, a, "leads", b)).Modality = nlp.Future
	s.claim("09", "old", 0, a, "allied", b).Modality = nlp.Possible
	s.check(t, filter.Filter{},
		[]string{"negation " + a + " allied " + b, "positive: 01 09", "negative: 02"},
		[]string{"negation " + a + " controlled " + c, "positive: 05", "negative: 07"})
}

func TestVerdicts(t *testing.T) {
	figure := func(s *story, id, doc, qualifier string, value float64) {
		c := s.claim(id, doc, 0, blast, "death_toll", "")
		c.Object = graph.End{Quantity: &nlp.Quantity{Value: value, Qualifier: nlp.Qualifier(qualifier)}}
	}
	for _, x := range []struct {
		reason string
		fill   func(*story)
		want   []string
	}{
		{"one figure in two wordings", func(s *story) {
			figure(s, "01", "one", "exactly", 84)
			figure(s, "02", "two", "at least", 84)
		}, nil},
		{"both can be true", func(s *story) {
			figure(s, "01", "one", "exactly", 84)
			figure(s, "02", "old", "more than", 80)
			figure(s, "03", "old", "about", 90)
		}, []string{"figures " + blast + " death_toll compatible", "about 90: 03", "exactly 84: 01", "more than 80: 02"}},
		{"two figures of no known day", func(s *story) {
			figure(s, "01", "one", "at least", 84)
			figure(s, "02", "old", "less than", 84)
			figure(s, "03", "old", "exactly", 80)
		}, []string{"figures " + blast + " death_toll conflict", "at least 84: 01", "less than 84: 02", "exactly 80: 03"}},
		{"two figures of one day", func(s *story) {
			figure(s, "01", "one", "exactly", 13)
			figure(s, "02", "one", "exactly", 15)
		}, []string{"figures " + blast + " death_toll conflict", "exactly 15: 02", "exactly 13: 01"}},
		{"more on the next day", func(s *story) {
			figure(s, "01", "one", "exactly", 13)
			figure(s, "02", "two", "exactly", 15)
		}, []string{"figures " + blast + " death_toll growing", "exactly 15: 02", "exactly 13: 01"}},
		{"fewer on the next day", func(s *story) {
			figure(s, "01", "two", "exactly", 84)
			figure(s, "02", "one", "exactly", 103)
		}, []string{"figures " + blast + " death_toll revised", "exactly 103: 02", "exactly 84: 01"}},
		{"of another event", func(s *story) {
			figure(s, "01", "two", "exactly", 84)
			figure(s, "02", "one", "exactly", 103)
			s.Claims[1].Subject.Entity = "event/march"
		}, nil},
		{"hoped for, or denied", func(s *story) {
			figure(s, "01", "two", "exactly", 84)
			figure(s, "02", "one", "exactly", 103)
			figure(s, "03", "one", "exactly", 105)
			s.Claims[1].Modality, s.Claims[2].Polarity = nlp.Desired, nlp.Negative
		}, nil},
	} {
		s := harbour()
		x.fill(s)
		t.Run(x.reason, func(t *testing.T) {
			if x.want == nil {
				s.check(t, filter.Filter{})
			} else {
				s.check(t, filter.Filter{}, x.want)
			}
		})
	}
}
