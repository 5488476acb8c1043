package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// someOfThose makes a chain for "one", "two" or "the other" at the beginning of
// a sentence, which are of the people that the sentence before was about: "Two
// officers have been arrested. One was charged with murder".
func (d *document) someOfThose(t *tree, k int, types codebook.Types) nlp.ChainID {
	typ, whole := d.ofThose(t, k)
	if whole == nlp.NoChain || !types.Allows(typ) {
		return nlp.NoChain
	}
	if t.form(k) == "both" {
		return whole
	}
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NominalMention)
	name := t.form(k) + " of " + d.a.Chains[whole].Name
	return d.a.AddChain(nlp.Chain{Type: typ, Name: name, Descriptions: []string{name}, Mentions: []nlp.Mention{m}})
}

// countedAgain makes a chain for a number that counts more of the people whom
// the clause before counts: "18 people were injured and 12 arrested".
func (d *document) countedAgain(t *tree, k int, types codebook.Types) nlp.ChainID {
	n := t.countsLike(k)
	if n < 0 || !types.Allows(nlp.Group) || !d.countsLives(t, n) {
		return nlp.NoChain
	}
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NominalMention)
	name := t.form(k) + " " + t.form(n)
	return d.a.AddChain(nlp.Chain{Type: nlp.Group, Name: name, Descriptions: []string{name}, Mentions: []nlp.Mention{m}})
}

// countsLike returns the counted noun of the clause that the clause of number k
// is joined to, or -1.
func (t *tree) countsLike(k int) int {
	v := t.head(k)
	if !t.is(k, "NUM") || t.base(k) != "nsubj" || v < 0 || t.base(v) != "conj" || t.child(k, "nmod") >= 0 {
		return -1
	}
	for _, s := range t.children(t.head(v), "nsubj") {
		if t.is(s, "NOUN") && t.child(s, "nummod") >= 0 {
			return s
		}
	}
	return -1
}

// ofThose returns the people of whom token k counts some or all without naming
// them, and whether that is one or several; NoChain when it does not.
func (d *document) ofThose(t *tree, k int) (nlp.EntityType, nlp.ChainID) {
	f := t.form(k)
	first := k == 0 || k == 1 && t.form(0) == "the"
	if !first || t.index == 0 || t.base(k) != "nsubj" || !t.is(k, "NUM") && f != "one" && f != "other" && f != "others" && f != "both" || t.child(k, "nmod") >= 0 {
		return "", nlp.NoChain
	}
	typ := nlp.Group
	if f == "one" || f == "other" {
		typ = nlp.Person
	}
	return typ, d.peopleBefore(t.index - 1)
}

// peopleBefore returns the people, told in the plural, that a sentence is about.
func (d *document) peopleBefore(sentence int) nlp.ChainID {
	t := d.tree(sentence)
	for k := range t.s.Tokens {
		if t.base(k) != "nsubj" && t.base(k) != "obj" || t.tok(k).Features.Get("Number") != "Plur" {
			continue
		}
		if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Group && !d.a.Chains[c].Generic {
			return c
		}
	}
	return nlp.NoChain
}

// someOfThem reports whether token k counts some of those that a pronoun behind
// "of" stands for: "15 of them".
func (t *tree) someOfThem(k int) bool {
	of := t.child(k, "nmod")
	return t.is(k, "NUM") && of >= 0 && t.is(of, "PRON") && (t.form(of) == "them" || t.form(of) == "those")
}
