package event

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// OfVerb returns the event chain that the verb at ref tells of. When the verb
// only says what a noun beside it names ("was killed in a strike", "carried
// out an attack") that is the noun's chain; when another verb of the same type
// with the same victim has a chain, that one; otherwise a new chain with a
// mention of the verb and a name such as "killing of Jane Doe".
func OfVerb(a *nlp.Analysis, ref nlp.TokenRef) nlp.ChainID {
	if c := a.ChainAt(ref); c != nlp.NoChain {
		return c
	}
	t := tree.Of(&a.Sentences[ref.Sentence])
	lemma := tree.Lemma(t.Token(ref.Token))
	noun := nounOfVerb(lemma)
	kind, ok := gazetteer.EventType(noun)
	if !ok {
		kind = noun
	}
	at := func(i int) nlp.ChainID { return a.ChainAt(nlp.TokenRef{Sentence: ref.Sentence, Token: i}) }
	for _, k := range t.Children(ref.Token, "obj", "nsubj:pass", "obl") {
		c := at(k)
		if c == nlp.NoChain || a.Chains[c].Type != nlp.Event || a.Chains[c].Event == nil {
			continue
		}
		if tree.Matches(t.Token(k).Relation, "obl") {
			if p := t.Case(k); p != "in" && p != "by" && p != "during" || !harm[lemma] || !gazetteer.EventIsA(a.Chains[c].Event.Type, "attack") && !gazetteer.EventIsA(a.Chains[c].Event.Type, "accident") {
				continue
			}
		} else if !light[lemma] {
			continue
		}
		return c
	}
	x := Reading{Ref: ref, Candidate: -1, Type: kind, Noun: noun}
	r := newReader(a, tree.All(a), nil)
	if s, ok := r.patient(t, ref); ok {
		x.Patients = append(x.Patients, s)
	}
	if s := t.Child(ref.Token, "nsubj", "obl:agent"); s >= 0 && !tree.Matches(t.Token(s).Relation, "nsubj:pass") {
		x.Agents = append(x.Agents, nlp.TokenRef{Sentence: ref.Sentence, Token: s})
	}
	for _, k := range t.Children(ref.Token, "obl") {
		if c := at(k); c != nlp.NoChain {
			switch a.Chains[c].Type {
			case nlp.City, nlp.Country, nlp.Place, nlp.Facility:
				if t.Case(k) == "in" || t.Case(k) == "at" || t.Case(k) == "near" {
					x.Places = append(x.Places, nlp.TokenRef{Sentence: ref.Sentence, Token: k})
				}
			}
		}
	}
	x.Time = r.verbTime(ref)
	span := t.Token(ref.Token).Span
	m := nlp.Mention{
		Span: span, Text: a.Document.Text.Slice(span), Kind: nlp.VerbMention, Sentence: ref.Sentence,
		Tokens: nlp.Range{First: ref.Token, End: ref.Token + 1}, Head: ref.Token,
	}
	facts := factsOf(a, nlp.NoChain, []*Reading{&x})
	if c := sameVerb(a, facts); c != nlp.NoChain {
		m.Because = "same deed"
		a.AddMention(c, m)
		return c
	}
	c := nlp.Chain{Type: nlp.Event, Event: facts, Mentions: []nlp.Mention{m}}
	c.Name = noun
	switch patient, agent := participant(a, &c, nlp.PatientRole), participant(a, &c, nlp.AgentRole); {
	case patient != "":
		c.Name = noun + " of " + patient
		if !suffered[kind] && gazetteer.EventIsA(kind, "attack") {
			c.Name = noun + " on " + patient
		}
	case placeName(a, &c) != "":
		c.Name = placeName(a, &c) + " " + noun
	case agent != "":
		c.Name = noun + " by " + agent
	}
	return a.AddChain(c)
}

// patient returns whom a verb's deed is done to: its object, the subject of
// its passive, or the noun that its participle stands behind.
func (r *reader) patient(t *tree.Tree, ref nlp.TokenRef) (nlp.TokenRef, bool) {
	if o := t.Child(ref.Token, "obj"); o >= 0 {
		return nlp.TokenRef{Sentence: ref.Sentence, Token: o}, true
	}
	return r.victim(ref.Sentence, ref.Token)
}

// verbTime returns the time expression that hangs from the verb.
func (r *reader) verbTime(ref nlp.TokenRef) nlp.Interval {
	t := r.trees[ref.Sentence]
	for _, x := range r.times[ref.Sentence] {
		if t.Head(timeHead(t, x.Tokens)) == ref.Token {
			return x.Value
		}
	}
	return nlp.Interval{}
}

// sameVerb returns a chain made for another verb that tells of the same deed:
// the same type and the same named victim, at times that can be one.
func sameVerb(a *nlp.Analysis, f *nlp.EventFacts) nlp.ChainID {
	for i := range a.Chains {
		c := &a.Chains[i]
		if c.Event == nil || c.Event.Type != f.Type || c.Generic {
			continue
		}
		if !f.Time.IsZero() && !c.Event.Time.IsZero() && !overlap(f.Time, c.Event.Time) {
			continue
		}
		for _, p := range f.Participants {
			if p.Role != nlp.PatientRole || !a.Chains[p.Chain].Named() {
				continue
			}
			for _, q := range c.Event.Participants {
				if q == p && suffered[f.Type] {
					return c.ID
				}
			}
		}
	}
	return nlp.NoChain
}

// light verbs only say that the event in their object took place.
var light = set(`carry conduct commit launch stage perpetrate make take hold have give perform execute mount do
	undergo suffer undertake deliver pay`)

// nounOfVerb returns the noun for the deed of a verb.
func nounOfVerb(lemma string) string {
	if n, ok := deeds[lemma]; ok {
		return n
	}
	if _, ok := gazetteer.EventType(lemma); ok {
		return lemma
	}
	switch {
	case strings.HasSuffix(lemma, "ie"):
		return strings.TrimSuffix(lemma, "ie") + "ying"
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee"):
		return strings.TrimSuffix(lemma, "e") + "ing"
	}
	return lemma + "ing"
}

var deeds = map[string]string{
	"kill": "killing", "murder": "murder", "assassinate": "assassination", "slay": "killing", "massacre": "massacre",
	"bomb": "bombing", "blast": "blast", "explode": "explosion", "detonate": "explosion", "shoot": "shooting", "shell": "shelling",
	"stab": "stabbing", "abduct": "abduction", "kidnap": "kidnapping", "hijack": "hijacking", "invade": "invasion",
	"occupy": "occupation", "arrest": "arrest", "detain": "detention", "imprison": "imprisonment", "jail": "imprisonment",
	"convict": "conviction", "acquit": "acquittal", "sentence": "sentencing", "charge": "charge", "prosecute": "prosecution",
	"release": "release", "free": "release", "rescue": "rescue", "evacuate": "evacuation", "execute": "execution",
	"die": "death", "collapse": "collapse", "crash": "crash", "collide": "collision", "sink": "sinking", "elect": "election",
	"appoint": "appointment", "nominate": "nomination", "resign": "resignation", "retire": "retirement", "dismiss": "dismissal",
	"acquire": "acquisition", "merge": "merger", "buy": "purchase", "purchase": "purchase", "sell": "sale", "found": "foundation",
	"meet": "meeting", "negotiate": "negotiation", "protest": "protest", "demonstrate": "demonstration", "withdraw": "withdrawal",
	"overthrow": "overthrow", "oust": "ouster", "torture": "torture", "rape": "rape", "rob": "robbery", "steal": "theft",
	"win": "victory", "lose": "defeat", "defeat": "defeat", "marry": "marriage", "divorce": "divorce", "bear": "birth",
	"visit": "visit", "launch": "launch", "open": "opening", "close": "closure", "destroy": "destruction", "injure": "injury",
	"wound": "wounding", "deport": "deportation", "extradite": "extradition", "investigate": "investigation", "deploy": "deployment",
}
