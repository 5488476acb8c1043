package claims

import (
	"strings"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// hollow reports whether a claim of a role, an origin or ownership has ends too
// bare for it to tell anything, whatever wording gave it.
func (d *document) hollow(t *tree, c *candidate) bool {
	if c.Object.Chain < 0 || c.Object.Quantity != nil || c.Object.Text != "" {
		return false
	}
	y := &d.a.Chains[c.Object.Chain]
	if c.Subject.Chain < 0 || c.Subject.Quantity != nil || c.Subject.Text != "" {
		return c.Predicate == "appointed" && y.Generic && !y.Named() // "hiring employees"
	}
	x := &d.a.Chains[c.Subject.Chain]
	switch c.Predicate {
	case "leads", "works_for", "member_of":
		if !employers[strings.ToLower(y.Name)] && !areas[y.Type] && d.onlyModifier(t, y) {
			return true // "a laboratory assistant", "the theatre director"
		}
	}
	switch c.Predicate {
	case "appointed":
		return strings.Contains(c.Rule, "verb:hire") && d.pluralOnly(y) && !counted(y.Name)
	case "member_of":
		if utf8.RuneCountInString(y.Name) < 2 {
			return true // the party letter of "D-Wash."
		}
		if x.Type == nlp.Organization && y.Type == nlp.Country && strings.Contains(c.Rule, "/noun:") {
			return true // "the Surinamese carrier Blue Wing" is of a country, and no member
		}
		return lastWord(y.Name) == "majority" || lastWord(y.Name) == "minority"
	case "leads":
		if d.leadsByPlaying(t, c) {
			return true
		}
		switch w := lastWord(y.Name); {
		case causes[w]:
			return true // "a civil rights leader" heads no body
		case w == "majority" || w == "minority" || w == "home" || w == "visitors":
			return true // "the Senate majority leader", "the home captain"
		}
		if y.Type == nlp.Event && caseNouns[lastWord(headPart(y.Name))] && strings.Contains(c.Rule, "/noun:") {
			return true // "the chief witness at the trial"
		}
		if y.Type == nlp.Country && localHeads[t.lemma(c.trigger)] && t.demonymBefore(c.trigger) {
			return true // "a Peruvian mayor" heads a town in Peru
		}
		return d.pluralOnly(x) // "Iraqi leaders"
	case "spokesperson_of":
		return d.pluralOnly(x)
	case "dismissed":
		if t.lemma(c.trigger) == "dismiss" && t.judgedAs(c.trigger) {
			return true // "dismissed the winner as dull"
		}
		return t.lemma(c.trigger) == "sack" && d.player(c.Subject.Chain) // a quarterback is sacked by the other side
	case "sanctioned":
		return y.Type == nlp.Country && d.adjectiveOfPerson(t, c.trigger, c.Object.Chain) // "banned the Irish swimmer X", "banned two Irish swimmers"
	case "owns":
		if c.Subject.Quantity == nil && !x.Named() && !y.Named() && (x.Generic || y.Generic || d.pluralOnly(x)) {
			return true // "corporations have offices"
		}
		if !y.Named() && strings.Contains(c.Rule, "/noun:") && webNouns[lastWord(y.Name)] {
			return true // "said on its website"
		}
		return x.Type == nlp.Organization && x.Named() && d.alsoTown(x) && premisesNouns[lastWord(y.Name)]
	case "national_of":
		if !x.Named() && gazetteer.NounType(lastWord(headPart(x.Name))) == nlp.Product {
			return true // "a Greek vessel"
		}
		if !strings.Contains(c.Rule, "/noun:") || x.Named() || counted(x.Name) || !peopleOf(x.Name) {
			return false // "the pirates are Somali" tells it
		}
		return d.pluralOnly(x) || publics[lastWord(headPart(x.Name))]
	case "lives_in", "born_in":
		return strings.Contains(c.Rule, "/noun:") && d.pluralOnly(x) && !counted(x.Name)
	case "part_of":
		if x.Type == nlp.Person || y.Type == nlp.Person || !y.Named() && y.Type == nlp.Group {
			return true // "the office of MPs"
		}
		if !x.Named() && !y.Named() && !hasName(x.Name) && !hasName(y.Name) && x.Type != nlp.Event {
			return true // "the unit of a department"
		}
		return d.cutName(t, x, y)
	}
	return false
}

// causes are what a movement stands for; who leads it leads no body.
var causes = words("rights liberties freedom reform justice abolition independence peace")

// adjectiveOfPerson reports whether the object of a verb is a person, or a number of
// persons, of whom the country only says where they are from.
func (d *document) adjectiveOfPerson(t *tree, v int, country nlp.ChainID) bool {
	for _, o := range t.object(v).tokens {
		c := d.chainAt(t, o)
		if c == nlp.NoChain || c == country {
			continue
		}
		if typ := d.a.Chains[c].Type; typ == nlp.Person || typ == nlp.Group && t.child(o, "nummod") >= 0 {
			return true
		}
	}
	return false
}

// localHeads are offices that no country has at its head.
var localHeads = words("mayor sheriff alderman councillor bishop archbishop imam rabbi rector dean principal headmaster headmistress editor banker")

// demonymBefore reports whether a noun has the adjective of a country.
func (t *tree) demonymBefore(h int) bool {
	for _, k := range t.children(h, "amod", "compound") {
		if t.demonym(k) {
			return true
		}
	}
	return false
}

// caseNouns are events in court, which a judge presides over and nobody heads.
var caseNouns = words("trial hearing case inquest prosecution")

// premisesNouns are nouns of where a body works, before which a town says where
// they stand.
var premisesNouns = words("plant factory base office branch refinery mine store warehouse shipyard smelter mill brewery depot terminal works transmission")

// webNouns are what everybody has on the internet.
var webNouns = words("website site network channel service services app platform portal page account")

// employers are bodies that a bare noun before a role tells of all the same: "a
// police officer", "the school principal".
var employers = words("police gang opposition coalition rebel guerrilla militia mafia cabinet senate congress assembly school studio family administration government army navy party council union city town island county state bank hospital club museum university college company parliament court prison")

// onlyModifier reports whether the document speaks of a chain only by one bare
// noun before another, which says of what kind somebody is.
func (d *document) onlyModifier(t *tree, c *nlp.Chain) bool {
	if c.Named() || len(c.Mentions) > 1 || strings.Contains(c.Name, " ") {
		return false
	}
	for k := range t.s.Tokens {
		if strings.EqualFold(t.tok(k).Form, c.Name) || t.lemma(k) == strings.ToLower(c.Name) {
			return t.rel(k) == "compound" && (k == 0 || !hasName(c.Name))
		}
	}
	return false
}

// headPart is the part of a description before what it is of or from.
func headPart(s string) string {
	for _, p := range []string{" of ", " from ", " in ", " for "} {
		s, _, _ = strings.Cut(s, p)
	}
	return s
}

func lastWord(s string) string {
	w := strings.Fields(strings.ToLower(s))
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1]
}

// pluralOnly reports whether the document speaks of a chain only by plural nouns.
func (d *document) pluralOnly(c *nlp.Chain) bool {
	if c.Named() || len(c.Mentions) == 0 {
		return false
	}
	plural := false
	for i := range c.Mentions {
		m := &c.Mentions[i]
		if m.Kind == nlp.PronounMention {
			continue // "he is the chief executive": the text may name him elsewhere
		}
		plural = true
		tok := d.a.Sentences[m.Sentence].Tokens[m.Head]
		if tok.UPOS == "NOUN" && tok.XPOS != "NNS" && tok.Features.Get("Number") != "Plur" || tok.UPOS == "PROPN" {
			return false
		}
	}
	return plural
}

// peopleOf reports whether a description has the adjective of a country in it.
func peopleOf(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if _, ok := gazetteer.CountryByDemonym(w); ok {
			return true
		}
	}
	return false
}

// counted reports whether a description says how many there are.
func counted(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if w[0] >= '0' && w[0] <= '9' || countWords[w] {
			return true
		}
	}
	return false
}

var countWords = words("two three four five six seven eight nine ten eleven twelve dozen dozens hundreds thousands several both many some")

// alsoTown reports whether a name taken for a body's stands as a town elsewhere
// in the document: behind "in", or before the region that it is in.
func (d *document) alsoTown(c *nlp.Chain) bool {
	for i := range c.Mentions {
		m := &c.Mentions[i]
		t := d.tree(m.Sentence)
		if t.preposition(m.Head) == "in" {
			return true
		}
		if k := m.Tokens.End - 1; k+2 < len(t.s.Tokens) && t.form(k+1) == "," {
			if o := d.chainAt(t, k+2); o != nlp.NoChain && areas[d.a.Chains[o].Type] {
				return true
			}
		}
	}
	return false
}

// cutName reports whether the ends are the pieces of one body's name that the
// reading of names has cut: the "Office" of "Public Attorney's Office".
func (d *document) cutName(t *tree, x, y *nlp.Chain) bool {
	if areas[y.Type] || !y.Named() || strings.Contains(x.Name, " ") || !hasName(x.Name) || gazetteer.NounType(strings.ToLower(x.Name)) != nlp.Organization {
		return false
	}
	for k := 1; k < len(t.s.Tokens); k++ {
		if t.tok(k).Form != x.Name {
			continue
		}
		j := k - 1
		if j > 0 && (t.form(j) == "'s" || t.form(j) == "’s" || t.form(j) == "'") {
			j--
		}
		if strings.HasSuffix(y.Name, t.tok(j).Form) {
			return true
		}
	}
	return false
}
