package coref

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// ImpliedReason is why the adjective of a country or region is a mention of it.
const ImpliedReason Reason = "demonym"

// ImpliedCountry returns the country that token i of a sentence names: as a
// demonym ("Kenyan", "South Korean" at its last word) or, when the token is a
// proper noun, by its name. The first word of a demonym of two says nothing by
// itself.
func ImpliedCountry(s *nlp.Sentence, i int) (gazetteer.Country, bool) {
	form := s.Tokens[i].Form
	switch s.Tokens[i].UPOS {
	case "ADJ", "NOUN", "PROPN":
	default:
		return gazetteer.Country{}, false
	}
	if form == strings.ToLower(form) {
		return gazetteer.Country{}, false // a pole is no Pole
	}
	if i+1 < len(s.Tokens) {
		if _, ok := gazetteer.CountryByDemonym(form + " " + s.Tokens[i+1].Form); ok {
			return gazetteer.Country{}, false
		}
	}
	if i > 0 {
		if c, ok := gazetteer.CountryByDemonym(s.Tokens[i-1].Form + " " + form); ok {
			return c, true
		}
	}
	if c, ok := gazetteer.CountryByDemonym(form); ok {
		return c, true
	}
	if s.Tokens[i].UPOS == "PROPN" {
		return gazetteer.CountryByName(form)
	}
	return gazetteer.Country{}, false
}

// demonymAt returns the words of the demonym that ends at token i: both of "South
// Korean", whose second alone is that of another country.
func demonymAt(s *nlp.Sentence, i int) nlp.Range {
	if i > 0 {
		if _, ok := gazetteer.CountryByDemonym(s.Tokens[i-1].Form + " " + s.Tokens[i].Form); ok {
			return nlp.Range{First: i - 1, End: i + 1}
		}
	}
	return nlp.Range{First: i, End: i + 1}
}

// ImpliedRegion returns the part of the world, no country, of which token i is
// the adjective: "Europe" for "European".
func ImpliedRegion(s *nlp.Sentence, i int) (string, bool) {
	name, ok := regions[strings.ToLower(s.Tokens[i].Form)]
	return name, ok
}

var regions = map[string]string{
	"european": "Europe", "african": "Africa", "asian": "Asia", "scandinavian": "Scandinavia", "caribbean": "Caribbean",
	"arctic": "Arctic", "californian": "California", "texan": "Texas", "scottish": "Scotland", "welsh": "Wales",
	"catalan": "Catalonia", "bavarian": "Bavaria", "sicilian": "Sicily", "siberian": "Siberia", "chechen": "Chechnya",
	"tibetan": "Tibet", "kashmiri": "Kashmir",
}

// Implied returns the chain of the country or region that the adjective at ref
// implies: for "Iranian" in "Iranian authorities" that of Iran. s is the
// sentence as the caller reads it, which may have other tags. The adjective
// becomes a mention of it; when the document does not name it otherwise a chain
// is added whose name comes from the lists. It returns the chain that the word
// heads when it is a mention already, and NoChain when the word implies
// nothing.
func Implied(a *nlp.Analysis, s *nlp.Sentence, ref nlp.TokenRef) nlp.ChainID {
	if c := a.ChainAt(ref); c != nlp.NoChain && heads(&a.Chains[c], ref) {
		return c
	}
	if country, ok := ImpliedCountry(s, ref.Token); ok {
		return imply(a, ref, nlp.Country, country.Name, func(c *nlp.Chain) bool {
			return c.Type == nlp.Country && slices.ContainsFunc(append([]string{c.Name}, c.Names...), func(n string) bool {
				known, ok := gazetteer.CountryByName(n)
				return ok && known.Code == country.Code
			})
		})
	}
	if region, ok := ImpliedRegion(s, ref.Token); ok {
		return imply(a, ref, nlp.Place, region, func(c *nlp.Chain) bool {
			return (c.Type == nlp.Country || c.Type == nlp.City || c.Type == nlp.Place) && c.Name == region
		})
	}
	return nlp.NoChain
}

// ImpliedPeople returns the chain of the people or faith of which the word at ref
// is the adjective, as [Implied] does of countries: the Kurds of "Kurdish-held".
// It returns NoChain when the word is no such adjective.
func ImpliedPeople(a *nlp.Analysis, s *nlp.Sentence, ref nlp.TokenRef) nlp.ChainID {
	if c := a.ChainAt(ref); c != nlp.NoChain && heads(&a.Chains[c], ref) {
		return c
	}
	people, ok := gazetteer.PeopleName(s.Tokens[ref.Token].Form)
	if !ok {
		return nlp.NoChain
	}
	return imply(a, ref, nlp.Group, people, func(c *nlp.Chain) bool {
		return c.Type == nlp.Group && slices.ContainsFunc(append([]string{c.Name}, c.Names...), func(n string) bool {
			known, ok := gazetteer.PeopleName(n)
			return ok && known == people
		})
	})
}

// heads reports whether a mention of the chain has its head at ref: the
// "Chilean" of "Chilean Navy" is not the navy.
func heads(c *nlp.Chain, ref nlp.TokenRef) bool {
	return slices.ContainsFunc(c.Mentions, func(m nlp.Mention) bool { return m.Sentence == ref.Sentence && m.Head == ref.Token })
}

// imply adds the token to the first chain for which same is true, or to a new
// one.
func imply(a *nlp.Analysis, ref nlp.TokenRef, kind nlp.EntityType, name string, same func(*nlp.Chain) bool) nlp.ChainID {
	r := demonymAt(&a.Sentences[ref.Sentence], ref.Token)
	span := a.Sentences[ref.Sentence].SpanOf(r)
	m := nlp.Mention{
		Span: span, Text: a.Document.Text.Slice(span), Kind: nlp.NameMention, Sentence: ref.Sentence,
		Tokens: r, Head: ref.Token,
	}
	for i := range a.Chains {
		if same(&a.Chains[i]) {
			m.Because = ImpliedReason
			a.AddMention(nlp.ChainID(i), m)
			return nlp.ChainID(i)
		}
	}
	return a.AddChain(nlp.Chain{Type: kind, Name: name, Names: []string{name}, Mentions: []nlp.Mention{m}})
}
