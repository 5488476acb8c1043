package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// compatriots makes the noun of a country's people before a person's name a
// modifier of the name: "the Dutchman X", "Briton Y". Parsers make it a phrase
// of its own, and the recogniser takes it for a part of the name.
func (m *mender) compatriots() {
	for n := 0; n < len(m.s.Names); n++ {
		name := &m.s.Names[n]
		if name.Type != nlp.Person {
			continue
		}
		if r := name.Tokens; r.Len() > 2 && m.countryman(r.First) && m.startsGiven(r.First+1) {
			rest := m.rehead(nlp.Range{First: r.First + 1, End: r.End})
			name.Tokens.First++
			m.modify(r.First, rest)
			continue
		}
		i := name.Tokens.First - 1
		if i < 0 || !m.countryman(i) || m.tok(i).Head == m.s.HeadOf(name.Tokens) && m.tok(i).Relation == "amod" {
			continue
		}
		if slices.ContainsFunc(m.s.Names, func(o nlp.Name) bool { return o.Tokens.Contains(i) && o.Tokens.Len() > 1 }) {
			continue
		}
		h := m.rehead(name.Tokens)
		m.s.Names = slices.DeleteFunc(m.s.Names, func(o nlp.Name) bool { return o.Tokens.Contains(i) })
		m.modify(i, h)
	}
}

// countryman reports whether token i is the noun of one of a country's people,
// and no given name.
func (m *mender) countryman(i int) bool {
	t := m.tok(i)
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" || !m.capital(i) || t.XPOS == "NNS" || t.XPOS == "NNPS" || t.Features.Get("Number") == "Plur" {
		return false
	}
	if _, given := gazetteer.GivenName(t.Form); given {
		return false
	}
	if _, country := gazetteer.CountryByName(t.Form); country || strings.ToUpper(t.Form) == t.Form {
		return false
	}
	_, people := gazetteer.CountryByDemonym(t.Form)
	return people
}

func (m *mender) startsGiven(i int) bool {
	_, given := gazetteer.GivenName(m.tok(i).Form)
	return given
}

// rehead makes the first token of a name its head, with the rest flat below,
// and returns it.
func (m *mender) rehead(r nlp.Range) int {
	h := m.s.HeadOf(r)
	for i := r.First; i < r.End; i++ {
		if up := m.tok(i).Head; i != h && (up < r.First || up >= r.End) {
			m.set(i, h, "flat")
		}
	}
	return h
}

// modify hangs token i on the head h of the name behind it, which takes over
// what hangs on i and, when it hangs on i itself, the place of i.
func (m *mender) modify(i, h int) {
	t := m.tok(i)
	t.UPOS, t.XPOS = "ADJ", "JJ"
	m.set(i, h, "amod")
	for k := range m.s.Tokens {
		if k != h && m.tok(k).Head == i {
			m.tok(k).Head = h
		}
	}
}
