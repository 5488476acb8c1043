package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// namedAreaReliability is the confidence that a public body belongs to the
// country or region with which its name begins.
const namedAreaReliability = 0.8

// publicBodies are what bodies that belong to the country, region or town in
// their name are called, besides the bodies of a state.
var publicBodies = words(`directorate inspectorate ministry police constabulary gendarmerie coastguard cross crescent society council union parliament
	legislature government administration centre center observatory survey archive archives academy laboratory league
	registry exchange navy museum library health team squad chamber confederation`)

// seated are bodies that lie in the town or region of their name without being a
// part of it.
var seated = words("institute exchange museum library laboratory academy league team society archive archives centre center foundation association")

// namedAreas finds public bodies whose name begins with their country or region
// ("the Uganda Red Cross", "the Norwegian Water Resources and Energy Directorate",
// "Queensland Police"), and bodies whose name begins with that of a larger one.
func (d *document) namedAreas(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Organization {
			continue
		}
		body := d.nameChain(t, n.Tokens)
		if body == nlp.NoChain || d.a.Chains[body].Type != nlp.Organization {
			continue
		}
		if owner := d.bodyBegun(t, n.Tokens); owner != nlp.NoChain && owner != body {
			out = append(out, t.candidate(n.Tokens.First, nlp.ChainEnd(body), "part_of", nlp.ChainEnd(owner), aFact, namedAreaReliability, "named body").
				over(t.s.SpanOf(n.Tokens)))
			continue
		}
		if t.publicNoun(n.Tokens) == "" {
			continue
		}
		area := d.areaBegun(t, n.Tokens)
		if area == nlp.NoChain {
			area = d.areaBefore(t, n.Tokens.First)
		}
		if area == nlp.NoChain || area == body {
			continue
		}
		p := nlp.Predicate("part_of")
		if d.a.Chains[area].Type != nlp.Country && seated[t.publicNoun(n.Tokens)] {
			p = "located_in" // the New York Stock Exchange is not the city's
		}
		out = append(out, t.candidate(n.Tokens.First, nlp.ChainEnd(body), p, nlp.ChainEnd(area), aFact, namedAreaReliability, "named area").
			over(t.s.SpanOf(n.Tokens)))
	}
	return out
}

// namedShips gives the ships of navies the country whose prefix stands before
// their name: "USS Nimitz".
func (d *document) namedShips(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		country, ok := gazetteer.ShipCountry(t.tok(n.Tokens.First).Form)
		if !ok || n.Type != nlp.Product || n.Tokens.Len() < 2 {
			continue
		}
		if ship := d.nameChain(t, n.Tokens); ship != nlp.NoChain && d.a.Chains[ship].Type == nlp.Product {
			out = append(out, t.candidate(n.Tokens.First, nlp.ChainEnd(ship), "national_of", nlp.ChainEnd(d.knownCountry(country)), aFact, namedAreaReliability, "ship").
				over(t.s.SpanOf(n.Tokens)))
		}
	}
	return out
}

// publicNoun returns the noun that heads a name when it is that of a public body,
// or "". It is the last word before "of" or "for", or else the last.
func (t *tree) publicNoun(r nlp.Range) string {
	if r.Len() < 2 {
		return ""
	}
	last := r.End - 1
	for k := r.First + 1; k < r.End; k++ {
		if f := t.form(k); f == "of" || f == "for" || f == "on" {
			last = k - 1
			break
		}
	}
	for _, w := range []string{t.lemma(last), t.form(last)} {
		if last > r.First && (stateBodies[w] || publicBodies[w]) {
			return w
		}
	}
	return ""
}

// areaBegun returns the chain of the country, region or town with which a name
// begins and does not end, or NoChain.
func (d *document) areaBegun(t *tree, r nlp.Range) nlp.ChainID {
	for end := min(r.First+3, r.End-1); end > r.First; end-- {
		text := t.words(nlp.Range{First: r.First, End: end})
		if c, ok := gazetteer.CountryByDemonym(text); ok && text != strings.ToLower(text) {
			return d.knownCountry(c)
		}
		if c, ok := gazetteer.CountryByName(text); ok {
			return d.knownCountry(c)
		}
		if region, ok := coref.ImpliedRegion(t.s, r.First); ok && end == r.First+1 && governed[region] {
			return d.knownArea(t, nlp.Range{First: r.First, End: end}, nlp.Place, region)
		}
		if gazetteer.IsPlace(text) {
			return d.knownArea(t, nlp.Range{First: r.First, End: end}, nlp.Place, text)
		}
		if _, ok := gazetteer.CityCountry(text); ok {
			return d.knownArea(t, nlp.Range{First: r.First, End: end}, nlp.City, text)
		}
		if told := d.areaNamed(text); told != nlp.NoChain && text != "State" {
			return told
		}
	}
	return nlp.NoChain
}

// areaBefore returns the chain of the country or region whose possessive stands
// right before a name that begins at token i, though the parser may hang it on a
// noun behind the name: "China's Foreign Ministry spokesman".
func (d *document) areaBefore(t *tree, i int) nlp.ChainID {
	if i < 2 || t.tok(i-1).XPOS != "POS" {
		return nlp.NoChain
	}
	for _, n := range t.s.Names {
		if n.Tokens.End == i-1 {
			if c := d.nameChain(t, n.Tokens); c != nlp.NoChain && areas[d.a.Chains[c].Type] {
				return c
			}
		}
	}
	return nlp.NoChain
}

// knownArea returns the document's chain of a place by its name, or a new one
// whose mention is r, words inside a longer name.
func (d *document) knownArea(t *tree, r nlp.Range, typ nlp.EntityType, name string) nlp.ChainID {
	if told := d.areaNamed(name); told != nlp.NoChain {
		return told
	}
	return d.insideName(t, r, typ, name)
}

// areaNamed returns the document's chain of a place by its name, or NoChain.
func (d *document) areaNamed(name string) nlp.ChainID {
	for i := range d.a.Chains {
		if ch := &d.a.Chains[i]; areas[ch.Type] && (ch.Name == name || slices.Contains(ch.Names, name)) {
			return ch.ID
		}
	}
	return nlp.NoChain
}

// insideName adds a chain whose only mention is r, words inside a longer name.
func (d *document) insideName(t *tree, r nlp.Range, typ nlp.EntityType, name string) nlp.ChainID {
	c := nlp.Chain{ID: nlp.ChainID(len(d.a.Chains)), Type: typ, Name: name, Names: []string{name},
		Mentions: []nlp.Mention{d.mention(t, r, r.End-1, nlp.NameMention)}}
	d.a.Chains = append(d.a.Chains, c)
	return c.ID
}
