package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// vacuous reports whether a claim would be true of anything of its kind, or of
// nothing that happened: that companies are somewhere, that a quake can do harm.
func (d *document) vacuous(m *matcher, ref codebook.Ref, a, b end) bool {
	if a.Chain < 0 || b.Chain < 0 {
		return false
	}
	x, y := &d.a.Chains[a.Chain], &d.a.Chains[b.Chain]
	if nobody(x) || nobody(y) && ref.Entry.Predicate != "called_for" && ref.Entry.Predicate != "warned" {
		return true
	}
	switch ref.Entry.Predicate {
	case "supports", "called_for", "criticized", "allied", "hostile", "praised":
		return m.p.Class == codebook.Noun && m.t.inOneName(m.h, b.token)
	case "leads":
		return m.p.Class == codebook.Noun && areas[y.Type] && m.t.bodyBetween(m.h)
	case "agreed", "negotiated":
		// "a coalition deal with the Greens": the kind of deal makes none.
		return m.p.Class == codebook.Noun && !x.Named() && a.token >= 0 && m.t.base(a.token) == "compound"
	case "spokesperson_of":
		return !y.Named() && m.t.base(b.token) == "compound" && (m.t.form(b.token) == "press" || m.t.form(b.token) == "media") // whom they speak to
	case "lives_in":
		// "the Leeds-based owner Corvex": a body has its seat there.
		if m.p.Class == codebook.Adjective {
			c := d.chainAt(m.t, m.t.head(m.h))
			return c != nlp.NoChain && d.a.Chains[c].Type == nlp.Organization
		}
	case "located_in":
		if m.t.atHome(b.token) || m.t.commonNoun(b.token, y) && x.Type == nlp.Organization {
			return true
		}
		if m.p.Class == codebook.Verb && a.token == m.h && (m.t.otherDeed(b.token, m.h) || sentencing[m.t.lemma(m.h)] && !y.Named() && prisons[lastWord(y.Name)]) {
			return true
		}
		if x.Type == nlp.Organization && a.token >= 0 && m.t.elsewhere(a.token) {
			return true
		}
		if m.p.Class != codebook.Noun || a.token != m.h {
			return false
		}
		if !x.Named() && m.figurative() {
			return true
		}
		if economies[m.t.lemma(m.h)] && !x.Named() {
			return true // "the US car market"
		}
		switch x.Type {
		case nlp.Organization, nlp.Facility:
			return m.t.preposition(m.t.first(b.token)) != "" && !x.Named() && !hasName(x.Name) && m.t.kind(m.h)
		case nlp.Event:
			if m.t.child(m.h, "cop") >= 0 && m.denied() {
				return true // "it was not the first accident at the plant" denies no accident there
			}
			return noHappenings[m.t.lemma(m.h)] || y.Type == nlp.Organization && printed[m.t.lemma(m.h)]
		}
	case "part_of":
		return m.p.Class == codebook.Noun && a.token == m.h && m.t.insideName(b.token)
	case "branch_of":
		return m.p.Class == codebook.Noun && a.token == m.h && !x.Named() && limbs[m.t.lemma(m.h)] && m.bare()
	case "acquired":
		// "selling arms to Israel": trade in goods of a kind, of which nobody becomes the owner.
		return m.p.Class == codebook.Verb && b.token >= 0 && (y.Type == nlp.Product || limbs[m.t.lemma(b.token)]) && !y.Named() && m.t.lemma(m.h) == "sell" && m.t.kind(b.token)
	case "caused":
		// "A quake can cause damage": what any of its kind is able to do.
		return m.p.Class == codebook.Verb && !x.Named() && m.able() && m.t.anyOf(a.token)
	case "carried_out":
		if m.p.Class == codebook.Noun && areas[x.Type] && m.superlative() {
			return true // "the country's worst massacre" is only told by where it was
		}
		return m.p.Class == codebook.Noun && x.Type == nlp.Person && a.token >= 0 && m.t.rel(a.token) == "nmod:poss" && ownPursuits[m.t.lemma(m.h)]
	}
	return false
}

// inOneName reports whether two words stand in the same name: "Defenders of Wildlife"
// are called so and tell nobody whom they defend.
func (t *tree) inOneName(i, j int) bool {
	return slices.ContainsFunc(t.s.Names, func(n nlp.Name) bool { return n.Tokens.Contains(i) && n.Tokens.Contains(j) })
}

// insideName reports whether "States" is no short form of a country but the last
// word of what somebody is called: "the Organization of American States".
func (t *tree) insideName(k int) bool {
	if k < 1 || t.form(k) != "states" {
		return false
	}
	before := t.form(k - 1)
	return before != "united" && before != "the"
}

// nobody reports whether an entity is no more than people.
func nobody(c *nlp.Chain) bool {
	return !c.Named() && strings.EqualFold(c.Name, "people")
}

// superlative reports whether the word is set above others of its kind.
func (m *matcher) superlative() bool {
	for _, k := range m.t.children(m.h, "amod") {
		if x := m.t.tok(k); x.XPOS == "JJS" || x.Features.Get("Degree") == "Sup" {
			return true
		}
	}
	return false
}

// denied reports whether "not" or "never" stands before the word.
func (m *matcher) denied() bool {
	for _, k := range m.t.children(m.h, "advmod") {
		if f := m.t.form(k); f == "not" || f == "n't" || f == "never" {
			return true
		}
	}
	return false
}

// kind reports whether the noun at token i is a plural without a number or a word
// that picks some of it out: it tells of a kind.
func (t *tree) kind(i int) bool {
	if !t.plural(i) {
		return false
	}
	if t.child(i, "nummod") >= 0 || t.child(i, "nmod:poss") >= 0 {
		return false
	}
	for _, k := range append(t.children(i, "det"), t.children(i, "amod")...) {
		switch t.form(k) {
		case "the", "these", "those", "both", "several":
			return false
		}
	}
	return true
}

// bare reports whether nothing but "the" or whose it is stands before the word, and
// no name behind it.
func (m *matcher) bare() bool {
	t := m.t
	if d := t.child(m.h, "det"); d >= 0 && t.form(d) != "the" {
		return false
	}
	return len(t.children(m.h, "amod", "compound", "appos", "flat", "nummod")) == 0 && t.base(m.h) != "appos" && t.child(m.h, "cop") < 0
}

// able reports whether the verb stands behind "can", which tells what may
// happen at any time.
func (m *matcher) able() bool {
	for _, k := range m.t.children(m.h, "aux") {
		if m.t.form(k) == "can" {
			return true
		}
	}
	return false
}

// anyOf reports whether the phrase of a token means any one of a kind: "a quake".
func (t *tree) anyOf(k int) bool {
	if k < 0 {
		return false
	}
	d := t.child(k, "det")
	return d >= 0 && (t.form(d) == "a" || t.form(d) == "an")
}

// limbs are nouns of branches that are also parts of bodies, buildings and goods:
// "clip its wings" and "bore the label of" tell of none.
var limbs = words("wing arm cell label brand")

// economies are nouns of what a country has and nobody would say where it is.
var economies = words("market industry economy sector")

// noHappenings are nouns of activities that go on all the time and so take
// place nowhere in particular: "falling sales in Europe".
var noHappenings = words("sale trade season career turnover demand purchase")

// printed are nouns of events that a newspaper only carries or a league holds.
var printed = words("interview season career review debut")

// ownPursuits are nouns of what a person goes through as part of a career:
// "her campaign" says no more than that she stood.
var ownPursuits = words("campaign career candidacy season tour debut election bid run")
