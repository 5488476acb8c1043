package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// Reporters put titles beside names in a fixed order: body, title, name
// ("Boeing vice president Ann Lee"), or name, comma, title, body ("Ann Lee, a
// vice president at Boeing"). Trees of long titles are often wrong; the order of
// the words is not. [document.titles] reads that order where the patterns, which
// read the tree, found no office.

// title is the wording of an office beside a name.
type title struct {
	nlp.Range
	// noun is the token of the role.
	noun      int
	role      string
	predicate nlp.Predicate
}

// titleReliability is the confidence of an office read from the order of words.
const titleReliability = 0.75

// titles gives persons the offices of the titles that stand beside their names
// and were not read before.
func (d *document) titles(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, n := range t.s.Names {
		if n.Type != nlp.Person {
			continue
		}
		c := d.nameChain(t, n.Tokens)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person || !d.a.Chains[c].Named() {
			continue
		}
		for _, read := range [...]func(*tree, nlp.Name) (title, nlp.ChainID){d.titleBefore, d.titleBehind} {
			ti, body := read(t, n)
			if body != nlp.NoChain && t.base(ti.noun) == "conj" && n.Tokens.Contains(t.head(ti.noun)) && ti.End < len(t.s.Tokens) && t.is(ti.End, "VERB") {
				continue // another person: "Ann Lee, Italian president meet"
			}
			if body == nlp.NoChain || body == c || titleRead(c, body, ti, t, cs) || titleRead(c, body, ti, t, out) {
				continue
			}
			if d.a.Chains[body].Type == nlp.Person && ti.predicate == "leads" {
				ti.predicate = "works_for"
			}
			out = append(out, t.candidate(ti.noun, nlp.ChainEnd(c), ti.predicate, nlp.ChainEnd(body), aFact, titleReliability, "title"))
		}
	}
	return out
}

// titleRead reports whether a claim already tells of a person's office in a
// body, or of the office that a title names.
func titleRead(person, body nlp.ChainID, ti title, t *tree, cs []candidate) bool {
	for i := range cs {
		c := &cs[i]
		if c.Subject.Chain != person || titleObjects[c.Predicate] == nil {
			continue
		}
		if c.Object.Chain == body || ti.Contains(c.trigger) && (c.Predicate == ti.predicate || c.Predicate == "leads") {
			return true
		}
	}
	return false
}

// titleObjects are the types of what the bearer of a title has to do with.
var titleObjects = map[nlp.Predicate]codebook.Types{
	"leads":           {nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.Facility: true, nlp.City: true, nlp.Place: true},
	"works_for":       {nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.Facility: true},
	"spokesperson_of": {nlp.Organization: true, nlp.Country: true, nlp.Group: true, nlp.Facility: true, nlp.Person: true},
	"founded":         {nlp.Organization: true, nlp.Group: true, nlp.Event: true},
	"owns":            {nlp.Organization: true, nlp.Facility: true, nlp.Product: true},
	"member_of":       {nlp.Organization: true, nlp.Group: true, nlp.Country: true},
}

// titleName returns the chain of a name before a title, when the title can be
// held there.
func (d *document) titleName(t *tree, n nlp.Name, ti title, possessive bool) nlp.ChainID {
	c := d.nameChain(t, n.Tokens)
	if c == nlp.NoChain {
		c = d.aliasChain(t.words(n.Tokens))
	}
	if c == nlp.NoChain {
		return c
	}
	typ := d.a.Chains[c].Type
	if typ == nlp.Person && personalRoles[ti.role] {
		return c
	}
	if len(d.a.Chains[c].Name) < 3 && strings.HasSuffix(d.a.Chains[c].Name, ".") {
		return nlp.NoChain // an initial
	}
	if !titleObjects[ti.predicate].Allows(typ) {
		return nlp.NoChain
	}
	if typ == nlp.Country && n.Tokens.First > 0 && t.form(n.Tokens.First-1) == "in" && !possessive {
		return nlp.NoChain // "In Turkey Minister Ann Lee met …"
	}
	if (typ == nlp.City || typ == nlp.Place) && !ofPlaces[ti.role] && !possessive {
		return nlp.NoChain
	}
	return c
}

// ofPlaces are the roles that somebody has in a town or region.
var ofPlaces = words(`mayor governor president premier minister chief sheriff magistrate commissioner chancellor administrator
	superintendent bishop archbishop king queen emir sultan prefect speaker coach manager captain attorney-general`)

// ofStates are the roles that somebody has for the state whose adjective stands
// before them; a Belgian executive is a Belgian.
var ofStates = words(`president minister premier chancellor king queen emir sultan ambassador envoy diplomat official secretary
	general admiral negotiator spokesman spokeswoman spokesperson commissioner`)

// personalRoles are the roles that somebody has for a person: "Lohan lawyer Ann
// Lee", "Reid's representative Ann Lee".
var personalRoles = words(`lawyer attorney barrister solicitor counsel agent representative publicist spokesman spokeswoman
	spokesperson manager adviser advisor aide coach trainer deputy assistant speechwriter strategist`)
