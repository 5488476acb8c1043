package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// misreadBodies makes bodies of names that were taken for persons' though they begin
// with no given name and stand before what only bodies have: before a role and who
// bears it ("Janata Morcha founder Ann Lee"), as the owner of such a role ("Santa
// Rita's mayor"), or as the owner of a person's name ("Fine Gael's Ann Lee").
func (m *mender) misreadBodies() {
	for i := range m.s.Names {
		n := &m.s.Names[i]
		if n.Type != nlp.Person || n.Tokens.End+1 >= len(m.s.Tokens) {
			continue
		}
		if _, given := gazetteer.GivenName(m.tok(n.Tokens.First).Form); given || gazetteer.IsTitle(strings.ToLower(m.tok(n.Tokens.First).Form)) {
			continue
		}
		end := n.Tokens.End
		switch owner := m.tok(end).XPOS == "POS"; {
		case owner && townNouns[strings.ToLower(m.tok(end+1).Form)]:
			n.Type = nlp.City
		case owner && n.Tokens.Len() > 1 && m.namedFully(end+1, true), bodyRoles[tree.Lemma(m.tok(end))] && m.tok(end).UPOS == "NOUN" && m.namedFully(end+1, false):
			n.Type = nlp.Organization
			m.headRole(*n, end)
		}
	}
}

// headRole hangs the name of a body on the role behind it, and that on the name of
// who bears it, where the tree has taken the two names for one.
func (m *mender) headRole(body nlp.Name, end int) {
	if m.tok(end).UPOS != "NOUN" {
		return
	}
	if h := m.s.HeadOf(body.Tokens); m.tok(h).Head != end {
		m.set(h, end, "compound")
	}
}

// namedFully reports whether a person's name of several words begins at token i, with
// a given name that is known if that is wanted.
func (m *mender) namedFully(i int, wellKnown bool) bool {
	for _, n := range m.s.Names {
		if n.Tokens.First == i && n.Type == nlp.Person && n.Tokens.Len() > 1 {
			_, given := gazetteer.GivenName(m.tok(i).Form)
			return given || !wellKnown
		}
	}
	return false
}

// bodyRoles are roles that people have in bodies and not with other people.
var bodyRoles = words("founder co-founder cofounder chairman chairwoman chairperson president candidate")
