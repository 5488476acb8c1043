package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// verbal makes the candidate of a verb that tells of an event: its noun is the
// noun for that event.
func (f *finder) verbal(i int) (Candidate, bool) {
	noun, minor, ok := deedOf(f.t, i)
	if !ok || f.scope == Notable && (minor || !realised(f.t, i) || f.toldByNoun(i, noun)) {
		return Candidate{}, false
	}
	return Candidate{
		Mention: f.mention(nlp.VerbMention, nlp.Range{First: i, End: i + 1}, i), Noun: noun,
		Types: []nlp.EntityType{nlp.Event}, Person: 3, Relative: -1, Same: -1, Possessor: -1,
	}, true
}

// deedOf returns the noun for the event that the verb at token i tells of:
// "crash" for "crashed", "explosion" for "blew up"; the verb's lemma when it
// has none, and then the event is a minor one. It reports false for what is no
// full verb of an event.
func deedOf(t *tree.Tree, i int) (noun string, minor, ok bool) {
	tok := t.Token(i)
	if tok.UPOS != "VERB" || tree.Matches(tok.Relation, "amod", "compound", "aux", "cop", "case", "mark", "fixed") {
		return "", false, false
	}
	c := clauseOf(t, i)
	lemma := c.Verb
	if figurative(t, i, c) {
		return "", false, false
	}
	for _, c.Verb = range append([]string{lemma}, tree.VerbBases(tok)...) {
		if deed, ok := gazetteer.EventVerb(c); ok {
			return deed.Noun, deed.Minor, true
		}
	}
	return lemma, true, !stative[lemma]
}

// clauseOf collects what stands beside the verb at token i.
func clauseOf(t *tree.Tree, i int) gazetteer.Clause {
	c := gazetteer.Clause{Verb: tree.VerbLemma(t.Token(i)), Object: t.Child(i, "obj") >= 0}
	for _, k := range t.Children(i) {
		tok, lemma := t.Token(k), tree.Lemma(t.Token(k))
		switch {
		case tree.Matches(tok.Relation, "compound:prt", "advmod", "xcomp"):
			c.Beside = append(c.Beside, strings.ToLower(tok.Form))
		case tree.Matches(tok.Relation, "obj"):
			c.Beside = append(c.Beside, lemma)
		case tree.Matches(tok.Relation, "obl:agent"), tree.Matches(tok.Relation, "nsubj") && !tree.Matches(tok.Relation, "nsubj:pass"):
			c.Actor = tree.Lemma(t.Token(counted(t, k)))
		case tree.Matches(tok.Relation, "obl"):
			if p := t.Case(k); p != "" {
				c.Beside = append(c.Beside, p+" "+lemma, p)
			}
		}
	}
	if c.Actor == "" && tree.Matches(t.Token(i).Relation, "nsubj:pass", "acl:relcl", "acl") && t.Head(i) >= 0 && t.Token(i).XPOS != "VBN" {
		c.Actor = tree.Lemma(t.Token(t.Head(i))) // "the missile that hit the school"
	}
	return c
}

// counted returns the noun of which token k only says how many there are:
// "dozens of protesters" are protesters.
func counted(t *tree.Tree, k int) int {
	if w := tree.Lemma(t.Token(k)); !amounts[w] {
		return k
	}
	for _, n := range t.Children(k, "nmod") {
		if t.Case(n) == "of" {
			return n
		}
	}
	return k
}

// amounts are nouns that say how many there are of what stands behind "of".
var amounts = map[string]bool{"dozen": true, "hundred": true, "thousand": true, "score": true, "ten": true, "million": true, "number": true, "group": true, "handful": true, "crowd": true, "couple": true}

// stative are verbs that tell how things are and not what happens.
var stative = map[string]bool{"be": true, "have": true, "include": true, "do": true, "accord": true, "contain": true, "consist": true, "mean": true, "seem": true}

// realised reports whether a clause states that its verb happened: no
// negation, modal verb, infinitive or condition keeps it from being one.
func realised(t *tree.Tree, i int) bool {
	tok := t.Token(i)
	if tok.XPOS == "VB" {
		return false // "to attack", "will attack", "did not attack"
	}
	for _, k := range t.Children(i, "advmod", "aux", "mark", "cc") {
		switch w := strings.ToLower(t.Token(k).Form); w {
		case "not", "n't", "never", "if", "unless", "whether", "lest":
			return false
		case "will", "would", "'ll", "could", "may", "might", "should", "must", "can", "shall", "to":
			if t.Token(k).UPOS != "ADP" {
				return false
			}
		}
	}
	return true
}

// toldByNoun reports whether a noun beside the verb names the event, and the
// verb only says that it took place or whom it harmed: "launched an attack",
// "was killed in a strike", "the blast killed 12".
func (f *finder) toldByNoun(i int, noun string) bool {
	for _, k := range f.t.Children(i, "obj", "nsubj:pass") {
		if events, ok := gazetteer.EventType(tree.Lemma(f.t.Token(k))); ok && (lightNouns[noun] || events == noun) {
			return true
		}
	}
	if onsets[noun] {
		if s := f.t.Child(i, "nsubj"); s >= 0 {
			_, told := gazetteer.EventType(tree.Lemma(f.t.Token(s)))
			return told // "fighting erupted", "a fire broke out"
		}
	}
	if !harms[noun] {
		return false
	}
	if f.toldByClause(i) {
		return true
	}
	tok := f.t.Token(i)
	if tok.XPOS == "VBG" && tree.Matches(tok.Relation, "acl", "advcl", "xcomp") && f.t.Child(i, "nsubj", "aux") < 0 {
		return true // "a bus crashed, killing 12": the clause before tells of it
	}
	for _, k := range f.t.Children(i, "obl", "nsubj") {
		switch f.t.Case(k) {
		case "in", "by", "during", "":
			if f.t.Token(k).Features.Get("PronType") == "Rel" && f.t.Head(i) >= 0 {
				k = f.t.Head(i) // "an attack that killed 12"
			}
			if f.harmful(k) {
				return true
			}
		}
	}
	return false
}

// toldByClause reports whether the clause that says when people came to harm
// tells the event: "four died when a boiler exploded".
func (f *finder) toldByClause(i int) bool {
	for _, k := range f.t.Children(i, "advcl") {
		noun, minor, ok := deedOf(f.t, k)
		if !ok || minor || !realised(f.t, k) || f.t.Token(k).XPOS == "VBG" {
			continue
		}
		for _, m := range f.t.Children(k, "mark", "advmod") {
			switch strings.ToLower(f.t.Token(m).Form) {
			case "when", "after", "as":
				if kind, ok := gazetteer.EventType(noun); ok && harmfulKind(kind) {
					return true
				}
			}
		}
	}
	return false
}

// harmful reports whether a noun names an event that has victims, by itself or
// with the words that make one name or description with it: "Cyclone Ada",
// "Magnitude 6.1 earthquake".
func (f *finder) harmful(i int) bool {
	for _, k := range append(f.t.Children(i, "flat", "compound", "nmod:desc", "appos"), i) {
		if kind, ok := gazetteer.EventType(tree.Lemma(f.t.Token(k))); ok && harmfulKind(kind) {
			return true
		}
	}
	return false
}

func harmfulKind(kind string) bool {
	for _, k := range []string{"attack", "accident", "disaster", "conflict", "outbreak"} {
		if gazetteer.EventIsA(kind, k) {
			return true
		}
	}
	return false
}

// onsets are events of verbs that, of another event, only say that it began.
var onsets = map[string]bool{"eruption": true, "outbreak": true}

// lightNouns are events of verbs that, with another event as their object, only
// say that it began or took place.
var lightNouns = map[string]bool{"launch": true, "signing": true, "victory": true, "defeat": true, "discovery": true}

// harms are events that other events bring with them.
var harms = map[string]bool{"killing": true, "death": true, "destruction": true, "shooting": true, "stabbing": true, "bombing": true, "explosion": true, "attack": true, "abduction": true, "massacre": true, "injury": true}
