package event

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Reading is what one mention says of its event.
type Reading struct {
	Ref       nlp.TokenRef
	Candidate int    // index among the candidates; -1 for a verb
	Type      string // event type
	Noun      string // noun or phrase that tells the type, lower-case: "drone strike"
	Time      nlp.Interval
	Places    []nlp.TokenRef
	Agents    []nlp.TokenRef
	Patients  []nlp.TokenRef
	Honourees []nlp.TokenRef
	Count     int
	Plural    bool
	Definite  mention.Definiteness
	Ordinal   string // "first", "last": one of several of its kind
	Of        string // lemma of the noun that says of what: "first match of the day"
	Section   int    // headings before it
	Other     bool   // "another attack", "previous attacks": not the one spoken of
	Bare      bool   // plural without determiner, modifier or anything that says which
	Owned     bool   // a possessor makes it definite: "Rome's attack"
	Headline  bool   // in the title, a heading or a caption
	Lead      bool   // in the first two sentences of the body
}

// reader reads the events of one document.
type reader struct {
	a     *nlp.Analysis
	trees []*tree.Tree
	times map[int][]nlp.TimeExpression
	at    map[nlp.TokenRef]int
	c     []mention.Candidate
	lead  int
	seen  map[string]Reading // head noun → the last event told by it
	// sections counts, for each sentence, the headings before it.
	sections []int
}

func newReader(a *nlp.Analysis, trees []*tree.Tree, candidates []mention.Candidate) *reader {
	r := &reader{a: a, trees: trees, c: candidates, times: make(map[int][]nlp.TimeExpression), at: make(map[nlp.TokenRef]int), seen: make(map[string]Reading), lead: -1}
	for _, x := range a.Times {
		r.times[x.Sentence] = append(r.times[x.Sentence], x)
	}
	for i := range candidates {
		if c := &candidates[i]; c.Kind == nlp.NameMention {
			for t := c.Tokens.First; t < c.Tokens.End; t++ {
				r.at[nlp.TokenRef{Sentence: c.Sentence, Token: t}] = i
			}
		}
	}
	for i := range candidates {
		r.at[candidates[i].Ref()] = i
	}
	section := 0
	for i := range a.Sentences {
		if r.kind(i) == nlp.HeadingBlock {
			section++
		}
		r.sections = append(r.sections, section)
		if r.kind(i) == nlp.BodyBlock && len(a.Sentences[i].Tokens) > 6 && r.lead < 0 {
			r.lead = i
		}
	}
	return r
}

func (r *reader) kind(sentence int) nlp.BlockKind {
	b := r.a.Sentences[sentence].Block
	if b < 0 || b >= len(r.a.Document.Blocks) {
		return nlp.BodyBlock
	}
	return r.a.Document.Blocks[b].Kind
}

// Read returns the readings of all candidates that tell of an event, in text
// order.
func Read(a *nlp.Analysis, trees []*tree.Tree, candidates []mention.Candidate) []Reading {
	r := newReader(a, trees, candidates)
	var out []Reading
	for i := range candidates {
		if candidates[i].Kind == nlp.NominalMention || candidates[i].Kind == nlp.NameMention {
			if reading, ok := r.read(i); ok {
				out = append(out, reading)
				r.seen[candidates[i].Noun] = reading
			}
		}
	}
	return out
}

func (r *reader) read(i int) (Reading, bool) {
	c := &r.c[i]
	before, again := r.seen[c.Noun]
	// "The service" alone may be many things, but not after "a memorial service".
	again = again && c.Name == "" && c.Definite == mention.Definite && c.Possessor < 0 && len(c.Modifiers) == 0
	if c.Type() != nlp.Event && !again {
		return Reading{}, false
	}
	noun := r.noun(c)
	kind, ok := gazetteer.EventType(c.Noun, c.Modifiers...)
	if !ok && c.Name == "" { // "a series of attacks", "an exchange of fire"
		t := r.trees[c.Sentence]
		for _, k := range t.Children(c.Head, "nmod") {
			if t.Case(k) != "of" || ok {
				continue
			}
			inner := tree.Lemma(t.Token(k))
			if kind, ok = gazetteer.EventType(c.Noun + " of " + inner); ok {
				noun = c.Noun + " of " + inner
			} else if kind, ok = gazetteer.EventType(inner); ok {
				noun = inner
			}
		}
	}
	switch {
	case !ok && again:
		kind = before.Type
	case !ok:
		kind = gazetteer.AnyEvent
	}
	x := Reading{
		Ref: c.Ref(), Candidate: i, Type: kind, Noun: noun, Count: c.Count,
		Plural: c.Number == mention.Plural, Definite: c.Definite,
	}
	switch r.kind(c.Sentence) {
	case nlp.TitleBlock, nlp.HeadingBlock, nlp.CaptionBlock:
		x.Headline = true
	}
	x.Lead = c.Sentence == r.lead || c.Sentence == r.lead+1
	x.Other = c.Determiner == "another" || c.Determiner == "other"
	for _, m := range c.Modifiers {
		x.Other = x.Other || otherWords[m]
		if ordinals[m] {
			x.Ordinal = m
		}
	}
	x.Section = r.sections[c.Sentence]
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "nmod") {
		if k > c.Head && t.Case(k) == "of" {
			x.Of = tree.Lemma(t.Token(k))
		}
	}
	r.participants(&x, c)
	r.where(&x, c)
	x.Time = r.when(x.Ref)
	if x.Time.IsZero() {
		x.Time = r.year(c)
	}
	x.Bare = c.Definite == mention.Bare && c.Name == "" && c.Count == 0 && x.Time.IsZero() && len(x.Places) == 0 &&
		len(x.Patients) == 0 && t.Child(c.Head, "acl:relcl", "acl") < 0 && !x.Headline && (x.Plural || len(c.Modifiers) == 0)
	switch c.Determiner {
	case "any", "no", "every":
		x.Bare = true
	}
	if c.Possessor >= 0 && c.Determiner == "'s" {
		x.Owned = true
	}
	r.held(&x, c)
	return x, true
}

// ordinals pick one event out of several of its kind.
var ordinals = map[string]bool{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "final": true, "opening": true,
	"last": true, "next": true, "latest": true, "1st": true, "2nd": true, "3rd": true, "4th": true,
}

// otherWords set an event apart from the one an article is about.
var otherWords = map[string]bool{
	"another": true, "other": true, "previous": true, "prior": true, "earlier": true, "past": true, "future": true,
	"further": true, "similar": true, "separate": true, "next": true, "more": true, "subsequent": true, "additional": true,
	"possible": true, "potential": true, "planned": true,
}

// noun is the head noun with the common nouns compounded to it.
func (r *reader) noun(c *mention.Candidate) string {
	if c.Name != "" {
		return c.Noun
	}
	t := r.trees[c.Sentence]
	var words []string
	for _, k := range t.Children(c.Head, "compound") {
		tok := t.Token(k)
		if k < c.Head && tok.UPOS == "NOUN" && t.Child(k, "compound") < 0 {
			words = append(words, tree.Lemma(tok))
		}
	}
	for _, k := range t.Children(c.Head, "amod") {
		if w := tree.Lemma(t.Token(k)); k+1 == c.Head && narrows(w, c.Noun) {
			words = append(words, w)
		}
	}
	return strings.Join(append(words, c.Noun), " ")
}

func narrows(modifier, noun string) bool {
	alone, _ := gazetteer.EventType(noun)
	with, ok := gazetteer.EventType(noun, modifier)
	return ok && alone != with
}

// participants reads who did it, to whom, and in whose honour: possessors,
// compounds, "of", "by", "on", "against", and the verb it is an argument of.
func (r *reader) participants(x *Reading, c *mention.Candidate) {
	t := r.trees[c.Sentence]
	ref := func(i int) nlp.TokenRef { return nlp.TokenRef{Sentence: c.Sentence, Token: i} }
	for _, k := range t.Children(c.Head, "acl:relcl") {
		r.clauseOf(x, t, k, ref)
	}
	if k := c.Head + 1; k < t.Len() && t.Token(k).XPOS == "VBG" && t.Head(k) != c.Head {
		r.clauseOf(x, t, k, ref) // a participle right behind the noun, wherever the tree has put it
	}
	for _, k := range t.Children(c.Head, "nmod", "nmod:poss", "compound", "obl", "acl") {
		rel := t.Token(k).Relation
		switch {
		case r.timed(c.Sentence, k):
		case tree.Matches(rel, "nmod:poss"):
			if suffered[x.Type] {
				x.Patients = append(x.Patients, ref(k))
			} else {
				x.Agents = append(x.Agents, ref(k))
			}
		case tree.Matches(rel, "compound"):
			if i, ok := r.at[ref(k)]; ok && between[x.Type] && r.c[i].Name != "" { // "Peru-Chile war"
				for _, n := range t.Children(k) {
					if j, ok := r.at[ref(n)]; ok && j != i && r.c[j].Name != "" {
						x.Agents = append(x.Agents, ref(n))
					}
				}
			}
			if i, ok := r.at[ref(k)]; ok && r.c[i].Name != "" && (!r.place(i) || between[x.Type] && r.c[i].Type() == nlp.Country) {
				x.Agents = append(x.Agents, ref(k))
			}
		case tree.Matches(rel, "acl"):
			r.clauseOf(x, t, k, ref)
		default:
			switch t.Case(k) {
			case "of":
				if gazetteer.EventIsA(x.Type, "commemoration") {
					x.Honourees = append(x.Honourees, ref(k))
				} else if r.person(ref(k)) || suffered[x.Type] {
					x.Patients = append(x.Patients, ref(k))
				}
			case "by":
				x.Agents = append(x.Agents, ref(k))
			case "on", "against", "upon":
				if tree.Lemma(t.Token(k)) == "behalf" {
					continue
				}
				x.Patients = append(x.Patients, ref(k))
			case "for":
				if gazetteer.EventIsA(x.Type, "ceremony") {
					x.Honourees = append(x.Honourees, ref(k))
				}
			case "between", "with":
				x.Agents = append(x.Agents, ref(k))
			}
		}
	}
	h := t.Head(c.Head)
	if h < 0 || !tree.Matches(t.Token(c.Head).Relation, "obl") {
		return
	}
	// "who was killed in a strike": the victim of the verb is the event's.
	if harm[tree.Lemma(t.Token(h))] {
		if v, ok := r.victim(c.Sentence, h); ok {
			x.Patients = append(x.Patients, v)
		}
	}
}

// held reads whom a ceremony is for off the verb that says it takes place: "a
// service was held for X", "in honour of X".
func (r *reader) held(x *Reading, c *mention.Candidate) {
	if !gazetteer.EventIsA(x.Type, "ceremony") {
		return
	}
	t := r.trees[c.Sentence]
	h := r.clause(c.Sentence, c.Head)
	if h < 0 {
		return
	}
	for _, k := range t.Children(h, "obl") {
		switch t.Case(k) {
		case "for":
			x.Honourees = append(x.Honourees, nlp.TokenRef{Sentence: c.Sentence, Token: k})
		case "in":
			if w := tree.Lemma(t.Token(k)); w == "honor" || w == "honour" || w == "memory" || w == "commemoration" {
				if of := t.Child(k, "nmod"); of >= 0 {
					x.Honourees = append(x.Honourees, nlp.TokenRef{Sentence: c.Sentence, Token: of})
				}
			}
		}
	}
}

// clauseOf reads a participle behind the noun: "honouring X", "targeting X",
// "carried out by X".
func (r *reader) clauseOf(x *Reading, t *tree.Tree, k int, ref func(int) nlp.TokenRef) {
	lemma := tree.Lemma(t.Token(k))
	if o := t.Child(k, "obj"); o >= 0 {
		switch {
		case lemma == "honor" || lemma == "honour" || lemma == "commemorate" || lemma == "celebrate" || lemma == "mark":
			x.Honourees = append(x.Honourees, ref(o))
		case lemma == "target" || harm[lemma]:
			x.Patients = append(x.Patients, ref(o))
		}
	}
	if o := t.Child(k, "obl:agent"); o >= 0 && t.Token(k).XPOS == "VBN" {
		x.Agents = append(x.Agents, ref(o))
	}
}

// victim returns the subject or the noun that a passive verb of harm is said of.
func (r *reader) victim(sentence, verb int) (nlp.TokenRef, bool) {
	t := r.trees[sentence]
	s := t.Child(verb, "nsubj:pass")
	if s < 0 && (tree.Lemma(t.Token(verb)) == "die" || tree.Lemma(t.Token(verb)) == "perish") {
		s = t.Child(verb, "nsubj")
	}
	if s < 0 && t.Token(verb).XPOS == "VBN" && tree.Matches(t.Token(verb).Relation, "acl") {
		s = t.Head(verb)
	}
	if s < 0 {
		return nlp.TokenRef{}, false
	}
	ref := nlp.TokenRef{Sentence: sentence, Token: s}
	if i, ok := r.at[ref]; ok && r.c[i].Relative >= 0 {
		ref.Token = r.c[i].Relative
	}
	return ref, true
}

func (r *reader) person(ref nlp.TokenRef) bool {
	i, ok := r.at[ref]
	return ok && (r.c[i].Type() == nlp.Person || r.c[i].Type() == nlp.Group)
}

func (r *reader) place(i int) bool {
	switch r.c[i].Type() {
	case nlp.City, nlp.Place, nlp.Facility, nlp.Country:
		return true
	}
	return false
}

// suffered are the types whose possessor is the one it happens to.
var suffered = map[string]bool{
	"killing": true, "death": true, "kidnapping": true, "arrest": true, "trial": true, "injury": true,
	"release": true, "execution": true, "appointment": true, "bankruptcy": true, "birth": true, "verdict": true,
	"rescue": true, "accident": true,
}

var harm = set(`kill murder assassinate slay slaughter massacre behead execute injure wound hurt maim die perish
	shoot stab bomb hit destroy damage target attack strike abduct kidnap capture`)

func set(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

func addRef(list []nlp.TokenRef, ref nlp.TokenRef) []nlp.TokenRef {
	if slices.Contains(list, ref) {
		return list
	}
	return append(list, ref)
}
