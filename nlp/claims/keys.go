package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// key is under what a token is looked up in the codebook.
type key struct {
	class codebook.Class
	lemma string
}

// keys returns the classes and lemmas a token can match as. A participle that
// modifies a noun counts as an adjective in its own form ("Turkey-backed").
func (d *document) keys(t *tree, h int) []key {
	lemma := t.lemma(h)
	switch t.tok(h).UPOS {
	case "VERB":
		if in(t.base(h), "amod", "compound") || t.base(h) == "conj" && in(t.base(t.first(h)), "amod") {
			return []key{{codebook.Adjective, t.form(h)}}
		}
		return []key{{codebook.Verb, d.knownVerb(t, h)}, {codebook.Adjective, t.form(h)}}
	case "AUX":
		if t.verbal(h) {
			return []key{{codebook.Verb, lemma}}
		}
	case "NOUN":
		return []key{{codebook.Noun, d.knownNoun(t, h)}}
	case "PROPN":
		if d.surname(t, h) {
			return []key{{codebook.Noun, ""}} // only what fits every noun
		}
		return []key{{codebook.Noun, lemma}}
	case "ADJ":
		if titleAdjective[lemma] {
			return []key{{codebook.Noun, lemma}, {codebook.Adjective, lemma}}
		}
		if f := t.form(h); t.tok(h).XPOS == "VBN" && f != lemma {
			return []key{{codebook.Adjective, f}} // "married", tagged as an adjective with the lemma of the verb
		}
		return []key{{codebook.Adjective, lemma}}
	case "ADP", "ADV":
		return []key{{codebook.Word, lemma}}
	}
	return nil
}

// surname reports whether a proper noun is inside a person's name and no title
// at its head: "Gary Fan" is no fan.
func (d *document) surname(t *tree, h int) bool {
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.Contains(h) {
			return h > n.Tokens.First || !gazetteer.IsTitle(t.form(h))
		}
	}
	return false
}

// irregular are past forms that lemmatisers often get wrong.
var irregular = map[string]string{
	"overthrew": "overthrow", "overthrown": "overthrow", "withdrew": "withdraw", "withdrawn": "withdraw",
	"slew": "slay", "slain": "slay", "shot": "shoot", "struck": "strike", "stricken": "strike", "fought": "fight",
	"led": "lead", "bought": "buy", "won": "win", "met": "meet", "fled": "flee", "swore": "swear", "sworn": "swear",
	"overran": "overrun", "beat": "beat", "beaten": "beat", "forbade": "forbid", "born": "bear", "wed": "wed",
	"founded": "found", "froze": "freeze", "frozen": "freeze", "sought": "seek", "taught": "teach", "bore": "bear",
	"split": "split", "hung": "hang", "sued": "sue", "laid": "lay", "stole": "steal", "stolen": "steal", "forgave": "forgive", "threw": "throw", "thrown": "throw", "rose": "rise",
}

// verbLemma is the lemma of a verb, with a doubled final consonant that a
// lemmatiser left from "controlled" or "planning" undone.
func (t *tree) verbLemma(h int) string {
	l, f := t.lemma(h), t.form(h)
	if base, ok := irregular[f]; ok {
		return base
	}
	n := len(l)
	if n < 4 || l[n-1] != l[n-2] || f == l || !(strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "ing")) {
		return l
	}
	switch l[n-1] {
	case 'l', 't', 'n', 'p', 'r', 'b', 'g', 'd', 'm':
		if !trueDouble[l] {
			return l[:n-1]
		}
	}
	return l
}

// trueDouble are verbs that end in a double consonant.
var trueDouble = words("kill call tell sell fill roll pull bill poll spell smell fall enroll drill add err install shell recall chill thrill grill yell stall swell dwell spill will butt purr putt egg")

// knownVerb is the lemma under which the codebook has a verb: its lemma, or
// another base that its form can have when the lemma is none of the codebook's
// (lemmatisers drop an "e", keep a doubled consonant).
func (d *document) knownVerb(t *tree, h int) string {
	l := t.verbLemma(h)
	if len(d.cb.Match(codebook.Verb, l)) > d.anyVerb {
		return l
	}
	for _, base := range bases(t.form(h)) {
		if len(d.cb.Match(codebook.Verb, base)) > d.anyVerb {
			return base
		}
	}
	return l
}

// knownNoun is the lemma under which the codebook has a noun: its lemma, or its
// form for nouns that are plural only ("at odds").
func (d *document) knownNoun(t *tree, h int) string {
	l, f := t.lemma(h), t.form(h)
	if len(d.cb.Match(codebook.Noun, l)) <= d.anyNoun && len(d.cb.Match(codebook.Noun, f)) > d.anyNoun {
		return f
	}
	return l
}

// bases lists what a regular verb form may be a form of.
func bases(form string) []string {
	for _, ending := range []string{"ed", "ing", "es", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		out := []string{stem, stem + "e"}
		if n := len(stem); stem[n-1] == stem[n-2] {
			out = append(out, stem[:n-1])
		}
		if y, ok := strings.CutSuffix(stem, "i"); ok {
			out = append(out, y+"y")
		}
		return out
	}
	return nil
}
