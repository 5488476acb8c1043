package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// possessiveNames makes one name of a body that bears the name of its members:
// "Northern Pastoralists' Union", "Women's Institute".
func (m *mender) possessiveNames() {
	for i := 1; i+1 < len(m.s.Tokens); i++ {
		if m.tok(i).XPOS != "POS" || !m.capital(i-1) || !m.capital(i+1) || !membersWord(m.tok(i-1).Form) {
			continue
		}
		r := nlp.Range{First: i - 1, End: i + 2}
		for r.First > 0 && m.capital(r.First-1) && in(nlp.Relation(m.tok(r.First-1).UPOS), "ADJ", "NOUN", "PROPN") {
			r.First--
		}
		for r.End < len(m.s.Tokens) && m.capital(r.End) && !joiningBodies[strings.ToLower(m.tok(r.End-1).Form)] {
			r.End++
		}
		if joiningBodies[strings.ToLower(m.tok(r.End-1).Form)] {
			m.renameAs(r, nlp.Organization)
		}
	}
}

// renameAs makes a range one name, in the place of those that it covers. A name
// that reaches beyond it is left, and the range without a name.
func (m *mender) renameAs(r nlp.Range, kind nlp.EntityType) {
	score := float32(0.5)
	for _, n := range m.s.Names {
		if n.Tokens.First < r.End && n.Tokens.End > r.First {
			if n.Tokens.First < r.First || n.Tokens.End > r.End || n.Tokens == r {
				return
			}
			score = max(score, n.Score)
		}
	}
	m.s.Names = slices.DeleteFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.First >= r.First && n.Tokens.End <= r.End })
	at, _ := slices.BinarySearchFunc(m.s.Names, r.First, func(n nlp.Name, first int) int { return n.Tokens.First - first })
	m.s.Names = slices.Insert(m.s.Names, at, nlp.Name{Tokens: r, Type: kind, Score: score})
}

// membersWord reports whether a word names people of a kind, in the plural.
func membersWord(form string) bool {
	f := strings.ToLower(form)
	if in(nlp.Relation(f), "women", "men", "children", "people", "youth", "fishermen", "sportsmen", "businesswomen", "businessmen") {
		return true
	}
	single, plural := strings.CutSuffix(f, "s")
	if !plural {
		return false
	}
	for _, ending := range []string{"ist", "er", "ant", "ee", "ian"} {
		if strings.HasSuffix(single, ending) && len(single) > len(ending)+3 && gazetteer.NameType(form) == "" {
			return true
		}
	}
	return gazetteer.NounType(single) == nlp.Person
}

// joiningBodies are the last words in the names of bodies that people join.
var joiningBodies = words(`union unions association party federation alliance league council front congress movement society committee
	club institute trust fund guild network forum organisation organization coalition confederation collective syndicate army
	brigade cooperative co-operative group foundation commission bureau brotherhood`)
