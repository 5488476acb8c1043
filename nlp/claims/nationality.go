package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// nationalityReliability is the confidence of "the Argentine", "the sailors
// were Kenyan".
const nationalityReliability = 0.8

// nationalities reads where people are from off the noun of a people that they
// go by ("150 Indians", "the 48-year-old Australian") and off its adjective
// behind a copula ("the pirates were Somali and Yemeni").
func (d *document) nationalities(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		switch {
		case t.peopleNoun(k):
			if c := d.countryman(t, k); c != nlp.NoChain {
				country, _ := t.countryWord(k)
				out = append(out, d.national(t, k, c, country)...)
			}
		case k+2 < len(t.s.Tokens) && t.form(k+1) == "-" && !t.tok(k).SpaceAfter && t.demonym(k) && t.demonym(k+2):
			out = append(out, d.twofold(t, k)...)
		case t.beginsPerson(k+1) && (t.tok(k).XPOS == "NNPS" || t.tok(k).XPOS == "NNS"):
			out = append(out, d.compatriots(t, k)...)
		case t.form(k) == "international" && k > 0:
			out = append(out, d.capped(t, k)...)
		case t.is(k, "PROPN") && t.base(k) == "nmod" && t.preposition(k) == "of":
			out = append(out, d.nameOf(t, k)...)
		case t.is(k, "ADJ") && t.child(t.first(k), "cop") >= 0 && !in(t.base(k), "amod"):
			country, ok := gazetteer.CountryByDemonym(t.tok(k).Form)
			if !ok {
				continue
			}
			for _, s := range d.ends(t, t.predicateSubject(t.first(k)), actors) {
				if s.entity == nlp.Person || s.entity == nlp.Group {
					out = append(out, d.national(t, k, s.Chain, country)...)
				}
			}
		}
	}
	return out
}

// countryman returns the chain of the one told of by the noun of a people: of an
// apposition to a person's name that person.
func (d *document) countryman(t *tree, k int) nlp.ChainID {
	if t.base(k) == "appos" {
		if n := t.nameBefore(k); n >= 0 {
			if c := d.chainAt(t, n); c != nlp.NoChain && d.isA(c, nlp.Person) {
				return c
			}
		}
		if c := d.chainAt(t, t.head(k)); c != nlp.NoChain && d.isA(c, nlp.Person) {
			return c
		}
	}
	return d.a.ChainAt(t.ref(k))
}

// compatriots reads "Americans A, B and C": all of the names behind the plural
// noun of a people are of its country.
func (d *document) compatriots(t *tree, k int) []candidate {
	country, ok := gazetteer.CountryByDemonym(t.tok(k).Form)
	if !ok || !t.capitalised(k) {
		return nil
	}
	var out []candidate
	for i := k + 1; i < len(t.s.Tokens); {
		n := t.nameStarting(i)
		if n == nil || n.Type != nlp.Person {
			break
		}
		if c := d.nameChain(t, n.Tokens); c != nlp.NoChain {
			out = append(out, d.national(t, k, c, country)...)
		}
		for i = n.Tokens.End; i < len(t.s.Tokens) && (t.form(i) == "," || t.form(i) == "and"); {
			i++
		}
	}
	return out
}

// nameStarting returns the name that begins at token i, or nil.
func (t *tree) nameStarting(i int) *nlp.Name {
	for k := range t.s.Names {
		if t.s.Names[k].Tokens.First == i {
			return &t.s.Names[k]
		}
	}
	return nil
}

// nameOf reads "Pablo Ferrandiz of Spain": behind a person's name without a
// title the country is where they are from.
func (d *document) nameOf(t *tree, k int) []candidate {
	country, ok := gazetteer.CountryByName(t.tok(k).Form)
	if !ok {
		return nil
	}
	for _, n := range t.s.Names {
		g := t.head(k)
		if n.Type != nlp.Person || !n.Tokens.Contains(g) || n.Tokens.Contains(k) || n.Tokens.Len() < 2 {
			continue
		}
		if i := n.Tokens.First - 1; i >= 0 && (gazetteer.IsTitle(t.lemma(i)) || t.is(i, "NOUN") && !contestants[t.lemma(i)]) || gazetteer.IsTitle(t.lemma(n.Tokens.First)) {
			continue
		}
		if c := d.nameChain(t, n.Tokens); c != nlp.NoChain {
			return d.national(t, k, c, country)
		}
	}
	return nil
}

// contestants are what people are called who compete for their country.
var contestants = words(`champion runner swimmer cyclist sprinter skier skater boxer wrestler gymnast golfer rower sailor seed winner
	finalist medallist medalist rival driver rider judoka biathlete jumper thrower veteran teenager favourite favorite holder`)

// twofold reads the first of two countries joined before somebody's role:
// "Iraqi-British architect X".
func (d *document) twofold(t *tree, k int) []candidate {
	h := t.head(k + 2)
	if h < 0 || !t.nominal(h) || !in(t.base(k+2), "amod", "compound") {
		return nil
	}
	country, ok := t.countryWord(k)
	if !ok {
		return nil
	}
	var out []candidate
	for _, e := range d.ends(t, t.bearer(h), persons) {
		out = append(out, d.national(t, k, e.Chain, country)...)
	}
	return out
}

// capped reads "Cameroon international Serge Mbarga": a player of a country's side.
func (d *document) capped(t *tree, k int) []candidate {
	country, ok := t.countryWord(k - 1)
	if !ok {
		if country, ok = gazetteer.CountryByName(t.tok(k - 1).Form); !ok {
			return nil
		}
	}
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.First == k+1 {
			if c := d.nameChain(t, n.Tokens); c != nlp.NoChain {
				return d.national(t, k, c, country)
			}
		}
	}
	return nil
}

// peopleNoun reports whether k is the noun of a country's people for somebody
// in particular: counted, or one.
func (t *tree) peopleNoun(k int) bool {
	if !t.is(k, "NOUN") && !t.is(k, "PROPN") || in(t.base(k), "amod", "compound", "flat", "nmod:desc") {
		return false
	}
	if _, ok := t.countryWord(k); !ok || t.tok(k).Form == t.form(k) {
		return false
	}
	if _, name := gazetteer.CountryByName(t.tok(k).Form); name {
		return false
	}
	for _, n := range t.s.Names {
		if _, people := gazetteer.CountryByDemonym(t.words(n.Tokens)); n.Tokens.Contains(k) && n.Tokens.Len() > 1 && !people {
			return false
		}
	}
	if t.child(k, "nummod") >= 0 {
		return true
	}
	plural := t.plural(k) || t.tok(k).XPOS == "NNPS"
	return !plural && t.child(k, "det") >= 0 && !t.hasDeterminer(k, "some") // who speaks "some Japanese" speaks a language
}

func (d *document) national(t *tree, k int, c nlp.ChainID, country gazetteer.Country) []candidate {
	typ := d.a.Chains[c].Type
	if typ != nlp.Person && typ != nlp.Group || d.a.Chains[c].Unknown {
		return nil
	}
	s := d.stanceOf(t, t.first(k))
	if t.child(t.first(k), "cop") < 0 {
		s = aFact
	}
	return []candidate{t.candidate(k, nlp.ChainEnd(c), "national_of", nlp.ChainEnd(d.knownCountry(country)), s, nationalityReliability, "people")}
}

// knownCountry returns the document's chain of a country, or a new one.
func (d *document) knownCountry(c gazetteer.Country) nlp.ChainID {
	if known := d.countryOf(c.Code); known != nlp.NoChain {
		return known
	}
	return d.a.AddChain(nlp.Chain{Type: nlp.Country, Name: c.Name, Names: []string{c.Name}})
}
