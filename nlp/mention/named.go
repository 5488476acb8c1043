package mention

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// headOfName returns the index of the name that the candidate headed by token
// i bears, or -1. That is the name whose head i is, or, when i is a title or a
// carrier, the name that hangs from it.
func (f *finder) headOfName(i int) int {
	for n := range f.names {
		if f.nameHead(f.names[n].tokens) == i {
			if f.borneBy(n) >= 0 {
				return -1 // the candidate of the word above bears it
			}
			return n
		}
	}
	for n := range f.names {
		if f.borneBy(n) == i {
			return n
		}
	}
	return -1
}

// nameHead returns the token of a range that all others hang from.
func (f *finder) nameHead(r nlp.Range) int {
	for i := r.First; i < r.End; i++ {
		if h := f.t.Head(i); h < 0 || !r.Contains(h) {
			if f.s.Tokens[i].UPOS == "PUNCT" || f.s.Tokens[i].UPOS == "DET" {
				continue
			}
			return i
		}
	}
	return r.First
}

// borneBy returns the token outside name n whose phrase is called by it: a
// title with a flat name, a carrier with a compound; or -1.
func (f *finder) borneBy(n int) int {
	r := f.names[n].tokens
	head := f.nameHead(r)
	above := f.t.Head(head)
	if above < 0 || r.Contains(above) || f.inName(above) {
		return -1
	}
	tok, up := f.t.Token(head), f.t.Token(above)
	lemma := tree.Lemma(up)
	switch {
	case tok.Relation.Base() == "flat" && r.First > above:
		return above
	case tok.Relation.Base() == "compound" && above >= r.End && up.UPOS != "VERB" && gazetteer.IsCarrier(lemma) &&
		f.lastModifier(above) < r.End && f.carries(lemma, n) && !f.counted(above) && !f.demonymName(r) && f.names[n].kind != nlp.Person &&
		!tree.Matches(nlp.Relation(f.placeType(n)), "City"):
		return above
	case tok.Relation.Base() == "compound" && above == r.End && (up.UPOS == "NOUN" || up.UPOS == "PROPN" && !upper(up.Form)) && landforms[lemma] && up.Features.Get("Number") != "Plur" &&
		f.lastModifier(above) < r.End && f.names[n].kind != nlp.Person && f.names[n].kind != nlp.Organization && gazetteer.NameType(formsOf(f.s, r)) != nlp.Country &&
		!slices.ContainsFunc(f.t.Children(above, "nmod"), func(k int) bool { return f.t.Token(k).Relation != "nmod:poss" }):
		return above // "Qeshm island" and "Iran's Qeshm island" are Qeshm
	}
	return -1
}

// counted reports whether a plural noun has a number: "30 X fighters" are some
// of X, not X.
func (f *finder) counted(i int) bool {
	return f.s.Tokens[i].Features.Get("Number") == "Plur" && f.t.Child(i, "nummod") >= 0
}

// landforms are nouns behind the name of what they are.
var landforms = words("island isle state province district county region governorate prefecture peninsula valley river lake strait bay oblast canton municipality")

// carries reports whether a carrier can be the kind of thing that name n is: a
// church's website is not the church.
func (f *finder) carries(carrier string, n int) bool {
	kind := f.nameType(f.names[n])
	if kind == "" || kind == nlp.Concept {
		return true
	}
	types := gazetteer.NounTypes(carrier)
	return slices.Contains(types, kind) || kind == nlp.Organization && !slices.Contains(types, nlp.Product) ||
		kind == nlp.Group && !slices.Contains(types, nlp.Product)
}

// placeType returns "City" for names of cities and countries, which never
// name the group behind them ("Paris group", "U.S. company").
func (f *finder) placeType(n int) string {
	switch f.nameType(f.names[n]) {
	case nlp.City, nlp.Country, nlp.Place:
		return "City"
	}
	return ""
}

func (f *finder) demonymName(r nlp.Range) bool {
	_, ok := gazetteer.CountryByDemonym(formsOf(f.s, r))
	return ok
}

// lastModifier returns the token that stands last before i in its phrase.
func (f *finder) lastModifier(i int) int {
	last := -1
	for _, c := range f.t.Children(i, "compound", "amod", "nummod", "nmod:desc") {
		if c < i {
			last = c
		}
	}
	return last
}

func (f *finder) inName(i int) bool {
	for _, n := range f.names {
		if n.tokens.Contains(i) {
			return true
		}
	}
	return false
}

// named makes the candidate headed by token i that bears name n.
func (f *finder) named(i int, n name) (Candidate, bool) {
	kind := f.nameType(n)
	r := n.tokens
	var titles []string
	for kind == nlp.Person && r.Len() > 0 {
		word := strings.ToLower(f.s.Tokens[r.First].Form)
		if !gazetteer.IsTitle(word) || r.Len() == 1 && n.tokens.Len() > 1 && !upper(f.s.Tokens[r.First].Form) {
			break
		}
		if _, given := gazetteer.GivenName(word); given && r.Len() > 1 && len(titles) == 0 && gazetteer.NounGender(word) == gazetteer.UnknownGender && !strongTitle[word] {
			break
		}
		titles = append(titles, word)
		r.First++
	}
	r = trim(f.s, r)
	if r.Len() == 0 { // nothing but titles: "the Prime Minister"
		return f.nominal(i), true
	}
	full := n.tokens
	for k := r.First; kind == nlp.Person && k > 0; {
		words := titleBefore(f.s, 0, k)
		if words == 0 || f.inName(k-1) {
			break
		}
		k -= words
		titles = append(titles, strings.ToLower(formsOf(f.s, nlp.Range{First: k, End: k + words})))
		full.First = min(full.First, k)
	}
	for _, c := range f.t.Children(f.nameHead(n.tokens), "nmod:desc", "compound", "flat", "amod") {
		if word := tree.Lemma(f.t.Token(c)); gazetteer.IsTitle(word) && !r.Contains(c) && (c < full.First || c >= r.End) {
			if !slices.Contains(titles, word) {
				titles = append(titles, word)
			}
			if c+1 == full.First {
				full.First = c
			}
		}
	}
	if !n.tokens.Contains(i) {
		word := tree.Lemma(f.t.Token(i))
		if gazetteer.IsTitle(word) && kind == nlp.Person {
			titles = append([]string{word}, titles...)
		}
		full = nlp.Range{First: min(i, full.First), End: max(i+1, full.End)}
		if gazetteer.IsTitle(word) { // "police chief Jane Doe": the name alone
			full = n.tokens
		}
	}
	c := Candidate{
		Mention: f.mention(nlp.NameMention, full, i),
		Name:    cleanName(f.s, r), Titles: titles, Person: 3, Relative: -1, Same: -1, Possessor: -1,
		Number: Singular, Definite: Definite,
	}
	if c.Name == "" {
		return c, false
	}
	c.Modifiers = f.modifiers(i)
	f.determine(&c)
	c.Noun = f.nounOf(i, n, titles)
	c.Types = f.typesOfName(kind, c)
	c.Number = f.numberOfName(i, n, c)
	c.Gender, c.GenderSure = genderOf(c)
	c.Place = f.usedAsPlace(i, c.Type())
	if of := f.settlement(i); of >= 0 {
		c.Same = of
	}
	return c, true
}

var strongTitle = map[string]bool{"general": true, "major": true, "president": true, "king": true, "judge": true, "pope": true, "bishop": true}

// cleanName is the text of the tokens, with single spaces, and no full stop or
// possessive mark at the end.
func cleanName(s *nlp.Sentence, r nlp.Range) string {
	text := strings.ReplaceAll(formsOf(s, r), "’", "'")
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(text), "'s"), "'")
}

// nounOf returns the noun that says what a name is.
func (f *finder) nounOf(i int, n name, titles []string) string {
	if !n.tokens.Contains(i) {
		return tree.Lemma(f.t.Token(i))
	}
	if len(titles) > 0 {
		return titles[len(titles)-1]
	}
	if noun := f.calledBy(n.tokens); noun >= 0 {
		return tree.Lemma(f.t.Token(noun))
	}
	if n.kind == nlp.Event { // "Hurricane Ada"
		for k := n.tokens.First; k < n.tokens.End; k++ {
			if w := strings.ToLower(f.s.Tokens[k].Form); gazetteer.NounType(w) == nlp.Event {
				return w
			}
		}
	}
	end := n.tokens.End
	for k := n.tokens.First + 1; k < end; k++ {
		if f.s.Tokens[k].UPOS == "ADP" {
			end = k // "Association of Teachers" is an association
		}
	}
	last := strings.ToLower(f.s.Tokens[end-1].Form)
	if n.tokens.Len() > 1 && slices.Contains(gazetteer.NounTypes(last), f.nameType(n)) {
		return last
	}
	return ""
}

// settlement returns the head of Y in "the city of Y" when i is Y's noun, or
// of the name when i is the name inside; -1 otherwise, as for "the cities of Y
// and Z", of which neither is both.
func (f *finder) settlement(i int) int {
	h := f.t.Head(i)
	if h < 0 || !f.inName(i) || f.t.Token(i).Relation.Base() != "nmod" || f.t.Case(i) != "of" {
		return -1
	}
	if gazetteer.IsSettlement(tree.Lemma(f.t.Token(h))) && !f.inName(h) && f.t.Token(h).XPOS != "NNS" {
		return h
	}
	return -1
}

func (f *finder) numberOfName(i int, n name, c Candidate) Number {
	if c.Type() == nlp.Group && (strings.HasSuffix(f.s.Tokens[f.nameHead(n.tokens)].XPOS, "S") || strings.HasSuffix(c.Name, "s")) {
		return Plural
	}
	if !n.tokens.Contains(i) && f.s.Tokens[i].Features.Get("Number") == "Plur" {
		return Plural
	}
	if c.Type() == nlp.Organization || c.Type() == nlp.Group {
		return UnknownNumber // "the police have", "the club has"
	}
	return Singular
}
