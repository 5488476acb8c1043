package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	deptree "github.com/kgbuild/kgbuild/nlp/tree"
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
		if !t.passive(h) && (t.tok(h).XPOS != "VBN" && t.tok(h).XPOS != "JJ" || t.perfect(h) || t.child(h, "obj") >= 0) {
			return []key{{codebook.Verb, d.knownVerb(t, h)}}
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
// at its head ("Gary Fan" is no fan), or names persons inside the name of
// something else ("Friends of the Earth").
func (d *document) surname(t *tree, h int) bool {
	for _, n := range t.s.Names {
		if n.Type == nlp.Person && n.Tokens.Contains(h) {
			return h > n.Tokens.First || !gazetteer.IsTitle(t.form(h))
		}
		if n.Type == nlp.Organization && n.Tokens.Len() > 1 && n.Tokens.Contains(h) && gazetteer.NounType(t.lemma(h)) == nlp.Person && !gazetteer.IsTitle(t.lemma(h)) {
			return true
		}
	}
	return false
}

// verbLemma is the lemma of a verb, mended where lemmatisers often err.
func (t *tree) verbLemma(h int) string { return deptree.VerbLemma(t.tok(h)) }

// knownVerb is the lemma under which the codebook has a verb: its lemma, or
// another base that its form can have when the lemma is none of the codebook's
// (lemmatisers drop an "e", keep a doubled consonant).
func (d *document) knownVerb(t *tree, h int) string {
	l := t.verbLemma(h)
	if len(d.cb.Match(codebook.Verb, l)) > d.anyVerb {
		return l
	}
	for _, base := range deptree.VerbBases(t.tok(h)) {
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
