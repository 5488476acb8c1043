package mend

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// affiliations cuts a person's name from the body behind it that was taken
// into it: "Ann Lee of the Green Party".
func (m *mender) affiliations() {
	for n := 0; n < len(m.s.Names); n++ {
		person := m.s.Names[n]
		if person.Type != nlp.Person {
			continue
		}
		cut := -1
		for i := person.Tokens.First + 1; i+1 < person.Tokens.End; i++ {
			if t := m.tok(i); t.UPOS == "ADP" && (t.Form == "of" || t.Form == "from") {
				cut = i
				break
			}
		}
		if cut == person.Tokens.First+1 && (m.titles(n) || m.titleAlone(person.Tokens)) {
			m.s.Names[n].Tokens.First = m.behindDeterminer(cut + 1)
			m.s.Names[n].Type = nlp.Organization
			continue
		}
		if cut < 0 || m.tok(person.Tokens.First).UPOS != "PROPN" || gazetteer.IsTitle(m.tok(person.Tokens.First).Form) && cut == person.Tokens.First+1 {
			continue
		}
		body := person
		body.Type, body.Tokens.First = nlp.Organization, m.behindDeterminer(cut+1)
		if t := gazetteer.NameType(m.text(body.Tokens)); t != "" {
			body.Type = t
		}
		m.s.Names[n].Tokens.End = cut
		m.s.Names = slices.Insert(m.s.Names, n+1, body)
	}
}

// titleAlone reports whether what is called a person's name is a title and the
// body that gives it: "Chair of the Harbour Council".
func (m *mender) titleAlone(r nlp.Range) bool {
	return gazetteer.IsTitle(m.tok(r.First).Form) && lastWordType(m.tok(r.End-1)) == nlp.Organization
}

// titles reports whether what is called a person's name is the title of the
// person named behind it: "the Speaker of the House, Ann Lee".
func (m *mender) titles(n int) bool {
	r := m.s.Names[n].Tokens
	if n+1 == len(m.s.Names) || !gazetteer.IsTitle(m.tok(r.First).Form) {
		return false
	}
	next := m.s.Names[n+1]
	h := m.s.HeadOf(next.Tokens)
	return next.Type == nlp.Person && next.Tokens.First == r.End+1 && m.tok(r.End).Form == "," &&
		h >= 0 && m.tok(h).Head == r.First && m.tok(h).Relation.Base() == "appos"
}

// behindDeterminer returns the first of the tokens from i that is no determiner.
func (m *mender) behindDeterminer(i int) int {
	for i+1 < len(m.s.Tokens) && m.tok(i).UPOS == "DET" {
		i++
	}
	return i
}
