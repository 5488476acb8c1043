package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// named reports whether a token is part of a name.
func (m *mender) named(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return true
		}
	}
	return false
}

// nameBeside returns the name that ends before token i or begins behind it, or nil.
func (m *mender) nameBeside(i int, before bool) *nlp.Name {
	for k := range m.s.Names {
		if n := &m.s.Names[k]; before && n.Tokens.End == i || !before && n.Tokens.First == i+1 {
			return n
		}
	}
	return nil
}

// startsName reports whether a run of capitalised words begins at i.
func (m *mender) startsName(i int) bool { return m.capital(i) && !m.capital(i-1) }

// capital reports whether a token is tagged as a proper noun.
func (m *mender) capital(i int) bool {
	return m.tok(i).UPOS == "PROPN" || strings.HasPrefix(m.tok(i).XPOS, "NNP")
}

// insertName adds a name, before those that begin behind it.
func (m *mender) insertName(name nlp.Name) {
	at := slices.IndexFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.First > name.Tokens.First })
	if at < 0 {
		at = len(m.s.Names)
	}
	m.s.Names = slices.Insert(m.s.Names, at, name)
}

// has reports whether a token has one with one of the relations below it.
func (m *mender) has(h int, rels ...nlp.Relation) bool {
	for k := range m.s.Tokens {
		if m.tok(k).Head == h && tree.Matches(m.tok(k).Relation, rels...) {
			return true
		}
	}
	return false
}

func in(r nlp.Relation, rels ...string) bool {
	return slices.Contains(rels, string(r.Base()))
}
