package mend

import "strings"

// descriptors: a noun for persons that hangs as an adjective on a person's
// name stands before it as a title; one that hangs so on another noun is the
// first part of a compound ("the parent company").
func (m *mender) descriptors() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "NOUN" || t.Relation != "amod" || t.Head <= i {
			continue
		}
		switch up := m.tok(t.Head); {
		case up.UPOS == "PROPN" && m.roleNoun(i):
			m.set(i, t.Head, "nmod:desc")
		case up.UPOS == "NOUN" && t.XPOS == "NN" && !strings.Contains(t.Form, "-"):
			t.Relation = "compound"
		}
	}
}

// joinedRoles: of two roles behind a name the second, without an article of
// its own, is another role of the same person, not another person: "X,
// director of Y, and chairman of Z,".
func (m *mender) joinedRoles() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if m.roleBehindBody(i) {
			m.set(i, m.tok(t.Head).Head, "conj")
			continue
		}
		if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || m.tok(t.Head).UPOS != "PROPN" || !m.roleNoun(i) || m.has(i, "nummod", "nmod:poss") || m.has(i, "det") && !m.closelyJoined(i) {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			c := m.tok(k)
			if c.Head == t.Head && c.Relation.Base() == "appos" && c.UPOS == "NOUN" && m.roleNoun(k) {
				m.set(i, k, "conj")
				break
			}
		}
	}
}

// closelyJoined reports whether a noun with an indefinite article is joined by
// "and" without a comma before it: "X, a native of A and a graduate of B".
func (m *mender) closelyJoined(i int) bool {
	if !m.hasArticle(i) {
		return false
	}
	for k := i - 1; k > 0 && k >= i-maxClimb; k-- {
		if m.tok(k).Relation == "cc" && m.tok(k).Head == i {
			return m.tok(k-1).UPOS != "PUNCT"
		}
	}
	return false
}

// roleBehindBody reports whether a role with an article of its own was joined to
// the one whose, or the body where, the role before it is held: "the daughter of X
// and a patron of Y".
func (m *mender) roleBehindBody(i int) bool {
	t := m.tok(i)
	if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || !m.roleNoun(i) || !m.hasArticle(i) {
		return false
	}
	of := m.tok(t.Head)
	return of.Relation.Base() == "nmod" && of.Head >= 0 && of.Head < t.Head && m.roleNoun(of.Head) && m.tok(of.Head).UPOS == "NOUN" && !m.hasArticle(t.Head)
}

// hasArticle reports whether an indefinite article hangs on token i.
func (m *mender) hasArticle(i int) bool {
	for k := max(0, i-maxClimb); k < i; k++ {
		if t := m.tok(k); t.Head == i && (strings.EqualFold(t.Form, "a") || strings.EqualFold(t.Form, "an")) {
			return true
		}
	}
	return false
}
