package mend

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// partedNames joins two names side by side that are one: the first ends in a
// word that calls for more ("Union of" "Concerned Physicists"), both are parts of
// a person's name, or the second is the noun of the first ("Lagos" "Tribune").
func (m *mender) partedNames() {
	for n := 0; n+1 < len(m.s.Names); n++ {
		a, b := m.s.Names[n], m.s.Names[n+1]
		if a.Tokens.End != b.Tokens.First {
			continue
		}
		kind := m.oneName(a, b)
		if kind == "" {
			continue
		}
		m.s.Names[n] = nlp.Name{Tokens: nlp.Range{First: a.Tokens.First, End: b.Tokens.End}, Type: kind, Score: min(a.Score, b.Score)}
		m.s.Names = slices.Delete(m.s.Names, n+1, n+2)
		n--
	}
}

// oneName returns the type of the name that two neighbours make, or "" when
// they are two.
func (m *mender) oneName(a, b nlp.Name) nlp.EntityType {
	last, first := m.tok(a.Tokens.End-1), m.tok(b.Tokens.First)
	switch {
	case a.Tokens.Len() == 1 && strings.EqualFold(last.Form, "the"):
		return b.Type
	case a.Tokens.Len() > 1 && last.Form == strings.ToLower(last.Form) && (last.UPOS == "ADP" || last.UPOS == "CCONJ" && !m.hasLink(a.Tokens)):
		return a.Type
	case initial(last.Form) && initial(first.Form) && b.Tokens.Len() > 1:
		return b.Type // "U. S. Department" in text with a space inside the acronym
	case a.Type == nlp.Person && b.Type == nlp.Person:
		if a.Tokens.Len()+b.Tokens.Len() <= 3 && m.plainName(a.Tokens) && m.plainName(b.Tokens) && m.together(a.Tokens, b.Tokens) {
			return nlp.Person
		}
	case (a.Type == nlp.City || a.Type == nlp.Place) && b.Type == nlp.Organization:
		h := m.s.HeadOf(a.Tokens)
		if b.Tokens.Len() == 1 && m.tok(h).Relation.Base() == "compound" && b.Tokens.Contains(m.tok(h).Head) && !gazetteer.IsAcronym(first.Form) && gazetteer.NameType(first.Form) == "" {
			return nlp.Organization
		}
	}
	return ""
}

// hasLink reports whether a preposition stands inside a name: with an "and"
// behind "Friends of the Sea" another name may begin.
func (m *mender) hasLink(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if m.tok(i).UPOS == "ADP" {
			return true
		}
	}
	return false
}

// initial reports whether a form is one letter with a full stop.
func initial(form string) bool {
	r := []rune(form)
	return len(r) == 2 && unicode.IsUpper(r[0]) && r[1] == '.'
}

// plainName reports whether no word of a name is a title.
func (m *mender) plainName(r nlp.Range) bool {
	for i := r.First; i < r.End; i++ {
		if gazetteer.IsTitle(m.tok(i).Form) || m.tok(i).UPOS != "PROPN" || m.tok(i).Form == strings.ToUpper(m.tok(i).Form) {
			return false
		}
	}
	return true
}

// together reports whether one of two ranges hangs from the other as a part of
// its name.
func (m *mender) together(a, b nlp.Range) bool {
	x, y := m.s.HeadOf(a), m.s.HeadOf(b)
	return a.Contains(m.tok(y).Head) && in(m.tok(y).Relation, "flat", "compound") || b.Contains(m.tok(x).Head) && in(m.tok(x).Relation, "flat", "compound")
}

// cutNames adds to a name the proper nouns behind it of which it is a modifier:
// "Baton Rouge" in "the Baton Rouge Advocate". Titles, roles and days begin
// something else, and headlines in capitals tell nothing.
func (m *mender) cutNames() {
	if m.capitalised() {
		return
	}
	for n := range m.s.Names {
		name := &m.s.Names[n]
		m.cutFront(name)
		end := name.Tokens.End
		if pressNouns[m.tok(end-1).Form] && end+1 < len(m.s.Tokens) && (m.tok(end).Form == "and" || m.tok(end).Form == "&") && pressNouns[m.tok(end+1).Form] && !m.named(end+1) {
			name.Tokens.End += 2 // "Post and Courier"
			continue
		}
		for end < len(m.s.Tokens) && m.continues(name.Tokens, end) {
			end++
		}
		if end == name.Tokens.End {
			continue
		}
		h := m.tok(m.s.HeadOf(name.Tokens))
		if h.Relation.Base() != "compound" || h.Head != end-1 && !m.besideBusiness(h.Head, name.Tokens.End, end) || m.goesOn(end) {
			continue
		}
		if kind := m.wholeType(name.Type, m.tok(end-1)); kind != "" {
			name.Tokens.End, name.Type = end, kind
		}
	}
}

// besideBusiness reports whether the one word from first to end tells what a company
// does and hangs, like the name before it, in the phrase of head: "Delco
// Electronics" in "the Delco Electronics parts group".
func (m *mender) besideBusiness(head, first, end int) bool {
	return end == first+1 && head >= end && m.s.Within(first, head) && in(m.tok(first).Relation, "compound") && gazetteer.IsCompanyWord(strings.ToLower(m.tok(first).Form))
}

// cutFront adds to the name of a body the words in capitals before it that
// modify its head: "Action" in "the opposition Action Congress".
func (m *mender) cutFront(name *nlp.Name) {
	if name.Type != nlp.Organization {
		return
	}
	h := m.s.HeadOf(name.Tokens)
	for i := name.Tokens.First - 1; i > 0; i-- {
		t := m.tok(i)
		if t.Head != h || t.Relation.Base() != "compound" || !unicode.IsUpper([]rune(t.Form)[0]) || t.UPOS != "NOUN" && t.UPOS != "PROPN" || m.named(i) {
			return
		}
		_, people := gazetteer.CountryByDemonym(t.Form)
		if before := m.tok(i - 1); people || before.UPOS == "PUNCT" || gazetteer.IsTitle(t.Form) || lastWordType(t) == nlp.Person || calendar[t.Form] {
			return
		}
		name.Tokens.First = i
	}
}

// goesOn reports whether what stands at token i keeps the words before it from
// being the end of a name: a number that counts them, another word in capitals,
// or the player whose position they are ("Lions WR Tom Hall").
func (m *mender) goesOn(i int) bool {
	last := m.tok(i - 1).Form
	if strings.ContainsFunc(last, unicode.IsDigit) {
		return true
	}
	if i == len(m.s.Tokens) {
		return false
	}
	t := m.tok(i)
	if t.UPOS == "NUM" || m.named(i) && gazetteer.IsAcronym(last) {
		return true
	}
	return !m.named(i) && unicode.IsUpper([]rune(t.Form)[0]) && !gazetteer.IsTitle(t.Form) && !calendar[t.Form] && lastWordType(t) != nlp.Person
}

// wholeType returns the type of a name of which a model saw only the front, by
// its last word, or "" when that word makes no name of it.
func (m *mender) wholeType(front nlp.EntityType, last *nlp.Token) nlp.EntityType {
	kind := lastWordType(last)
	switch {
	case kind == nlp.Person || kind == nlp.Group:
		return ""
	case pressNouns[last.Form] && front != nlp.Person && front != nlp.Product:
		return nlp.Organization
	case front == nlp.Organization || front == nlp.Product || front == nlp.Facility:
		return front
	case front == nlp.Event && (kind == "" || kind == nlp.Organization):
		return front
	case kind == nlp.Product || kind == nlp.Concept || kind == nlp.Event && front == nlp.Person:
		return ""
	}
	return kind
}

// complements goes on with the name of a body that ends in its noun, behind a
// preposition, where a model takes the adjective there for no name: "Council on
// American-Arab Relations", "Ministry of Foreign and Home Affairs".
func (m *mender) complements() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		link := name.Tokens.End
		if name.Type != nlp.Organization || link+1 >= len(m.s.Tokens) || m.tok(link).UPOS != "ADP" || lastWordType(m.tok(link-1)) != nlp.Organization {
			continue
		}
		switch f := m.tok(link).Form; {
		case f == "of", f == "for", f == "on" && boards[strings.ToLower(m.tok(link-1).Form)]:
		default:
			continue
		}
		k := m.tok(link).Head
		if k < link || m.tok(k).Relation.Base() != "nmod" || !name.Tokens.Contains(m.tok(k).Head) || !m.capital(k) || m.named(m.behindDeterminer(link+1)) || !m.allCapitals(link+1, k) {
			continue
		}
		name.Tokens.End = k + 1
		m.s.Names = slices.DeleteFunc(m.s.Names, func(x nlp.Name) bool { return x.Tokens.First > link && x.Tokens.First <= k })
		return
	}
}

// boards are bodies that are "on" something.
var boards = words("council committee commission panel board conference")

// allCapitals reports whether the words from first to last are two or more in
// capitals, but for hyphens and what joins them.
func (m *mender) allCapitals(first, last int) bool {
	words := 0
	for i := first; i <= last; i++ {
		f := m.tok(i).Form
		if unicode.IsUpper([]rune(f)[0]) {
			words++
			continue
		}
		if !hyphenMark(f) && f != "and" && f != "&" && f != "the" && f != "of" {
			return false
		}
	}
	return words > 1
}

// pressNouns are nouns in which the names of newspapers end.
var pressNouns = words("Post Times Tribune Herald Chronicle Gazette Journal Mail Telegraph Star Sun Globe Mirror Observer Examiner Courier Dispatch Advocate Inquirer Sentinel News Today")

// continues reports whether token i can go on a name: a proper noun in capitals
// that is in no name and begins no title and no time.
func (m *mender) continues(r nlp.Range, i int) bool {
	t := m.tok(i)
	if t.UPOS != "PROPN" || !unicode.IsUpper([]rune(t.Form)[0]) || m.named(i) || calendar[t.Form] {
		return false
	}
	if gazetteer.IsTitle(t.Form) || i+1 < len(m.s.Tokens) && gazetteer.IsTitle(t.Form+" "+m.tok(i+1).Form) {
		return false
	}
	if types := gazetteer.NounTypes(strings.ToLower(t.Form)); len(types) > 0 && types[0] == nlp.Person {
		return false
	}
	return m.s.Within(m.s.HeadOf(r), i) || i+1 < len(m.s.Tokens) && t.Head > i
}

// lastWordType is what a name is by the noun that it ends in.
func lastWordType(t *nlp.Token) nlp.EntityType {
	types := gazetteer.NounTypes(strings.ToLower(t.Form))
	if len(types) == 0 {
		types = gazetteer.NounTypes(tree.Lemma(t))
	}
	if len(types) == 0 {
		return ""
	}
	return types[0]
}

// calendar are the days and months, which stand behind names without a word
// between.
var calendar = words(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
	August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.`)

// capitalised reports whether most words of the sentence begin in a capital.
func (m *mender) capitalised() bool {
	upper, words := 0, 0
	for i := range m.s.Tokens {
		if f := []rune(m.tok(i).Form); unicode.IsLetter(f[0]) {
			words++
			if unicode.IsUpper(f[0]) {
				upper++
			}
		}
	}
	return upper*2 > words
}

// maxLongForm bounds the words of a name that an acronym behind it abbreviates.
const maxLongForm = 10

// acronyms makes one name of the words before an acronym in brackets whose
// initials are its letters, wherever the model saw them end: "the League for
// Harbours and Fisheries in Ghana (LHFG)".
func (m *mender) acronyms() {
	for i := 2; i+1 < len(m.s.Tokens); i++ {
		if m.tok(i-1).Form != "(" || m.tok(i+1).Form != ")" || !gazetteer.IsAcronym(m.tok(i).Form) {
			continue
		}
		first := m.longForm(i-1, strings.ReplaceAll(m.tok(i).Form, ".", ""))
		if first < 0 {
			continue
		}
		m.rename(nlp.Range{First: first, End: i - 1})
	}
}

// longForm returns the first token of the words before end whose initials are
// the acronym, or -1.
func (m *mender) longForm(end int, acronym string) int {
	capitals, all := "", ""
	for i := end - 1; i >= 0 && end-i <= maxLongForm; i-- {
		t := m.tok(i)
		letters := []rune(t.Form)
		switch {
		case hyphenMark(t.Form) || t.Form == "'s" || t.Form == "’s" || t.Form == "&":
			continue
		case !unicode.IsLetter(letters[0]) || t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PRON":
			return -1
		}
		up := string(unicode.ToUpper(letters[0]))
		all = up + all
		if !unicode.IsUpper(letters[0]) {
			if t.UPOS == "NOUN" {
				return -1
			}
			continue
		}
		capitals = up + capitals
		if (capitals == acronym || all == acronym) && len([]rune(capitals)) >= 2 {
			return i
		}
	}
	return -1
}

func hyphenMark(form string) bool {
	return form == "-" || form == "–" || form == "‑" || form == "‐"
}

// rename makes r one name in place of those that lie in it. One that reaches
// beyond it on the left is left alone.
func (m *mender) rename(r nlp.Range) {
	kind, score, longest := nlp.Organization, float32(guessedScore), 0
	for _, n := range m.s.Names {
		if n.Tokens.First < r.First && n.Tokens.End > r.First || n.Tokens == r {
			return
		}
		if r.Contains(n.Tokens.First) && n.Tokens.End <= r.End && n.Tokens.Len() > longest && n.Tokens.Len()*2 >= r.Len() {
			kind, score, longest = n.Type, n.Score, n.Tokens.Len()
		}
	}
	if kind == nlp.Country || kind == nlp.City || kind == nlp.Place || kind == nlp.Person {
		kind = nlp.Organization
	}
	m.s.Names = slices.DeleteFunc(m.s.Names, func(n nlp.Name) bool { return r.Contains(n.Tokens.First) })
	m.insertName(nlp.Name{Tokens: r, Type: kind, Score: score})
}
