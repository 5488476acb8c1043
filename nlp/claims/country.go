package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// countryWord returns the country that a word names as a demonym ("Kenyan",
// "South Korean" at its last word) or, for a proper noun, by its name. The
// first word of a demonym of two says nothing by itself.
func (t *tree) countryWord(k int) (gazetteer.Country, bool) {
	if t.tok(k).Form == t.form(k) {
		return gazetteer.Country{}, false // a pole is no Pole
	}
	if k+1 < len(t.s.Tokens) {
		if _, ok := gazetteer.CountryByDemonym(t.tok(k).Form + " " + t.tok(k+1).Form); ok {
			return gazetteer.Country{}, false
		}
	}
	if k > 0 {
		if c, ok := gazetteer.CountryByDemonym(t.tok(k-1).Form + " " + t.tok(k).Form); ok {
			return c, true
		}
	}
	if c, ok := gazetteer.CountryByDemonym(t.tok(k).Form); ok {
		return c, true
	}
	if t.is(k, "PROPN") {
		return gazetteer.CountryByName(t.tok(k).Form)
	}
	return gazetteer.Country{}, false
}

// demonym reports whether a word is the adjective or noun of a country's people.
func (t *tree) demonym(k int) bool {
	_, ok := t.countryWord(k)
	if !ok {
		return false
	}
	_, name := gazetteer.CountryByName(t.tok(k).Form)
	return !name || t.is(k, "ADJ")
}

// countryChain returns the document's chain of a country that a demonym
// names, joining the demonym to it.
func (d *document) countryChain(t *tree, k int, c gazetteer.Country) nlp.ChainID {
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NameMention)
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Country {
			continue
		}
		for _, n := range append([]string{ch.Name}, ch.Names...) {
			if known, ok := gazetteer.CountryByName(n); ok && known.Code == c.Code {
				m.Because = "demonym"
				d.a.AddMention(ch.ID, m)
				return ch.ID
			}
		}
	}
	return d.a.AddChain(nlp.Chain{Type: nlp.Country, Name: c.Name, Names: []string{c.Name}, Mentions: []nlp.Mention{m}})
}

// regionAdjectives are adjectives of parts of the world that are no countries.
var regionAdjectives = map[string]string{
	"european": "Europe", "african": "Africa", "asian": "Asia", "scandinavian": "Scandinavia", "caribbean": "Caribbean",
	"arctic": "Arctic", "californian": "California", "texan": "Texas", "scottish": "Scotland", "welsh": "Wales",
	"catalan": "Catalonia", "bavarian": "Bavaria", "sicilian": "Sicily", "siberian": "Siberia", "chechen": "Chechnya",
	"tibetan": "Tibet", "kashmiri": "Kashmir",
}

// regionChain returns the document's chain of the region that an adjective
// names, joining the adjective to it.
func (d *document) regionChain(t *tree, k int) nlp.ChainID {
	name := regionAdjectives[t.form(k)]
	if name == "" || in(t.base(k), "flat") || d.namesOther(t, k) {
		return nlp.NoChain
	}
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NameMention)
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if areas[ch.Type] && ch.Name == name {
			m.Because = "demonym"
			d.a.AddMention(nlp.ChainID(i), m)
			return nlp.ChainID(i)
		}
	}
	return d.a.AddChain(nlp.Chain{Type: nlp.Place, Name: name, Names: []string{name}, Mentions: []nlp.Mention{m}})
}
