package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// demonymUnions takes the adjective of a country before the name of a union or
// association into it, whose members its last word names: the "Auto Workers" of
// "Canadian Auto Workers" are those of Canada alone.
func (m *mender) demonymUnions() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		i := r.First - 1
		if m.s.Names[n].Type != nlp.Organization || r.Len() < 2 || i < 0 || m.named(i) || !r.Contains(m.tok(i).Head) {
			continue
		}
		if _, ok := gazetteer.CountryByDemonym(m.tok(i).Form); ok && memberNouns[strings.ToLower(m.tok(r.End-1).Form)] {
			r.First = i
		}
	}
}

var memberNouns = words("workers lawyers teachers farmers journalists nurses doctors physicians manufacturers railways broadcasters scientists students veterans scouts guides airlines publishers exporters growers")

// ownedBodies parts the name of a body that begins with its owner's: "the
// University of Tokyo's Earthquake Research Institute" are two.
func (m *mender) ownedBodies() {
	for n := 0; n < len(m.s.Names); n++ {
		whole := m.s.Names[n]
		if whole.Type != nlp.Organization {
			continue
		}
		for i := whole.Tokens.First + 2; i+2 < whole.Tokens.End; i++ {
			if m.tok(i).XPOS != "POS" || lastWordType(m.tok(whole.Tokens.End-1)) != nlp.Organization || !m.ownerBody(nlp.Range{First: whole.Tokens.First, End: i}) {
				continue
			}
			owner, body := whole, whole
			owner.Tokens.End, body.Tokens.First = i, i+1
			o, b := m.s.HeadOf(owner.Tokens), m.s.HeadOf(body.Tokens)
			if h, rel := m.tok(o).Head, m.tok(o).Relation; whole.Tokens.Contains(m.tok(b).Head) && !whole.Tokens.Contains(h) {
				m.set(b, h, rel)
				for k := range m.s.Tokens {
					if t := m.tok(k); t.Head == o && t.Relation == "case" && k < whole.Tokens.First {
						t.Head = b
					}
				}
				m.set(o, b, "nmod:poss")
				m.set(i, o, "case")
			}
			m.s.Names[n] = owner
			m.s.Names = slices.Insert(m.s.Names, n+1, body)
			break
		}
	}
}

// ownerBody reports whether words name a body of their own: "University of
// Tokyo", "European Parliament".
func (m *mender) ownerBody(r nlp.Range) bool {
	return ownerNouns[strings.ToLower(m.tok(r.First).Form)] && r.Len() > 2 || ownerNouns[strings.ToLower(m.tok(r.End-1).Form)]
}

// ownerNouns are nouns of bodies that have bodies of their own.
var ownerNouns = words("university parliament commission ministry party council union government church army academy")
