package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// sides makes a body of the name of one word that was taken for a person's, though
// it has a captain or players, or a verb in the plural stands behind it: "Zamora's
// goalkeeper", "Zamora have appointed a coach".
func (m *mender) sides() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type == nlp.Person && n.Tokens.Len() == 1 && gazetteer.NameType(m.text(n.Tokens)) != nlp.Country && (m.hasPlayers(n.Tokens) || m.actsAsMany(n.Tokens)) {
			n.Type = nlp.Organization
		}
	}
}

// hasPlayers reports whether what a name owns is somebody who plays in a side.
func (m *mender) hasPlayers(r nlp.Range) bool {
	if r.End+1 >= len(m.s.Tokens) || m.tok(r.End).XPOS != "POS" {
		return false
	}
	for i := r.End + 1; i < len(m.s.Tokens) && i <= r.End+4; i++ {
		if sidePlayers[strings.ToLower(m.tok(i).Form)] {
			return true
		}
		if !in(nlp.Relation(m.tok(i).UPOS), "ADJ", "NOUN", "NUM") && m.tok(i).Form != "-" {
			return false
		}
	}
	return false
}

// sidePlayers are those whom sides have and persons do not.
var sidePlayers = words(`captain skipper goalkeeper striker midfielder defender winger forward quarterback batsman batter bowler
	pitcher fly-half scrum-half full-back fullback linebacker shortstop defenceman defenseman goalie goaltender playmaker`)

// actsAsMany reports whether a lone name is the subject of a verb in the plural,
// which no person is.
func (m *mender) actsAsMany(r nlp.Range) bool {
	t := m.tok(r.First)
	if !in(t.Relation, "nsubj") || r.End >= len(m.s.Tokens) || r.First > 0 && in(nlp.Relation(m.tok(r.First-1).UPOS), "CCONJ", "NOUN", "PROPN", "ADJ") || m.has(r.First, "conj") {
		return false
	}
	v := m.tok(r.End)
	return v.UPOS == "AUX" && v.Head == t.Head && (v.Form == "have" || v.Form == "are" || v.Form == "were") && v.Features.Get("VerbForm") == "Fin" &&
		!inverted(m.s.Tokens[:r.First])
}

// inverted reports whether what stands before a subject makes the verb behind it no
// sign of its number: "should Ann have left", "demanded that Ann be".
func inverted(before []nlp.Token) bool {
	for i := len(before) - 1; i >= 0 && i >= len(before)-2; i-- {
		if f := strings.ToLower(before[i].Form); before[i].UPOS == "AUX" || f == "that" || f == "if" || f == "like" {
			return true
		}
	}
	return false
}
