package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// chainAt returns the chain of the mention that k heads. Names may be headed
// by another of their tokens than the tree says.
func (d *document) chainAt(t *tree, k int) nlp.ChainID {
	if c := d.namedBehind(t, k); c != nlp.NoChain {
		return c
	}
	if c := d.a.ChainAt(t.ref(k)); c != nlp.NoChain && !d.insideTitle(c, t, k) && (!in(t.base(k), "amod", "compound") && !t.ofCountry(k) || !d.partOfName(t, k) || d.heads(c, t, k)) {
		return c
	}
	for _, n := range t.s.Names {
		if h := t.head(k); !n.Tokens.Contains(k) || n.Tokens.Contains(h) && t.base(k) != "flat" {
			continue
		}
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			if c := d.a.ChainAt(t.ref(i)); c != nlp.NoChain {
				return c
			}
		}
	}
	for _, f := range t.children(k, "flat", "appos") {
		if t.is(f, "PROPN") && f == k+1 {
			if c := d.a.ChainAt(t.ref(f)); c != nlp.NoChain {
				return c
			}
		}
	}
	if part := t.partitive(k); part >= 0 {
		return d.chainAt(t, part)
	}
	if t.is(k, "AUX") && in(t.base(k), "nsubj") {
		return d.aliasChain(t.tok(k).Form) // see [reattach.Sentence]
	}
	if g := t.head(k); g >= 0 && t.rel(k) == "nmod:desc" && t.is(g, "PROPN") {
		return d.chainAt(t, g)
	}
	return d.inside(t, k)
}

// insideTitle reports whether k only is a noun in the title before a person's
// name: the "bank" of "bank governor X" is not X.
func (d *document) insideTitle(c nlp.ChainID, t *tree, k int) bool {
	if t.rel(k) != "compound" || d.a.Chains[c].Type != nlp.Person || d.heads(c, t, k) {
		return false
	}
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return false
		}
	}
	return true
}

// ofCountry reports whether k is the country that a name goes on to with "of".
func (t *tree) ofCountry(k int) bool {
	_, ok := t.countryWord(k)
	return ok && t.base(k) == "nmod" && t.preposition(k) == "of"
}

// heads reports whether a mention of the chain has its head at k: the
// "Chilean" of "Chilean Navy" is not the navy.
func (d *document) heads(c nlp.ChainID, t *tree, k int) bool {
	for _, m := range d.a.Chains[c].Mentions {
		if m.Sentence == t.index && m.Head == k {
			return true
		}
	}
	return false
}

// inside returns the chain of a longer mention that only adds a noun to the
// name that k ends: "the X group" is X.
func (d *document) inside(t *tree, k int) nlp.ChainID {
	g := t.head(k)
	if g < 0 || t.base(k) != "compound" || !gazetteer.IsCarrier(t.lemma(g)) {
		return nlp.NoChain
	}
	c := d.a.ChainAt(t.ref(g))
	if c != nlp.NoChain && d.a.Chains[c].Named() && !strings.HasSuffix(strings.ToLower(d.a.Chains[c].Name), t.lemma(g)) {
		return c
	}
	return nlp.NoChain
}

// spans are how long or how often something went on: "years of cuts", "a spate of
// fires".
var spans = words("years decades months weeks generations days hours spate spell run")

// partitive returns the noun that "one of", "dozens of" and the like quantify, or -1.
func (t *tree) partitive(k int) int {
	if !lexicon.Quantifiers[t.form(k)] && !t.is(k, "NUM") && !(spans[t.form(k)] && !t.hasDeterminer(k, "the", "these", "those")) {
		return -1
	}
	for _, n := range t.children(k, "nmod") {
		if t.preposition(n) == "of" {
			return n
		}
	}
	return -1
}

// namedBehind returns the chain of the name in apposition to "one of them" or "one of
// the guards", who is that one; NoChain when there is none.
func (d *document) namedBehind(t *tree, k int) nlp.ChainID {
	if t.form(k) != "one" && t.form(k) != "another" {
		return nlp.NoChain
	}
	names := t.children(k, "appos")
	if of := t.partitive(k); of >= 0 && t.plural(of) { // "one of the founders, Ann Lee"
		names = append(names, slices.DeleteFunc(t.children(of, "appos"), func(a int) bool { return t.child(a, "conj") >= 0 })...)
	}
	for _, a := range names {
		if c := d.a.ChainAt(t.ref(a)); c != nlp.NoChain && d.a.Chains[c].Named() {
			return c
		}
	}
	return nlp.NoChain
}

// isName reports whether the document calls something by exactly this form.
func (d *document) isName(form string) bool { return d.aliasChain(form) != nlp.NoChain }

// aliasChain returns the named chain that goes by exactly this form.
func (d *document) aliasChain(form string) nlp.ChainID {
	for i := range d.a.Chains {
		for _, n := range d.a.Chains[i].Names {
			if n == form {
				return nlp.ChainID(i)
			}
		}
		for _, m := range d.a.Chains[i].Mentions {
			if m.Kind == nlp.NameMention && m.Text == form {
				return nlp.ChainID(i)
			}
		}
	}
	return nlp.NoChain
}
