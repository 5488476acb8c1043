package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// brandReliability is the confidence that a product is its possessor's.
const brandReliability = 0.7

// brands gives named products the body that they are said to be of: "Microsoft's
// Xbox", "EA's Spore". Products that are only described are kept out: everything
// that a body has, makes or does could be.
func (d *document) brands(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		owner := t.brandOwner(k)
		if owner < 0 {
			continue
		}
		for _, p := range d.ends(t, direct(k), codebook.Types{nlp.Product: true}) {
			named := func(name string) bool { return strings.Contains(name, t.tok(k).Form) }
			if !slices.ContainsFunc(d.a.Chains[p.Chain].Names, named) {
				continue
			}
			for _, o := range d.ends(t, direct(owner), organizations) {
				if ch := &d.a.Chains[o.Chain]; o.Chain == p.Chain || !ch.Named() || stateBody(ch) {
					continue
				}
				out = append(out, t.candidate(k, o.End, "owns", p.End, aFact, brandReliability*o.sure*p.sure, "brand"))
			}
		}
	}
	return out
}

// brandOwner returns the possessor before the name that token k heads when nothing
// else stands between the two, or -1.
func (t *tree) brandOwner(k int) int {
	if !t.is(k, "PROPN") || t.tok(k).XPOS != "NNP" || in(t.base(k), "compound", "flat", "amod") || t.child(k, "amod", "nummod") >= 0 {
		return -1
	}
	first := t.nameStart(k)
	for first > 0 && in(t.base(first-1), "compound") && t.head(first-1) == k && t.is(first-1, "PROPN") {
		first--
	}
	owner := first - 2
	if owner < 0 || t.tok(owner+1).XPOS != "POS" || !t.is(owner, "PROPN") || t.head(owner) != k {
		return -1
	}
	for _, n := range t.s.Names {
		if n.Type == nlp.Organization && n.Tokens.End == owner+1 {
			return owner
		}
	}
	return -1
}
