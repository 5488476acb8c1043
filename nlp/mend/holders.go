package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// holders are nouns of what a body is to a thing.
var holders = words(`owner operator maker manufacturer publisher producer organiser organizer developer builder sponsor promoter distributor
	importer supplier contractor insurer licensee proprietor`)

// holdersBehind: a name between commas behind "the owner of the ferry" is the
// owner's and not the ferry's, and with a noun of what bodies do it is a body's.
func (m *mender) holdersBehind() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		k := m.s.HeadOf(name.Tokens)
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
		person := personLemma(tree.Lemma(m.tok(role)))
		if person && !holder && m.strayPlace(*name) {
			name.Type = nlp.Person
		}
		if !holder && (name.Type != nlp.Person || !person) {
			continue
		}
		if holder && (name.Type == nlp.Place || name.Type == nlp.City || name.Type == nlp.Facility || name.Type == nlp.Product) && name.Tokens.Len() > 1 {
			name.Type = nlp.Organization
		}
		m.set(k, role, "appos")
	}
}

// strayPlace reports whether a name of several words between commas was taken for
// that of a place though no word of it says so: "the rector of the mosque, Kamal Idris".
func (m *mender) strayPlace(name nlp.Name) bool {
	if name.Type != nlp.Place && name.Type != nlp.City && name.Type != nlp.Facility || name.Tokens.Len() < 2 {
		return false
	}
	var words []string
	for k := name.Tokens.First; k < name.Tokens.End; k++ {
		words = append(words, m.tok(k).Form)
		if m.tok(k).UPOS != "PROPN" && m.tok(k).UPOS != "PUNCT" || gazetteer.NounType(strings.ToLower(m.tok(k).Form)) != "" || gazetteer.IsPlace(m.tok(k).Form) {
			return false
		}
	}
	end := name.Tokens.End
	return !gazetteer.IsPlace(strings.Join(words, " ")) && (end >= len(m.s.Tokens) || m.tok(end).UPOS == "PUNCT")
}

// bearersBehind: a name of several words between commas behind "the mayor of
// Lviv" that is taken for a town's and that nobody knows as one is the mayor's,
// for no town has its own behind it.
func (m *mender) bearersBehind() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		first := name.Tokens.First
		if name.Type != nlp.City || first == 0 || m.tok(first-1).Form != "," || !m.strayPlace(*name) {
			continue
		}
		k := m.s.HeadOf(name.Tokens)
		body := m.tok(k).Head
		if body < 0 || body >= first || m.tok(body).Relation.Base() != "nmod" || !m.hasCase(body, "of") {
			continue
		}
		if rel := m.tok(k).Relation.Base(); rel != "appos" && rel != "conj" || m.has(k, "cc") || m.joinedBehind(body, k) {
			continue
		}
		role := m.tok(body).Head
		if role < 0 || role >= body || m.tok(role).UPOS != "NOUN" || m.has(role, "appos") {
			continue
		}
		if !personLemma(tree.Lemma(m.tok(role))) {
			continue
		}
		name.Type = nlp.Person
		m.set(k, role, "appos")
	}
}

// membersBehind: persons named between commas behind "two members of the Senate"
// are those members; a body has no person for its apposition.
func (m *mender) membersBehind() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		first := m.behindTitles(name.Tokens.First)
		k := m.s.HeadOf(name.Tokens)
		body := m.tok(k).Head
		if name.Type != nlp.Person || m.tok(k).Relation.Base() != "appos" || body < 0 || body >= first || m.tok(first-1).Form != "," || m.typeAt(body) == "" || m.typeAt(body) == nlp.Person {
			continue
		}
		role := body
		for role >= 0 && (m.tok(role).UPOS == "PROPN" || !personLemma(tree.Lemma(m.tok(role)))) && m.tok(role).Relation.Base() == "nmod" {
			role = m.tok(role).Head
		}
		if role < 0 || role == body || m.tok(role).UPOS != "NOUN" || !personLemma(tree.Lemma(m.tok(role))) || m.has(role, "appos") {
			continue
		}
		others := m.personsJoined(body, name.Tokens.End)
		if plural := m.tok(role).XPOS == "NNS"; plural != (m.has(k, "conj") || len(others) > 0) {
			continue
		}
		m.set(k, role, "appos")
		for _, o := range others {
			m.set(o, k, "conj")
		}
	}
}

// behindTitles returns where the titles right before token i begin, or i: "Major Ann Lee".
func (m *mender) behindTitles(i int) int {
	for i > 1 && gazetteer.IsTitle(strings.ToLower(m.tok(i-1).Form)) {
		i--
	}
	return i
}

// personsJoined returns the heads of persons' names from token i on that a tree
// joins to token h.
func (m *mender) personsJoined(h, i int) []int {
	var out []int
	for _, n := range m.s.Names {
		if k := m.s.HeadOf(n.Tokens); n.Type == nlp.Person && k >= i && m.tok(k).Head == h && m.tok(k).Relation.Base() == "conj" {
			out = append(out, k)
		}
	}
	return out
}

// joinedBehind reports whether a member of the coordination at token h stands behind token k.
func (m *mender) joinedBehind(h, k int) bool {
	for i := k + 1; i < len(m.s.Tokens); i++ {
		if m.tok(i).Head == h && m.tok(i).Relation.Base() == "conj" {
			return true
		}
	}
	return false
}
