package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// sources attributes to the sources that a clause names beside its predicate p.
func (c *climber) sources(p int) {
	c.accordingTo(p)
	c.asReported(p)
	c.inWords(p)
	c.inReport(p)
	c.cited(p)
}

// accordingTo attributes to the sources named beside p, or behind a comma at the
// end of clauses that are joined to it, for all of which they stand: "was held on
// Monday and faces trial, according to the police".
func (c *climber) accordingTo(p int) {
	t := c.t
	for _, v := range t.children(p, "conj") {
		for _, k := range t.children(v, "obl") {
			if f := t.child(k, "case"); k > v && t.preposition(k) == "according_to" && t.form(f-1) == "," && !t.within(c.start, k) {
				c.s.attribute(c.d.speakerAt(t, k))
			}
		}
	}
	for _, k := range t.children(p, "obl", "nmod", "advcl") {
		if t.within(c.start, k) {
			continue // what says who the source is is not its own statement
		}
		switch t.preposition(k) {
		case "according_to", "per", "according":
			c.s.attribute(c.d.speakerAt(t, k))
		}
	}
	// Some trees hang the source on a verb "according".
	for _, k := range t.children(p, "advcl", "acl", "advmod") {
		if t.form(k) == "according" && !t.within(c.start, k) {
			for _, o := range t.children(k, "obl", "nmod") {
				c.s.attribute(c.d.speakerAt(t, o))
			}
		}
	}
}

// asReported takes the subject of a clause with "as" that says who reports what
// its main clause tells: "as the union put it", "as X told the court". With an
// object of its own the clause tells of another saying, and "as" means "while".
func (c *climber) asReported(p int) {
	t := c.t
	for _, v := range t.children(p, "advcl") {
		if t.preposition(v) == "as" && t.tok(v).XPOS == "VBN" && len(t.ownSubject(v)) == 0 && publicising[t.lemma(v)] && t.child(v, "obj", "ccomp", "xcomp", "aux") < 0 {
			for _, k := range t.agent(v).tokens { // "as reported by the agency"
				c.s.attribute(c.d.speakerAt(t, k))
			}
			continue
		}
		if t.preposition(v) != "as" || !t.verbal(v) || len(t.ownSubject(v)) == 0 || t.child(v, "ccomp", "xcomp") >= 0 {
			continue
		}
		as := lexicon.VerbAttitudes[t.lemma(v)]
		o := t.child(v, "obj")
		switch {
		case o >= 0 && t.form(o) == "it" && phrasing[t.lemma(v)]:
		case !as[lexicon.Speech] && !as[lexicon.Thought], t.lemma(v) == "concede" && o < 0, // an election
			o >= 0 && !t.pronounIt(o) && !lexicon.Addressing[t.lemma(v)]:
			continue
		}
		if alleging[t.lemma(v)] && c.live {
			c.s.weaken(nlp.Possible)
		}
		c.speaker(v)
	}
}

// publicising are verbs whose participle with "as" says by whom its clause was told.
var publicising = words("report announce state claim allege note recount relate publish")

// Verbs whose clause with "as" names a source: "as she put it" gives words,
// "told the court" has whom it is told for its object, and what is alleged is
// not certain.
var (
	phrasing = words("put phrase have see tell describe")
	alleging = words("allege suspect believe suppose fear")
)

func (t *tree) pronounIt(i int) bool {
	return t.form(i) == "it" || t.form(i) == "this" || t.form(i) == "so"
}

// inWords takes whose words, view or account a clause is said to be: "in the
// words of X", "by his own account".
func (c *climber) inWords(p int) {
	t := c.t
	for _, k := range t.children(p, "obl", "nmod") {
		switch prep := t.preposition(k); {
		case prep == "in" && (t.form(k) == "words" || viewNouns[t.lemma(k)]):
		case prep == "by" && accountNouns[t.lemma(k)]:
		default:
			continue
		}
		if o := t.owner(k); o >= 0 {
			c.s.attribute(c.d.speakerAt(t, o))
		}
	}
}

var (
	viewNouns    = words("view opinion judgment judgement estimation assessment telling")
	accountNouns = words("account telling admission estimate reckoning count tally")
)

// inReport takes the author of the report in which a passive clause stands, as
// its own subject is nobody who speaks: "in a letter from the union, the mayor
// is accused of …".
func (c *climber) inReport(p int) {
	t := c.t
	if !t.verbal(p) || !t.passive(p) || len(t.agent(p).tokens) > 0 {
		return
	}
	for _, k := range t.children(p, "obl") {
		if t.report(k) && t.preposition(k) == "in" {
			if at, o := c.d.author(t, k); o >= 0 {
				c.s.attribute(c.d.speakerAt(at, o))
			}
		}
	}
}

// cited takes whom a reporting clause rests on: "the paper reported, citing the
// ministry". What stands in the clause of citing itself is the reporter's.
func (c *climber) cited(g int) {
	t := c.t
	clauses := t.children(g, "advcl")
	for _, k := range t.ownSubject(g) { // "the agency, citing the police, reported"
		clauses = append(clauses, t.children(k, "acl")...)
	}
	for _, v := range clauses {
		if quoting[t.lemma(v)] && t.tok(v).XPOS == "VBG" && !t.within(c.start, v) {
			if k := t.child(v, "obj"); k >= 0 {
				c.s.attribute(c.d.speakerAt(t, k))
			}
		}
	}
}

// relayed takes who passes on what the reporting clause of verb g tells: "officials
// were quoted by the agency as saying", "the ministry said, cited by the agency",
// "said in a statement carried by the agency".
func (c *climber) relayed(g int) {
	t := c.t
	if t.passive(g) {
		if quoting[t.lemma(g)] {
			c.relayers(g)
		}
		return
	}
	clauses := t.children(g, "advcl")
	if h := t.head(g); h >= 0 && t.base(g) == "parataxis" {
		clauses = append(clauses, t.children(h, "advcl")...)
	}
	if told := t.child(g, "ccomp"); told >= 0 && told < g {
		for _, v := range t.children(told, "advcl") {
			if v > g {
				clauses = append(clauses, v)
			}
		}
	}
	for _, k := range t.children(g, "obl", "nsubj") {
		if t.base(k) == "nsubj" || t.report(k) {
			clauses = append(clauses, t.children(k, "acl")...)
		}
	}
	for _, v := range clauses {
		if relaying[t.lemma(v)] && t.tok(v).XPOS == "VBN" && len(t.ownSubject(v)) == 0 && !t.within(c.start, v) {
			c.relayers(v)
		}
	}
}

// relayers attributes to the agent of a passive, and to the paper in which
// somebody is quoted.
func (c *climber) relayers(v int) {
	t := c.t
	for _, k := range t.agent(v).tokens {
		c.s.attribute(c.d.speakerAt(t, k))
	}
	for _, k := range t.children(v, "obl") {
		if p := t.preposition(k); (p == "in" || p == "on") && t.is(k, "PROPN") {
			if by := c.d.chainAt(t, k); by != nlp.NoChain && publisher.Allows(c.d.a.Chains[by].Type) {
				c.s.attribute(by)
			}
		}
	}
}

// relaying are verbs of passing on somebody's words.
var relaying = words("quote cite carry relay")

// publisher are the types of newspapers and stations.
var publisher = codebook.Types{nlp.Organization: true, nlp.Product: true}

// quoted takes whom the verb g quotes: "the paper quoted the minister as saying".
func (c *climber) quoted(g int) {
	t := c.t
	if !t.quotes(g) {
		return
	}
	for _, k := range t.kids[g] {
		if k > g && in(t.base(k), "obj", "nsubj") && t.nominal(k) && !t.within(c.start, k) {
			c.s.attribute(c.d.speakerAt(t, k))
		}
	}
}

// quotes reports whether verb g quotes somebody "as saying" something.
func (t *tree) quotes(g int) bool {
	return quoting[t.lemma(g)] && !t.passive(g) &&
		slices.ContainsFunc(t.kids[g], func(k int) bool { return t.preposition(k) == "as" && t.tok(k).XPOS == "VBG" })
}

var quoting = words("quote cite")
