package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// headsNominal reports whether token i heads a common noun phrase that can be
// an end of a claim.
func (f *finder) headsNominal(i int) bool {
	tok := f.t.Token(i)
	if f.inName(i) {
		return false
	}
	switch tok.Relation.Base() {
	case "flat", "fixed", "goeswith", "case", "cc", "mark", "advmod", "amod", "det", "discourse", "reparandum":
		return false
	case "compound":
		return f.employer(i)
	}
	if tree.Matches(tok.Relation, "nmod:desc") {
		return false
	}
	if h := f.t.Head(i); h >= 0 && tok.Relation.Base() == "nmod" && f.t.Case(i) == "of" && f.t.Child(i, "det", "nmod:poss") < 0 &&
		partitives[tree.Lemma(f.t.Token(h))] {
		return false // "thousands of people" is one mention
	}
	switch tok.UPOS {
	case "NOUN":
		return !timeNouns[tree.Lemma(tok)] || f.t.Child(i, "det") >= 0 && tree.Matches(tok.Relation, "nsubj", "obj")
	case "PROPN":
		return !calendar[strings.ToLower(tok.Form)] && !timeNouns[tree.Lemma(tok)] && !nothing(f.s, i, f.inTime)
	case "ADJ", "VERB", "NUM":
		// "the dead", "the wounded", "the two": an article makes them nouns.
		if f.oneOf(i) {
			return true
		}
		d := f.t.Child(i, "det")
		return d >= 0 && d < i && tree.Matches(tok.Relation, "nsubj", "obj", "obl", "nmod", "conj", "iobj", "appos") &&
			f.t.Child(i, "nsubj", "cop", "aux") < 0 && (tok.UPOS != "VERB" || tok.XPOS == "VBN" || tok.XPOS == "VBG")
	}
	return false
}

// employer reports whether token i is a bare noun for a body before the noun of
// who speaks or works for it: "company officials" are those of the company that
// the text tells of.
func (f *finder) employer(i int) bool {
	if i+1 >= f.t.Len() || f.t.Token(i).XPOS != "NN" || !employers[tree.Lemma(f.t.Token(i))] || f.t.Child(i, "compound", "amod", "nmod:poss", "det") >= 0 {
		return false
	}
	if h := f.t.Head(max(i-1, 0)); i > 0 && (h == i || h == i+1 || h == f.t.Head(i)) {
		switch before := f.t.Token(i - 1); before.UPOS {
		case "DET":
			if strings.ToLower(before.Form) != "the" {
				return false
			}
		case "ADJ", "NOUN", "PROPN", "PART", "NUM":
			return false
		}
	}
	noun := tree.Lemma(f.t.Token(i + 1))
	return gazetteer.IsTitle(noun) || gazetteer.NounType(noun) == nlp.Person
}

// employers are nouns for bodies that stand without article before who speaks or
// works for them.
var employers = map[string]bool{
	"company": true, "firm": true, "club": true, "airline": true, "party": true, "union": true, "group": true,
	"school": true, "university": true, "agency": true, "team": true, "carmaker": true, "automaker": true,
}

// oneOf reports whether token i is the "one" of "one of the attackers".
func (f *finder) oneOf(i int) bool {
	if tree.Lemma(f.t.Token(i)) != "one" || !tree.Matches(f.t.Token(i).Relation, "nsubj", "obj", "obl", "nmod", "conj", "iobj") {
		return false
	}
	for _, n := range f.t.Children(i, "nmod") {
		if f.t.Case(n) == "of" && f.t.Token(n).Features.Get("Number") == "Plur" && !f.inName(n) {
			return true
		}
	}
	return false
}

// timeNouns name stretches of time, which are no entities.
var timeNouns = map[string]bool{
	"second": true, "minute": true, "hour": true, "day": true, "week": true, "weekend": true, "month": true,
	"year": true, "decade": true, "century": true, "today": true, "yesterday": true, "tomorrow": true, "tonight": true,
	"morning": true, "afternoon": true, "evening": true, "night": true, "midnight": true, "noon": true, "moment": true,
	"spring": true, "summer": true, "autumn": true, "winter": true, "past": true, "future": true, "date": true, "time": true,
	"million": true, "billion": true, "percent": true, "kilometre": true, "kilometer": true, "mile": true, "metre": true, "meter": true,
	"way": true, "lot": true,
}

// nominal makes the candidate of a common noun phrase.
func (f *finder) nominal(i int) Candidate {
	tok := f.t.Token(i)
	r := f.nominalRange(i)
	c := Candidate{
		Mention: f.mention(nlp.NominalMention, r, i),
		Noun:    tree.Lemma(tok), Person: 3, Relative: -1, Same: -1, Possessor: -1,
	}
	if tok.UPOS == "VERB" || strings.HasPrefix(tok.XPOS, "VB") {
		c.Noun = strings.ToLower(tok.Form) // "the killing", not "the kill"
	}
	c.Modifiers = f.modifiers(i)
	c.Number = Singular
	if tok.Features.Get("Number") == "Plur" || tok.XPOS == "NNS" || tok.XPOS == "NNPS" || tok.UPOS == "ADJ" || tok.UPOS == "VERB" {
		c.Number = Plural
	}
	f.determine(&c)
	if f.t.Token(i).Relation.Base() == "compound" || f.shortened(i, &c) {
		c.Definite = Definite
	}
	if k := r.First - 2; c.Possessor < 0 && k >= 0 && f.s.Tokens[k+1].XPOS == "POS" {
		// The possessive mark right before the phrase, wherever the tree has
		// hung its phrase.
		c.Possessor, c.Determiner, c.Definite = k, "'s", Definite
	}
	if c.Count > 1 {
		c.Number = Plural
	}
	c.Types = f.typesOfNominal(i, c)
	if f.scope == Every && c.Type() != nlp.Event && tellsOfEvent(c.Noun) {
		c.Types = []nlp.EntityType{nlp.Event}
	}
	if c.Type() == nlp.Organization || c.Type() == nlp.Group && c.Number == Singular {
		c.Number = eitherNumber(c.Number)
	}
	c.Gender = gazetteer.NounGender(c.Noun)
	c.GenderSure = c.Gender != gazetteer.UnknownGender
	c.Place = f.usedAsPlace(i, c.Type())
	if gazetteer.IsSettlement(c.Noun) {
		for _, n := range f.t.Children(i, "nmod") {
			if f.t.Case(n) == "of" && f.inName(n) && f.settlement(n) == i {
				c.Same = n
			}
		}
	}
	return c
}

// shortened reports whether a noun in a headline has lost its article and
// stands for what the headline tells of: "Nokia chief leaves company".
func (f *finder) shortened(i int, c *Candidate) bool {
	blocks := f.a.Document.Blocks
	if f.s.Block < 0 || f.s.Block >= len(blocks) || blocks[f.s.Block].Kind != nlp.TitleBlock || c.Definite != Bare || len(c.Modifiers) > 0 {
		return false
	}
	return f.t.Token(i).XPOS == "NN" && employers[c.Noun] && tree.Matches(f.t.Token(i).Relation, "obj", "obl", "nmod")
}

// tellsOfEvent reports whether a noun tells, among other things, of an event.
func tellsOfEvent(noun string) bool {
	_, ok := gazetteer.EventType(noun)
	return ok || gazetteer.MinorEvent(noun)
}

// nominalRange returns the tokens of the phrase without articles, clauses,
// appositions and conjuncts: what precedes the noun, the noun, and what hangs
// from it by "of".
func (f *finder) nominalRange(i int) nlp.Range {
	r := nlp.Range{First: i, End: i + 1}
	member := map[int]bool{i: true}
	for _, c := range f.t.Children(i) {
		tok := f.t.Token(c)
		switch {
		case c < i && tree.Matches(tok.Relation, "compound", "amod", "nummod", "nmod:poss", "nmod:desc", "flat", "nmod", "advmod", "punct", "goeswith"):
			if tok.UPOS == "PRON" || tok.UPOS == "ADP" || tok.UPOS == "PUNCT" && !hyphen(tok.Form) {
				continue
			}
			for _, d := range f.t.Phrase(c, f.outside) {
				if tok.Relation.Base() != "nummod" || d == c || f.t.Token(d).UPOS == "NUM" || hyphen(f.t.Token(d).Form) {
					member[d] = true // the number without "at least"
				}
			}
		case c > i && (tree.Matches(tok.Relation, "flat", "compound", "goeswith") || tok.Relation.Base() == "nmod" && f.t.Case(c) == "of"):
			for _, d := range f.t.Phrase(c, f.outside) {
				member[d] = true
			}
		}
	}
	for r.First > 0 && member[r.First-1] {
		r.First--
	}
	for r.End < len(f.s.Tokens) && member[r.End] {
		r.End++
	}
	for _, n := range f.names {
		if n.tokens.First > i && n.tokens.First < r.End && n.tokens.End > r.End {
			r.End = n.tokens.End // "the chapter of the Council on X and Y"
		}
	}
	return trimNominal(f.s, r, i)
}

// outside reports whether a child begins what a mention leaves out.
func (f *finder) outside(c int) bool {
	return tree.Matches(f.t.Token(c).Relation, "acl", "acl:relcl", "appos", "parataxis", "advcl", "conj", "dep", "list")
}

// trimNominal takes articles and punctuation off the front, punctuation off
// the end; it never passes the head.
func trimNominal(s *nlp.Sentence, r nlp.Range, head int) nlp.Range {
	for r.First < head {
		t := &s.Tokens[r.First]
		if t.UPOS != "DET" && t.UPOS != "PUNCT" && t.UPOS != "PART" && t.UPOS != "ADP" && t.UPOS != "CCONJ" {
			break
		}
		r.First++
	}
	for r.End-1 > head {
		t := &s.Tokens[r.End-1]
		if t.UPOS != "PUNCT" && t.UPOS != "ADP" && t.UPOS != "CCONJ" && t.UPOS != "PART" {
			break
		}
		r.End--
	}
	return r
}
