package resolve

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// syntheticArticles writes n articles about bodies, persons in several
// spellings and events, some of which several articles tell of.
func syntheticArticles(n int, seed uint64) []*graph.Observation {
	rng := rand.New(rand.NewPCG(seed, 1))
	pick := func(words ...string) string { return words[rng.IntN(len(words))] }
	cities := []string{"Kerman", "Shiraz", "Arvanda", "Belvoir", "Castra", "Dunmore", "Eskhar", "Fonteyn"}
	given := []string{"Qasem", "Qassem", "Omar", "Umar", "Yusuf", "Youssef", "Anna", "John"}
	var out []*graph.Observation
	for i := range n {
		day := rng.IntN(1 + n/4)
		report := nlp.DateOf(mustDate("2015-01-01").Time().AddDate(0, 0, day+1))
		a := newArticle(fmt.Sprint("article ", seed, " ", i), report.String())
		country := a.name(nlp.Country, pick("Iran", "United States", "Israel", "Australia"))
		body := a.name(nlp.Organization, fmt.Sprintf("Body %d %s", rng.IntN(1+n/3), pick("", "Group", "Inc.")))
		other := a.name(nlp.Organization, pick("ISIS", "Islamic State", "IS", "Hamas", "Parliament"))
		surname := fmt.Sprintf("%s%s", pick("Sol", "Mov", "Kar", "Tel"), pick("ani", "eimani", "imani", "vosky"))
		person := a.name(nlp.Person, pick(given...)+" "+surname)
		short := a.name(nlp.Person, surname)
		cityName := cities[day%len(cities)]
		city := a.name(nlp.City, cityName)
		event := nlp.DateOf(mustDate("2015-01-01").Time().AddDate(0, 0, day))
		facts := nlp.EventFacts{Type: pick("attack", "bombing", "explosion", "election"), Places: []nlp.ChainID{city, country}}
		if rng.IntN(4) > 0 {
			facts.Time = nlp.On(event)
		}
		e := a.event(pick("the attack", "two explosions", "the vote"), facts)
		plural := a.event("attacks", nlp.EventFacts{Type: "attack"})
		a.o.Chains[plural].Generic = true
		tehran := a.name(nlp.City, "Tehran")
		a.claim(person, "member_of", body)
		a.claim(short, "criticized", country)
		a.claim(other, "claimed", e, body)
		a.claim(tehran, "threatened", other)
		a.claim(country, "condemned", plural)
		a.claim(body, "hostile", other)
		a.claim(other, "hostile", body)
		a.number(e, "death_toll", float64(4+day%50))
		out = append(out, a.observation())
	}
	return out
}

func resolveAll(t testing.TB, all []*graph.Observation) *graph.Resolution {
	t.Helper()
	res, _, err := Resolve(context.Background(), sequence(all...), Options{
		Knowledge: world(), Predicates: graph.Predicates{"hostile": {Symmetric: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestOrderDoesNotMatter(t *testing.T) {
	all := syntheticArticles(60, 1)
	want := resolveAll(t, all)
	checkResolution(t, want)
	rng := rand.New(rand.NewPCG(7, 7))
	for range 8 {
		shuffled := slices.Clone(all)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if d := cmp.Diff(want, resolveAll(t, shuffled)); d != "" {
			t.Fatalf("another order gives another graph (-want +got)\n%s", d)
		}
	}
}

func TestWithdrawAndAddAgain(t *testing.T) {
	all := syntheticArticles(40, 2)
	want := resolveAll(t, all)
	less := resolveAll(t, slices.Delete(slices.Clone(all), 10, 20))
	checkResolution(t, less)
	if len(less.Documents) != 30 || cmp.Equal(want, less) {
		t.Error("withdrawing ten documents changed nothing")
	}
	again := append(slices.Delete(slices.Clone(all), 10, 20), all[10:20]...)
	if d := cmp.Diff(want, resolveAll(t, again)); d != "" {
		t.Errorf("withdrawing and adding changes the graph (-want +got)\n%s", d)
	}
}

// TestClaimIDsOutliveMerges checks that further documents do not rename the
// claims of those that were there.
func TestClaimIDsOutliveMerges(t *testing.T) {
	all := syntheticArticles(40, 3)
	few, many := resolveAll(t, all[:20]), resolveAll(t, all)
	ids := make(map[graph.ClaimID]bool)
	for _, c := range many.Claims {
		ids[c.ID] = true
	}
	for _, c := range few.Claims {
		if !ids[c.ID] {
			t.Errorf("%s is gone after more documents were read", c.ID)
		}
	}
}

func TestSymmetricAndRepeatedClaims(t *testing.T) {
	a := newArticle("a", "")
	x, y := a.name(nlp.Organization, "Acme"), a.name(nlp.Organization, "Bolt")
	a.claim(x, "hostile", y)
	a.claim(y, "hostile", x)
	a.claim(x, "praised", y)
	a.claim(x, "praised", y)
	a.claim(y, "praised", x)
	a.claim(x, "praised", y, x)
	res, report := derive(t, "", a)
	count := make(map[nlp.Predicate]int)
	for _, c := range res.Claims {
		count[c.Predicate]++
	}
	if count["hostile"] != 1 || count["praised"] != 3 || report.Repeated != 2 {
		t.Errorf("claims are %v, repeated %d", count, report.Repeated)
	}
	for _, c := range res.Claims {
		if c.Predicate == "hostile" && len(c.Evidence) != 2 {
			t.Errorf("evidence of a claim made twice: %+v", c.Evidence)
		}
	}
}

func TestSelfLoopsAreLeftOut(t *testing.T) {
	a := newArticle("a", "")
	a.claim(a.name(nlp.Organization, "ISIS"), "allied", a.name(nlp.Organization, "Islamic State"))
	res, report := derive(t, "", a)
	if len(res.Claims) != 0 || report.SelfLoops != 1 {
		t.Errorf("claims %d, self-loops %d", len(res.Claims), report.SelfLoops)
	}
}

func TestPruning(t *testing.T) {
	a := newArticle("a", "")
	a.nominal(nlp.Group, "people")
	a.name(nlp.Person, "Jane Roe")
	res, _ := derive(t, "", a)
	if len(res.Entities) != 1 || res.Entities[0].Name != "Jane Roe" {
		t.Errorf("entities are %+v", res.Entities)
	}
}

func TestDocumentTwice(t *testing.T) {
	o := newArticle("a", "").observation()
	if _, _, err := Resolve(context.Background(), sequence(o, o), Options{}); err == nil {
		t.Error("a document that comes twice is no error")
	}
}

func TestBrokenClaim(t *testing.T) {
	a := newArticle("a", "")
	x := a.name(nlp.Organization, "Acme")
	a.add(nlp.Claim{Subject: nlp.ChainEnd(x), Predicate: "owns", Object: nlp.ChainEnd(99)}, 0)
	a.add(nlp.Claim{Subject: nlp.ChainEnd(x), Predicate: "owns", Object: nlp.ChainEnd(nlp.NoChain)}, 0)
	res, report := derive(t, "", a)
	if len(res.Claims) != 0 || report.Broken != 2 {
		t.Errorf("claims %d, broken %d", len(res.Claims), report.Broken)
	}
}

// TestOddObservations checks that observations that no analysis should give, as
// an old or foreign log may hold, are resolved all the same.
func TestOddObservations(t *testing.T) {
	for seed := range uint64(20) {
		rng := rand.New(rand.NewPCG(seed, 9))
		all := syntheticArticles(12, seed)
		for _, o := range all {
			for i := range o.Chains {
				c := &o.Chains[i]
				switch rng.IntN(8) {
				case 0:
					c.Mentions = nil
				case 1:
					c.Name, c.Names = "", nil
				case 2:
					c.Names = []string{"", "’s", "the", "“”"}
				case 3:
					c.Type = nlp.EntityTypes[rng.IntN(len(nlp.EntityTypes))]
				case 4:
					c.ID = 7
				case 5:
					c.Event = &nlp.EventFacts{Places: []nlp.ChainID{-1, 99, 0}, PartOf: nlp.ChainID(i),
						Participants: []nlp.Participant{{Role: nlp.AgentRole, Chain: 1000}}}
				}
			}
			for i := range o.Claims {
				c := &o.Claims[i]
				switch rng.IntN(6) {
				case 0:
					c.Evidence = nlp.Span{Start: 90000, End: -4}
				case 1:
					c.Attribution = []nlp.ChainID{-5, 5000, 0}
				case 2:
					c.Sentence = -1
				}
			}
		}
		res := resolveAll(t, all)
		slices.Reverse(all)
		if d := cmp.Diff(res, resolveAll(t, all)); d != "" {
			t.Fatalf("seed %d: another order gives another graph (-want +got)\n%s", seed, d)
		}
		for _, e := range res.Entities {
			if e.ID == "" || e.Name == "" {
				t.Errorf("seed %d: an entity without id or name: %+v", seed, e)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Resolve(ctx, sequence(syntheticArticles(2, 1)...), Options{}); err == nil {
		t.Error("a cancelled resolution gave no error")
	}
}

// BenchmarkResolve shows that the time grows with the number of documents and
// not with its square.
func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		all := syntheticArticles(n, 5)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				resolveAll(b, all)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/document")
		})
	}
}
