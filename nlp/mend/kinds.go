package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// kindsBeforeNames: a noun directly before a name of the kind that the noun tells
// belongs to the name ("musician X", "publication Y"), whatever the parser
// made of the two.
func (m *mender) kindsBeforeNames() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS == "ADJ" && t.Relation == "amod" && t.Head > i && m.tok(t.Head).UPOS == "PROPN" && (t.Form == "subsidiary" || t.Form == "affiliate") {
			t.UPOS, t.XPOS, t.Relation = "NOUN", "NN", "nmod:desc"
		}
	}
	for _, n := range m.s.Names {
		i, j := n.Tokens.First-1, m.s.HeadOf(n.Tokens)
		if i < 0 || j < 0 || m.s.Tokens[i].UPOS != "NOUN" || m.s.Tokens[i].Head == j || m.s.Tokens[j].Head == i {
			continue
		}
		if i >= 4 && m.tok(i).Form == "chief" && m.tok(i-2).Form == "in" && m.tok(i-4).UPOS == "NOUN" {
			// "editor-in-chief X" in five words
			if !m.s.Within(i-4, j) {
				m.set(j, i-4, "appos")
				m.set(i, i-4, "flat")
				m.set(i-2, i, "case")
			}
			continue
		}
		if !tells(m.s.Tokens[i].Lemma, n.Type) || in(m.s.Tokens[i].Relation, "compound", "conj") || m.s.Tokens[i].Features.Get("Number") == "Plur" {
			continue
		}
		h, rel := m.s.Tokens[i].Head, m.s.Tokens[i].Relation
		if h >= n.Tokens.First && h < n.Tokens.End {
			continue
		}
		m.set(j, h, rel)
		m.set(i, j, "nmod:desc")
		for k := range m.s.Tokens {
			t := &m.s.Tokens[k]
			if t.Head == i && (k > n.Tokens.First || in(t.Relation, "case", "cc", "punct", "mark")) && k != i {
				m.set(k, j, t.Relation)
			}
		}
	}
}

// beforeNames hangs the adjective of a country and the position of a player
// that stand right before a person's name on it, where the tree has made them
// a subject or an adverb of their own: "Malian forward Ibrahim Sow".
func (m *mender) beforeNames() {
	for _, n := range m.s.Names {
		if n.Type != nlp.Person || n.Tokens.First == 0 {
			continue
		}
		h, i := m.s.HeadOf(n.Tokens), n.Tokens.First-1
		if t := m.tok(i); positions[tree.Lemma(t)] && in(t.Relation, "amod", "advmod", "nsubj") && (t.UPOS == "ADV" || t.UPOS == "ADJ" || t.UPOS == "NOUN") && m.startsAt(i) {
			t.UPOS = "NOUN"
			m.set(i, h, "nmod:desc")
			i--
		}
		if i < 0 {
			continue
		}
		if t := m.tok(i); t.UPOS == "PROPN" && in(t.Relation, "nsubj") && in(m.tok(h).Relation, "nsubj") && t.Head == m.tok(h).Head && gazetteer.IsTitle(t.Form) {
			m.set(i, h, "nmod:desc") // "Home Secretary X said", with two subjects
		}
		if t := m.tok(i); t.UPOS == "ADJ" && t.Head != h && in(t.Relation, "nsubj", "advmod", "amod", "dep") && t.Head == m.tok(h).Head {
			if _, ok := gazetteer.CountryByDemonym(t.Form); ok {
				m.set(i, h, "amod")
			}
		}
	}
}

// startsAt reports whether token i begins its sentence or stands behind an
// adjective that does, or behind punctuation.
func (m *mender) startsAt(i int) bool {
	return i == 0 || m.tok(i-1).UPOS == "ADJ" || m.tok(i-1).UPOS == "PUNCT" || m.tok(i-1).UPOS == "DET"
}

// towns gives a name of one word that has a mayor, natives or suburbs the type of
// a town, where a foreign name was taken for a person's or a body's.
func (m *mender) towns() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type != nlp.Person && n.Type != nlp.Organization || n.Tokens.Len() != 1 {
			continue
		}
		first, end := n.Tokens.First, n.Tokens.End
		if f := m.tok(first).Form; n.Type == nlp.Organization && (gazetteer.NameType(f) == nlp.Organization || gazetteer.IsAcronym(f)) {
			continue
		}
		if end < len(m.s.Tokens) && m.tok(first).Head == end && (m.tok(end).Lemma == "native" || m.tok(end).Lemma == "resident") || first > 1 && m.tok(first-1).Form == "of" && townNouns[strings.ToLower(m.tok(first-2).Form)] ||
			end+1 < len(m.s.Tokens) && m.tok(end).XPOS == "POS" && townNouns[strings.ToLower(m.tok(end+1).Form)] {
			n.Type = nlp.City
		}
	}
}

// seatTowns gives a name of one word between a possessor and its headquarters the
// type of a town: "its Cupertino headquarters".
func (m *mender) seatTowns() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type != nlp.Organization && n.Type != nlp.Person || n.Tokens.Len() != 1 || n.Tokens.First == 0 || n.Tokens.End >= len(m.s.Tokens) {
			continue
		}
		k := n.Tokens.First
		owner := m.tok(k - 1)
		if !seats[strings.ToLower(m.tok(n.Tokens.End).Form)] || owner.XPOS != "POS" && owner.XPOS != "PRP$" ||
			gazetteer.NameType(m.tok(k).Form) == nlp.Organization || gazetteer.IsAcronym(m.tok(k).Form) {
			continue
		}
		n.Type = nlp.City
	}
}

// seats are nouns of where a body has its offices.
var seats = words("headquarters hq head-office campus offices")

// townNouns are nouns of what towns have and persons do not.
var townNouns = words("mayor mayoress native natives resident residents villagers townsfolk outskirts suburb suburbs inhabitants townspeople municipality")

// positions are what players are called and what is mostly something else.
var positions = words(`back wing lock prop hooker forward guard center centre end safety tackle receiver catcher closer number
	flanker keeper point opener starter reliever sub driver international lefty righty`)

// tells reports whether a noun says what kind of thing a name of the type is.
func tells(lemma string, t nlp.EntityType) bool {
	types := gazetteer.NounTypes(lemma)
	if t == nlp.Person {
		return gazetteer.IsTitle(lemma) || positions[lemma] || len(types) > 0 && types[0] == nlp.Person
	}
	if t == nlp.Organization && gazetteer.IsCompanyNoun(lemma) {
		return true
	}
	for _, x := range types {
		if x == t && x == nlp.Organization {
			return true
		}
	}
	return false
}
