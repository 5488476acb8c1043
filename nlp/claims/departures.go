package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// departureReliability is the confidence that somebody belonged to the body
// that they leave or are sent away from.
const departureReliability = 0.75

// departures says of people who leave a body, or whom it sends away, that they
// belonged to it: "X quit the party" makes X a member, "the bank sacked X" one
// who worked there. A role that the text tells of says more and stands alone.
func (d *document) departures(cs []candidate) []candidate {
	var out []candidate
	for i := range cs {
		c := &cs[i]
		person, body := c.Subject, c.Object
		switch c.Predicate {
		case "resigned", "withdrew_from":
		case "dismissed":
			person, body = body, person
		default:
			continue
		}
		if c.Polarity != nlp.Positive || c.Modality == nlp.Possible || c.Modality == nlp.Desired ||
			!d.isA(person.Chain, nlp.Person) || !d.isA(body.Chain, nlp.Organization, nlp.Group, nlp.Facility) ||
			d.belongs(person.Chain, body.Chain, cs) || d.belongs(person.Chain, body.Chain, out) {
			continue
		}
		if c.Predicate == "dismissed" && d.office(person.Chain, cs) != nlp.NoChain {
			continue // "the regulator sacked X as head of the bank"
		}
		if noun := lastWord(d.a.Chains[body.Chain].Name); c.Predicate == "dismissed" && legislatures[noun] && noun != "council" {
			continue // parliaments dismiss those who govern
		}
		p := nlp.Predicate("works_for")
		if d.joined(body.Chain) || d.sides()[body.Chain] > 0 || d.reportsSport() && team(&d.a.Chains[body.Chain]) {
			p = "member_of"
		}
		out = append(out, candidate{trigger: c.trigger, Claim: nlp.Claim{
			Subject: person, Predicate: p, Object: body, Polarity: nlp.Positive, Modality: nlp.Certain,
			Attribution: c.Attribution, Confidence: departureReliability * c.Confidence, Sentence: c.Sentence,
			Evidence: c.Evidence, Trigger: c.Trigger, Rule: string(p) + "/departure",
		}})
	}
	return out
}

// isA reports whether a chain is a named thing of one of the types.
func (d *document) isA(c nlp.ChainID, types ...nlp.EntityType) bool {
	return c >= 0 && d.a.Chains[c].Named() && slices.Contains(types, d.a.Chains[c].Type)
}

// belongs reports whether a claim of this sentence or an earlier one gives a
// person a place in a body.
func (d *document) belongs(person, body nlp.ChainID, cs []candidate) bool {
	same := func(c *nlp.Claim) bool {
		return c.Subject.Chain == person && c.Object.Chain == body && slices.Contains(offices, c.Predicate)
	}
	return slices.ContainsFunc(cs, func(c candidate) bool { return same(&c.Claim) }) ||
		slices.ContainsFunc(d.done, func(c nlp.Claim) bool { return same(&c) })
}

// joinedBodies are words in the names and descriptions of bodies that people
// are members of, and do not work for.
var joinedBodies = words(`party church union club band group movement front alliance brotherhood sisterhood sect cult order society
	parliament senate congress council cabinet committee assembly commons team side squad league army gang militia cartel mafia
	coalition bloc board orchestra choir ensemble caucus federation association fellowship congregation guild lodge tribe clan`)

// joined reports whether people are members of a body, by its type or by a
// word of its names and descriptions.
func (d *document) joined(body nlp.ChainID) bool {
	c := &d.a.Chains[body]
	if c.Type == nlp.Group {
		return true
	}
	for _, name := range slices.Concat(c.Names, c.Descriptions) {
		if slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return joinedBodies[w] }) {
			return true
		}
	}
	return false
}
