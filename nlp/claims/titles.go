package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/coref"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// Reporters put titles beside names in a fixed order: body, title, name
// ("Boeing vice president Ann Lee"), or name, comma, title, body ("Ann Lee, a
// vice president at Boeing"). Trees of long titles are often wrong; the order of
// the words is not. What follows reads that order where the patterns, which read
// the tree, found no office.

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

// bareTitle returns the title before or behind a name, when it does not say where
// it is held: "Prime Minister Ann Lee", "the prime minister, Ann Lee,".
func (d *document) bareTitle(t *tree, n nlp.Name) (title, bool) {
	if ti, apposed, ok := t.titleBeside(n); ok {
		p := ti.First - 1
		return ti, apposed && p >= 0 && t.form(p) == "the" || !apposed && t.beginsBare(p)
	}
	start := t.afterAge(n.Tokens.End)
	if start < 0 {
		return title{}, false
	}
	noun := t.titleIn(start)
	p, role := t.titleRole(noun)
	if p == "" || t.inBody(noun) || t.startsPerson(noun+1) {
		return title{}, false
	}
	ti := title{Range: nlp.Range{First: max(start, t.titleStart(noun)), End: t.pastOf(noun + 1)}, noun: noun, role: role, predicate: p}
	if e := ti.End; e < len(t.s.Tokens) && (heldAt[t.form(e)] || t.form(e) == "in") {
		return title{}, false
	}
	return ti, ti.First == start || ti.First == start+1 && t.form(start) == "the"
}

// pastOf returns where a title whose noun ends before token i ends, with what it
// goes on to with "of": "Secretary of State".
func (t *tree) pastOf(i int) int {
	if i+1 >= len(t.s.Tokens) || t.form(i) != "of" && t.form(i) != "for" {
		return i
	}
	k := i + 1
	for k < len(t.s.Tokens) && (ofTitles[t.form(k)] || portfolioLinks[t.form(k)]) {
		k++
	}
	if k == i+1 || k < len(t.s.Tokens) && !t.is(k, "PUNCT") {
		return i
	}
	return k
}

// beginsBare reports whether nothing before a title that begins behind token p
// says whose it is.
func (t *tree) beginsBare(p int) bool {
	if p < 0 {
		return true
	}
	switch t.tok(p).UPOS {
	case "PUNCT", "CCONJ", "SCONJ", "VERB", "AUX", "ADP", "ADV":
		return true
	case "DET":
		return t.form(p) == "the" || t.form(p) == "that"
	case "NOUN":
		return t.base(p) != "compound" && t.rel(p) != "nmod:poss" && !t.within(p, p+1) // "told reporters Prime Minister X"
	case "ADJ":
		return !t.capitalised(p) && !t.demonym(p) && !regionalMinisters[t.form(p)]
	case "PRON":
		return t.rel(p) != "nmod:poss"
	}
	return false
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

// titleEnding returns the title whose last token stands before token end.
func (t *tree) titleEnding(end int) (title, bool) {
	noun := end - 1
	p, role := t.titleRole(noun)
	if p == "" {
		if noun = t.titleOf(end - 1); noun < 0 {
			return title{}, false
		}
		p, role = t.titleRole(noun)
	}
	if t.inBody(noun) {
		return title{}, false
	}
	return title{Range: nlp.Range{First: t.titleStart(noun), End: end}, noun: noun, role: role, predicate: p}, true
}

// titleOf returns the role noun of a title that goes on with "of" up to token
// last ("Chief of Police", "Secretary of State"), or -1.
func (t *tree) titleOf(last int) int {
	for k := last; k > 1 && last-k < 4 && (ofTitles[t.form(k)] || portfolioLinks[t.form(k)]) && !t.inBody(k); k-- {
		if f := t.form(k - 1); f == "of" || f == "for" {
			if p, _ := t.titleRole(k - 2); p != "" {
				return k - 2
			}
		}
	}
	return -1
}

// titleStart returns where the title with the given role noun begins.
func (t *tree) titleStart(noun int) int {
	first := noun
	for first > 0 {
		k := first - 1
		switch {
		case t.inBody(k):
			return first
		case titleModifiers[t.form(k)] || titleModifiers[t.lemma(k)] && !t.is(k, "VERB"):
			first--
		case portfolioLinks[t.form(k)] && k > 0 && !t.inBody(k-1) && (titleModifiers[t.form(k-1)] || titleRoles[t.form(k-1)] != ""):
			first -= 2
		case t.form(k) == "-" && k > 0 && (titleModifiers[t.form(k-1)] || titleRoles[t.form(k-1)] != ""):
			first -= 2
		case titleRoles[t.lemma(k)] != "" && !t.is(k, "VERB"):
			first-- // "Detective Sergeant", "Staff Colonel", "Executive Secretary"
		default:
			return first
		}
	}
	return first
}

// inBody reports whether a token is part of a name that is no person's.
func (t *tree) inBody(k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Type != nlp.Person {
			return n.Tokens.Len() > 1 || titleRoles[t.lemma(k)] == "" && !titleModifiers[t.form(k)]
		}
	}
	return false
}

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

// titleBehind reads the title in the apposition that follows a name, and the
// body that it names: "Ann Lee, 45, a vice president for sales at Boeing".
func (d *document) titleBehind(t *tree, n nlp.Name) (title, nlp.ChainID) {
	start := t.afterAge(n.Tokens.End)
	if start < 0 {
		return title{}, nlp.NoChain
	}
	noun := t.titleIn(start)
	p, role := t.titleRole(noun)
	if p == "" || t.inBody(noun) || t.startsPerson(noun+1) {
		return title{}, nlp.NoChain // of the next in a list: "A, Boeing president B"
	}
	ti := title{Range: nlp.Range{First: max(start, t.titleStart(noun)), End: noun + 1}, noun: noun, role: role, predicate: p}
	if body := d.bodyBehind(t, &ti); body != nlp.NoChain {
		return ti, body
	}
	if ti.First > start {
		return ti, d.titleBody(t, ti.First-1, ti)
	}
	return title{}, nlp.NoChain
}

// afterAge returns where an apposition behind a name that ends before token i
// begins, past the bearer's age, or -1.
func (t *tree) afterAge(i int) int {
	at := func(k int, form string) bool { return k < len(t.s.Tokens) && t.form(k) == form }
	if !at(i, ",") {
		return -1
	}
	if at(i+2, ",") && t.is(i+1, "NUM") {
		i += 2
	}
	if i+2 >= len(t.s.Tokens) || t.is(i+1, "CCONJ") {
		return -1
	}
	return i + 1
}

// maxTitleLength is how many words may stand before the noun of a title.
const maxTitleLength = 9

// titleIn returns the role noun of the noun phrase that begins at token start,
// or -1.
func (t *tree) titleIn(start int) int {
	last := -1
	for k := start; k < len(t.s.Tokens) && k-start <= maxTitleLength; k++ {
		if t.inBody(k) {
			last = k
			continue
		}
		switch {
		case t.is(k, "PUNCT") && t.form(k) != "-", t.is(k, "ADP"), t.is(k, "SCONJ"), t.is(k, "PRON") && t.rel(k) != "nmod:poss", t.is(k, "AUX"):
			return last
		case t.is(k, "VERB") && !titleModifiers[t.form(k)] && (k == start || t.form(k-1) != "-"), t.startsPerson(k):
			return last
		case t.is(k, "CCONJ"):
			if p, _ := t.titleRole(last); k+1 < len(t.s.Tokens) && p != "" && !titleModifiers[t.form(k+1)] && titleRoles[t.form(k+1)] == "" {
				return last
			}
		}
		last = k
	}
	return -1
}

// startsPerson reports whether a person's name begins at token k.
func (t *tree) startsPerson(k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.First == k && n.Type == nlp.Person {
			return true
		}
	}
	return false
}

// heldAt are the prepositions between a title and the body where it is held.
var heldAt = words("of at for with")

// bodyBehind returns the body that follows a title with "of", "at" and the
// like, past a portfolio ("head of sales at"), by which the title grows.
func (d *document) bodyBehind(t *tree, ti *title) nlp.ChainID {
	k := ti.End
	if k < len(t.s.Tokens) && t.form(k) == "to" && servants[ti.role] {
		// "an assistant coach to Ann Lee with the Stags"
		for k++; k < len(t.s.Tokens) && k-ti.End < maxTitleLength && (t.is(k, "PROPN") || t.is(k, "ADJ") || t.is(k, "NOUN") || t.is(k, "DET")); {
			k++
		}
		if k >= len(t.s.Tokens) || t.form(k) != "with" && t.form(k) != "at" {
			return nlp.NoChain
		}
	}
	for k+1 < len(t.s.Tokens) && heldAt[t.form(k)] {
		if !t.portfolioAt(k + 1) {
			return d.firstBody(t, k+1, *ti)
		}
		for k++; k < len(t.s.Tokens) && t.portfolioAt(k); k++ {
			ti.End = k + 1
		}
	}
	return nlp.NoChain
}

// servants are roles that somebody has to a superior, named with "to".
var servants = words("assistant deputy aide adviser advisor coach counsel")

// portfolioAt reports whether a word tells what a title is for, not where.
func (t *tree) portfolioAt(k int) bool {
	if t.inBody(k) || t.startsPerson(k) {
		return false
	}
	return t.is(k, "NOUN") && gazetteer.NounType(t.lemma(k)) != nlp.Organization || t.is(k, "ADJ") || t.is(k, "CCONJ")
}

// maxBodyStart is how many words may stand between a preposition and the name
// of the body that it leads to.
const maxBodyStart = 4

// firstBody returns the body whose name follows token k in the same phrase. A
// name in the genitive gives way to the name of what it owns.
func (d *document) firstBody(t *tree, k int, ti title) nlp.ChainID {
	for end := k + maxBodyStart; k < len(t.s.Tokens) && k <= end; k++ {
		for _, n := range t.s.Names {
			if n.Tokens.First != k || n.Type == nlp.Person {
				continue
			}
			if e := n.Tokens.End; e+1 < len(t.s.Tokens) && t.tok(e).XPOS == "POS" {
				if owned := d.firstBody(t, e+1, ti); owned != nlp.NoChain {
					return owned
				}
			}
			return d.titleName(t, n, ti, true)
		}
		if t.is(k, "PUNCT") || t.is(k, "VERB") || t.is(k, "ADP") || t.is(k, "AUX") || t.is(k, "PRON") || t.startsPerson(k) {
			break
		}
	}
	return nlp.NoChain
}
