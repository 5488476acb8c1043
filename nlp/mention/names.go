package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// name is a run of tokens that is a proper name, after repair.
type name struct {
	tokens nlp.Range
	kind   nlp.EntityType // "" when neither the model nor the lists tell
	given  bool           // the model (or the input) says that it is a name
}

// findNames returns the sentence's names: those of the names layer, repaired,
// and runs of proper nouns that it passed over. Demonyms used as adjectives
// and time expressions are no names.
func findNames(t *tree.Tree, inTime []bool) []name {
	s := t.Sentence
	var out []name
	taken := make([]bool, len(s.Tokens))
	add := func(n name) {
		n.tokens = withoutCarrier(s, trim(s, n.tokens))
		if !anyUpper(s, n.tokens) {
			return
		}
		if n.tokens.Len() <= 0 || len(out) > 0 && out[len(out)-1].tokens.End > n.tokens.First {
			return
		}
		for i := n.tokens.First; i < n.tokens.End; i++ {
			taken[i] = true
		}
		out = append(out, n)
	}
	for i := 0; i < len(s.Tokens); i++ {
		if n, ok := nameAt(s, i); ok {
			if cut := pair(s, n.tokens); cut > 0 {
				add(name{tokens: nlp.Range{First: n.tokens.First, End: cut}})
				add(name{tokens: nlp.Range{First: cut + 1, End: n.tokens.End}})
				i = n.tokens.End - 1
				continue
			}
			n.tokens = widen(t, n.tokens)
			for next := n.tokens.End; next < len(s.Tokens); next = n.tokens.End {
				m, ok := nameAt(s, next)
				if !ok || !joins(s, next) {
					break
				}
				n.tokens.End = max(m.tokens.End, n.tokens.End+1)
			}
			n.tokens = trim(s, n.tokens)
			n.tokens = institution(t, withoutTitle(s, n))
			if n.tokens.Len() == 0 {
				continue
			}
			if !commonNoun(s, n.tokens) && !adjectiveOnly(s, n.tokens) && !allInTime(n.tokens, inTime) && !allCalendar(s, n.tokens) {
				add(n)
			}
			i = max(i, n.tokens.End-1)
			continue
		}
		if run := properRun(t, i, inTime); run.Len() > 0 {
			end := run.End
			if rest := withoutTitle(s, name{tokens: run}); rest.Len() > 0 {
				run = institution(t, rest)
				add(name{tokens: run})
				end = max(end, run.End)
			}
			i = end - 1
		}
	}
	return out
}

// nameAt returns the name of the names layer that begins at token i.
func nameAt(s *nlp.Sentence, i int) (name, bool) {
	for _, n := range s.Names {
		if n.Tokens.First == i && n.Tokens.Len() > 0 && n.Tokens.End <= len(s.Tokens) {
			return name{tokens: n.Tokens, kind: n.Type, given: true}, true
		}
	}
	return name{}, false
}

// commonNoun reports whether a name is only a common noun with the capital of a
// sentence's or a headline's first word.
func commonNoun(s *nlp.Sentence, r nlp.Range) bool {
	tok := &s.Tokens[r.First]
	return r.Len() == 1 && r.First == 0 && tok.UPOS == "NOUN" && len(gazetteer.NounTypes(tree.Lemma(tok))) > 0
}

// boards are institutions that are "on" something.
var boards = map[string]bool{"council": true, "committee": true, "commission": true, "panel": true, "conference": true}

// withoutTitle takes a title off the end of a name that the name of a person
// follows: "Revolutionary Guard General" before "Jane Doe" keeps two words,
// "Ayatollah" none.
func withoutTitle(s *nlp.Sentence, n name) nlp.Range {
	r := n.tokens
	next, ok := nameAt(s, r.End)
	if !ok || next.kind != nlp.Person || n.kind == nlp.Person {
		return r
	}
	for r.Len() > 0 {
		n := titleBefore(s, r.First, r.End)
		if n == 0 {
			break
		}
		r.End -= n
	}
	return r
}

// titleBefore returns how many words of the title end before token end: 2 for
// "Prime Minister", 1 for "General", 0 for none. It looks no further back than
// first.
func titleBefore(s *nlp.Sentence, first, end int) int {
	word := func(i int) string { return strings.ToLower(s.Tokens[i].Form) }
	if end-2 >= first && gazetteer.IsTitle(word(end-2)+" "+word(end-1)) {
		return 2
	}
	if end-1 >= first && s.Tokens[end-1].UPOS != "PUNCT" && gazetteer.IsTitle(word(end-1)) {
		return 1
	}
	return 0
}

// institution joins what a model cut at a preposition: an institution and what
// it is for ("Institute for Peace", "University of Texas").
func institution(t *tree.Tree, r nlp.Range) nlp.Range {
	s := t.Sentence
	if r.End+1 >= len(s.Tokens) || !institutional(s.Tokens[r.End-1].Form) || r.Len() < 1 {
		return r
	}
	link := s.Tokens[r.End].Form
	boardOn := link == "on" && boards[strings.ToLower(s.Tokens[r.End-1].Form)]
	if link != "of" && link != "for" && !boardOn || t.Token(r.End).UPOS != "ADP" {
		return r
	}
	next := r.End + 1
	if s.Tokens[next].Form == "the" && next+1 < len(s.Tokens) {
		next++
	}
	m, ok := nameAt(s, next)
	if !ok {
		m.tokens = properRun(t, next, make([]bool, len(s.Tokens)))
	}
	if m.tokens.Len() == 0 {
		return r
	}
	r.End = m.tokens.End
	return r
}

func allCalendar(s *nlp.Sentence, r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if f := strings.ToLower(s.Tokens[i].Form); !calendar[f] && s.Tokens[i].UPOS != "NUM" && s.Tokens[i].UPOS != "PUNCT" {
			return false
		}
	}
	return true
}

// withoutCarrier takes a lower-case noun that says what the name is off its end.
func withoutCarrier(s *nlp.Sentence, r nlp.Range) nlp.Range {
	for r.Len() > 1 {
		last := &s.Tokens[r.End-1]
		if upper(last.Form) || !gazetteer.IsCarrier(tree.Lemma(last)) {
			break
		}
		r.End--
	}
	return r
}

func anyUpper(s *nlp.Sentence, r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		for _, c := range s.Tokens[i].Form {
			if unicode.IsUpper(c) || unicode.IsDigit(c) || !unicode.IsLower(c) && unicode.IsLetter(c) {
				return true
			}
		}
	}
	return false
}

// pair returns the hyphen between two known names ("Israel-Hamas" in
// "Israel-Hamas conflict"), which are two and not one, or -1.
func pair(s *nlp.Sentence, r nlp.Range) int {
	for i := r.First + 1; i < r.End-1; i++ {
		f := s.Tokens[i].Form
		if (hyphen(f) || f == "–" || f == "/") && knownName(s, nlp.Range{First: r.First, End: i}) && knownName(s, nlp.Range{First: i + 1, End: r.End}) {
			return i
		}
	}
	return -1
}

func knownName(s *nlp.Sentence, r nlp.Range) bool { return gazetteer.NameType(formsOf(s, r)) != "" }

// joins reports whether the token at i continues the name before it: they hang
// together by a hyphen.
func joins(s *nlp.Sentence, i int) bool {
	return i > 0 && !s.Tokens[i-1].SpaceAfter && (hyphen(s.Tokens[i].Form) || hyphen(s.Tokens[i-1].Form))
}

func hyphen(form string) bool { return form == "-" || form == "‑" || form == "‐" }

// particles are small words that belong to the name behind them.
var particles = map[string]bool{
	"al": true, "el": true, "bin": true, "bint": true, "ibn": true, "ben": true, "abu": true, "van": true,
	"von": true, "de": true, "der": true, "den": true, "del": true, "della": true, "da": true, "di": true,
	"dos": true, "du": true, "la": true, "le": true, "ul": true, "ur": true, "as": true, "ash": true, "ad": true,
	"an": true, "ar": true, "at": true, "az": true,
}

// widen repairs a name that a model cut at a hyphen, a particle or an
// apostrophe: what is written without a space belongs to it, and so do
// capitalised words behind a particle.
func widen(t *tree.Tree, r nlp.Range) nlp.Range {
	s := t.Sentence
	for r.End < len(s.Tokens) {
		next := s.Tokens[r.End]
		if hyphen(next.Form) && r.End+1 < len(s.Tokens) && knownName(s, r) && knownName(s, nlp.Range{First: r.End + 1, End: r.End + 2}) {
			return r
		}
		switch {
		case !s.Tokens[r.End-1].SpaceAfter && apostrophe(next.Form):
			r.End++ // "Shi'ite"
		case joins(s, r.End) && (hyphen(next.Form) && r.End+1 < len(s.Tokens) && !next.SpaceAfter || hyphen(s.Tokens[r.End-1].Form)):
			// "X-backed": the hyphen opens an adjective, not more of the name.
			if hyphen(next.Form) && (!upper(s.Tokens[r.End+1].Form) || modifierTail(s, r.End+1)) {
				return r
			}
			r.End++
		case particles[strings.ToLower(s.Tokens[r.End-1].Form)] && r.Len() > 1 && upper(next.Form) && next.UPOS == "PROPN":
			r.End++
		case (next.UPOS == "PROPN" || next.UPOS == "X") && particles[strings.ToLower(next.Form)] &&
			r.End+1 < len(s.Tokens) && (hyphen(s.Tokens[r.End+1].Form) || upper(s.Tokens[r.End+1].Form)):
			r.End++
		default:
			return r
		}
	}
	return r
}

// apostrophe reports whether a form goes on a word after an apostrophe and is
// no clitic.
func apostrophe(form string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(form, "'"), "’")
	return rest != form && utf8.RuneCountInString(rest) > 2
}

// modifierTail reports whether the token at i is the participle of a
// hyphenated modifier ("Iran-Backed").
func modifierTail(s *nlp.Sentence, i int) bool {
	u := s.Tokens[i].UPOS
	return u == "VERB" || u == "ADJ" && !upper(s.Tokens[i].Form)
}

func upper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// trim takes articles, possessive marks, punctuation and prepositions off the
// ends of a name.
func trim(s *nlp.Sentence, r nlp.Range) nlp.Range {
	edge := func(i int) bool {
		tok := &s.Tokens[i]
		switch tok.UPOS {
		case "DET":
			return !upper(tok.Form) || strings.EqualFold(tok.Form, "the") || strings.EqualFold(tok.Form, "a")
		case "PART":
			return true
		case "PUNCT":
			return !strings.HasSuffix(tok.Form, ".") || tok.Form == "."
		case "ADP", "CCONJ":
			return !upper(tok.Form)
		}
		return tok.Form == "'s" || tok.Form == "’s"
	}
	for r.Len() > 0 && edge(r.First) {
		r.First++
	}
	for r.Len() > 0 && edge(r.End-1) {
		r.End--
	}
	return r
}

func adjectiveOnly(s *nlp.Sentence, r nlp.Range) bool {
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
