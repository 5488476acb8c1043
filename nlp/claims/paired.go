package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// paired reports whether the i-th of several bearers of a role in the plural, and the
// j-th of the bodies in which they bear it, are those of one office: the first serves
// the first in "A and B, the presidents of Chile and Peru", and whoever names a body
// of their own serves that in "Presidents A of Chile and B of Peru".
func (m *matcher) paired(bearers, bodies []end, i, j int) bool {
	if !m.inOffice() || !m.structural() || !m.t.plural(m.t.titleNoun(m.h)) || len(bearers) < 2 {
		return true
	}
	if k := bodies[j].token; k >= 0 {
		owner := func(b end) bool { return b.token >= 0 && m.t.head(m.t.first(k)) == b.token }
		if slices.ContainsFunc(bearers, owner) {
			return owner(bearers[i])
		}
	}
	return len(bodies) != len(bearers) || i == j
}

// inOffice reports whether a pattern reads what each bearer of an office is to one
// body or country.
func (m *matcher) inOffice() bool {
	switch m.predicate {
	case "leads", "works_for", "spokesperson_of", "national_of":
		return true
	case "member_of":
		return titleRoles[m.t.lemma(m.t.titleNoun(m.h))] != ""
	}
	return false
}

// severalHolders gives each of several persons behind a title in the plural the body
// that stands behind their own name: "Presidents A of Chile and B of Peru".
func (d *document) severalHolders(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		k := t.headOf(n.Tokens)
		if n.Type != nlp.Person || k < 0 {
			continue
		}
		p := t.pluralTitle(t.first(k))
		if p == "" {
			continue
		}
		who := d.nameChain(t, n.Tokens)
		for _, o := range t.children(k, "nmod") {
			body := d.chainAt(t, o)
			if who == nlp.NoChain || body == nlp.NoChain || t.preposition(o) != "of" || d.belongs(who, body, cs) || !(areas[d.a.Chains[body].Type] || d.a.Chains[body].Type == nlp.Organization) {
				continue
			}
			out = append(out, t.candidate(k, nlp.ChainEnd(who), p, nlp.ChainEnd(body), aFact, squadReliability, "several holders"))
		}
	}
	return out
}

// pluralTitle returns what the bearers of the title in the plural are that stands
// before the name with the head k, or "".
func (t *tree) pluralTitle(k int) nlp.Predicate {
	i := k - 1
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			i = n.Tokens.First - 1
		}
	}
	if i < 0 || t.tok(i).XPOS != "NNS" && t.tok(i).XPOS != "NNPS" {
		return ""
	}
	return titleRoles[t.lemma(i)]
}
