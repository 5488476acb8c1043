package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// speaker attributes the clause to the subject of the predicate g, and before
// to whom that one quotes.
func (c *climber) speaker(g int) {
	t := c.t
	if c.beside(g) {
		return
	}
	c.cited(g)
	c.quoted(g)
	if h := t.head(g); h >= 0 && t.base(g) == "advcl" && t.tok(g).XPOS == "VBG" && t.preposition(g) == "as" && t.quotes(h) {
		c.speaker(h) // "quoted her as saying": her words, in those of the subject
		return
	}
	c.s.attribute(c.d.teller(t, g))
	c.relayed(g)
	if h := t.head(g); h >= 0 && t.base(g) == "advcl" && t.preposition(g) == "as" && quoting[t.lemma(h)] && t.passive(h) {
		c.relayers(h)
	}
}

// teller returns who says what predicate g tells: its subject, whom the tree may
// hide. Of a quotation that g reports it is whoever speaks the quotation.
func (d *document) teller(t *tree, g int) nlp.ChainID {
	if told := t.reportedClause(g); told >= 0 && !quoting[t.lemma(g)] {
		for i := range d.a.Quotations {
			if q := &d.a.Quotations[i]; q.Known && q.Cue == t.ref(g) && q.Span.Contains(t.tok(told).Span) {
				return d.speakerAt(d.tree(q.Speaker.Sentence), q.Speaker.Token)
			}
		}
	}
	f := t.subject(g)
	if k := t.child(g, "nsubj:pass"); k >= 0 && quoting[t.lemma(g)] && t.passive(g) {
		f = direct(k) // "was quoted as saying"
	}
	if k := t.audience(g); k >= 0 {
		f = direct(k)
	}
	if len(f.tokens) == 0 {
		f = t.inverted(g)
	}
	for _, k := range f.tokens { // the first of several speakers stands for all
		by := d.speakerAt(t, k)
		if by != nlp.NoChain && t.is(k, "PRON") && d.tellsOfItself(t, g, k, by) {
			by = d.lastSpeaker(by)
		}
		if by != nlp.NoChain {
			return by
		}
	}
	return nlp.NoChain
}

// reportedClause returns the clause that verb g reports, or that it stands beside; -1 if
// there is none.
func (t *tree) reportedClause(g int) int {
	if told := t.child(g, "ccomp"); told >= 0 || t.base(g) != "parataxis" {
		return told
	}
	return t.head(g)
}

// beside reports whether verb g reports nothing but a quotation, and the way to it
// begins outside the marks: when and where somebody said so, and who they are, is
// the article's to tell ("'We won,' she said after the army left").
func (c *climber) beside(g int) bool {
	t := c.t
	told := t.reportedClause(g)
	if told < 0 || !c.d.apart(t, told, c.start) || !c.d.apart(t, told, g) {
		return false
	}
	for _, k := range t.children(told, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop") {
		if k != g && c.d.apart(t, told, k) {
			return false // a part of what is reported is quoted: "she was 'in good hands'"
		}
	}
	cur := c.start
	for n := 0; n < len(t.s.Tokens) && cur >= 0; n++ {
		switch h := t.head(cur); h {
		case told:
			return cur != g && t.base(cur) != "conj"
		case g:
			return t.base(cur) != "ccomp" && t.base(cur) != "conj"
		default:
			cur = h
		}
	}
	return false
}

// apart reports whether a quotation of somebody known holds token i, but not j.
func (d *document) apart(t *tree, i, j int) bool {
	return slices.ContainsFunc(d.a.Quotations, func(q nlp.Quotation) bool {
		return q.Known && q.Span.Contains(t.tok(i).Span) && !q.Span.Contains(t.tok(j).Span)
	})
}

// tellsOfItself reports whether a pronoun behind the words that verb g reports was
// taken for the one whom these words name as their subject: "The rebels burned a
// church, they said".
func (d *document) tellsOfItself(t *tree, g, k int, by nlp.ChainID) bool {
	if told := t.child(g, "ccomp"); t.base(g) != "parataxis" && (told < 0 || told > k) {
		return false
	}
	for i := range k {
		if t.base(i) == "nsubj" && !t.is(i, "PRON") && d.chainAt(t, i) == by {
			return true
		}
	}
	return false
}

// lastSpeaker returns who spoke last in the sentences before, other than one.
func (d *document) lastSpeaker(other nlp.ChainID) nlp.ChainID {
	for i := len(d.done) - 1; i >= 0; i-- {
		if by := d.done[i].Attribution; len(by) > 0 && by[len(by)-1] != other {
			return by[len(by)-1]
		}
	}
	return nlp.NoChain
}

// inverted returns the speaker whom a tree takes for the object of a reporting
// verb behind what it reports: "…, says a report by the agency".
func (t *tree) inverted(g int) found {
	k, told := t.child(g, "obj"), t.child(g, "ccomp")
	if !t.verbal(g) || k < g || told < 0 || told > g {
		return found{}
	}
	return direct(k)
}

// nounSpeaker attributes the clause to whoever a noun such as "claim" belongs to.
func (c *climber) nounSpeaker(n int) {
	if k := c.t.owner(n); k >= 0 {
		c.s.attribute(c.d.speakerAt(c.t, k))
	}
}

// owner returns the possessor, author or maker of what a noun names, or -1.
func (t *tree) owner(n int) int {
	if k := t.child(n, "nmod:poss"); k >= 0 {
		return k
	}
	for _, k := range t.children(n, "nmod") {
		switch t.preposition(k) {
		case "by", "from", "of":
			if t.preposition(k) == "of" && surveys[t.lemma(n)] {
				continue // "a poll of voters"
			}
			if t.is(k, "PROPN") || t.is(k, "NOUN") {
				return k
			}
		}
	}
	for _, v := range t.children(n, "acl") { // "claims made by X"
		if reading[t.lemma(v)] {
			continue
		}
		if f := t.agent(v); len(f.tokens) > 0 {
			return f.tokens[0]
		}
	}
	for _, k := range t.children(n, "compound") {
		if k == n-1 {
			return k
		}
	}
	return -1
}

// surveys are reports of what the reporter looked at, which "of" brings in.
var surveys = words("poll survey study analysis review audit examination investigation probe")

// reading are verbs of what others do with somebody's words: "a UN report seen by
// Reuters".
var reading = words("see obtain read review view cite quote examine hear leak carry criticize criticise reject deny dismiss welcome commission")

// speakerAt returns the chain of a speaker, looking through nouns such as
// "statement" to whose it is. It is NoChain for speakers that are not known.
func (d *document) speakerAt(t *tree, k int) nlp.ChainID {
	if t.report(k) {
		if at, o := d.author(t, k); o >= 0 {
			c, kind := d.speakerAt(at, o), at.base(o) == "compound" && !at.is(o, "PROPN") // "an opinion poll"
			if source := t.lemma(k) == "source"; !kind && !source || kind != source && c != nlp.NoChain {
				return c
			}
		}
	}
	c := d.chainAt(t, k)
	if c == nlp.NoChain && t.nominal(k) && !t.is(k, "PRON") {
		if !t.report(k) || t.lemma(k) == "source" {
			c = d.describe(t, k, actors)
		}
		if c == nlp.NoChain && (t.base(k) == "nsubj" || t.cites(k)) {
			c = d.describe(t, k, nil)
		}
	}
	if c == nlp.NoChain || d.a.Chains[c].Unknown {
		return nlp.NoChain
	}
	switch typ := d.a.Chains[c].Type; {
	case actors.Allows(typ), typ == nlp.Product:
	case typ == nlp.Event && t.base(k) == "nsubj" && t.audience(t.head(k)) == k:
	case typ == nlp.Event && t.base(k) == "nsubj" && (t.report(k) || inquiries[t.lemma(k)]) && t.reporting(t.head(k)): // "the autopsy found that …"
	case typ == nlp.Concept && (t.base(k) == "nsubj" || t.lemma(k) == "source" || t.cites(k)): // "a piracy monitor told": who speaks is somebody
	default:
		return nlp.NoChain
	}
	return c
}

// cites reports whether token k stands behind "according to" and is no measure
// or manner.
func (t *tree) cites(k int) bool {
	return t.preposition(k) == "according_to" && !manners[t.lemma(k)]
}

// manners are nouns behind "according to" that say how, not who says so.
var manners = words("plan schedule tradition custom law rule need age size ability taste timetable agreement principle wish will constitution treaty scripture protocol convention")

// paratacticSpeech finds a reporting clause that stands beside or inside what
// it reports: "The attack, said X, was …".
func (c *climber) paratacticSpeech(g, cur int) {
	t := c.t
	for _, k := range t.children(g, "parataxis") {
		if k != cur && c.reports(k) {
			c.speaker(k)
		}
	}
}

func (c *climber) reports(v int) bool {
	t := c.t
	if t.audience(v) >= 0 {
		return t.child(v, "ccomp", "xcomp", "obj", "obl:from") < 0 && len(t.negators(v)) == 0 && t.preposition(v) == ""
	}
	if !t.verbal(v) || !t.reporting(v) || t.untold(v) {
		return false
	}
	if x := t.child(v, "xcomp"); x >= 0 && t.infinitive(x) && t.child(v, "iobj", "obj") >= 0 {
		return false // "Peru has asked Madrid to extradite him" reports nothing beside it
	}
	return len(t.ownSubject(v)) > 0 && (t.child(v, "ccomp", "obj") < 0 || t.quotes(v))
}

// attributeQuotation attributes what stands inside quotation marks to their
// speaker, who is outermost.
func (d *document) attributeQuotation(t *tree, h int, s *stance) {
	span := t.tok(h).Span
	for _, q := range d.a.Quotations {
		if !q.Known || !q.Span.Contains(span) {
			continue
		}
		st := d.tree(q.Speaker.Sentence)
		s.attribute(d.speakerAt(st, q.Speaker.Token))
	}
}

// reporting reports whether a word is of those that bring in what somebody says or
// thinks.
func (t *tree) reporting(v int) bool {
	as := lexicon.VerbAttitudes[t.lemma(v)]
	return as[lexicon.Speech] || as[lexicon.Thought]
}
