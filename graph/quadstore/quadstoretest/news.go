// Package quadstoretest holds a small resolved graph for the tests of the
// packages that read one.
package quadstoretest

import (
	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

// Predicates are the predicates of News.
var Predicates = graph.Predicates{
	"allied":   {Symmetric: true},
	"supports": {Implies: []nlp.Predicate{"allied"}},
	"hostile":  {Symmetric: true},
}

// News returns a made-up graph of two documents: a group claims a blast in a
// harbour town, a ministry denies any involvement, and two unions, their
// members and their allies are at odds over it.
func News() *graph.Resolution {
	const one, two = "doc/0000000000000001", "doc/0000000000000002"
	mention := func(doc graph.DocumentID, start nlp.Offset, text string) graph.Mention {
		return graph.Mention{
			Document: doc, Start: start, End: start + nlp.Offset(len([]rune(text))),
			Text: text, Kind: nlp.NameMention,
		}
	}
	claim := func(id string, doc graph.DocumentID, s graph.EntityID, p nlp.Predicate, o graph.EntityID) graph.Claim {
		return graph.Claim{
			ID: graph.ClaimID("claim/" + id), Document: doc,
			Subject: graph.End{Entity: s}, Predicate: p, Object: graph.End{Entity: o},
			Polarity: nlp.Positive, Modality: nlp.Certain, Confidence: 0.9,
			Evidence: []graph.Evidence{{Document: doc, Start: 10, End: 60, Text: "Evidence for " + id + "."}},
			Rule:     string(p),
		}
	}
	dayOne := nlp.On(nlp.Date{Year: 2031, Month: 5, Day: 2})
	with := func(c graph.Claim, change func(*graph.Claim)) graph.Claim { change(&c); return c }
	return &graph.Resolution{
		Documents: []graph.Document{
			{ID: one, Title: "Blast in Marlow", Date: dayOne.Start, Source: "The Lantern", Language: "en", Path: "one.txt", SHA256: "0000000000000001"},
			{ID: two, Title: "Who did it?", Date: nlp.Date{Year: 2031, Month: 5, Day: 3}, Source: "Daily Post", Path: "two.txt", SHA256: "0000000000000002"},
		},
		Entities: []graph.Entity{
			{ID: "entity/involvement", Type: nlp.Concept, Name: "involvement", Mentions: []graph.Mention{mention(two, 40, "involvement")}},
			{ID: "entity/marlow", Type: nlp.City, Name: "Marlow", Mentions: []graph.Mention{mention(one, 9, "Marlow")}},
			{ID: "entity/ministry-of-ports", Type: nlp.Organization, Name: "Ministry of Ports", Aliases: []string{"M.O.P.", "the Ministry"},
				Mentions: []graph.Mention{mention(two, 0, "Ministry of Ports"), mention(two, 90, "the Ministry")}},
			{ID: "entity/northern-union", Type: nlp.Organization, Name: "Northern Union", Aliases: []string{"NU"},
				Mentions: []graph.Mention{mention(one, 70, "NU"), mention(two, 20, "Northern Union")}},
			{ID: "entity/red-tide", Type: nlp.Organization, Name: "Red Tide", Aliases: []string{"RT"},
				Mentions: []graph.Mention{mention(one, 0, "Red Tide"), mention(two, 60, "RT")}},
			{ID: "entity/southern-union", Type: nlp.Organization, Name: "Southern Union",
				Mentions: []graph.Mention{mention(one, 100, "Southern Union")}},
			{ID: "entity/vera-holt", Type: nlp.Person, Name: "Vera Holt", Aliases: []string{"Minister Holt"},
				Mentions: []graph.Mention{mention(two, 120, "Vera Holt")}},
			{ID: "event/2031-05-01-marlow-bombing", Type: nlp.Event, Name: "Marlow bombing", EventType: "bombing",
				Time: nlp.On(nlp.Date{Year: 2031, Month: 5, Day: 1}), Places: []graph.EntityID{"entity/marlow"},
				Mentions: []graph.Mention{mention(one, 30, "blast"), mention(two, 50, "explosion")}},
		},
		Claims: []graph.Claim{
			claim("0001", one, "entity/red-tide", "claimed", "event/2031-05-01-marlow-bombing"),
			claim("0002", two, "entity/red-tide", "claimed", "event/2031-05-01-marlow-bombing"),
			claim("0003", two, "entity/ministry-of-ports", "denied", "entity/involvement"),
			claim("0004", two, "entity/involvement", "concerns", "event/2031-05-01-marlow-bombing"),
			claim("0005", one, "entity/northern-union", "supports", "entity/red-tide"),
			claim("0006", one, "entity/southern-union", "hostile", "entity/northern-union"),
			with(claim("0007", two, "entity/northern-union", "carried_out", "event/2031-05-01-marlow-bombing"), func(c *graph.Claim) {
				c.Modality, c.Attribution = nlp.Possible, []graph.EntityID{"entity/vera-holt"}
			}),
			with(claim("0008", two, "entity/northern-union", "allied", "entity/ministry-of-ports"), func(c *graph.Claim) {
				c.Polarity = nlp.Negative
			}),
			with(claim("0009", one, "event/2031-05-01-marlow-bombing", "death_toll", ""), func(c *graph.Claim) {
				c.Object, c.Time = graph.End{Quantity: &nlp.Quantity{Value: 7, Qualifier: nlp.AtLeast}}, dayOne
			}),
			with(claim("0010", two, "entity/vera-holt", "said", ""), func(c *graph.Claim) {
				c.Object = graph.End{Text: "we will rebuild"}
			}),
			claim("0011", two, "entity/vera-holt", "leads", "entity/ministry-of-ports"),
			claim("0012", two, "entity/vera-holt", "condemned", "event/2031-05-01-marlow-bombing"),
			claim("0013", one, "entity/vera-holt", "member_of", "entity/southern-union"),
		},
		Merges: []graph.Merge{{
			Entity: "entity/red-tide", A: graph.ChainRef{Document: one, Chain: 0}, B: graph.ChainRef{Document: two, Chain: 3},
			Rule: "acronym", Reason: "RT stands for Red Tide",
		}},
		Maybe: []graph.MaybeSame{{A: "entity/northern-union", B: "entity/southern-union", Rule: "name", Reason: "both are unions"}},
	}
}
