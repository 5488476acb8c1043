package mention

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// nameType decides the type of a name from the lists, its own words and the
// model, in that order of trust: the lists are right about what they hold
// unless the model sees a person or an organisation in a longer name.
func (f *finder) nameType(n name) nlp.EntityType {
	text := strings.ReplaceAll(formsOf(f.s, n.tokens), "’", "'")
	known := gazetteer.NameType(text)
	if known == "" {
		if _, ok := gazetteer.CountryByDemonym(text); ok && n.tokens.Len() <= 2 && n.kind != nlp.Person {
			return nlp.Group
		}
	}
	if known == "" && f.club(n) {
		return nlp.Organization
	}
	if known == "" && f.inhabited(n) {
		return nlp.City
	}
	if n.kind == nlp.Person && n.tokens.Len() == 1 && f.surnames[text] && !placePrepositions[f.t.Case(f.nameHead(n.tokens))] {
		return nlp.Person // "Paris said", where the text tells of Valeska Paris
	}
	_, capital := gazetteer.CountryByCapital(text)
	if known == "" || known == nlp.Organization && n.kind == nlp.Person {
		if t := f.typeBeside(n); t != "" {
			return t
		}
	}
	switch {
	case capital && n.kind == nlp.Person && !f.afterTitle(n):
		return nlp.City // "Washington recalled its envoy"
	case known == nlp.Country, known == nlp.Organization && (n.kind != nlp.Person || gazetteer.IsAcronym(text)), known == nlp.Place && n.kind != nlp.Person, known == nlp.Group && n.tokens.Len() == 1:
		return known
	case known == nlp.City && placePrepositions[f.t.Case(f.nameHead(n.tokens))]:
		return known // "in Liverpool"; elsewhere it may be the club
	case known != "" && (!n.given || n.kind == nlp.Place || n.kind == nlp.City || n.kind == nlp.Country || n.kind == nlp.Facility):
		return known
	case n.kind == nlp.Place || n.kind == nlp.Organization || n.kind == nlp.Facility || n.kind == nlp.Event || n.kind == "" || n.kind == nlp.Concept:
		if t := f.typeByLastWord(n); t != "" {
			return t
		}
	}
	if n.kind != "" && n.kind != nlp.Concept {
		if n.kind != nlp.Person && known == "" && f.besidePerson(n) {
			return nlp.Person
		}
		if n.kind == nlp.Event {
			return f.typeOfEventName(n)
		}
		return n.kind
	}
	if known != "" {
		return known
	}
	return f.guessType(n)
}

// dwelling are words behind which "in" or "of" names where people live.
var dwelling = words("live reside born bear settle grow raise native resident inhabitant town city village")

// inhabited reports whether a name that the model takes for a person's, or one word
// that it takes for a body's, is that of the town where somebody lives or was born.
func (f *finder) inhabited(n name) bool {
	if n.kind == nlp.Organization && n.tokens.Len() > 1 || n.kind != nlp.Person && n.kind != nlp.Organization {
		return false
	}
	if n.tokens.Len() > 2 || f.afterTitle(n) || gazetteer.IsAcronym(formsOf(f.s, n.tokens)) {
		return false
	}
	head := f.nameHead(n.tokens)
	h := f.t.Head(head)
	if h < 0 || n.tokens.Contains(h) {
		return false
	}
	if f.t.Case(head) == "from" && n.tokens.Len() == 1 && h < n.tokens.First {
		// "Mr Devane, from X", "a man from X"
		return f.t.Token(h).UPOS == "NOUN" && gazetteer.NounType(tree.Lemma(f.t.Token(h))) == nlp.Person || f.personEnds(n.tokens.First-3)
	}
	if !dwelling[tree.Lemma(f.t.Token(h))] {
		return false
	}
	switch f.t.Case(head) {
	case "in", "near":
		return true
	case "of":
		return f.t.Token(h).UPOS == "NOUN"
	}
	return false
}

// personEnds reports whether the model takes token i for the last of a person's name.
func (f *finder) personEnds(i int) bool {
	return slices.ContainsFunc(f.s.Names, func(n nlp.Name) bool { return n.Type == nlp.Person && n.Tokens.End == i+1 })
}

// clubWords end the names of clubs and of nothing else.
var clubWords = words("athletic rovers united wanderers rangers albion hotspur fc afc cf sc rfc rfu hurling harriers")

// club reports whether a name is that of a club: by its last word, or because
// a score stands beside it and the name on the other side of the score is no
// person's either ("Shannonside 2-1 Bray").
func (f *finder) club(n name) bool {
	if n.tokens.Len() > 1 && clubWords[strings.ToLower(f.s.Tokens[n.tokens.End-1].Form)] {
		return true
	}
	return n.kind != nlp.Person && n.kind != nlp.Country && n.kind != nlp.City && (f.score(n.tokens.End) && f.nameStarts(n.tokens.End+3) || f.score(n.tokens.First-3) && f.nameEnds(n.tokens.First-3))
}

// score reports whether a score of three tokens begins at i: "2-1".
func (f *finder) score(i int) bool {
	if i < 0 || i+2 >= len(f.s.Tokens) {
		return false
	}
	small := func(k int) bool {
		w := f.s.Tokens[k].Form
		return len(w) <= 2 && w[0] >= '0' && w[0] <= '9'
	}
	dash := f.s.Tokens[i+1].Form
	return small(i) && small(i+2) && (hyphen(dash) || dash == "–")
}

func (f *finder) nameStarts(i int) bool {
	for _, n := range f.names {
		if n.tokens.First == i {
			return true
		}
	}
	return false
}

func (f *finder) nameEnds(i int) bool {
	for _, n := range f.names {
		if n.tokens.End == i {
			return true
		}
	}
	return false
}

// afterTitle reports whether a title stands right before a name.
func (f *finder) afterTitle(n name) bool {
	return n.tokens.First > 0 && gazetteer.IsTitle(f.s.Tokens[n.tokens.First-1].Form)
}

// besidePerson reports whether a name of several words stands in a
// coordination with a person's, which tells more than its looks.
func (f *finder) besidePerson(n name) bool {
	if n.tokens.Len() < 2 {
		return false
	}
	head := f.nameHead(n.tokens)
	others := f.t.Children(head, "conj")
	if h := f.t.Head(head); h >= 0 && f.t.Token(head).Relation.Base() == "conj" {
		others = append(f.t.Children(h, "conj"), h)
	}
	for _, o := range others {
		for _, m := range f.names {
			if m.tokens.Contains(o) && m.tokens != n.tokens && m.kind == nlp.Person {
				return true
			}
		}
	}
	return false
}

// typeByLastWord reads the type off the noun in which a longer name ends
// ("Blue Mosque", "Ministry of Health" by its first).
func (f *finder) typeByLastWord(n name) nlp.EntityType {
	if n.tokens.Len() < 2 {
		return ""
	}
	last := strings.ToLower(f.s.Tokens[n.tokens.End-1].Form)
	for k := n.tokens.First + 1; k < n.tokens.End-1; k++ {
		if f.s.Tokens[k].Form == "of" || f.s.Tokens[k].Form == "for" {
			last = strings.ToLower(f.s.Tokens[k-1].Form)
			break
		}
	}
	if _, ok := gazetteer.EventType(last, strings.ToLower(f.s.Tokens[n.tokens.End-2].Form)); ok && gazetteer.NounType(last) == nlp.Event {
		return nlp.Event
	}
	switch t := gazetteer.NounType(last); t {
	case nlp.Facility, nlp.Organization:
		return t
	case nlp.Place:
		if n.kind != nlp.Organization && !(n.kind == nlp.Facility && (last == "center" || last == "centre")) {
			return t
		}
	case nlp.City:
		if n.kind == nlp.Place || n.kind == "" {
			return t
		}
	}
	return ""
}

// guessType types a name on which model and lists are silent.
func (f *finder) guessType(n name) nlp.EntityType {
	first := f.s.Tokens[n.tokens.First].Form
	if awards[strings.ToLower(f.s.Tokens[n.tokens.End-1].Form)] {
		return nlp.Concept
	}
	if _, ok := gazetteer.GivenName(first); ok && n.tokens.Len() > 1 {
		return nlp.Person
	}
	if gazetteer.IsTitle(first) && n.tokens.Len() > 1 {
		return nlp.Person
	}
	head := f.nameHead(n.tokens)
	for _, c := range f.t.Children(head, "nmod:desc", "compound", "flat") {
		if gazetteer.IsTitle(tree.Lemma(f.t.Token(c))) {
			return nlp.Person
		}
	}
	if h := f.t.Head(head); h >= 0 && f.t.Token(head).Relation.Base() == "flat" && gazetteer.IsTitle(tree.Lemma(f.t.Token(h))) {
		return nlp.Person
	}
	if n.tokens.Len() == 1 && gazetteer.IsAcronym(first) {
		return nlp.Organization
	}
	if t := gazetteer.NounType(strings.ToLower(first)); n.tokens.Len() == 1 && t != nlp.Person && t != nlp.Group && t != "" {
		return t // "Parliament"
	}
	if f.t.Child(head, "acl:relcl") >= 0 {
		for _, c := range f.t.Phrase(f.t.Child(head, "acl:relcl"), nil) {
			if w := strings.ToLower(f.s.Tokens[c].Form); w == "who" || w == "whom" {
				return nlp.Person
			}
		}
	}
	return ""
}

// awards are nouns in which the names of prizes end.
var awards = words("prize award awards medal trophy oscar grammy honour honor scholarship fellowship")

// typesOfName lists what a name can stand for, the likeliest first.
func (f *finder) typesOfName(kind nlp.EntityType, c Candidate) []nlp.EntityType {
	types := []nlp.EntityType{}
	add := func(more ...nlp.EntityType) {
		for _, t := range more {
			if t != "" && !slices.Contains(types, t) {
				types = append(types, t)
			}
		}
	}
	if c.Noun != "" && kind != nlp.Person && c.Head < len(f.s.Tokens) && gazetteer.IsCarrier(c.Noun) {
		if t := gazetteer.NounType(c.Noun); t == nlp.Organization {
			add(t)
		}
	}
	add(kind)
	switch kind {
	case nlp.Organization:
		add(nlp.Group)
	case nlp.Group:
		add(nlp.Organization)
	case nlp.City, nlp.Place:
		add(nlp.Place)
	}
	if len(types) == 0 {
		return nil
	}
	// A surname alone often looks like an organisation or a place.
	if c.Noun == "" && !strings.Contains(c.Name, " ") && !gazetteer.IsAcronym(c.Name) && gazetteer.NameType(c.Name) == "" && kind != nlp.Event {
		add(nlp.Person)
	}
	return types
}

func genderOf(c Candidate) (gazetteer.Gender, bool) {
	for _, t := range append(slices.Clone(c.Titles), c.Noun) {
		if g := gazetteer.NounGender(t); g != gazetteer.UnknownGender {
			return g, true
		}
	}
	if c.Type() == nlp.Person || c.Type() == "" {
		if first, rest, _ := strings.Cut(c.Name, " "); rest != "" || c.Type() == nlp.Person {
			if rest == "" && gazetteer.IsSurname(first) {
				return gazetteer.UnknownGender, false
			}
			g, _ := gazetteer.GivenName(first)
			return g, false
		}
	}
	return gazetteer.UnknownGender, false
}

// surnamesOf returns the last words of the names of several words that the model
// takes for persons'.
func surnamesOf(a *nlp.Analysis) map[string]bool {
	out := make(map[string]bool)
	for i := range a.Sentences {
		s := &a.Sentences[i]
		for _, n := range s.Names {
			if n.Type == nlp.Person && n.Tokens.Len() > 1 {
				out[s.Tokens[n.Tokens.End-1].Form] = true
			}
		}
	}
	return out
}
