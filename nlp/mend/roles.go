package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// maxClimb bounds how far up from a body's name the role noun is looked for.
const maxClimb = 6

// linking are the prepositions between a role and the body where it is held.
var linking = map[string]bool{"of": true, "for": true, "at": true, "with": true, "in": true, "from": true, "to": true, "on": true}

// roleNoun reports whether token i is a common noun, or a title in capitals,
// that only persons go by.
func (m *mender) roleNoun(i int) bool {
	t := m.tok(i)
	if t.Features.Get("Number") == "Plur" || t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return false
	}
	if t.UPOS == "PROPN" {
		return gazetteer.IsTitle(tree.Lemma(t))
	}
	return personLemma(tree.Lemma(t))
}

// personLemma reports whether persons go by a word: a title or a noun for them.
func personLemma(lemma string) bool {
	return gazetteer.IsTitle(lemma) || gazetteer.NounType(lemma) == nlp.Person
}

// splitNames cuts a body and a person that were taken for one name behind a
// role: "chair of Acme Maria Gomes".
func (m *mender) splitNames() {
	for n := 0; n < len(m.s.Names); n++ {
		r := m.s.Names[n].Tokens
		if r.Len() < 3 || m.s.Names[n].Type != nlp.Person || r.First < 2 || !linking[m.tok(r.First-1).Form] {
			continue
		}
		role := r.First - 2
		if m.tok(role).Form == "the" {
			role--
		}
		cut := m.personInside(r)
		if role < 0 || cut < 0 || !m.roleNoun(role) {
			continue
		}
		person := m.s.Names[n]
		person.Tokens.First = cut
		body := nlp.Name{Tokens: nlp.Range{First: r.First, End: cut}, Type: nlp.Organization, Score: person.Score}
		m.s.Names[n] = body
		m.s.Names = append(m.s.Names[:n+1], append([]nlp.Name{person}, m.s.Names[n+1:]...)...)
		for i := r.First; i < r.End; i++ {
			first := r.First
			if i >= cut {
				first = cut
			}
			m.set(i, first, "flat")
		}
		m.set(r.First, role, "nmod")
		m.set(cut, role, "appos")
	}
}

// personInside returns where behind its first word a given name with a
// surname begins in r, or -1.
func (m *mender) personInside(r nlp.Range) int {
	if _, given := gazetteer.GivenName(m.tok(r.First).Form); given {
		return -1
	}
	for i := r.First + 1; i+1 < r.End; i++ {
		if _, given := gazetteer.GivenName(m.tok(i).Form); given {
			return i
		}
	}
	return -1
}

// rolesBeforeNames hangs a person's name on the role before it, where the tree
// has hung it on the body in between or has made it a phrase of its own:
// "chief of the Y Council X", "president of Y, X,", "Mayor of Y X".
func (m *mender) rolesBeforeNames() {
	for _, n := range m.s.Names {
		if n.Type != nlp.Person || n.Tokens.First < 3 {
			continue
		}
		last := n.Tokens.First - 1
		comma := m.tok(last).Form == ","
		if comma {
			last--
		}
		if last < 0 || m.tok(last).UPOS != "PROPN" && m.tok(last).UPOS != "NOUN" {
			continue
		}
		if !comma && m.tok(last).UPOS == "NOUN" && (m.roleNoun(last) || gazetteer.NounType(tree.Lemma(m.tok(last))) == nlp.Person) {
			continue // "the brother of striker X": X is the striker; "the lawyer for policemen X and Y"
		}
		j := m.s.HeadOf(n.Tokens)
		role := m.roleOver(last)
		if role < 0 || m.s.Within(role, j) || m.tok(j).Head == role && m.tok(j).Relation == "appos" {
			continue
		}
		rel := m.tok(j).Relation
		switch {
		case comma && (rel.Base() != "vocative" && !m.s.Within(m.tok(j).Head, role) || rel.Base() == "conj" && m.joined(m.tok(j).Head) || !m.closed(n.Tokens.End)):
			continue
		case !comma && !m.s.Within(j, role) && !(rel.Base() == "nsubj" && m.tok(role).Head == m.tok(j).Head):
			continue
		case rel.Base() == "conj" && !comma || rel == "nmod:poss" && !m.s.Within(j, role):
			continue
		}
		m.set(j, role, "appos")
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			if h := m.tok(i).Head; i != j && (h < n.Tokens.First || h >= n.Tokens.End) {
				m.set(i, j, "flat")
			}
		}
	}
}

// joined reports whether a conjunction stands in the coordination that begins
// at token h.
func (m *mender) joined(h int) bool {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() == "cc" && t.Head >= 0 && (t.Head == h || m.tok(t.Head).Head == h) {
			return true
		}
	}
	return false
}

// closed reports whether a phrase that ends before token i ends there: with a
// comma, a full stop or a verb.
func (m *mender) closed(i int) bool {
	if i >= len(m.s.Tokens) {
		return true
	}
	return m.tok(i).UPOS == "PUNCT" || m.tok(i).UPOS == "VERB" || m.tok(i).UPOS == "AUX" || m.tok(i).XPOS == "POS"
}

// roleOver climbs from the last word of a body through its phrase to the role
// noun before it, or returns -1.
func (m *mender) roleOver(i int) int {
	start := i
	for n := 0; n < maxClimb; n++ {
		t := m.tok(i)
		if t.Head < 0 {
			return -1
		}
		switch t.Relation.Base() {
		case "nmod", "appos", "flat", "compound", "amod", "goeswith", "obl":
		default:
			return -1
		}
		if up := t.Head; up < start && m.roleNoun(up) && t.Relation.Base() == "nmod" && m.linked(up, i) {
			return up
		}
		if t.Head > start {
			return -1
		}
		i = t.Head
	}
	return -1
}

// linked reports whether one of the linking prepositions stands between a role
// and the body i.
func (m *mender) linked(role, i int) bool {
	for k := role + 1; k < i; k++ {
		if m.tok(k).UPOS == "ADP" {
			return linking[strings.ToLower(m.tok(k).Form)]
		}
	}
	return false
}
