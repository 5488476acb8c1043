package claims

import (
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// parties are words for the members of a party, or for what belongs to it, and
// the party's name. They count where they are written with a capital: a
// conservative mayor need not be a Conservative one.
var parties = map[string]string{
	"democrat": "Democratic Party", "democratic": "Democratic Party", "republican": "Republican Party",
	"conservative": "Conservative Party", "tory": "Conservative Party", "labour": "Labour Party", "labourite": "Labour Party",
	"liberal": "Liberal Party", "socialist": "Socialist Party", "communist": "Communist Party", "green": "Green Party",
	"libertarian": "Libertarian Party", "whig": "Whig Party", "unionist": "Unionist Party", "peronist": "Peronist Party",
	"bolshevik": "Bolshevik Party", "menshevik": "Menshevik Party", "nazi": "Nazi Party",
	"scientologist": "Church of Scientology", "freemason": "Freemasons",
}

// democrats are words that make another party of Democrats.
var democrats = words("Liberal Social Christian Sweden Free New")

// partyWord returns the party that a noun or adjective alone tells of, or "".
func (t *tree) partyWord(k int) string {
	if k < 0 || !unicode.IsUpper([]rune(t.tok(k).Form)[0]) {
		return ""
	}
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Tokens.Len() > 1 && !(n.Tokens.Len() == 2 && k == n.Tokens.First+1 && democrats[t.tok(k-1).Form] && strings.HasPrefix(t.lemma(k), "democrat")) {
			return "" // "Green Bay", "Labour Party"
		}
	}
	if l := t.lemma(k); k > 0 && strings.HasPrefix(l, "democrat") && democrats[t.tok(k-1).Form] {
		return t.tok(k-1).Form + " Democrats"
	}
	if p := parties[t.lemma(k)]; p != "" {
		return p
	}
	return parties[singular(t.form(k))]
}

// partyEnd returns the document's chain of the party that a word tells of,
// where a party may stand and a person may not.
func (d *document) partyEnd(t *tree, k int, types codebook.Types) nlp.ChainID {
	if !types.Allows(nlp.Organization) || types.Allows(nlp.Person) {
		return nlp.NoChain
	}
	if name := t.partyWord(k); name != "" {
		return d.partyChain(t, k, name)
	}
	return nlp.NoChain
}

// partyChain returns the document's chain of a party by its name, or a new one
// with token k for its mention.
func (d *document) partyChain(t *tree, k int, name string) nlp.ChainID {
	word, _, _ := strings.Cut(name, " ")
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Organization && ch.Type != nlp.Group {
			continue
		}
		for _, n := range append([]string{ch.Name}, ch.Names...) {
			if n == name || n == word || n == word+"s" {
				return nlp.ChainID(i)
			}
		}
	}
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NameMention)
	c := nlp.Chain{Type: nlp.Organization, Name: name, Names: []string{name}, Mentions: []nlp.Mention{m}}
	if owner := d.chainAt(t, k); owner != nlp.NoChain {
		// The word is already a mention of its bearer and goes on being one.
		c.ID = nlp.ChainID(len(d.a.Chains))
		d.a.Chains = append(d.a.Chains, c)
		return c.ID
	}
	return d.a.AddChain(c)
}
