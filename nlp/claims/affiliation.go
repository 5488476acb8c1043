package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// affiliationReliability is the confidence of "Jane Roe (Labour)".
const affiliationReliability = 0.8

// partyLetters are the letters that stand for a party before a state:
// "Jane Roe (R-Ohio)".
var partyLetters = map[string]string{"R": "Republican Party", "D": "Democratic Party"}

// affiliations reads the party or body that stands in brackets behind a
// person's name.
func (d *document) affiliations(t *tree) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		at := n.Tokens.End + 1
		if n.Type != nlp.Person || at+1 >= len(t.s.Tokens) || t.form(at-1) != "(" && !t.partyAndState(at) {
			continue
		}
		person, body := d.nameChain(t, n.Tokens), d.affiliation(t, at)
		if person == nlp.NoChain || body == nlp.NoChain || person == body {
			continue
		}
		out = append(out, t.candidate(at, nlp.ChainEnd(person), "member_of", nlp.ChainEnd(body), aFact, affiliationReliability, "brackets"))
	}
	return out
}

// partyAndState reports whether a letter for a party and a state stand between
// commas from token i: ", D-Ohio,".
func (t *tree) partyAndState(i int) bool {
	return i+2 < len(t.s.Tokens) && t.form(i-1) == "," && partyLetters[t.tok(i).Form] != "" && t.form(i+1) == "-" && t.capitalised(i+2)
}

// behindNames reads the body that "of" or "from" tells right behind a person's
// name, wherever the parser hung it: "Hui Chi-fung from the Democratic Party".
// Whose office there another claim tells is left to that claim.
func (d *document) behindNames(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		at := n.Tokens.End
		if n.Type != nlp.Person || n.Tokens.Len() < 2 || at+1 >= len(t.s.Tokens) || t.form(at) != "from" && t.form(at) != "of" {
			continue
		}
		i := at + 1
		if t.form(i) == "the" {
			i++
		}
		for _, b := range t.s.Names {
			if b.Tokens.First != i || b.Type != nlp.Organization || b.Tokens.End < len(t.s.Tokens) && (t.tok(b.Tokens.End).XPOS == "POS" || t.is(b.Tokens.End, "NOUN") || t.form(b.Tokens.End) == "to") {
				continue
			}
			person, body := d.nameChain(t, n.Tokens), d.nameChain(t, b.Tokens)
			if person == nlp.NoChain || body == nlp.NoChain || person == body || d.a.Chains[person].Type != nlp.Person || d.a.Chains[body].Type != nlp.Organization ||
				d.officeIn(person, cs, func(c nlp.ChainID) bool { return c == body }) != nlp.NoChain {
				continue
			}
			out = append(out, t.candidate(at, nlp.ChainEnd(person), "member_of", nlp.ChainEnd(body), aFact, affiliationReliability, "behind name"))
		}
	}
	return out
}

// affiliation returns the body that the brackets opened before token i begin
// with, if they hold nothing else but a place behind a comma or hyphen.
func (d *document) affiliation(t *tree, i int) nlp.ChainID {
	if p := partyLetters[t.tok(i).Form]; p != "" && (t.form(i+1) == "-" || t.form(i+1) == ",") {
		return d.partyChain(t, i, p)
	}
	for _, n := range t.s.Names {
		if !n.Tokens.Contains(i) || n.Tokens.End >= len(t.s.Tokens) {
			continue
		}
		if f := t.form(n.Tokens.End); f != ")" && f != "," && f != "-" && f != "/" {
			return nlp.NoChain
		}
		if c := d.nameChain(t, n.Tokens); c != nlp.NoChain && (d.a.Chains[c].Type == nlp.Organization || d.a.Chains[c].Type == nlp.Group) {
			return c
		}
	}
	if f := t.form(i + 1); f == ")" || f == "," || f == "-" {
		return d.partyEnd(t, i, codebook.Types{nlp.Organization: true})
	}
	return nlp.NoChain
}
