package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// listedPlaces: "Lyon, France" without a conjunction is no coordination.
func (m *mender) listedPlaces() {
	for n := 0; n+1 < len(m.s.Names); n++ {
		a, b := m.s.Names[n], m.s.Names[n+1]
		if b.Type.Extent() <= a.Type.Extent() || a.Tokens.End != b.Tokens.First-1 || m.s.Tokens[a.Tokens.End].Form != "," {
			continue
		}
		for i := b.Tokens.First; i < b.Tokens.End; i++ {
			t := &m.s.Tokens[i]
			if t.Relation.Base() == "conj" && a.Tokens.Contains(t.Head) && !m.hasCC(t.Head) {
				m.set(i, t.Head, "nmod:unmarked")
			}
		}
	}
}

// hasCC reports whether the coordination that begins at h has a conjunction.
func (m *mender) hasCC(h int) bool {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		if c.Relation.Base() == "cc" && (c.Head == h || c.Head >= 0 && c.Head < len(m.s.Tokens) && m.s.Tokens[c.Head].Head == h) {
			return true
		}
	}
	return false
}

// instances: what "including" or "such as" introduces is an instance of the
// plural noun before it, not of the verb.
func (m *mender) instances() {
	for i := range m.s.Tokens {
		c := &m.s.Tokens[i]
		f := strings.ToLower(c.Form)
		if c.Relation.Base() != "case" || c.Head <= i || f != "including" && f != "such" {
			continue
		}
		t := &m.s.Tokens[c.Head]
		if !tree.Matches(t.Relation, "obl", "nmod") || t.Head < 0 {
			continue
		}
		k := i - 1
		for k >= 0 && m.s.Tokens[k].UPOS == "PUNCT" {
			k--
		}
		for n := 0; k >= 0 && n < maxClimb && m.s.Tokens[k].Features.Get("Number") != "Plur" && tree.Matches(m.s.Tokens[k].Relation, "nmod", "flat", "compound"); n++ {
			k = m.s.Tokens[k].Head
		}
		if k >= 0 && k < i && m.s.Tokens[k].Features.Get("Number") == "Plur" && t.Head != k {
			m.set(c.Head, k, "nmod")
		}
	}
}

// parts: a number with "of them" behind a comma counts some of those before it,
// who are told of once: "killed 12 people, three of them children".
func (m *mender) parts() {
	for i := 0; i+2 < len(m.s.Tokens); i++ {
		c := &m.s.Tokens[i]
		if c.Relation != "conj" || c.Head >= i || c.UPOS != "NUM" && !lexicon.Quantifiers[strings.ToLower(c.Form)] || m.has(i, "cc") {
			continue
		}
		switch strings.ToLower(m.s.Tokens[i+2].Form) {
		case "them", "whom", "which", "these", "those":
			if strings.EqualFold(m.s.Tokens[i+1].Form, "of") {
				m.set(i, c.Head, "parataxis")
			}
		}
	}
}

// doubledRoles: of a noun and the name right behind it that the parser made two
// objects or subjects of, the noun is the name's title ("approached rival Eni",
// "its partner Eni will build"); a plural is that of both names of a pair.
func (m *mender) doubledRoles() {
	for i := 0; i+1 < len(m.s.Tokens); i++ {
		t := &m.s.Tokens[i]
		if t.UPOS != "NOUN" || !tree.Matches(t.Relation, "obj", "nsubj", "conj", "nmod") || timeNouns[strings.ToLower(t.Lemma)] {
			continue
		}
		for _, n := range m.s.Names {
			h := m.s.HeadOf(n.Tokens)
			if n.Tokens.First != i+1 || h < 0 || m.s.Tokens[h].Head != t.Head || m.s.Tokens[h].Relation.Base() != t.Relation.Base() || m.hasCC(h) && t.Features.Get("Number") != "Plur" {
				continue
			}
			m.set(i, h, "compound")
			for k := range i {
				if c := m.s.Tokens[k]; c.Head == i {
					m.set(k, h, c.Relation)
				}
			}
		}
	}
}

// nestedPlaces: a place right behind "at the factory" and "in" says where the
// factory is, and only with it where the deed was done.
func (m *mender) nestedPlaces() {
	for _, n := range m.s.Names {
		h, p := m.s.HeadOf(n.Tokens), n.Tokens.First-1
		if !n.Type.IsArea() || p < 2 || m.s.Tokens[h].Relation.Base() != "obl" || m.s.Tokens[p].Head != h {
			continue
		}
		k := p - 1
		switch f := strings.ToLower(m.s.Tokens[p].Form); {
		case f != "in" && f != "near" && f != "outside":
			continue
		case m.s.Tokens[k].Relation.Base() != "obl" || m.s.Tokens[k].Head != m.s.Tokens[h].Head || !m.wherePhrase(k):
			continue
		}
		m.set(h, k, "nmod")
	}
}

// wherePhrase reports whether "at", "outside" or "inside" stands with a noun.
func (m *mender) wherePhrase(k int) bool {
	for i := range k {
		if c := &m.s.Tokens[i]; c.Head == k && c.Relation == "case" && wherePrepositions[strings.ToLower(c.Form)] {
			return true
		}
	}
	return false
}

var wherePrepositions = lexicon.Words("at outside inside near")
