package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// successionReliability is the confidence of an office that somebody holds or
// held because the one before or after them does.
const successionReliability = 0.75

// successions gives predecessors and successors the office of the one whose
// they are, and ministers the country of the head whose they are: "his
// predecessor, X", "Y succeeded X", "Y took over from X", "her finance minister, Z".
func (d *document) successions(t *tree, cs []candidate) []candidate {
	var out []candidate
	give := func(h int, p nlp.Predicate, to, from found, s stance) {
		for _, x := range d.ends(t, from, people) {
			body := d.led(x.Chain, cs)
			if body == nlp.NoChain {
				continue
			}
			for _, e := range d.ends(t, to, people) {
				if e.Chain == x.Chain || e.Chain == body || d.led(e.Chain, cs) == body {
					continue
				}
				out = append(out, t.candidate(h, e.End, p, nlp.ChainEnd(body), s, successionReliability*e.sure, "succession"))
			}
		}
	}
	change := func(h int, comes, goes found) {
		s := d.stanceOf(t, h)
		if s.modality == nlp.Possible || s.modality == nlp.Desired {
			return // "hoped to succeed Y"
		}
		give(h, "leads", comes, goes, s)
		s.modality = nlp.Certain // who is succeeded had the office
		give(h, "leads", goes, comes, s)
	}
	for h := range t.s.Tokens {
		switch l := t.lemma(h); {
		case t.is(h, "NOUN") && sharingOffice[l] != "":
			if p := t.child(h, "nmod:poss"); p >= 0 {
				if b := t.bearer(h); len(b.tokens) > 0 && b.tokens[0] != h {
					give(h, sharingOffice[l], b, direct(t.antecedent(p)), aFact)
				}
			}
		case t.verbal(h) && l == "take" && t.hasParticle(h, "over"):
			change(h, t.subject(h), t.oblique(h, "from"))
		case t.verbal(h) && succeeding[l]:
			change(h, t.subject(h), t.object(h))
		}
	}
	return out
}

// engaging are verbs, beside those of choosing, of giving somebody a post.
var engaging = words("hire promote install recruit elevate")

// sharingOffice are roles of those who hold the office of the one whose they
// are, before or after, or one in the same government or body, with what they
// are to it.
var sharingOffice = map[string]nlp.Predicate{"predecessor": "leads", "successor": "leads", "replacement": "leads", "minister": "leads", "deputy": "works_for", "captain": "leads", "skipper": "leads"}

// people are the types of those who hold offices.
var people = map[nlp.EntityType]bool{nlp.Person: true}

// led returns the body that a person heads, by this sentence or an earlier one,
// of several the one that the person is said to leave.
func (d *document) led(person nlp.ChainID, cs []candidate) nlp.ChainID {
	if person < 0 {
		return nlp.NoChain
	}
	for i := range d.done {
		if c := &d.done[i]; c.Subject.Chain == person && c.Predicate == "resigned" && d.leads(person, c.Object.Chain) {
			return c.Object.Chain
		}
	}
	body := nlp.NoChain
	heads := func(c *nlp.Claim) bool {
		if c.Subject.Chain != person || c.Predicate != "leads" || c.Polarity != nlp.Positive || c.Object.Chain < 0 {
			return false
		}
		if body == nlp.NoChain {
			body = c.Object.Chain
		}
		return d.a.Chains[c.Object.Chain].Type == nlp.Country // who leads a state and a party has a successor in the state
	}
	for i := range cs {
		if heads(&cs[i].Claim) {
			return cs[i].Object.Chain
		}
	}
	for i := range d.done {
		if heads(&d.done[i]) {
			return d.done[i].Object.Chain
		}
	}
	return body
}

// leads reports whether an earlier sentence says that a person heads a body.
func (d *document) leads(person, body nlp.ChainID) bool {
	return slices.ContainsFunc(d.done, func(c nlp.Claim) bool {
		return c.Subject.Chain == person && c.Predicate == "leads" && c.Object.Chain == body && body != nlp.NoChain
	})
}
