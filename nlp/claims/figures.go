package claims

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// settled are nouns that with a bare "in" say how something stands, not where:
// "the curfew is in force in Leeds", "his death in office".
var settled = words("force front office service power charge effect operation use")

// figurative reports whether the noun is part of a phrase that tells of no thing
// that lies anywhere: "its good offices", "the river burst its banks", "a hard line".
func (m *matcher) figurative() bool {
	t, k := m.t, m.h
	p := t.preposition(k)
	owned := t.child(k, "nmod:poss") >= 0
	verb := ""
	if h := t.head(k); h >= 0 {
		verb = t.lemma(h)
	}
	switch lemma := t.lemma(k); lemma {
	case "office":
		if t.describedAs(k, "good") && t.tok(k).XPOS == "NNS" {
			return true
		}
	case "bank":
		return verb == "burst" || verb == "overflow" || verb == "breach"
	case "side", "corner":
		return owned && (p == "on" || p == "onto" || p == "to" || p == "in")
	case "line":
		return t.describedAs(k, "hard", "tough", "firm", "harder", "tougher", "softer", "soft") || verb == "hold" || verb == "toe"
	case "post", "position":
		return len(t.oblique(k, "of").tokens) > 0 // that of an office
	case "asylum":
		return true // "granted UK asylum"
	case "town", "city", "club", "village":
		if t.describedAs(k, "twin", "sister", "partner") {
			return true
		}
	}
	return settled[t.lemma(k)] && (p == "in" || p == "into") && t.child(k, "det") < 0 && t.child(k, "amod") < 0 && !owned ||
		t.lemma(k) == "service" && verb == "enter"
}

// describedAs reports whether one of the words stands before the noun at token k.
func (t *tree) describedAs(k int, ws ...string) bool {
	return slices.ContainsFunc(t.children(k, "amod", "compound"), func(c int) bool { return slices.Contains(ws, t.form(c)) })
}

// atHome reports whether token k is the "home" of "at home", which is wherever
// someone is at home.
func (t *tree) atHome(k int) bool {
	return k >= 0 && t.lemma(k) == "home" && t.preposition(k) == "at" && t.child(k, "det", "nmod:poss", "amod", "nmod") < 0
}

// commonNoun reports whether what begins a sentence with a capital is a noun of
// bodies' business and no place: "Supermarket chain Corvex".
func (t *tree) commonNoun(k int, c *nlp.Chain) bool {
	if k < 0 || k > 0 && t.is(k-1, "PROPN") || !in(t.base(k), "compound", "amod") {
		return false
	}
	form := t.form(k)
	if !strings.EqualFold(c.Name, form) || gazetteer.IsPlace(t.tok(k).Form) {
		return false
	}
	return t.is(k, "NOUN") || gazetteer.NounType(form) != "" || form == "world"
}
