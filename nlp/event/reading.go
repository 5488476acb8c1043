package event

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/mention"
	"github.com/kgbuild/kgbuild/nlp/timex"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Reading is what one mention says of its event.
type Reading struct {
	Ref       nlp.TokenRef
	Candidate int    // index among the candidates
	Verbal    bool   // a verb tells of it
	Type      string // event type
	Noun      string // noun or phrase that tells the type, lower-case: "drone strike"
	Name      string // proper name, "" when it has none
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
	Part      bool   // "one of the attacks": Within is the phrase for all of them
	Within    nlp.TokenRef
	Section   int  // headings before it
	Other     bool // "another attack", "previous attacks": not the one spoken of
	Bare      bool // plural without determiner, modifier or anything that says which
	Owned     bool // a possessor makes it definite: "Rome's attack"
	Magnitude float64
	Headline  bool // in the title, a heading or a caption
	Lead      bool // in the first two sentences of the body
}

// reader reads the events of one document.
type reader struct {
	a     *nlp.Analysis
	trees []*tree.Tree
	times map[int][]nlp.TimeExpression
	// remembered holds when that happened of which an anniversary is told.
	remembered map[nlp.TokenRef]nlp.Interval
	at         map[nlp.TokenRef]int
	c          []mention.Candidate
	lead       int
	seen       map[string]Reading // head noun → the last event told by it
	// sections counts, for each sentence, the headings before it.
	sections []int
	labour   *bool // whether the article speaks of work rather than war; nil until asked
}

func newReader(a *nlp.Analysis, trees []*tree.Tree, candidates []mention.Candidate) *reader {
	r := &reader{a: a, trees: trees, c: candidates, times: make(map[int][]nlp.TimeExpression), at: make(map[nlp.TokenRef]int), seen: make(map[string]Reading), lead: -1}
	for _, x := range a.Times {
		r.times[x.Sentence] = append(r.times[x.Sentence], x)
	}
	r.remembered = make(map[nlp.TokenRef]nlp.Interval)
	for _, x := range timex.Anniversaries(a) {
		r.remembered[nlp.TokenRef{Sentence: x.Sentence, Token: x.Event}] = x.Date
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
	return r.a.Document.KindOf(r.a.Sentences[sentence].Block)
}

// Read returns the readings of all candidates that tell of an event, in text
// order.
func Read(a *nlp.Analysis, trees []*tree.Tree, candidates []mention.Candidate) []Reading {
	r := newReader(a, trees, candidates)
	var out []Reading
	for i := range candidates {
		switch candidates[i].Kind {
		case nlp.NominalMention, nlp.NameMention:
			if reading, ok := r.read(i); ok {
				out = append(out, reading)
				r.seen[candidates[i].Noun] = reading
			}
		case nlp.VerbMention:
			out = append(out, r.readVerb(i))
		}
	}
	return out
}

func (r *reader) read(i int) (Reading, bool) {
	c := &r.c[i]
	before, again := r.toldAs(c.Noun)
	// "The service" alone may be many things, but not after "a memorial service".
	again = again && c.Name == "" && c.Definite == mention.Definite && c.Possessor < 0 && len(c.Modifiers) == 0
	if c.Type() != nlp.Event && !again {
		return Reading{}, false
	}
	kind, noun := r.kindOf(c)
	if kind == "" {
		kind = gazetteer.AnyEvent
		if again {
			kind = before.Type
		} else if gazetteer.MinorEvent(c.Noun) {
			kind = c.Noun
		}
	}
	x := Reading{
		Ref: c.Ref(), Candidate: i, Type: kind, Noun: noun, Name: c.Name, Count: c.Count,
		Plural: c.Number == mention.Plural, Definite: c.Definite,
	}
	r.position(&x, c)
	x.Other = c.Determiner == "another" || c.Determiner == "other"
	for _, m := range c.Modifiers {
		x.Other = x.Other || otherWords[m]
		if ordinals[m] {
			x.Ordinal = m
		}
	}
	t := r.trees[c.Sentence]
	for _, k := range t.Children(c.Head, "nmod") {
		if k > c.Head && t.Case(k) == "of" {
			x.Of = tree.Lemma(t.Token(k))
		}
		if t.Case(k) == "since" && x.Ordinal != "" {
			x.Ordinal += " since" // one of many years, not of those told of
		}
	}
	x.Within, x.Part = r.within(c)
	x.Magnitude = r.magnitude(kind, x.Ref)
	r.participants(&x, c)
	r.where(&x, c)
	x.Time = r.timeOf(c)
	x.Bare = !x.Part && c.Definite == mention.Bare && c.Name == "" && c.Count == 0 && x.Time.IsZero() && len(x.Places) == 0 &&
		len(x.Patients) == 0 && t.Child(c.Head, "acl:relcl", "acl") < 0 && !x.Headline && (x.Plural || len(c.Modifiers) == 0)
	if h := t.Head(c.Head); x.Bare && h >= 0 && c.Noun == "fire" && tree.Lemma(t.Token(h)) == "set" && tree.Matches(t.Token(c.Head).Relation, "obj") && r.titled(c.Noun) {
		x.Bare = false // who sets fire to something lights the one that the title tells of
	}
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

// titled reports whether the title tells of something with a noun.
func (r *reader) titled(noun string) bool {
	return slices.ContainsFunc(r.c, func(c mention.Candidate) bool {
		return c.Noun == noun && r.a.Document.KindOf(r.a.Sentences[c.Sentence].Block) == nlp.TitleBlock
	})
}

// kindOf returns the type of event that a mention's words name, or "", and the noun
// that tells of it.
func (r *reader) kindOf(c *mention.Candidate) (kind, noun string) {
	noun = r.noun(c)
	kind, ok := gazetteer.EventType(c.Noun, c.Modifiers...)
	if !ok && c.Name != "" && !strings.Contains(c.Name, " ") {
		kind, ok = gazetteer.EventType(strings.ToLower(c.Name)) // "the Conference"
	}
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
	if kind == "attack" && r.labourStrike(c) {
		kind = "protest"
	}
	return kind, noun
}

// toldAs returns the last event told by a noun, or by one that the noun
// shortens: "the slide" is the landslide, "the quake" the earthquake.
func (r *reader) toldAs(noun string) (Reading, bool) {
	if x, ok := r.seen[noun]; ok {
		return x, true
	}
	if len(noun) < 4 {
		return Reading{}, false
	}
	var best Reading
	found := false
	for long, x := range r.seen {
		if strings.HasSuffix(long, noun) && (!found || x.Ref.Sentence > best.Ref.Sentence || x.Ref.Sentence == best.Ref.Sentence && x.Ref.Token > best.Ref.Token) {
			best, found = x, true
		}
	}
	return best, found
}

// position notes where in the document a reading stands.
func (r *reader) position(x *Reading, c *mention.Candidate) {
	switch r.kind(c.Sentence) {
	case nlp.TitleBlock, nlp.HeadingBlock, nlp.CaptionBlock:
		x.Headline = true
	}
	x.Lead = c.Sentence == r.lead || c.Sentence == r.lead+1
	x.Section = r.sections[c.Sentence]
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
