package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// countryWord returns the country that a word names as a demonym or, for a
// proper noun, by its name.
func (t *tree) countryWord(k int) (gazetteer.Country, bool) { return coref.ImpliedCountry(t.s, k) }

// demonym reports whether a word is the adjective or noun of a country's people.
func (t *tree) demonym(k int) bool {
	_, ok := t.countryWord(k)
	if !ok {
		return false
	}
	_, name := gazetteer.CountryByName(t.tok(k).Form)
	return !name || t.is(k, "ADJ")
}

// impliedPlace returns the chain of the country or region that a modifier
// implies, when it is no part of another's name ("American Airlines").
func (d *document) impliedPlace(t *tree, k int, types codebook.Types) nlp.ChainID {
	if !in(t.base(t.first(k)), "amod", "compound", "nmod") && !(t.head(k) > k && t.joined(k, t.head(k))) || !t.is(k, "ADJ") && !t.is(k, "PROPN") && !t.is(k, "NOUN") {
		return nlp.NoChain
	}
	other := d.namesOther(t, k)
	if _, ok := t.countryWord(k); ok {
		if other && !stateBodies[t.nameNoun(k)] && !stateBodies[t.lemma(t.head(k))] && !t.ofCountry(k) {
			return nlp.NoChain
		}
		return coref.Implied(d.a, t.s, t.ref(k))
	}
	if t.base(k) == "amod" && types.Allows(nlp.Place) && !other {
		return coref.Implied(d.a, t.s, t.ref(k))
	}
	return nlp.NoChain
}
