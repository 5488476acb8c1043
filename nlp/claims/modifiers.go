package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// modifiers returns possessors, of a title also those that stand with the name.
func (m *matcher) modifiers(h int, rel nlp.Relation) found {
	t := m.t
	var out found
	for _, x := range t.titled(h) {
		for _, k := range t.children(x, rel) {
			if x != h && k > h {
				continue
			}
			out.tokens = append(out.tokens, t.antecedent(k))
		}
		if len(out.tokens) > 0 {
			return out
		}
	}
	if u := m.firstRole(h); u >= 0 {
		return m.modifiers(u, rel)
	}
	return out
}

// firstRole returns the role that another, without an article of its own, is
// joined to, and whose modifiers the two share ("Acme president and co-founder X"), or -1.
func (m *matcher) firstRole(h int) int {
	t := m.t
	if h != m.h || m.p.Class != codebook.Noun || m.p.Lemmas[0] == codebook.AnyLemma || !background[m.predicate] {
		return -1
	}
	titled := t.titled(h)
	last := titled[len(titled)-1]
	u := t.head(last)
	if t.base(last) != "conj" || u < 0 || !t.is(u, "NOUN") || !gazetteer.IsTitle(t.lemma(u)) && gazetteer.NounType(t.lemma(u)) != nlp.Person {
		return -1
	}
	for _, x := range titled {
		if t.child(x, "det", "nmod:poss") >= 0 {
			return -1
		}
	}
	return u
}

// compound returns the nouns that stand before a noun, or before a participle
// with a hyphen ("X-backed").
func (m *matcher) compound(h int) found {
	t := m.t
	var out found
	for _, x := range t.titled(h) {
		for _, k := range t.kids[x] {
			if k >= h {
				continue
			}
			switch {
			case t.child(k, "case") >= 0 && t.tok(k).XPOS != "POS" && t.preposition(k) != "":
				continue // "in Turkey Minister X"
			case in(t.base(k), "compound") && t.rel(k) != "compound:prt" && t.nominal(k):
			case t.rel(k) == "nmod:desc" && t.is(k, "PROPN"):
			case m.p.Class == codebook.Adjective && in(t.base(k), "compound", "obl", "nsubj", "nmod", "obj", "advmod", "amod") && t.joined(k, h):
			default:
				continue
			}
			if m.p.Class == codebook.Noun && (gazetteer.IsTitle(t.lemma(k)) || titleAdjective[t.lemma(k)]) {
				continue
			}
			out.tokens = append(out.tokens, k)
		}
		if len(out.tokens) > 0 {
			return out
		}
	}
	if u := m.firstRole(h); u >= 0 && m.predicate != "family_of" {
		return m.compound(u)
	}
	return out
}

// joined reports whether two tokens are one written word with a hyphen.
func (t *tree) joined(i, j int) bool {
	return j == i+2 && strings.Contains("-‐‑–", t.form(i+1)) || j == i+1 && !t.tok(i).SpaceAfter
}

// demonyms returns the adjectives of countries that modify a noun.
func (m *matcher) demonyms(h int) found {
	t := m.t
	if m.p.Class != codebook.Noun {
		return direct(slices.DeleteFunc(t.children(h, "amod", "compound"), func(k int) bool {
			return t.base(k) == "compound" && !t.is(k, "ADJ") // "the Golden Bear"
		})...)
	}
	var out found
	for _, x := range t.titled(h) {
		for _, k := range t.children(x, "amod", "compound", "nmod:desc") {
			if x != h && k > h || t.namesContest(k, h) {
				continue
			}
			if _, ok := t.countryWord(k); ok && (t.base(k) == "amod" || t.demonym(k)) {
				out.tokens = append(out.tokens, k)
			} else if t.base(k) == "compound" && t.is(k, "NOUN") && len(t.demonymsOf(k)) > 0 {
				out.tokens = append(out.tokens, t.demonymsOf(k)...) // "Mexican border authorities"
			} else if x == h && h == m.h && len(m.p.Lemmas) > 0 && (t.is(k, "ADJ") || t.tok(k).XPOS == "VBG") && in(t.base(k), "amod") {
				out.tokens = append(out.tokens, k)
			}
		}
		if len(out.tokens) > 0 {
			return out
		}
	}
	return out
}

// demonymsOf returns the adjectives of countries that hang on a noun.
func (t *tree) demonymsOf(k int) []int {
	var out []int
	for _, c := range t.children(k, "amod") {
		if t.demonym(c) {
			out = append(out, c)
		}
	}
	return out
}

// modified returns the noun that a word modifies.
func (m *matcher) modified(h int) found {
	t := m.t
	g := t.head(h)
	if g < 0 {
		return found{}
	}
	if m.p.Class == codebook.Noun && h == m.h {
		if t.base(h) == "conj" {
			return found{} // "in X and parts of Y": X is no part of Y
		}
		return direct(g)
	}
	switch t.base(h) {
	case "amod", "acl", "compound":
		return direct(g)
	case "conj": // "state-owned and state-run company"
		if u := t.first(h); in(t.base(u), "amod", "acl") {
			return direct(t.head(u))
		}
	}
	return found{}
}

// nameTakes are prepositions by which a name behind its title says where the
// title holds: "Professor X of Bonn University".
var nameTakes = words("of at")

// nounOblique returns the prepositional dependents of a noun, also where the
// parser hung them on the verb behind it ("X, president of Y" is safe, "made a
// call on Y" is not).
func (m *matcher) nounOblique(h int, prep string) found {
	t := m.t
	f := t.oblique(h, prep)
	if len(f.tokens) > 0 {
		return f
	}
	if m.p.Lemmas[0] == codebook.AnyLemma {
		return f // only of a role is it known to be shared
	}
	if f := t.sharedOblique(h, prep); len(f.tokens) > 0 {
		return f
	}
	if prep == "by" {
		// "the takeover of X by Y": parsers hang Y on X, which nobody does.
		for _, x := range t.oblique(h, "of").tokens {
			if by := t.oblique(x, "by"); len(by.tokens) > 0 && t.is(x, "PROPN") {
				return by.far()
			}
		}
	}
	for _, x := range t.titled(h)[1:] {
		for _, k := range t.children(x, "nmod") {
			if k > h && t.preposition(k) == prep && (x < h || k < x || !t.is(x, "PROPN") || nameTakes[prep] && t.rel(h) == "nmod:desc") {
				f.tokens = append(f.tokens, k)
			}
		}
	}
	return f
}

// sharedOblique looks for the prepositional dependent of a role noun where else
// parsers hang it: on the role beside it ("founder and chief executive of X"),
// on what the role is about ("professor of history at X"), on the verb that
// gives the role ("became a professor in 1990 at X").
func (t *tree) sharedOblique(h int, prep string) found {
	if !heldAt[prep] || !t.nominal(h) {
		return found{}
	}
	if u := t.head(h); t.base(h) == "conj" && t.nominal(u) && t.child(h, "det") < 0 {
		for _, k := range t.oblique(u, prep).tokens {
			if k > h {
				return found{tokens: []int{k}, remote: true}
			}
		}
	}
	for _, x := range t.children(h, "conj") {
		if t.nominal(x) && t.child(x, "det") < 0 && t.child(h, "nmod") < 0 {
			if f := t.oblique(x, prep); len(f.tokens) > 0 {
				return f.far()
			}
		}
	}
	if prep != "of" {
		for _, x := range t.oblique(h, "of").tokens {
			if !t.is(x, "PROPN") {
				if f := t.oblique(x, prep); len(f.tokens) > 0 {
					return f.far()
				}
			}
		}
	}
	if g := t.head(h); g >= 0 && prep != "of" && t.verbal(g) && (t.base(h) == "xcomp" || t.base(h) == "obl" && t.preposition(h) == "as") {
		for _, k := range t.oblique(g, prep).tokens {
			if k > h {
				return found{tokens: []int{k}, remote: true}
			}
		}
	}
	return found{}
}
