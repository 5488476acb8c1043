package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// titleBefore reads the title that ends before a name, and the body that it
// names.
func (d *document) titleBefore(t *tree, n nlp.Name) (title, nlp.ChainID) {
	ti, apposed, ok := t.titleBeside(n)
	if !ok {
		return title{}, nlp.NoChain
	}
	p := ti.First - 1
	if apposed && !t.opensPhrase(p) {
		return title{}, nlp.NoChain
	}
	if body := d.titleBody(t, p, ti); body != nlp.NoChain || apposed {
		return ti, body
	}
	return ti, d.sharedBody(t, p, ti)
}

// titleBeside returns the title that ends before a name, and whether the name
// is an apposition to it.
func (t *tree) titleBeside(n nlp.Name) (ti title, apposed, ok bool) {
	end := n.Tokens.First
	for end > 0 && honorific[t.form(end-1)] {
		end--
	}
	apposed = end > 1 && t.form(end-1) == "," && t.closedBehind(n.Tokens.End)
	if apposed {
		end--
	}
	ti, ok = t.titleEnding(end)
	return ti, apposed, ok
}

// honorific are the forms of address between a title and a name.
var honorific = words("mr mrs ms miss mr. mrs. ms. dr dr. sir dame lord lady prof. rev. rev msgr. msgr fr. hon. comrade maulana sheikh shaikh haji malam alhaji")

// closedBehind reports whether an apposition that ends before token i is
// closed there.
func (t *tree) closedBehind(i int) bool {
	return i >= len(t.s.Tokens) || t.is(i, "PUNCT") || t.is(i, "VERB") || t.is(i, "AUX")
}

// opensPhrase reports whether token p is what a noun phrase of its own can
// begin with before a title: an article, a possessor, a body's name.
func (t *tree) opensPhrase(p int) bool {
	if p < 0 {
		return true
	}
	return t.is(p, "DET") || t.is(p, "PRON") && t.rel(p) == "nmod:poss" || t.tok(p).XPOS == "POS" || t.is(p, "PROPN") || t.demonym(p)
}

// sharedBody returns the body of the title of the person before "and", which
// one in a lower office of the same body follows: "Boeing president A and vice
// president B".
func (d *document) sharedBody(t *tree, p int, ti title) nlp.ChainID {
	if p < 1 || t.form(p) != "and" || topOffices[ti.role] && t.form(ti.First) == ti.role {
		return nlp.NoChain
	}
	for _, n := range t.s.Names {
		if n.Tokens.End != p || n.Type != nlp.Person {
			continue
		}
		if other, body := d.titleBefore(t, n); body != nlp.NoChain && other.predicate == ti.predicate && t.form(other.First) != t.form(ti.First) {
			return body
		}
	}
	return nlp.NoChain
}

// topOffices are those that a body has once: who holds one beside the bearer of
// another has it elsewhere.
var topOffices = words("president premier chancellor king queen ceo chairman mayor governor coach captain emir sultan")

// titleBody returns the body named by what ends at token p, before a title.
func (d *document) titleBody(t *tree, p int, ti title) nlp.ChainID {
	if p < 0 {
		return nlp.NoChain
	}
	possessive := t.tok(p).XPOS == "POS"
	switch {
	case possessive:
		p--
	case t.form(p) == "whose":
		return d.bodyOfWhose(t, p-1, ti)
	}
	if p < 0 {
		return nlp.NoChain
	}
	if portfolioLinks[t.form(p)] && (!t.is(ti.First, "NOUN") || !t.capitalised(ti.First) || ti.First == ti.noun) {
		return nlp.NoChain // "A and vice president B": another's body
	}
	for k := p; k >= 0 && p-k <= maxBodyRest; k-- {
		for _, n := range t.s.Names {
			if n.Tokens.Contains(k) {
				return d.titleName(t, n, ti, possessive)
			}
		}
		if !t.capitalised(k) && !portfolioLinks[t.form(k)] {
			break
		}
	}
	switch {
	case t.demonym(p):
		if ofStates[ti.role] {
			return coref.Implied(d.a, t.s, t.ref(p))
		}
	case (t.is(p, "NOUN") || forces[t.lemma(p)]) && gazetteer.NounType(t.lemma(p)) == nlp.Organization && t.lemma(p) != "staff" &&
		(possessive || forces[t.lemma(p)] || t.capitalised(p) == t.capitalised(ti.First)):
		if e, ok := d.end(t, p, codebook.Types{nlp.Organization: true}); ok {
			return e.Chain
		}
	}
	return nlp.NoChain
}

// bodyOfWhose returns the body that ends at token p, before a relative clause
// that begins with one of its officers: "Boeing, whose president, Ann Lee, …".
func (d *document) bodyOfWhose(t *tree, p int, ti title) nlp.ChainID {
	if p > 0 && t.form(p) == "," {
		p--
	}
	for _, n := range t.s.Names {
		if n.Tokens.Contains(p) && n.Tokens.End == p+1 {
			return d.titleName(t, n, ti, true)
		}
	}
	if p >= 0 && t.is(p, "NOUN") {
		if e, ok := d.end(t, p, codebook.Types{nlp.Organization: true}); ok {
			return e.Chain
		}
	}
	return nlp.NoChain
}

// forces are bodies whose name is written small before a title in capitals:
// "police Sgt. Ann Lee".
var forces = words("police army navy military")

// maxBodyRest is how many words of a body's name the recogniser may have left
// out at its end: "Office of Management | and Budget".
const maxBodyRest = 3
