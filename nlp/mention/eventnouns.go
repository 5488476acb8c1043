package mention

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// tellsNoEvent reports whether a noun that can tell of an event tells in its
// phrase of none: of how much was sold or how many voted ("record sales",
// "4,000 votes"), of an aim ("long-term goals"), or in a figure of speech of a
// great many ("a flood of letters") or of the end of something abstract ("the
// collapse of the talks").
func (f *finder) tellsNoEvent(i int, c Candidate) bool {
	if f.scope == Every {
		return false
	}
	if countsEvents(&c) {
		return true
	}
	switch c.Noun {
	case "sale":
		return c.Number == Plural
	case "vote", "ballot":
		return c.Number == Plural || c.Count > 1
	case "goal", "penalty":
		return !f.inSport() || f.t.Child(i, "nmod:poss") >= 0 && f.t.Child(i, "acl") >= 0
	case "finding":
		return c.Number == Plural
	}
	figure, ok := figures[c.Noun]
	if metaphors[c.Noun] {
		figure, ok = masses, true
	}
	if !ok {
		return false
	}
	for _, k := range f.t.Children(i, "nmod") {
		if k > i && f.t.Case(k) == "of" && figure[tree.Lemma(f.t.Token(k))] {
			return true
		}
	}
	return false
}

// metaphors are nouns of disasters that with "of" and a noun tell of how much
// there is of something.
var metaphors = map[string]bool{
	"flood": true, "avalanche": true, "deluge": true, "explosion": true, "storm": true, "tsunami": true, "landslide": true, "barrage": true,
	"earthquake": true, "firestorm": true, "tornado": true, "whirlwind": true, "salvo": true, "volley": true, "epidemic": true, "outbreak": true,
}

// masses are what metaphors tell that there is much of.
var masses = wordSet("letter|email|e-mail|message|mail|call|publication|article|book|story|report|review|complaint|criticism|question|request|application|" +
	"order|offer|money|cash|cheap|import|export|good|product|refugee|migrant|tourist|visitor|people|applicant|customer|tear|emotion|anger|rage|joy|" +
	"laughter|interest|support|protest|outrage|indignation|growth|debt|population|creativity|colour|color|demand|investment|lawsuit|tweet|post|abuse|" +
	"insult|condemnation|publicity|information|data|news|rumour|rumor|corruption|loneliness|obesity|violence|crime|fraud|suicide|homelessness")

// tellsOfSport reports whether the article tells of sport.
func tellsOfSport(a *nlp.Analysis) bool {
	n := 0
	for i := range a.Sentences {
		for k := range a.Sentences[i].Tokens {
			if sportWords[strings.ToLower(a.Sentences[i].Tokens[k].Lemma)] {
				n++
			}
		}
	}
	return n >= leastSport
}

// leastSport is how many words of sport an article has that tells of sport.
const leastSport = 3

var sportWords = wordSet("match|striker|midfielder|goalkeeper|defender|quarterback|touchdown|kicker|half-time|halftime|football|soccer|hockey|rugby|" +
	"league|playoff|stoppage|referee|penalty|coach|equaliser|equalizer|footballer|teammate|team-mate|offside|forward|winger|fixture|handball|lacrosse|" +
	"polo|nfl|nhl|uefa|fifa|goalscorer|goalless|hat-trick")

// countsEvents reports whether a phrase only says how many events of a kind
// there were in somebody's life or season: "59 games".
func countsEvents(c *Candidate) bool {
	kind, ok := gazetteer.EventType(c.Noun)
	return ok && c.Count > 1 && c.Definite != Definite && c.Kind == nlp.NominalMention && (kind == "match" || kind == "goal" || kind == "competition")
}

// typeOfEventName types a name that the model takes for that of an event: acts,
// works and other papers are none, and of single words few are.
func (f *finder) typeOfEventName(n name) nlp.EntityType {
	last := f.s.Tokens[n.tokens.End-1].Form
	w := strings.ToLower(last)
	if n.tokens.Len() > 1 {
		if papers[w] {
			return nlp.Concept
		}
		return nlp.Event
	}
	if _, ok := gazetteer.EventType(w); ok || eventNames[w] || len(last) > 1 && last == strings.ToUpper(last) {
		return nlp.Event
	}
	if _, ok := gazetteer.GivenName(last); ok && len(last) > 1 || f.tellsOfStorm() { // storms have names of people, or others
		return nlp.Event
	}
	for _, end := range []string{"gate", "fest", "con", "lympics", "day", "vision", "exit"} {
		if strings.HasSuffix(w, end) {
			return nlp.Event
		}
	}
	return nlp.Concept
}

// tellsOfStorm reports whether the sentence speaks of a storm of the kinds that have names.
func (f *finder) tellsOfStorm() bool {
	return slices.ContainsFunc(f.s.Tokens, func(t nlp.Token) bool { return storms[strings.ToLower(t.Lemma)] })
}

var (
	// storms are nouns of those that are given names.
	storms = words("storm hurricane typhoon cyclone")
	// papers are nouns in which the names of laws and works end.
	papers = words("act treaty constitution bill law code amendment protocol chronicle book history album film novel charter magazine")
	// eventNames are single words that name events.
	eventNames = words(`holocaust shoah nakba hajj ramadan christmas easter diwali eid passover hanukkah thanksgiving halloween euros wimbledon
		superbowl oscars grammys emmys baftas watergate intifada brexit glastonbury coachella ashes`)
)
