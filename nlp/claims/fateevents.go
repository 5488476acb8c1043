package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// How sure it is that an event found in these places is the one that people
// fell victim to.
const (
	sameClause   = 0.85
	sameSentence = 0.7
	otherBefore  = 0.62
)

// victimEvents are the types of events that have victims.
var victimEvents = append([]string{"protest", "outbreak", "coup", "revolution", "rescue operation"}, gazetteer.HarmfulEvents...)

// harmfulEvent returns the event of a kind that has victims which token i
// tells of.
func (d *document) harmfulEvent(t *tree, i int) nlp.ChainID {
	c := d.chainAt(t, i)
	if c == nlp.NoChain || d.a.Chains[c].Event == nil || isTime(d.a, t, i) || !d.hasVictims(c) {
		return nlp.NoChain
	}
	if k := t.first(i); t.rel(k) == "compound" && accusations[t.lemma(t.head(k))] {
		return nlp.NoChain
	}
	return c
}

// accusations are nouns that with the noun of a crime before them tell of a charge
// and not of the crime: "kidnapping charges".
var accusations = words("charge count case warrant conviction indictment suspect allegation accusation plot threat")

func (d *document) hasVictims(c nlp.ChainID) bool {
	ch := &d.a.Chains[c]
	if ch.Event == nil {
		return false
	}
	for _, m := range ch.Mentions {
		t := d.tree(m.Sentence)
		if m.Kind == nlp.VerbMention && ch.Event.Type != "invasion" || m.Kind != nlp.VerbMention && !bloodless[t.lemma(m.Head)] && !t.figurative(m.Head) &&
			(t.lemma(m.Head) != "strike" || !gazetteer.EventIsA(ch.Event.Type, "protest")) {
			return gazetteer.EventIsAny(ch.Event.Type, victimEvents)
		}
	}
	return false
}

// bloodless are nouns of conflicts, protests and disasters from which by
// themselves nobody dies.
var bloodless = words("crisis feud row boycott walkout blockade standoff stand-off intervention deployment drought picket incident tension rivalry confrontation")

// figurative reports whether the modifiers of an event's noun take it out of
// the world of bodies, or out of what happened: "economic catastrophe",
// "attempted murder".
func (t *tree) figurative(i int) bool {
	for _, k := range t.children(i, "amod", "compound") {
		switch t.form(k) {
		case "economic", "financial", "political", "legal", "verbal", "attempted", "diplomatic", "constitutional", "trade", "price", "alleged", "market", "media":
			return true
		}
	}
	return false
}

// eventOf returns the event that a fate belongs to, with how sure that is: one
// in the clause of the fate or around it, the nearest of the sentence, or the
// one that the text told of before.
func (d *document) eventOf(t *tree, f fate) (nlp.ChainID, float64) {
	own := d.deedAt(t, f.at)
	best, most := nlp.NoChain, 0.0
	from := t.otherOccasion(f.at)
	several := false
	for i := range t.s.Tokens {
		c := d.harmfulEvent(t, i)
		if c == nlp.NoChain || c == own || i < from || i == f.at {
			continue
		}
		if t.is(i, "VERB") && killVerbs[t.verbLemma(i)] {
			continue // what became of others
		}
		several = several || best != nlp.NoChain && c != best
		if s := d.closeness(t, i, f.at); s > most {
			best, most = c, s
		}
	}
	if t.verbal(f.at) && most < 1 && t.diseased(f.at) {
		if c := d.outbreak(t); c != nlp.NoChain {
			return c, sameClause
		}
		return own, sameClause
	}
	switch {
	case most >= 1:
		return best, sameClause
	case f.byActor:
		return own, sameClause
	case own != nlp.NoChain && !d.onlyVerb(own) && d.hasVictims(own):
		return own, sameClause
	case best != nlp.NoChain && !(several && most < 0.5):
		return best, sameSentence
	case best != nlp.NoChain || from > 0 || !d.carriesOn(t, f):
		return nlp.NoChain, 0
	}
	if d.title(t.index) {
		return d.toldNext(t.index), otherBefore
	}
	if c := d.toldBefore(t, own, f.total && estimating[t.lemma(f.at)]); c != nlp.NoChain && !(f.predicate == "injury_toll" && d.a.Chains[c].Event.Type == "outbreak") {
		return c, otherBefore
	}
	return nlp.NoChain, 0
}

// deedAt returns the event that a verb of harm tells of, by itself or as one of
// several things that its subject did: "killed an officer and wounded 17".
func (d *document) deedAt(t *tree, v int) nlp.ChainID {
	c := d.chainAt(t, v)
	if first := t.first(v); c == nlp.NoChain && t.verbal(v) && t.verbal(first) && len(t.ownSubject(v)) == 0 && t.inflicted(first) != "" {
		return d.chainAt(t, first)
	}
	return c
}

// outbreak returns the outbreak that the text told of last.
func (d *document) outbreak(t *tree) nlp.ChainID {
	last, at := nlp.NoChain, -1
	for i := range d.a.Chains {
		c := &d.a.Chains[i]
		if c.Event == nil || c.Event.Type != "outbreak" || c.Generic {
			continue
		}
		for _, m := range c.Mentions {
			if m.Sentence <= t.index && m.Sentence > at {
				last, at = c.ID, m.Sentence
			}
		}
	}
	return last
}

// otherOccasion returns the token behind "since 2017, when", which begins to
// tell of another event than the one compared, or 0.
func (t *tree) otherOccasion(at int) int {
	for i := at - 1; i > 1; i-- {
		if t.form(i) != "when" && t.form(i) != "where" {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-8; k-- {
			if t.form(k) == "since" || t.form(k) == "like" || t.form(k) == "after" && t.form(i) == "where" {
				return i
			}
		}
		return 0
	}
	return 0
}

// circumstances are prepositions of the event in which somebody comes to harm.
var circumstances = words("in during from by after following amid at on under of with because_of due_to as when while since as_a_result_of")

// closeness scores how the tree joins an event at token i with a fate at v: 1
// and more when one is a circumstance of the other, less by distance.
func (d *document) closeness(t *tree, i, v int) float64 {
	far := float64(max(i-v, v-i))
	if t.within(i, v) {
		// Below the fate: by the way down.
		top, depth := i, 0
		for t.head(top) != v && t.head(top) >= 0 {
			top, depth = t.head(top), depth+1
		}
		p := t.preposition(top)
		if k := t.child(top, "advmod"); p == "" && k >= 0 && k < top {
			p = t.form(k)
		}
		if p == "while" && depth > 0 {
			return 0 // "killed while investigating a shooting"
		}
		switch t.base(top) {
		case "obl", "nmod", "advcl", "parataxis":
			if p == "" || circumstances[p] {
				return 2 - 0.3*float64(depth) - far/100
			}
			return 0
		case "nsubj", "obj", "conj", "acl":
			return 1.5 - 0.3*float64(depth) - far/100
		}
		return 0.5 - far/100
	}
	// Above the fate, or an argument of what is above.
	for k, g, steps := v, t.head(v), 0; g >= 0 && steps < 5; k, g, steps = g, t.head(g), steps+1 {
		if compared[t.preposition(k)] && i < k {
			break // "the attack came weeks after a driver killed eight"
		}
		if g == i {
			return 1.8 - 0.2*float64(steps) - far/100
		}
		if t.head(i) == g && in(t.base(i), "nsubj", "obj", "obl") && i < v {
			return 1.6 - 0.2*float64(steps) - far/100
		}
	}
	return 0.9 - far/50
}

// compared are conjunctions of what only came before or after, or is likened.
var compared = words("after before since until than like")

// carriesOn reports whether a sentence may go on to tell of the victims of an
// event told of before: it is about the past, about no longer stretch of time
// and nothing that happens again and again.
func (d *document) carriesOn(t *tree, f fate) bool {
	for _, x := range d.a.Times {
		if x.Sentence == t.index && x.Value.Start.Day == 0 && !x.Value.Start.IsZero() {
			return false
		}
	}
	for i := range t.s.Tokens {
		switch t.form(i) {
		case "every", "each", "per", "annually", "average", "typically", "usually", "often", "normally", "worldwide", "globally",
			"if", "could", "would", "might", "ever", "war", "decades", "years":
			return false
		}
	}
	switch t.tok(f.at).XPOS {
	case "VBZ", "VBP", "VB":
		return f.total
	}
	return true
}

// window is the number of sentences in which a text goes on to tell of the
// victims of an event without naming it.
const window = 5

// toldBefore returns the harmful event that was told of last before sentence
// t, and otherwise the one that the text began with. own is the deed that the
// fate itself tells of.
//
// Where whole is true the event of which the text began to tell is meant: what
// deaths are put at is a sum, and not of one rockfall among others.
func (d *document) toldBefore(t *tree, own nlp.ChainID, whole bool) nlp.ChainID {
	last, at := nlp.NoChain, nlp.TokenRef{Sentence: -1}
	begun, first := nlp.NoChain, nlp.TokenRef{Sentence: len(d.a.Sentences)}
	for i := range d.a.Chains {
		c := &d.a.Chains[i]
		if c.Event == nil || c.ID == own || !d.hasVictims(c.ID) || gazetteer.EventIsA(c.Event.Type, "killing") || d.longAgo(c.Event.Time) ||
			c.Generic && !gazetteer.EventIsAny(c.Event.Type, []string{"conflict", "protest"}) {
			continue
		}
		for _, m := range c.Mentions {
			if m.Sentence >= t.index {
				continue
			}
			if m.Sentence > at.Sentence || m.Sentence == at.Sentence && m.Head < at.Token {
				last, at = c.ID, nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
			}
			if c.Generic {
				continue
			}
			if m.Sentence < first.Sentence || m.Sentence == first.Sentence && m.Head < first.Token {
				begun, first = c.ID, nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
			}
		}
	}
	switch {
	case whole && first.Sentence > beginning:
		return nlp.NoChain
	case last != begun && first.Sentence <= 1 && d.onlyVerb(last) && len(d.a.Chains[last].Mentions) == 1 && len(d.a.Chains[last].Event.Places) == 0 && !d.onlyVerb(begun):
		return begun // "the hospital had collapsed" is what came of the quake
	case !whole && at.Sentence >= t.index-window:
		return last
	}
	return begun
}

// title reports whether a sentence is the article's title or a heading in it.
func (d *document) title(sentence int) bool {
	return d.a.Document.KindOf(d.a.Sentences[sentence].Block) == nlp.TitleBlock
}

// toldNext returns the first harmful event that the text tells of behind its
// title, for a title that only says how many fell victim to it.
func (d *document) toldNext(title int) nlp.ChainID {
	best, at := nlp.NoChain, nlp.TokenRef{Sentence: title + beginning}
	for i := range d.a.Chains {
		c := &d.a.Chains[i]
		if c.Event == nil || c.Generic || !d.hasVictims(c.ID) || d.longAgo(c.Event.Time) {
			continue
		}
		for _, m := range c.Mentions {
			if m.Sentence > title && (m.Sentence < at.Sentence || m.Sentence == at.Sentence && m.Head < at.Token) {
				best, at = c.ID, nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
			}
		}
	}
	return best
}

// beginning is the last sentence in which a text tells for the first time of
// what it is about, counting from 0.
const beginning = 3

// fatePlaces returns the places where people came to harm as those of the
// event: "24 people were killed in the north since the fighting began".
func (d *document) fatePlaces(t *tree, f fate, e nlp.ChainID, sure float64, known []candidate) []candidate {
	if f.total || sure < sameSentence || !t.verbal(f.at) {
		return nil
	}
	var out []candidate
	for _, prep := range []string{"in", "at", "near", "on", "off", "outside", "across"} {
		for _, k := range t.oblique(f.at, prep).tokens {
			k = t.placeCore(k)
			c := d.chainAt(t, k)
			if c == nlp.NoChain || !placeTypes[d.a.Chains[c].Type] || !d.a.Chains[c].Named() || d.locates(known, e, c) {
				continue
			}
			s := d.stanceOf(t, f.at)
			out = append(out, t.candidate(f.at, nlp.ChainEnd(e), "located_in", nlp.ChainEnd(c), s, sure, "place of victims").
				over(t.tok(f.at).Span.Cover(t.tok(k).Span)))
		}
	}
	return out
}

// locates reports whether the claims have an event at a place.
func (d *document) locates(cs []candidate, e, place nlp.ChainID) bool {
	for i := range cs {
		if cs[i].Predicate == "located_in" && cs[i].Subject.Chain == e && cs[i].Object.Chain == place {
			return true
		}
	}
	return false
}

// longAgo reports whether a time is of another year than the article.
func (d *document) longAgo(i nlp.Interval) bool {
	now := d.a.Document.Date
	return !now.IsZero() && !i.Start.IsZero() && i.Start.Year < now.Year && (i.Start.Year < now.Year-1 || i.Start.Month != 0 && i.Start.Month < 10)
}
