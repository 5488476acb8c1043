package coref

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// ImpliedReason is why the adjective of a country or people is a mention of it.
const ImpliedReason Reason = "demonym"

// Implied returns the chain of the country, people or faith that the word at
// ref implies: for "Iranian" in "Iranian authorities" that of Iran. When the
// document does not name it otherwise a chain is added whose name comes from
// the gazetteer. It returns the chain that the word heads when it is a mention
// already, and NoChain when the word implies nothing.
func Implied(a *nlp.Analysis, ref nlp.TokenRef) nlp.ChainID {
	if c := a.ChainAt(ref); c != nlp.NoChain {
		return c
	}
	tok := a.Token(ref)
	var name string
	var kind nlp.EntityType
	var same func(string) bool
	if country, ok := mention.ImpliedCountry(tok); ok {
		name, kind = country.Name, nlp.Country
		same = func(n string) bool {
			c, ok := gazetteer.CountryByName(n)
			return ok && c.Code == country.Code
		}
	} else if people, ok := mention.ImpliedPeople(tok); ok {
		name, kind = people, nlp.Group
		same = func(n string) bool {
			p, ok := gazetteer.PeopleName(n)
			return ok && p == people
		}
	} else {
		return nlp.NoChain
	}
	m := nlp.Mention{
		Span: tok.Span, Text: tok.Form, Kind: nlp.NameMention, Sentence: ref.Sentence,
		Tokens: nlp.Range{First: ref.Token, End: ref.Token + 1}, Head: ref.Token, Because: ImpliedReason,
	}
	for i := range a.Chains {
		c := &a.Chains[i]
		if c.Type != kind {
			continue
		}
		for _, n := range append([]string{c.Name}, c.Names...) {
			if same(n) {
				a.AddMention(c.ID, m)
				return c.ID
			}
		}
	}
	m.Because = ""
	return a.AddChain(nlp.Chain{Type: kind, Name: name, Names: []string{name}, Mentions: []nlp.Mention{m}})
}
