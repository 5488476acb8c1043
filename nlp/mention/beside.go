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
	if n.kind == nlp.Person && f.bodyByLooks(n) {
		return nlp.Organization
	}
	if f.locative(n) {
		return nlp.City
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

// bodyByLooks reports whether what a model took for a person is a body: its
// last word says so ("Cape Refineries"), or it has an article, which persons
// have not ("the Broederbond").
func (f *finder) bodyByLooks(n name) bool {
	r := n.tokens
	last := f.s.Tokens[r.End-1]
	if r.Len() > 1 {
		types := gazetteer.NounTypes(singularForm(last.Form))
		if len(types) > 0 && types[0] == nlp.Organization {
			return true
		}
		if strings.HasSuffix(last.Form, "s") && len(types) > 0 && types[0] == nlp.Facility {
			return true
		}
	}
	head := f.nameHead(r)
	if r.First == 0 || !strings.EqualFold(f.s.Tokens[r.First-1].Form, "the") || f.t.Child(head, "acl:relcl", "amod") >= 0 || last.XPOS == "NNPS" || !tree.Matches(f.t.Token(head).Relation, "nsubj", "obj", "obl", "nmod", "conj") {
		return false
	}
	if f.t.Child(head, "nmod") >= 0 || gazetteer.IsTitle(f.s.Tokens[r.First].Form) || f.t.Head(f.det(head)) != head {
		return false // "the Mozart of chess", "the Reverend Ann Lee"
	}
	_, people := gazetteer.CountryByDemonym(last.Form)
	return !people && len(gazetteer.NounTypes(singularForm(last.Form))) == 0
}

// det returns the article of a noun, or the noun.
func (f *finder) det(i int) int {
	if d := f.t.Child(i, "det"); d >= 0 {
		return d
	}
	return i
}

// locative reports whether an unknown name of one word stands where somebody or
// something is, "in Gaya", and so is a place, whatever a model made of it.
func (f *finder) locative(n name) bool {
	head := f.nameHead(n.tokens)
	if n.kind != nlp.Person && n.kind != nlp.Organization && n.kind != nlp.Facility || n.tokens.Len() > 1 || f.t.Case(head) != "in" || f.t.Child(head, "det", "amod", "compound", "nmod", "flat") >= 0 {
		return false
	}
	if form := f.s.Tokens[head].Form; gazetteer.IsAcronym(form) || !tree.Matches(f.t.Token(head).Relation, "obl", "nmod") || len(gazetteer.NounTypes(strings.ToLower(form))) > 0 {
		return false
	}
	if _, given := gazetteer.GivenName(f.s.Tokens[head].Form); given {
		return false
	}
	h := f.t.Head(head)
	if h < 0 || takesIn[tree.Lemma(f.t.Token(h))] {
		return false
	}
	for _, o := range f.t.Children(h, "obj", "nsubj", "nsubj:pass") {
		if takesIn[tree.Lemma(f.t.Token(o))] {
			return false // "holds a stake in X"
		}
	}
	return true
}

// takesIn are words whose "in" names no place: who or what is believed in,
// owned in part, or a work that somebody appears in.
var takesIn = words(`stake share shareholding shareholder stockholder interest investment investor invest holding equity confidence trust faith
	belief believe role star appear interested involve involvement participate participation play part result believer
	change engage feature include specialise specialize shares stock partner partnership succeed character cast debut describe quote say report write
	publish read article story interview editorial column`)

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
