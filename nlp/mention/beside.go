package mention

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// calledBy returns the noun right before name r that says what it is ("the
// studio X", in apposition without a comma), or -1.
func (f *finder) calledBy(r nlp.Range) int {
	if r.First == 0 || r.Len() == 0 {
		return -1
	}
	head, noun := f.nameHead(r), r.First-1
	tok := f.t.Token(noun)
	if tok.UPOS != "NOUN" || tok.Features.Get("Number") == "Plur" || f.inName(noun) {
		return -1
	}
	if tree.Matches(f.t.Token(head).Relation, "appos", "flat") && f.t.Head(head) == noun {
		return noun
	}
	return -1
}

// typeBeside reads the type of a name off the nouns that stand with it: what
// it is called ("the studio X", "X, a company"), and the roles and doings that
// only an organisation has ("the chair of X", "X fighters"). It returns "" when
// they tell nothing.
func (f *finder) typeBeside(n name) nlp.EntityType {
	r := n.tokens
	head := f.nameHead(r)
	if noun := f.calledBy(r); noun >= 0 {
		return likeliest(tree.Lemma(f.t.Token(noun)), n.kind)
	}
	if f.fullName(n) {
		return ""
	}
	for _, c := range f.t.Children(head, "appos") {
		if f.t.Token(c).UPOS == "NOUN" && !f.inName(c) && c >= r.End && f.s.Tokens[c].Features.Get("Number") != "Plur" {
			if t := likeliest(tree.Lemma(f.t.Token(c)), n.kind); t == nlp.Organization {
				return t
			}
		}
	}
	up := f.t.Head(head)
	if up < 0 || r.Contains(up) {
		return ""
	}
	lemma := tree.Lemma(f.t.Token(up))
	switch f.t.Token(head).Relation.Base() {
	case "compound":
		if up >= r.End && (organized[lemma] || member[lemma] || n.kind == nlp.Person && gazetteer.IsLeader(lemma) && f.t.Token(up).UPOS == "NOUN") {
			return nlp.Organization
		}
	case "nmod":
		if f.t.Case(head) == "of" && f.t.Token(up).UPOS == "NOUN" && (organized[lemma] || n.kind == nlp.Person && gazetteer.IsLeader(lemma)) {
			return nlp.Organization // nobody is the president of a person
		}
	}
	return ""
}

// likeliest returns the type that a noun gives a name for which the model says
// kind: that one when the noun allows it.
func likeliest(noun string, kind nlp.EntityType) nlp.EntityType {
	types := gazetteer.NounTypes(noun)
	if len(types) == 0 || slices.Contains(types, kind) {
		return ""
	}
	switch types[0] {
	case nlp.Person, nlp.Organization, nlp.Facility, nlp.City, nlp.Product:
		return types[0]
	}
	return ""
}

// fullName reports whether a name begins with a given name and goes on.
func (f *finder) fullName(n name) bool {
	_, given := gazetteer.GivenName(f.s.Tokens[n.tokens.First].Form)
	return given && n.tokens.Len() > 1
}

// organized are those whom, and what, an organisation alone has.
var organized = words(`chair chairman chairwoman chairperson ceo cfo coo shareholder stockholder subsidiary
	employee affiliate headquarters franchise bankruptcy plant factory spokesperson spokesman spokeswoman dealership`)

// member are those who fight, play or work for what the noun before names.
var member = words(`fighter militant gunman insurgent stronghold militia shareholder share stock striker midfielder
	goalkeeper executive lawmaker parliamentarian suicide-bomber`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
