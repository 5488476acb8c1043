package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// firstNames takes the first names that hang together with a person's surname
// into the name, where only the surname was found: "fighter Achyut Kelkar".
func (m *mender) firstNames() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() != 1 || r.First == 0 {
			continue
		}
		first := r.First - 1
		if t := m.tok(r.First); t.Relation.Base() != "flat" || t.Head != first && t.Head != m.tok(first).Head {
			continue
		}
		if t := m.tok(first); t.UPOS != "PROPN" || m.named(first) || gazetteer.IsTitle(tree.Lemma(t)) || !m.capital(first) {
			continue
		}
		r.First = first
	}
}

// surnames takes the surname that hangs together with a person's first name into
// the name, where only the first name was found.
func (m *mender) surnames() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() != 1 || r.End >= len(m.s.Tokens) {
			continue
		}
		last, first := m.tok(r.End), m.tok(r.First)
		if last.UPOS != "PROPN" || last.Relation.Base() != "flat" || last.Head != r.First && last.Head != first.Head || m.named(r.End) || calendar[last.Form] || gazetteer.IsTitle(last.Form) {
			continue
		}
		r.End++
	}
}

// hyphenated takes the part behind the hyphen into a person's name that ends
// before it or with it: "Hui Chi-fung".
func (m *mender) hyphenated() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() < 2 {
			continue
		}
		hyphen := r.End
		if m.tok(r.End-1).Form == "-" {
			hyphen = r.End - 1
		}
		if hyphen+1 >= len(m.s.Tokens) || m.named(hyphen+1) || m.tok(hyphen).Form != "-" || m.tok(hyphen-1).SpaceAfter || m.tok(hyphen).SpaceAfter {
			continue
		}
		if last := m.tok(hyphen + 1); last.UPOS == "PROPN" && last.Relation.Base() == "flat" {
			r.End = hyphen + 2
		}
	}
}

// namesBehindRoles makes a name of the proper nouns that hang flat on a role
// noun and that no name holds: "association president Ann Lee".
func (m *mender) namesBehindRoles() {
	for i := range m.s.Tokens {
		if m.tok(i).UPOS != "NOUN" || !m.roleNoun(i) || m.named(i) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.tok(end).UPOS == "PROPN" && m.tok(end).Relation.Base() == "flat" && m.s.Within(end, i) && !m.named(end) {
			end++
		}
		if end == i+1 {
			continue
		}
		m.set(i+1, i, "appos")
		for k := i + 2; k < end; k++ {
			m.set(k, i+1, "flat")
		}
		m.insertName(nlp.Name{Tokens: nlp.Range{First: i + 1, End: end}, Type: nlp.Person, Score: guessedScore})
	}
}

// guessedScore is the score of a name that the model did not find.
const guessedScore = 0.6
