package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// otherSideReliability is the confidence of a side that only the sentence around
// an agreement tells.
const otherSideReliability = 0.65

// twoSided are nouns for what two sides have, with what the two are to each other.
var twoSided = roleTable(map[nlp.Predicate]string{
	"agreed":     "deal agreement contract accord pact treaty merger settlement truce ceasefire",
	"allied":     "partnership alliance venture tie-up cooperation",
	"negotiated": "talk talks negotiation negotiations",
})

// partners are the types of those who make agreements.
var partners = codebook.Types{nlp.Organization: true, nlp.Country: true}

// otherSides gives an agreement "with Y" of which nothing beside it tells the
// other side the only subject of the sentence that can be it: "Volvo filed for
// bankruptcy, but a deal with Fiat went through."
func (d *document) otherSides(t *tree, cs []candidate) []candidate {
	var out []candidate
	for n := range t.s.Tokens {
		p, ok := twoSided[t.lemma(n)]
		if !ok || !t.is(n, "NOUN") || t.child(n, "nmod:poss", "compound") >= 0 {
			continue
		}
		for _, y := range d.ends(t, t.oblique(n, "with"), partners) {
			if !d.a.Chains[y.Chain].Named() || d.told(cs, y.Chain) {
				continue
			}
			x, found := d.onlySubject(t, n, y)
			if !found {
				continue
			}
			s := d.stanceOf(t, n)
			out = append(out, t.candidate(n, x.End, p, y.End, s, otherSideReliability*x.sure*y.sure, "other side"))
		}
	}
	return out
}

// told reports whether a claim tells already with whom somebody agrees, deals or
// is at odds.
func (d *document) told(cs []candidate, y nlp.ChainID) bool {
	for i := range cs {
		switch cs[i].Predicate {
		case "agreed", "allied", "negotiated", "met", "hostile":
			if cs[i].Subject.Chain == y || cs[i].Object.Chain == y {
				return true
			}
		}
	}
	return false
}

// onlySubject is the one named body of y's type that is a subject of the
// sentence or the possessor in one; false when there is none or more than one.
func (d *document) onlySubject(t *tree, n int, y end) (end, bool) {
	var only end
	for k := range t.s.Tokens {
		if !in(t.base(k), "nsubj") && t.rel(k) != "nmod:poss" || t.within(k, n) {
			continue
		}
		if in(t.base(k), "nsubj") && t.saysOf(t.head(k), n) {
			continue
		}
		if t.rel(k) == "nmod:poss" && !in(t.base(t.head(k)), "nsubj") && !in(t.base(t.first(max(0, t.head(k)))), "nsubj", "nmod") {
			continue
		}
		for _, x := range d.ends(t, direct(k), partners) {
			ch := &d.a.Chains[x.Chain]
			if x.Chain == y.Chain || !ch.Named() || ch.Type != d.a.Chains[y.Chain].Type || x.Chain == only.Chain && only.entity != "" {
				continue
			}
			if only.entity != "" {
				return end{}, false
			}
			only = x
		}
	}
	return only, only.entity != ""
}

// saysOf reports whether what predicate v says is said of noun n, not in a
// clause joined to it: whoever criticizes a deal has not made it.
func (t *tree) saysOf(v, n int) bool {
	for u := n; u >= 0; u = t.head(u) {
		if u == v {
			return true
		}
		if t.base(u) == "conj" || t.base(u) == "parataxis" {
			return false
		}
	}
	return false
}
