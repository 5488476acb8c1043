package storetest

import (
	"fmt"
	"math/rand/v2"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Predicates are the predicates of Random that are more than a name.
var Predicates = graph.Predicates{
	"allied":   {Symmetric: true},
	"hostile":  {Symmetric: true},
	"supports": {Implies: []nlp.Predicate{"allied"}},
}

var (
	randomTypes    = []nlp.EntityType{nlp.Person, nlp.Organization, nlp.Country, nlp.Concept}
	randomKinds    = []string{"bombing", "shooting", "funeral"}
	randomSources  = []string{"The Lantern", "Daily Post", "Coast News", ""}
	randomDeeds    = []nlp.Predicate{"claimed", "carried_out", "condemned", "denied"}
	randomTies     = []nlp.Predicate{"allied", "hostile", "supports", "blamed", "open:meet_with", "open:write_to"}
	randomTolls    = []nlp.Predicate{"death_toll", "injury_toll"}
	randomSureness = []nlp.Modality{nlp.Certain, nlp.Certain, nlp.Certain, nlp.Possible, nlp.Desired, nlp.Future}
	randomExact    = []nlp.Qualifier{nlp.Exactly, nlp.AtLeast, nlp.MoreThan, nlp.Nearly, nlp.About, nlp.AtMost, nlp.LessThan}
)

// Random draws a graph of so many claims: few documents, entities and events,
// so that the claims meet in many ways. Equal seeds give equal graphs.
func Random(seed uint64, claims int) *graph.Resolution {
	g := generator{rng: rand.New(rand.NewPCG(seed, 1)), r: &graph.Resolution{}}
	g.nodes(claims/10+2, claims/40+5, claims/30+3)
	for i := range claims {
		g.claim(i)
	}
	return g.r
}

type generator struct {
	rng    *rand.Rand
	r      *graph.Resolution
	people []graph.EntityID // entities that are no events
	events []graph.EntityID
}

func pick[T any](g *generator, from []T) T { return from[g.rng.IntN(len(from))] }

// day is a date of spring 2031, cut to what is known.
func (g *generator) day() nlp.Date {
	d := nlp.Date{Year: 2031, Month: 3 + g.rng.IntN(3), Day: 1 + g.rng.IntN(28)}
	switch g.rng.IntN(6) {
	case 0:
		d.Day = 0
	case 1:
		d.Month, d.Day = 0, 0
	}
	return d
}

func (g *generator) interval() nlp.Interval {
	switch d := g.day(); g.rng.IntN(5) {
	case 0:
		return nlp.Interval{}
	case 1:
		return nlp.Interval{Start: d}
	default:
		return nlp.On(d)
	}
}

func (g *generator) nodes(documents, entities, events int) {
	for i := range documents {
		d := graph.Document{ID: graph.DocumentID(fmt.Sprintf("doc/%04d", i)), Title: fmt.Sprint("Report ", i), Path: fmt.Sprintf("%d.txt", i), Source: pick(g, randomSources)}
		if g.rng.IntN(4) > 0 {
			d.Date = nlp.Date{Year: 2031, Month: 3 + g.rng.IntN(3), Day: 1 + g.rng.IntN(28)}
		}
		if i > 0 && g.rng.IntN(5) == 0 {
			if original := g.r.Documents[g.rng.IntN(i)]; original.CopyOf == "" {
				d.CopyOf = original.ID
			}
		}
		g.r.Documents = append(g.r.Documents, d)
	}
	for i := range entities {
		id := graph.EntityID(fmt.Sprintf("entity/%04d", i))
		g.people = append(g.people, id)
		g.r.Entities = append(g.r.Entities, graph.Entity{
			ID: id, Type: pick(g, randomTypes), Name: fmt.Sprint("Name ", i), Mentions: []graph.Mention{g.mention()},
		})
	}
	for i := range events {
		id := graph.EntityID(fmt.Sprintf("event/%04d", i))
		g.events = append(g.events, id)
		g.r.Entities = append(g.r.Entities, graph.Entity{
			ID: id, Type: nlp.Event, EventType: pick(g, randomKinds), Name: fmt.Sprint("Event ", i), Time: g.interval(),
			Mentions: []graph.Mention{g.mention()},
		})
	}
}

func (g *generator) mention() graph.Mention {
	start := nlp.Offset(g.rng.IntN(400))
	return graph.Mention{Document: pick(g, g.r.Documents).ID, Start: start, End: start + 5, Text: "words", Kind: nlp.NameMention}
}

func (g *generator) claim(i int) {
	d := pick(g, g.r.Documents).ID
	start := nlp.Offset(40 * g.rng.IntN(10))
	c := graph.Claim{
		ID: graph.ClaimID(fmt.Sprintf("claim/%06d", i)), Document: d, Polarity: nlp.Positive, Modality: pick(g, randomSureness),
		Confidence: float64(g.rng.IntN(101)) / 100, Rule: "random",
		Evidence: []graph.Evidence{{Document: d, Start: start, End: start + 40, Text: fmt.Sprintf("Sentence %d.", i)}},
	}
	if i > 0 && g.rng.IntN(6) == 0 { // what another document says too
		said := pick(g, g.r.Claims)
		said.ID, said.Document, said.Evidence, said.Confidence = c.ID, c.Document, c.Evidence, c.Confidence
		g.r.Claims = append(g.r.Claims, said)
		return
	}
	if g.rng.IntN(6) == 0 {
		c.Polarity = nlp.Negative
	}
	if g.rng.IntN(3) == 0 {
		c.Time = g.interval()
	}
	for range max(0, g.rng.IntN(5)-2) {
		c.Attribution = append(c.Attribution, pick(g, g.people))
	}
	c.Subject.Entity = pick(g, g.people)
	switch g.rng.IntN(8) {
	case 0, 1:
		c.Predicate, c.Object.Entity = pick(g, randomDeeds), pick(g, g.events)
	case 2, 3:
		c.Subject.Entity, c.Predicate = pick(g, g.events), pick(g, randomTolls)
		c.Object.Quantity = &nlp.Quantity{Value: float64(10 + g.rng.IntN(4)), Qualifier: pick(g, randomExact)}
	case 4:
		c.Predicate, c.Object.Text = "said", fmt.Sprint("words ", g.rng.IntN(5))
	case 5:
		c.Predicate, c.Object.Entity = pick(g, []nlp.Predicate{"denied", "concerns"}), pick(g, g.people)
		if c.Predicate == "concerns" {
			c.Object.Entity = pick(g, g.events)
		}
	default:
		c.Predicate, c.Object.Entity = pick(g, randomTies), pick(g, g.people)
	}
	g.r.Claims = append(g.r.Claims, c)
}
