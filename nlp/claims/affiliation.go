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
// name or behind a comma, wherever the parser hung it: "Hui Chi-fung from the
// Democratic Party", "Anna Nowak, 34, of Greenpeace,". Whose office there another
// claim tells is left to that claim.
func (d *document) behindNames(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person || n.Tokens.Len() < 2 {
			continue
		}
		at := n.Tokens.End
		if k := t.afterAge(at); k >= 0 {
			at = k
		}
		if at+1 >= len(t.s.Tokens) || t.form(at) != "from" && t.form(at) != "of" {
			continue
		}
		person, body := d.nameChain(t, n.Tokens), d.bodyNamedAt(t, at+1, at > n.Tokens.End)
		if person == nlp.NoChain || body == nlp.NoChain || person == body || d.a.Chains[person].Type != nlp.Person ||
			d.officeIn(person, cs, func(c nlp.ChainID) bool { return c == body }) != nlp.NoChain {
			continue
		}
		out = append(out, t.candidate(at, nlp.ChainEnd(person), "member_of", nlp.ChainEnd(body), aFact, affiliationReliability, "behind name"))
	}
	return out
}

// bodyNamedAt returns the body whose name, with its article and a word for its
// side, begins at token i and is no part of a longer phrase, or NoChain. An
// apposition must end behind it.
func (d *document) bodyNamedAt(t *tree, i int, apposed bool) nlp.ChainID {
	if t.form(i) == "the" {
		i++
	}
	for i+1 < len(t.s.Tokens) && sideWords[t.form(i)] {
		i++
	}
	for _, b := range t.s.Names {
		if b.Tokens.First != i || b.Type != nlp.Organization {
			continue
		}
		end := b.Tokens.End
		if end < len(t.s.Tokens) && (t.form(end) == "party" || t.form(end) == "group") {
			end++
		}
		if end < len(t.s.Tokens) && (t.tok(end).XPOS == "POS" || t.is(end, "NOUN") || t.form(end) == "to" || apposed && !t.closedBehind(end)) {
			return nlp.NoChain
		}
		if body := d.nameChain(t, b.Tokens); body != nlp.NoChain && d.a.Chains[body].Type == nlp.Organization {
			return body
		}
		return nlp.NoChain
	}
	if t.tok(i).XPOS == "NNPS" || t.tok(i).XPOS == "NNS" {
		return d.partyEnd(t, i, codebook.Types{nlp.Organization: true})
	}
	return nlp.NoChain
}

// sideWords say before a party's name on which side it stands.
var sideWords = words(`opposition ruling governing far-right far-left left-wing right-wing centre-right centre-left conservative liberal
	socialist centrist nationalist populist pro-european eurosceptic anti-immigration radical main largest smaller junior small rival
	separatist islamist secular leftist rightist green`)

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
