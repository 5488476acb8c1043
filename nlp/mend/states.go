package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// abbreviatedStates makes a name of the short form of a state behind a town,
// which models do not always know for one: "Golden, Colo.".
func (m *mender) abbreviatedStates() {
	for n := 0; n < len(m.s.Names); n++ {
		town := m.s.Names[n]
		i := town.Tokens.End + 1
		if town.Type != nlp.City && town.Type != nlp.Place || i >= len(m.s.Tokens) || m.tok(i-1).Form != "," {
			continue
		}
		f := m.tok(i).Form
		if !strings.HasSuffix(f, ".") || !gazetteer.IsPlace(f) {
			continue
		}
		if n+1 < len(m.s.Names) && m.s.Names[n+1].Tokens.Contains(i) {
			if next := &m.s.Names[n+1]; next.Tokens.Len() == 1 {
				next.Type = nlp.Place
			}
			continue
		}
		m.s.Names = slices.Insert(m.s.Names, n+1, nlp.Name{Tokens: nlp.Range{First: i, End: i + 1}, Type: nlp.Place, Score: town.Score})
	}
}

// partsOfTowns leaves the adjective for a part of a town or country out of its
// name, "central Madrid", unless it is written with a capital.
func (m *mender) partsOfTowns() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type != nlp.City && n.Type != nlp.Country && n.Type != nlp.Place || n.Tokens.Len() < 2 {
			continue
		}
		if t := m.tok(n.Tokens.First); t.UPOS == "ADJ" && t.Relation == "amod" && n.Tokens.Contains(t.Head) && parts[t.Form] {
			n.Tokens.First++
		}
	}
}

// counties takes the name of a county or province behind a preposition of place
// for a place, where it was taken for its government.
func (m *mender) counties() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type != nlp.Organization {
			continue
		}
		h := m.s.HeadOf(n.Tokens)
		switch end := n.Tokens.End; {
		case n.Tokens.Len() > 1 && countyNouns[strings.ToLower(m.tok(end-1).Form)]:
		case end < len(m.s.Tokens) && countyNouns[m.tok(end).Form] && m.tok(h).Head == end:
			h = end
		default:
			continue
		}
		if m.hasCase(h, "in") || m.hasCase(h, "near") || m.hasCase(h, "across") {
			n.Type = nlp.Place
		}
	}
}

var countyNouns = words("county province district region state prefecture governorate municipality")

var parts = words("central northern southern eastern western downtown inner outer upper lower north south east west mainland")

// demonyms takes an adjective of a country out of the names of towns: the
// "Tajik" of "the Tajik city of X" names none.
func (m *mender) demonyms() {
	m.s.Names = slices.DeleteFunc(m.s.Names, func(n nlp.Name) bool {
		if n.Type == nlp.Person && m.text(n.Tokens) == "Christian Democrat" {
			return true // what somebody is
		}
		if n.Type != nlp.City && n.Type != nlp.Place && n.Type != nlp.Country || n.Tokens.Len() != 1 {
			return false
		}
		i := n.Tokens.First
		t := m.tok(i)
		if _, ok := gazetteer.CountryByDemonym(t.Form); !ok || gazetteer.NameType(t.Form) != "" && gazetteer.NameType(t.Form) != nlp.Group || t.Head != i+1 || m.tok(i+1).UPOS != "NOUN" || !gazetteer.IsSettlement(tree.Lemma(m.tok(i+1))) {
			return false
		}
		t.UPOS, t.XPOS, t.Relation = "ADJ", "JJ", "amod"
		return true
	})
}
