package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// companyHomeReliability is the confidence of the country that stands with the
// name of a company.
const companyHomeReliability = 0.75

// companyHomes gives companies and other bodies that are no state's the country
// right before, right behind, at the beginning or at the end of their name: "the
// Japanese Toyota", "UK retailer Tesco", "Kuwait Airways of Kuwait", "Turkish
// Airlines", "Ford Australia".
func (d *document) companyHomes(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Organization || t.publicNoun(n.Tokens) != "" {
			continue
		}
		body := d.nameChain(t, n.Tokens)
		if body == nlp.NoChain || d.a.Chains[body].Type != nlp.Organization {
			continue
		}
		var home nlp.ChainID
		at, state := n.Tokens.First, stateBody(&d.a.Chains[body])
		if country, beside := t.countryBeside(n.Tokens); beside >= 0 && !state {
			home, at = d.knownCountry(country), beside
		} else if home = d.adjectiveBefore(t, at); home == nlp.NoChain || state {
			country, ok := t.countryInside(n.Tokens)
			if !ok {
				continue
			}
			home = d.knownCountry(country)
		}
		out = append(out, t.candidate(at, nlp.ChainEnd(body), "located_in", nlp.ChainEnd(home), aFact, companyHomeReliability, "country beside"))
	}
	return out
}

// countryBeside returns the country that stands with a name, and the token that
// says it, or -1.
func (t *tree) countryBeside(r nlp.Range) (gazetteer.Country, int) {
	if i := r.First - 1; i >= 0 && t.is(i, "ADJ") && r.Contains(t.head(i)) && t.tok(t.head(i)).XPOS != "NNS" && t.demonym(i) && t.form(i) != "english" { // "the English Wikipedia"
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

// adjectiveBefore returns the chain of the country or region whose adjective or
// short name, or of the town whose name, stands before a noun of bodies with which the
// name at token i goes, or that of a region right before it.
func (d *document) adjectiveBefore(t *tree, i int) nlp.ChainID {
	k := i - 1
	if k >= 0 && t.is(k, "NOUN") {
		if t.tok(k).XPOS == "NNS" || !bodyNoun(t.lemma(k)) {
			return nlp.NoChain
		}
		for k--; k >= 0 && i-k < 6 && (t.is(k, "NOUN") || t.is(k, "ADJ") && !t.demonym(k) || t.form(k) == "-" || t.tok(k).XPOS == "VBN"); k-- {
			if _, region := coref.ImpliedRegion(t.s, k); region {
				break
			}
		}
	} else if k < 1 || t.form(k-1) != "the" || t.demonym(k) {
		return nlp.NoChain
	}
	if k < 0 || t.holdsName(k, nlp.Organization) {
		return nlp.NoChain
	}
	if country, ok := t.countryWord(k); ok {
		return d.knownCountry(country)
	}
	if country, ok := t.countryEnding(k); ok {
		return d.knownCountry(country)
	}
	if t.is(i-1, "NOUN") && t.holdsName(k, nlp.City) {
		return d.nameChain(t, t.nameAt(k)) // "the Brescia steelmaker Feralpi"
	}
	if region, ok := coref.ImpliedRegion(t.s, k); ok {
		return d.knownArea(t, nlp.Range{First: k, End: k + 1}, nlp.Place, region)
	}
	return nlp.NoChain
}

// bodyNoun reports whether a noun before a name says that it is that of a body.
func bodyNoun(lemma string) bool {
	if besideBodies[lemma] || gazetteer.IsCompanyNoun(lemma) {
		return true
	}
	types := gazetteer.NounTypes(lemma)
	return len(types) > 0 && types[0] == nlp.Organization
}

// holdsName reports whether token k is inside a name of a type.
func (t *tree) holdsName(k int, typ nlp.EntityType) bool {
	for _, n := range t.s.Names {
		if n.Type == typ && n.Tokens.Contains(k) {
			return true
		}
	}
	return false
}

// countryEnding returns the country whose name ends at token k.
func (t *tree) countryEnding(k int) (gazetteer.Country, bool) {
	for _, n := range t.s.Names {
		if n.Type == nlp.Country && n.Tokens.End == k+1 {
			return gazetteer.CountryByName(t.words(n.Tokens))
		}
	}
	return gazetteer.Country{}, false
}

// countryInside returns the country with whose adjective a body's name begins:
// "Turkish Airlines". With "of" or "in" in it the name tells another place.
func (t *tree) countryInside(r nlp.Range) (gazetteer.Country, bool) {
	for k := r.First; k < r.End; k++ {
		if t.is(k, "ADP") || t.is(k, "CCONJ") || t.tok(k).XPOS == "POS" {
			return gazetteer.Country{}, false
		}
	}
	first := t.tok(r.First).Form
	country, ok := gazetteer.CountryByDemonym(first)
	if _, name := gazetteer.CountryByName(first); !ok || name || first == strings.ToLower(first) || r.Len() < 2 {
		return country, false
	}
	return country, t.bodyWord(nlp.Range{First: r.First + 1, End: r.End}) && !gazetteer.IsPlace(t.words(nlp.Range{First: r.First, End: r.First + 2}))
}

// bodyWord reports whether a word of a range is one of bodies, as "Pie" in
// "American Pie" is not.
func (t *tree) bodyWord(r nlp.Range) bool {
	for k := r.First; k < r.End; k++ {
		if w := t.form(k); tradeWords[w] || bodyNoun(w) || bodyNoun(strings.TrimSuffix(w, "s")) {
			return true
		}
	}
	return false
}

// tradeWords are words of bodies' names for what they do or who they are.
var tradeWords = words(`air airways airlines press express herald times post mail telegraph tribune motors motor steel rail railways
	oil gas petroleum petrochemical telecom telecommunications broadcasting radio television tv pharma pharmaceutical pharmaceuticals
	aerospace electric electronics energy power mining minerals shipping shipyards workers pilots nurses doctors teachers farmers lawyers
	church synod congregation brotherhood coalition alliance conservancy foundation trust institute studies olympic paralympic`)

// besideBodies are nouns of what bodies are to each other and in their trade.
var besideBodies = words(`rival competitor partner counterpart subsidiary arm unit giant maker manufacturer startup start-up parent
	supplier retailer insurer lender broadcaster airframer automaker carmaker planemaker drugmaker brewer conglomerate airline carrier
	operator developer chain label studio publisher charity outfit powerhouse champion heavyweight behemoth multinational utility`)
