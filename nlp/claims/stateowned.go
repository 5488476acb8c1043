package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// stateOwnedReliability is the confidence of a state read as the owner of what
// is called state-owned.
const stateOwnedReliability = 0.75

var stateOwnership = words("owned run controlled held")

// stateOwned gives state-owned bodies the state that the phrase, the name or the
// text before tells of: "Norway's state-owned bank X", "state-owned Air India".
func (d *document) stateOwned(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		h := t.head(v)
		if v < 1 || h < v || !stateOwnership[t.form(v)] || !in(t.base(v), "amod", "acl", "compound") || !t.stateBefore(v) {
			continue
		}
		for _, b := range d.ends(t, t.bearer(h), ownedTypes) {
			c := d.stateOf(t, h, b, cs)
			if c == nlp.NoChain || c == b.Chain || d.hasClaim(cs, c, "owns", b.Chain) {
				continue
			}
			out = append(out, t.candidate(v, nlp.ChainEnd(c), "owns", b.End, aFact, stateOwnedReliability*b.sure, "state"))
		}
	}
	return out
}

// stateBefore reports whether "state" or "government" is joined to a participle.
func (t *tree) stateBefore(v int) bool {
	for _, k := range []int{v - 1, v - 2} {
		if k >= 0 && t.joined(k, v) && (t.form(k) == "state" || t.form(k) == "government") {
			return true
		}
	}
	return false
}

// stateOf is the country of the phrase of h, of the name of the body that it
// describes, or of where the claims say that the body is.
func (d *document) stateOf(t *tree, h int, body end, cs []candidate) nlp.ChainID {
	for _, k := range t.children(h, "amod", "nmod:poss", "compound") {
		if c := d.countryAt(t, k); c != nlp.NoChain {
			return c
		}
	}
	for _, n := range d.a.Chains[body.Chain].Mentions {
		if n.Kind != nlp.NameMention {
			continue
		}
		s := d.tree(n.Sentence)
		for k := n.Tokens.First; k < n.Tokens.End; k++ {
			if country, ok := s.countryWord(k); ok {
				return d.knownCountry(country)
			}
		}
	}
	found := nlp.NoChain
	home := func(c *nlp.Claim) {
		if c.Subject.Chain == body.Chain && (c.Predicate == "located_in" || c.Predicate == "part_of" || c.Predicate == "national_of") &&
			c.Object.Chain != nlp.NoChain && d.a.Chains[c.Object.Chain].Type == nlp.Country {
			found = c.Object.Chain
		}
	}
	for i := range cs {
		home(&cs[i].Claim)
	}
	for i := range d.done {
		home(&d.done[i])
	}
	return found
}

// countryAt is the country that a modifier names, by its name or its people.
func (d *document) countryAt(t *tree, k int) nlp.ChainID {
	if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Country {
		return c
	}
	if country, ok := t.countryWord(k); ok {
		return d.knownCountry(country)
	}
	if country, ok := gazetteer.CountryByName(t.tok(k).Form); ok {
		return d.knownCountry(country)
	}
	return nlp.NoChain
}
