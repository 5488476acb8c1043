package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// holders are nouns of what a body is to a thing.
var holders = set(`owner operator maker manufacturer publisher producer organiser organizer developer builder sponsor promoter distributor
	importer supplier contractor insurer licensee proprietor`)

// holdersBehind: a name between commas behind "the owner of the ferry" is the
// owner's and not the ferry's, and with a noun of what bodies do it is a body's.
func (m *mender) holdersBehind() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		k := m.head(name.Tokens)
		thing := m.tok(k).Head
		if m.tok(k).Relation != "appos" || thing < 0 || thing >= k || m.tok(thing).UPOS != "NOUN" || m.tok(thing).Relation.Base() != "nmod" || !m.hasCase(thing, "of") {
			continue
		}
		role := m.tok(thing).Head
		if role < 0 || role >= thing || name.Tokens.First == 0 || m.tok(name.Tokens.First-1).Form != "," {
			continue
		}
		switch gazetteer.NounType(tree.Lemma(m.tok(thing))) {
		case nlp.Person, nlp.Organization, nlp.Country, nlp.City, nlp.Group:
			continue // "the head of the company, Corvex"
		}
		holder := holders[tree.Lemma(m.tok(role))]
		if !holder && (name.Type != nlp.Person || gazetteer.NounType(tree.Lemma(m.tok(role))) != nlp.Person && !gazetteer.IsTitle(tree.Lemma(m.tok(role)))) {
			continue
		}
		if holder && (name.Type == nlp.Place || name.Type == nlp.City || name.Type == nlp.Facility || name.Type == nlp.Product) && name.Tokens.Len() > 1 {
			name.Type = nlp.Organization
		}
		m.set(k, role, "appos")
	}
}
