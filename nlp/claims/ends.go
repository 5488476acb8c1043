package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// end is an end of a claim with how sure it is who or what that is.
type end struct {
	nlp.End
	token  int
	entity nlp.EntityType
	sure   float64 // of the name's type or of the path that led here, 0 to 1
}

// ends turns the tokens of a place into ends of the admitted types.
func (d *document) ends(t *tree, f found, types codebook.Types) []end {
	var out []end
	for _, k := range f.tokens {
		if k == unstated {
			out = append(out, end{End: nlp.ChainEnd(d.unstatedActor()), token: unstated, entity: nlp.Concept, sure: 1})
			continue
		}
		if k == recent {
			if c := d.recentDeed(t); c != nlp.NoChain {
				out = append(out, end{End: nlp.ChainEnd(c), token: recent, entity: nlp.Event, sure: remoteReliability})
			}
			continue
		}
		if c := d.pronounDeed(t, k, types); c != nlp.NoChain {
			out = append(out, end{End: nlp.ChainEnd(c), token: k, entity: nlp.Event, sure: remoteReliability})
			continue
		}
		for _, e := range d.members(t, k, types, f.agent) {
			if f.remote {
				e.sure *= remoteReliability
			}
			out = append(out, e)
		}
	}
	return out
}

// remoteReliability is how much less an end counts that control, coordination
// or an antecedent led to instead of a direct dependent.
const remoteReliability = 0.93

// pronounDeed returns the deed told of last for a pronoun that must stand for
// an event and was taken for something else: "it was carried out".
func (d *document) pronounDeed(t *tree, k int, types codebook.Types) nlp.ChainID {
	if !t.is(k, "PRON") || !types.Allows(nlp.Event) || types.Allows(nlp.Person) || types.Allows(nlp.Concept) {
		return nlp.NoChain
	}
	if f := t.form(k); f != "it" && f != "this" && f != "that" {
		return nlp.NoChain
	}
	if c := d.a.ChainAt(t.ref(k)); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
		return nlp.NoChain
	}
	return d.recentDeed(t)
}

// fits reports whether some token may be an end of the admitted types, without
// making a chain for it.
func (d *document) fits(t *tree, f found, types codebook.Types) bool {
	for _, k := range f.tokens {
		if k < 0 || len(types) == 0 || d.pronounDeed(t, k, types) != nlp.NoChain {
			return true
		}
		if c := d.chainAt(t, k); c != nlp.NoChain {
			ch := &d.a.Chains[c]
			if len(ch.Members) > 0 || !ch.Unknown && admits(types, t, k, ch) {
				return true
			}
			continue
		}
		if t.is(k, "VERB") && (types.Allows(nlp.Concept) || eventVerbs[t.verbLemma(k)] != "" && types.Allows(nlp.Event)) {
			return true
		}
		if _, ok := d.describedType(t, k, types); ok && t.nominal(k) && !d.partOfName(t, k) {
			return true
		}
		if types.Allows(nlp.Country) {
			if _, ok := t.countryWord(k); ok {
				return true
			}
		}
		if reportNouns[t.lemma(k)] && types.Allows(nlp.Person) {
			return true
		}
	}
	return false
}

// admits reports whether a chain may be an end. A proper noun of which nobody
// knows what it is may be an organisation or a product.
func admits(types codebook.Types, t *tree, k int, ch *nlp.Chain) bool {
	if types.Allows(ch.Type) {
		return true
	}
	return ch.Type == nlp.Concept && t.is(k, "PROPN") && !types.Allows(nlp.Person) && !gazetteer.IsTitle(t.lemma(k)) && (types.Allows(nlp.Organization) || types.Allows(nlp.Product))
}

// members resolves a token to its end, or to one end for each member of a
// chain that stands for several.
func (d *document) members(t *tree, k int, types codebook.Types, agent bool) []end {
	if c := d.chainAt(t, k); c != nlp.NoChain && len(d.a.Chains[c].Members) > 0 {
		var out []end
		for _, m := range d.a.Chains[c].Members {
			ch := &d.a.Chains[m]
			if !ch.Unknown && types.Allows(ch.Type) {
				out = append(out, end{End: nlp.ChainEnd(m), token: k, entity: ch.Type, sure: remoteReliability})
			}
		}
		return out
	}
	if agent && reportNouns[t.lemma(k)] && types.Allows(nlp.Person) && !t.is(k, "PROPN") {
		// "the group's statement criticised": whose words they are criticises.
		if o := t.owner(k); o >= 0 {
			k = o
		}
	}
	if e, ok := d.end(t, k, types); ok {
		return []end{e}
	}
	return nil
}

// end resolves a token to the chain it stands for, making one for a
// description that no chain covers. It reports false for what is not known,
// and for what may not stand at this place.
func (d *document) end(t *tree, k int, types codebook.Types) (end, bool) {
	c := d.chainAt(t, k)
	if c == nlp.NoChain {
		c = d.describe(t, k, types)
	}
	if c == nlp.NoChain {
		return end{}, false
	}
	ch := &d.a.Chains[c]
	if ch.Unknown || !admits(types, t, k, ch) {
		return end{}, false
	}
	e := end{End: nlp.ChainEnd(c), token: k, entity: ch.Type, sure: d.nameScore(t, k)}
	if ch.Generic && !ch.Named() {
		e.sure *= genericReliability
	}
	return e, true
}

// genericReliability is how much less a description counts that names a kind
// rather than somebody.
const genericReliability = 0.85

// chainAt returns the chain of the mention that k heads. Names may be headed
// by another of their tokens than the tree says.
func (d *document) chainAt(t *tree, k int) nlp.ChainID {
	if c := d.a.ChainAt(t.ref(k)); c != nlp.NoChain && (!in(t.base(k), "amod", "compound") || !d.partOfName(t, k) || d.heads(c, t, k)) {
		return c
	}
	for _, n := range t.s.Names {
		if h := t.head(k); !n.Tokens.Contains(k) || n.Tokens.Contains(h) && t.base(k) != "flat" {
			continue
		}
		for i := n.Tokens.First; i < n.Tokens.End; i++ {
			if c := d.a.ChainAt(t.ref(i)); c != nlp.NoChain {
				return c
			}
		}
	}
	for _, f := range t.children(k, "flat", "appos") {
		if t.is(f, "PROPN") && f == k+1 {
			if c := d.a.ChainAt(t.ref(f)); c != nlp.NoChain {
				return c
			}
		}
	}
	if part := t.partitive(k); part >= 0 {
		return d.chainAt(t, part)
	}
	if t.is(k, "AUX") && in(t.base(k), "nsubj") {
		return d.aliasChain(t.tok(k).Form) // see mender.acronyms
	}
	if g := t.head(k); g >= 0 && t.rel(k) == "nmod:desc" && t.is(g, "PROPN") {
		return d.chainAt(t, g)
	}
	return d.inside(t, k)
}

// heads reports whether a mention of the chain has its head at k: the
// "Chilean" of "Chilean Navy" is not the navy.
func (d *document) heads(c nlp.ChainID, t *tree, k int) bool {
	for _, m := range d.a.Chains[c].Mentions {
		if m.Sentence == t.index && m.Head == k {
			return true
		}
	}
	return false
}

// inside returns the chain of a longer mention that only adds a noun to the
// name that k ends: "the X group" is X.
func (d *document) inside(t *tree, k int) nlp.ChainID {
	g := t.head(k)
	if g < 0 || t.base(k) != "compound" || !gazetteer.IsCarrier(t.lemma(g)) {
		return nlp.NoChain
	}
	c := d.a.ChainAt(t.ref(g))
	if c != nlp.NoChain && d.a.Chains[c].Named() && !strings.HasSuffix(strings.ToLower(d.a.Chains[c].Name), t.lemma(g)) {
		return c
	}
	return nlp.NoChain
}

// quantifiers are nouns and numerals that only say how much of the noun behind "of".
var quantifiers = words(`one two three four five six seven eight nine ten some many most several all both each none few
	dozen dozens hundred hundreds thousand thousands million millions number group series string lot pair couple handful
	majority half rest part`)

// partitive returns the noun that "one of", "dozens of" and the like quantify, or -1.
func (t *tree) partitive(k int) int {
	if !quantifiers[t.form(k)] && !t.is(k, "NUM") {
		return -1
	}
	for _, n := range t.children(k, "nmod") {
		if t.preposition(n) == "of" {
			return n
		}
	}
	return -1
}

// nameScore is the model's probability of the name at k, 1 for what is no name.
func (d *document) nameScore(t *tree, k int) float64 {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Score > 0 {
			return 0.5 + 0.5*float64(n.Score)
		}
	}
	return 1
}

// noEnd are words that never say who or what an end is.
var noEnd = words(`it this that these those there he she they we i you who what which something someone anything anyone nothing
	nobody everything everyone one another other others such same way thing lot bit kind sort time year day week month hour
	minute moment today yesterday tomorrow percent per-cent dollar euro pound cent`)

// describe makes a chain for a description that has none. A clause that
// stands as an object (what somebody demands) becomes a concept named by its words.
func (d *document) describe(t *tree, k int, types codebook.Types) nlp.ChainID {
	tok := t.tok(k)
	if in(t.base(k), "amod", "compound", "nmod") && (tok.UPOS == "ADJ" || tok.UPOS == "PROPN" || tok.UPOS == "NOUN") {
		c, ok := t.countryWord(k)
		if ok && (!d.namesOther(t, k) || stateBodies[t.nameNoun(k)]) {
			return d.countryChain(t, k, c)
		}
	}
	switch tok.UPOS {
	case "NOUN", "PROPN":
	case "VERB", "ADJ":
		if c := d.verbEvent(t, k, types); c != nlp.NoChain {
			return c
		}
		return d.clauseConcept(t, k, types)
	case "NUM":
		if t.child(k, "nmod") < 0 {
			return nlp.NoChain
		}
	default:
		return nlp.NoChain
	}
	if d.partOfName(t, k) || noEnd[t.lemma(k)] || isTime(d.a, t, k) || t.base(k) == "flat" || titleAdjective[t.lemma(k)] {
		return nlp.NoChain
	}
	typ, ok := d.describedType(t, k, types)
	if !ok {
		return nlp.NoChain
	}
	r := t.phraseRange(k)
	m := d.mention(t, r, k, nlp.NominalMention)
	ch := nlp.Chain{Type: typ, Name: t.bareName(d.a, r, k), Mentions: []nlp.Mention{m}}
	if tok.UPOS == "PROPN" {
		ch.Mentions[0].Kind = nlp.NameMention
		ch.Names = []string{ch.Name}
	} else {
		ch.Descriptions = []string{ch.Name}
		ch.Generic = tok.Features.Get("Number") == "Plur" && r.Len() == 1
	}
	if typ == nlp.Event {
		kind, known := gazetteer.EventType(t.lemma(k), t.modifierForms(k)...)
		if !known {
			kind = t.lemma(k)
		}
		ch.Event = &nlp.EventFacts{Type: kind, PartOf: nlp.NoChain}
	}
	return d.a.AddChain(ch)
}

// partOfName reports whether k is inside a name without heading it.
func (d *document) partOfName(t *tree, k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Tokens.Contains(t.head(k)) {
			return true
		}
	}
	return false
}

// nameNoun returns the last word of the name that holds k, in lower case.
func (t *tree) nameNoun(k int) string {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return t.lemma(n.Tokens.End - 1)
		}
	}
	return t.lemma(t.head(k))
}

// stateBodies are nouns of institutions that are their country's when its name
// stands in theirs ("US State Department").
var stateBodies = words(`department ministry army navy military police government parliament embassy court force
	guard senate congress treasury agency command commission council corps marines`)

// namesOther reports whether k is part of a longer name ("American Airlines").
func (d *document) namesOther(t *tree, k int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) && n.Tokens.Len() > 1 && n.Type != nlp.Country {
			return true
		}
	}
	return false
}

// describedType is what a noun stands for: a name's type, what the noun lists
// say, preferring what the place admits.
func (d *document) describedType(t *tree, k int, types codebook.Types) (nlp.EntityType, bool) {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return n.Type, types.Allows(n.Type)
		}
	}
	candidates := gazetteer.NounTypes(t.lemma(k))
	if len(candidates) == 0 {
		candidates = gazetteer.NounTypes(t.form(k))
	}
	if len(candidates) == 0 {
		candidates = []nlp.EntityType{nlp.Concept}
	}
	for _, c := range candidates {
		if c == nlp.Person && t.tok(k).Features.Get("Number") == "Plur" {
			c = nlp.Group
		}
		if types.Allows(c) {
			return c, true
		}
	}
	return "", false
}

// phraseRange is what a reader would point at: the noun with what stands
// before it and an "of" phrase, without clauses and appositions.
func (t *tree) phraseRange(k int) nlp.Range {
	r := t.extent(k, func(c int) bool {
		switch t.base(c) {
		case "det", "amod", "compound", "nummod", "flat", "fixed", "goeswith":
			return c > k && t.base(c) != "flat"
		case "nmod":
			return t.rel(c) != "nmod:poss" && t.preposition(c) != "of"
		case "case":
			return t.head(c) == k
		case "advmod":
			return t.head(c) == k
		}
		return t.head(c) == k || in(t.base(c), "conj", "acl", "appos", "punct", "cc")
	})
	for r.First < k && t.is(r.First, "PUNCT") {
		r.First++
	}
	for r.End > k+1 && t.is(r.End-1, "PUNCT") {
		r.End--
	}
	return r
}

// bareName is the phrase without its determiner and possessor.
func (t *tree) bareName(a *nlp.Analysis, r nlp.Range, k int) string {
	first := r.First
	for first < k && (t.base(first) == "det" || t.base(first) == "case" || t.base(first) == "nmod" || t.is(first, "PUNCT")) {
		first++
	}
	return clean(a.Document.Text.Slice(t.s.SpanOf(nlp.Range{First: first, End: r.End})))
}

// clean joins a phrase that runs over lines.
func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func (t *tree) modifierForms(k int) []string {
	var out []string
	for _, c := range t.children(k, "compound", "amod") {
		out = append(out, t.form(c))
	}
	return out
}

func (d *document) mention(t *tree, r nlp.Range, head int, kind nlp.MentionKind) nlp.Mention {
	span := t.s.SpanOf(r)
	return nlp.Mention{
		Span: span, Text: clean(d.a.Document.Text.Slice(span)), Kind: kind,
		Sentence: t.index, Tokens: r, Head: head,
	}
}

// clauseConcept makes a concept of a clause that stands as an object.
func (d *document) clauseConcept(t *tree, k int, types codebook.Types) nlp.ChainID {
	if t.head(k) < 0 || !types.Allows(nlp.Concept) || !in(t.base(k), "xcomp", "ccomp", "advcl", "acl") {
		return nlp.NoChain
	}
	r := t.extent(k, func(c int) bool {
		return t.head(c) == k && in(t.base(c), "mark", "punct", "conj", "cc", "nsubj", "aux", "cop", "advmod")
	})
	m := d.mention(t, r, k, nlp.VerbMention)
	return d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: m.Text, Mentions: []nlp.Mention{m}})
}

// countryChain returns the document's chain of a country that a demonym
// names, joining the demonym to it.
func (d *document) countryChain(t *tree, k int, c gazetteer.Country) nlp.ChainID {
	m := d.mention(t, nlp.Range{First: k, End: k + 1}, k, nlp.NameMention)
	for i := range d.a.Chains {
		ch := &d.a.Chains[i]
		if ch.Type != nlp.Country {
			continue
		}
		for _, n := range append([]string{ch.Name}, ch.Names...) {
			if known, ok := gazetteer.CountryByName(n); ok && known.Code == c.Code {
				m.Because = "demonym"
				d.a.AddMention(ch.ID, m)
				return ch.ID
			}
		}
	}
	return d.a.AddChain(nlp.Chain{Type: nlp.Country, Name: c.Name, Names: []string{c.Name}, Mentions: []nlp.Mention{m}})
}

// unstatedActor is the one chain of the document for actors it leaves out.
func (d *document) unstatedActor() nlp.ChainID {
	if d.unstated == nlp.NoChain {
		d.unstated = d.a.AddChain(nlp.Chain{Type: nlp.Concept, Name: "unstated actor", Unknown: true})
	}
	return d.unstated
}

// isTime reports whether a token belongs to a time expression.
func isTime(a *nlp.Analysis, t *tree, k int) bool {
	for _, x := range a.Times {
		if x.Sentence == t.index && x.Tokens.Contains(k) {
			return true
		}
	}
	return false
}
