package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

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
	if titleParts(s, r) {
		r.End = r.First
	}
	return r
}

// titleParts reports whether all words of a range only go before the noun of a
// title, which stands behind them: "Shadow Home" of "Shadow Home Secretary".
func titleParts(s *nlp.Sentence, r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if !gazetteer.IsTitlePart(strings.ToLower(s.Tokens[i].Form)) {
			return false
		}
	}
	end := r.End
	for end < len(s.Tokens) && gazetteer.IsTitlePart(strings.ToLower(s.Tokens[end].Form)) {
		end++
	}
	return end < len(s.Tokens) && gazetteer.IsTitle(strings.ToLower(s.Tokens[end].Form))
}

// onlyRole reports whether a run of capitals is nothing but what somebody is:
// "the President", "the Foreign Ministers", "Secretary of State".
func onlyRole(s *nlp.Sentence, r nlp.Range) bool {
	for i := r.First; i+1 < r.End && gazetteer.IsTitle(strings.ToLower(s.Tokens[i].Form)); i++ {
		if next := s.Tokens[i+1].Form; next == "of" || next == "for" {
			return true
		}
	}
	if n := titleBefore(s, r.First, r.End); n > 0 {
		return n == r.Len()
	}
	if r.Len() != 1 || s.Tokens[r.First].Relation == "compound" || gazetteer.IsAcronym(s.Tokens[r.First].Form) {
		return false
	}
	types := gazetteer.NounTypes(singularForm(s.Tokens[r.First].Form))
	return len(types) > 0 && types[0] == nlp.Person
}

// singularForm folds a noun in capitals, whose lemma keeps its plural.
func singularForm(form string) string {
	l := strings.ToLower(form)
	if len(gazetteer.NounTypes(l)) == 0 {
		l = strings.TrimSuffix(l, "s")
	}
	return l
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

// withoutVerb takes a verb off the front of a name: "Avenge" in a heading that
// calls out to somebody. Titles of works and events may begin with one. The
// model's type was that of the whole and is forgotten.
func withoutVerb(s *nlp.Sentence, n name) name {
	if n.kind == nlp.Product || n.kind == nlp.Event || n.tokens.Len() < 2 {
		return n
	}
	first := &s.Tokens[n.tokens.First]
	if first.UPOS != "VERB" || !strings.HasPrefix(first.XPOS, "VB") || gazetteer.NameType(formsOf(s, n.tokens)) != "" {
		return n
	}
	return name{tokens: nlp.Range{First: n.tokens.First + 1, End: n.tokens.End}, given: n.given}
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
