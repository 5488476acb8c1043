package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// companyHomeReliability is the confidence of the country that stands with the
// name of a company.
const companyHomeReliability = 0.75

// companyHomes gives companies and other bodies that are no state's the country
// right before, right behind or at the end of their name: "the Japanese Toyota",
// "Kuwait Airways of Kuwait", "Ford Australia".
func (d *document) companyHomes(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Organization || t.publicNoun(n.Tokens) != "" {
			continue
		}
		body := d.nameChain(t, n.Tokens)
		if body == nlp.NoChain || d.a.Chains[body].Type != nlp.Organization || stateBody(&d.a.Chains[body]) {
			continue
		}
		country, at := t.countryBeside(n.Tokens)
		if at < 0 {
			continue
		}
		out = append(out, t.candidate(at, nlp.ChainEnd(body), "located_in", nlp.ChainEnd(d.knownCountry(country)), aFact, companyHomeReliability, "country beside"))
	}
	return out
}

// countryBeside returns the country that stands with a name, and the token that
// says it, or -1.
func (t *tree) countryBeside(r nlp.Range) (gazetteer.Country, int) {
	if i := r.First - 1; i >= 0 && t.is(i, "ADJ") && r.Contains(t.head(i)) && t.tok(t.head(i)).XPOS != "NNS" && t.demonym(i) {
		if c, ok := t.countryWord(i); ok {
			return c, i
		}
	}
	if i := r.End; i+1 < len(t.s.Tokens) && t.form(i) == "of" && (r.First == 0 || t.form(r.First-1) != "of") {
		for _, n := range t.s.Names {
			if n.Type == nlp.Country && (n.Tokens.First == i+1 || n.Tokens.First == i+2 && t.form(i+1) == "the") && r.Contains(t.head(t.headOf(n.Tokens))) {
				if c, ok := gazetteer.CountryByName(t.words(n.Tokens)); ok {
					return c, n.Tokens.First
				}
			}
		}
	}
	for i := r.First + 1; i < r.End; i++ {
		if c, ok := gazetteer.CountryByName(t.words(nlp.Range{First: i, End: r.End})); ok && t.is(i-1, "PROPN") && t.form(r.First) != "team" {
			return c, i
		}
	}
	return gazetteer.Country{}, -1
}
