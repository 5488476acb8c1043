package mention

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// commonNoun reports whether a name is only a common noun with the capital of a
// sentence's or a headline's first word.
func commonNoun(s *nlp.Sentence, r nlp.Range) bool {
	tok := &s.Tokens[r.First]
	return r.Len() == 1 && r.First == 0 && tok.UPOS == "NOUN" && len(gazetteer.NounTypes(tree.Lemma(tok))) > 0
}

func allCalendar(s *nlp.Sentence, r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if f := strings.ToLower(s.Tokens[i].Form); !calendar[f] && s.Tokens[i].UPOS != "NUM" && s.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

func adjectiveOnly(s *nlp.Sentence, r nlp.Range) bool {
	if k := r.First + 2; r.Len() == 1 && k < len(s.Tokens) && hyphen(s.Tokens[k-1].Form) && s.Tokens[k].XPOS == "VBN" {
		_, name := gazetteer.CountryByName(s.Tokens[r.First].Form)
		_, ok := gazetteer.CountryByDemonym(s.Tokens[r.First].Form)
		return ok && !name // "the Ivorian-born curator"
	}
	for i := r.First; i < r.End; i++ {
		tok := &s.Tokens[i]
		if tok.UPOS != "ADJ" || tok.Relation.Base() != "amod" {
			return false
		}
	}
	text := formsOf(s, r)
	if _, ok := gazetteer.CountryByDemonym(text); ok {
		_, name := gazetteer.CountryByName(text)
		return !name
	}
	_, ok := gazetteer.PeopleName(text)
	return ok
}

func allInTime(r nlp.Range, inTime []bool) bool {
	for i := r.First; i < r.End; i++ {
		if !inTime[i] {
			return false
		}
	}
	return true
}

// properRun returns the run of proper nouns, with the hyphens, particles and
// adjectives inside, that begins at i, or an empty range.
func properRun(t *tree.Tree, i int, inTime []bool) nlp.Range {
	s := t.Sentence
	if !proper(s, i) || inTime[i] || calendar[strings.ToLower(s.Tokens[i].Form)] {
		return nlp.Range{}
	}
	end := i + 1
	for end < len(s.Tokens) && !inTime[end] {
		switch {
		case proper(s, end) && (connected(t, i, end, end) || joins(s, end)):
			if _, starts := nameAt(s, end); starts {
				return nlp.Range{First: i, End: end}
			}
			end++
			continue
		case end+1 < len(s.Tokens) && hyphen(s.Tokens[end].Form) && !s.Tokens[end].SpaceAfter && proper(s, end+1):
			end += 2
			continue
		case end+1 < len(s.Tokens) && (s.Tokens[end].Form == "of" || s.Tokens[end].Form == "for") &&
			proper(s, end+1) && t.Token(end+1).Relation.Base() != "conj" && institutional(s.Tokens[end-1].Form) &&
			connected(t, i, end, end+1):
			end += 2
			continue
		}
		break
	}
	r := nlp.Range{First: i, End: end}
	if adjectiveOnly(s, r) {
		return nlp.Range{}
	}
	if end == i+1 && end < len(s.Tokens) {
		if _, ok := gazetteer.CountryByDemonym(s.Tokens[i].Form + " " + s.Tokens[end].Form); ok {
			return nlp.Range{} // the "South" of "South Korean"
		}
	}
	return r
}

// institutional names go on behind "of" ("Bank of England"); persons do not.
func institutional(form string) bool {
	l := strings.ToLower(form)
	switch gazetteer.NounType(l) {
	case nlp.Organization, nlp.Facility:
		return true
	}
	return l == "republic" || l == "university" || l == "secretary" || l == "bay" || l == "gulf"
}

func proper(s *nlp.Sentence, i int) bool {
	tok := &s.Tokens[i]
	if tok.UPOS == "PROPN" {
		return true
	}
	return tok.UPOS == "ADJ" && strings.HasPrefix(tok.XPOS, "NNP")
}

// connected reports whether token j hangs, within its name, from the tokens
// first to end, or they from it: two names side by side do not join.
func connected(t *tree.Tree, first, end, j int) bool {
	within := func(r nlp.Relation) bool {
		return tree.Matches(r, "flat", "compound", "amod", "nmod", "nmod:desc", "goeswith", "dep")
	}
	if h := t.Head(j); h >= first && h < end && within(t.Token(j).Relation) {
		return !tree.Matches(t.Token(j).Relation, "nmod:poss")
	}
	for k := first; k < end; k++ {
		h := t.Head(k)
		if h == j && within(t.Token(k).Relation) && !tree.Matches(t.Token(k).Relation, "nmod:poss") {
			return true
		}
		// "New York Times": both hang from a word further on.
		if h > j && h == t.Head(j) && within(t.Token(k).Relation) && within(t.Token(j).Relation) &&
			t.Token(h).UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// calendar words are proper nouns that name no entity.
var calendar = map[string]bool{
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true,
	"sunday": true, "january": true, "february": true, "march": true, "april": true, "may": true, "june": true,
	"july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan.": true, "feb.": true, "mar.": true, "apr.": true, "aug.": true, "sept.": true, "oct.": true,
	"nov.": true, "dec.": true, "am": true, "pm": true, "a.m.": true, "p.m.": true, "utc": true, "gmt": true,
	"bce": true, "bc": true, "ad": true, "ce": true,
}

func formsOf(s *nlp.Sentence, r nlp.Range) string {
	var b strings.Builder
	for i := r.First; i < r.End; i++ {
		b.WriteString(s.Tokens[i].Form)
		if s.Tokens[i].SpaceAfter && i+1 < r.End {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
