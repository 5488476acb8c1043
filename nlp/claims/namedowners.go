package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// namedOwners says that those lead a party, company or side whose name stands before
// its name as its owner's does: "Ana Ruiz's Civic Bloc", "Luis Pena's Malaga".
func (d *document) namedOwners(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Organization && n.Type != nlp.City {
			continue
		}
		k := t.headOf(n.Tokens)
		p := t.nameOwning(n.Tokens.First)
		if p < 0 || t.base(k) == "compound" && t.head(k) >= n.Tokens.End || n.Tokens.End < len(t.s.Tokens) && t.is(n.Tokens.End, "NOUN") || t.child(k, "appos") >= 0 {
			continue
		}
		owner, body := d.chainAt(t, p), d.nameChain(t, n.Tokens)
		if owner == nlp.NoChain || body == nlp.NoChain || owner == body || !d.isA(owner, nlp.Person) || !d.isLed(body) || d.belongs(owner, body, cs) {
			continue
		}
		out = append(out, t.candidate(k, nlp.ChainEnd(owner), "leads", nlp.ChainEnd(body), aFact, ownerReliability, "named owner").over(t.s.SpanOf(n.Tokens)))
	}
	return out
}

// nameOwning returns the head of the person's name that ends, with "'s", before
// token i, or -1.
func (t *tree) nameOwning(i int) int {
	if i < 2 || t.tok(i-1).XPOS != "POS" {
		return -1
	}
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.End == i-1 {
			return t.headOf(n.Tokens)
		}
	}
	return -1
}

// ownerReliability is the confidence that whose name stands before the name of a
// body is its head.
const ownerReliability = 0.7

// isLed reports whether a body is a party, company or side, which go by the names of
// those who lead them.
func (d *document) isLed(body nlp.ChainID) bool {
	ch := &d.a.Chains[body]
	if ch.Type == nlp.City {
		return d.sides()[body] > 0 // towns have nobody's names before theirs, their clubs have
	}
	return ch.Type == nlp.Organization && !stateBody(ch) && !hasWord(ch, notLed) && (d.company(ch) || d.sides()[body] > 0 || d.joined(body))
}

// notLed are words in the names of bodies that belong to many.
var notLed = words("university college school hospital church court police senate parliament council times post daily news radio tv facebook twitter instagram youtube")
