package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// affiliations cuts a person's name from the body behind it that was taken
// into it: "Ann Lee of the Green Party".
func (m *mender) affiliations() {
	for n := 0; n < len(m.s.Names); n++ {
		person := m.s.Names[n]
		if person.Type != nlp.Person {
			continue
		}
		cut := -1
		for i := person.Tokens.First + 1; i+1 < person.Tokens.End; i++ {
			if t := m.tok(i); t.UPOS == "ADP" && (t.Form == "of" || t.Form == "from") {
				cut = i
				break
			}
		}
		if cut == person.Tokens.First+1 && (m.titles(n) || m.titleAlone(person.Tokens)) {
			m.s.Names[n].Tokens.First = m.behindDeterminer(cut + 1)
			m.s.Names[n].Type = nlp.Organization
			continue
		}
		if cut < 0 || m.tok(person.Tokens.First).UPOS != "PROPN" || gazetteer.IsTitle(m.tok(person.Tokens.First).Form) && cut == person.Tokens.First+1 {
			continue
		}
		body := person
		body.Type, body.Tokens.First = nlp.Organization, m.behindDeterminer(cut+1)
		if t := gazetteer.NameType(m.text(body.Tokens)); t != "" {
			body.Type = t
		}
		m.s.Names[n].Tokens.End = cut
		m.s.Names = slices.Insert(m.s.Names, n+1, body)
	}
}

// settlementsBeside hangs "a town …" on the name of the town that it stands
// directly behind, where the tree has hung it on something before: "a mosque in
// Daquq, a town south of Kirkuk".
func (m *mender) settlementsBeside() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Relation.Base() != "appos" || t.UPOS != "NOUN" || !gazetteer.IsSettlement(tree.Lemma(t)) {
			continue
		}
		first := i
		for first > 0 && m.s.Within(first-1, i) && m.tok(first-1).Form != "," {
			first--
		}
		if first > 0 && m.tok(first).Form != "," {
			first--
		}
		for _, n := range m.s.Names {
			if n.Type == nlp.City && first > 0 && n.Tokens.End == first && m.tok(first).Form == "," && !n.Tokens.Contains(t.Head) && m.s.Within(m.head(n.Tokens), t.Head) {
				m.set(i, m.head(n.Tokens), "appos")
				break
			}
		}
	}
}

// demonymUnions takes the adjective of a country before the name of a union or
// association into it, whose members its last word names: the "Auto Workers" of
// "Canadian Auto Workers" are those of Canada alone.
func (m *mender) demonymUnions() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		i := r.First - 1
		if m.s.Names[n].Type != nlp.Organization || r.Len() < 2 || i < 0 || m.named(i) || !r.Contains(m.tok(i).Head) {
			continue
		}
		if _, ok := gazetteer.CountryByDemonym(m.tok(i).Form); ok && memberNouns[strings.ToLower(m.tok(r.End-1).Form)] {
			r.First = i
		}
	}
}

var memberNouns = set("workers lawyers teachers farmers journalists nurses doctors physicians manufacturers railways broadcasters scientists students veterans scouts guides airlines publishers exporters growers")

// titleAlone reports whether what is called a person's name is a title and the
// body that gives it: "Chair of the Harbour Council".
func (m *mender) titleAlone(r nlp.Range) bool {
	return gazetteer.IsTitle(m.tok(r.First).Form) && lastWordType(m.tok(r.End-1)) == nlp.Organization
}

// firstNames takes the first names that hang together with a person's surname
// into the name, where only the surname was found: "fighter Achyut Kelkar".
func (m *mender) firstNames() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() != 1 || r.First == 0 {
			continue
		}
		first := r.First - 1
		if t := m.tok(r.First); t.Relation.Base() != "flat" || t.Head != first && t.Head != m.tok(first).Head {
			continue
		}
		if t := m.tok(first); t.UPOS != "PROPN" || m.named(first) || gazetteer.IsTitle(tree.Lemma(t)) || !m.capital(first) {
			continue
		}
		r.First = first
	}
}

// surnames takes the surname that hangs together with a person's first name into
// the name, where only the first name was found.
func (m *mender) surnames() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() != 1 || r.End >= len(m.s.Tokens) {
			continue
		}
		last, first := m.tok(r.End), m.tok(r.First)
		if last.UPOS != "PROPN" || last.Relation.Base() != "flat" || last.Head != r.First && last.Head != first.Head || m.named(r.End) || calendar[last.Form] || gazetteer.IsTitle(last.Form) {
			continue
		}
		r.End++
	}
}

// hyphenated takes the part behind the hyphen into a person's name that ends
// before it or with it: "Hui Chi-fung".
func (m *mender) hyphenated() {
	for n := range m.s.Names {
		r := &m.s.Names[n].Tokens
		if m.s.Names[n].Type != nlp.Person || r.Len() < 2 {
			continue
		}
		hyphen := r.End
		if m.tok(r.End-1).Form == "-" {
			hyphen = r.End - 1
		}
		if hyphen+1 >= len(m.s.Tokens) || m.named(hyphen+1) || m.tok(hyphen).Form != "-" || m.tok(hyphen-1).SpaceAfter || m.tok(hyphen).SpaceAfter {
			continue
		}
		if last := m.tok(hyphen + 1); last.UPOS == "PROPN" && last.Relation.Base() == "flat" {
			r.End = hyphen + 2
		}
	}
}

// ownedBodies parts the name of a body that begins with its owner's: "the
// University of Tokyo's Earthquake Research Institute" are two.
func (m *mender) ownedBodies() {
	for n := 0; n < len(m.s.Names); n++ {
		whole := m.s.Names[n]
		if whole.Type != nlp.Organization {
			continue
		}
		for i := whole.Tokens.First + 2; i+2 < whole.Tokens.End; i++ {
			if m.tok(i).XPOS != "POS" || lastWordType(m.tok(whole.Tokens.End-1)) != nlp.Organization || !m.ownerBody(nlp.Range{First: whole.Tokens.First, End: i}) {
				continue
			}
			owner, body := whole, whole
			owner.Tokens.End, body.Tokens.First = i, i+1
			o, b := m.head(owner.Tokens), m.head(body.Tokens)
			if h, rel := m.tok(o).Head, m.tok(o).Relation; whole.Tokens.Contains(m.tok(b).Head) && !whole.Tokens.Contains(h) {
				m.set(b, h, rel)
				for k := range m.s.Tokens {
					if t := m.tok(k); t.Head == o && t.Relation == "case" && k < whole.Tokens.First {
						t.Head = b
					}
				}
				m.set(o, b, "nmod:poss")
				m.set(i, o, "case")
			}
			m.s.Names[n] = owner
			m.s.Names = slices.Insert(m.s.Names, n+1, body)
			break
		}
	}
}

// ownerBody reports whether words name a body of their own: "University of
// Tokyo", "European Parliament".
func (m *mender) ownerBody(r nlp.Range) bool {
	return ownerNouns[strings.ToLower(m.tok(r.First).Form)] && r.Len() > 2 || ownerNouns[strings.ToLower(m.tok(r.End-1).Form)]
}

// ownerNouns are nouns of bodies that have bodies of their own.
var ownerNouns = set("university parliament commission ministry party council union government church army academy")

// titles reports whether what is called a person's name is the title of the
// person named behind it: "the Speaker of the House, Ann Lee".
func (m *mender) titles(n int) bool {
	r := m.s.Names[n].Tokens
	if n+1 == len(m.s.Names) || !gazetteer.IsTitle(m.tok(r.First).Form) {
		return false
	}
	next := m.s.Names[n+1]
	h := m.head(next.Tokens)
	return next.Type == nlp.Person && next.Tokens.First == r.End+1 && m.tok(r.End).Form == "," &&
		h >= 0 && m.tok(h).Head == r.First && m.tok(h).Relation.Base() == "appos"
}

// behindDeterminer returns the first of the tokens from i that is no determiner.
func (m *mender) behindDeterminer(i int) int {
	for i+1 < len(m.s.Tokens) && m.tok(i).UPOS == "DET" {
		i++
	}
	return i
}

// namesBehindRoles makes a name of the proper nouns that hang flat on a role
// noun and that no name holds: "association president Ann Lee".
func (m *mender) namesBehindRoles() {
	for i := range m.s.Tokens {
		if m.tok(i).UPOS != "NOUN" || !m.roleNoun(i) || m.named(i) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.tok(end).UPOS == "PROPN" && m.tok(end).Relation.Base() == "flat" && m.s.Within(end, i) && !m.named(end) {
			end++
		}
		if end == i+1 {
			continue
		}
		m.set(i+1, i, "appos")
		for k := i + 2; k < end; k++ {
			m.set(k, i+1, "flat")
		}
		at := slices.IndexFunc(m.s.Names, func(n nlp.Name) bool { return n.Tokens.First > i })
		if at < 0 {
			at = len(m.s.Names)
		}
		m.s.Names = slices.Insert(m.s.Names, at, nlp.Name{Tokens: nlp.Range{First: i + 1, End: end}, Type: nlp.Person, Score: guessedScore})
	}
}

// guessedScore is the score of a name that the model did not find.
const guessedScore = 0.6

func (m *mender) named(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return true
		}
	}
	return false
}

// calledNames hangs a proper name on the common noun directly before it that
// says what it is, where the tree has hung it on something further off: "head
// of the charity Full Plate", "the lawyer for policemen X and Y".
func (m *mender) calledNames() {
	for i := 1; i < len(m.s.Tokens); i++ {
		if !m.startsName(i) {
			continue
		}
		noun := m.tok(i - 1)
		types := gazetteer.NounTypes(tree.Lemma(noun))
		if noun.UPOS != "NOUN" || len(types) == 0 {
			continue
		}
		if noun.Features.Get("Number") == "Plur" && types[0] != nlp.Person || noun.Features.Get("Number") != "Plur" && !m.determinedBefore(i-1) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.capital(end) {
			end++
		}
		h := m.head(nlp.Range{First: i, End: end})
		switch up := m.tok(h).Head; {
		case m.tok(h).Relation.Base() == "appos" && up < i-1 && up >= 0:
			m.set(h, i-1, "appos")
		case up >= end && in(m.tok(h).Relation, "nsubj") && noun.Head == up && in(noun.Relation, "nsubj") && noun.Features.Get("Number") != "Plur":
			m.set(h, i-1, "appos") // "The ship X sank", with two subjects
		}
	}
}

// startsName reports whether a run of capitalised words begins at i.
func (m *mender) startsName(i int) bool { return m.capital(i) && !m.capital(i-1) }

func (m *mender) capital(i int) bool {
	return m.tok(i).UPOS == "PROPN" || strings.HasPrefix(m.tok(i).XPOS, "NNP")
}

func (m *mender) determinedBefore(noun int) bool {
	for k := range noun {
		if c := m.tok(k); c.Head == noun && (c.Relation.Base() == "det" || c.Relation == "nmod:poss") {
			return true
		}
	}
	return false
}

// origins hangs "from Lagos" on the name, or the age behind it, that it stands
// directly behind: "said Ade Bello, 34, from Lagos".
func (m *mender) origins() {
	for _, n := range m.s.Names {
		if n.Type != nlp.Person && n.Type != nlp.Organization {
			continue
		}
		i := n.Tokens.End
		if i+3 < len(m.s.Tokens) && m.tok(i).Form == "," && m.tok(i+1).UPOS == "NUM" && m.tok(i+2).Form == "," {
			i += 2
		}
		if i+1 >= len(m.s.Tokens) || m.tok(i).Form != "," {
			continue
		}
		from := i + 1
		p := m.tok(from)
		if !strings.EqualFold(p.Form, "from") && p.Form != "of" || p.UPOS != "ADP" || p.Head <= from {
			continue
		}
		place := p.Head
		h := m.head(n.Tokens)
		if m.tok(place).UPOS != "PROPN" && m.tok(place).UPOS != "NOUN" || !in(m.tok(place).Relation, "nmod", "obl") || m.s.Within(h, place) {
			continue
		}
		m.set(place, h, "nmod")
	}
}

func in(r nlp.Relation, rels ...string) bool {
	return slices.Contains(rels, string(r.Base()))
}

// descriptors: a noun for persons that hangs as an adjective on a person's
// name stands before it as a title; one that hangs so on another noun is the
// first part of a compound ("the parent company").
func (m *mender) descriptors() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.UPOS != "NOUN" || t.Relation != "amod" || t.Head <= i {
			continue
		}
		switch up := m.tok(t.Head); {
		case up.UPOS == "PROPN" && m.roleNoun(i):
			m.set(i, t.Head, "nmod:desc")
		case up.UPOS == "NOUN" && t.XPOS == "NN" && !strings.Contains(t.Form, "-"):
			t.Relation = "compound"
		}
	}
}

// joinedRoles: of two roles behind a name the second, without an article of
// its own, is another role of the same person, not another person: "X,
// director of Y, and chairman of Z,".
func (m *mender) joinedRoles() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		if m.roleBehindBody(i) {
			m.set(i, m.tok(t.Head).Head, "conj")
			continue
		}
		if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || m.tok(t.Head).UPOS != "PROPN" || !m.roleNoun(i) || m.has(i, "nummod", "nmod:poss") || m.has(i, "det") && !m.closelyJoined(i) {
			continue
		}
		for k := t.Head + 1; k < i; k++ {
			c := m.tok(k)
			if c.Head == t.Head && c.Relation.Base() == "appos" && c.UPOS == "NOUN" && m.roleNoun(k) {
				m.set(i, k, "conj")
				break
			}
		}
	}
}

// closelyJoined reports whether a noun with an indefinite article is joined by
// "and" without a comma before it: "X, a native of A and a graduate of B".
func (m *mender) closelyJoined(i int) bool {
	if !m.hasArticle(i) {
		return false
	}
	for k := i - 1; k > 0 && k >= i-maxClimb; k-- {
		if m.tok(k).Relation == "cc" && m.tok(k).Head == i {
			return m.tok(k-1).UPOS != "PUNCT"
		}
	}
	return false
}

// roleBehindBody reports whether a role with an article of its own was joined to
// the one whose, or the body where, the role before it is held: "the daughter of X
// and a patron of Y".
func (m *mender) roleBehindBody(i int) bool {
	t := m.tok(i)
	if t.Relation.Base() != "conj" || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || !m.roleNoun(i) || !m.hasArticle(i) {
		return false
	}
	of := m.tok(t.Head)
	return of.Relation.Base() == "nmod" && of.Head >= 0 && of.Head < t.Head && m.roleNoun(of.Head) && m.tok(of.Head).UPOS == "NOUN" && !m.hasArticle(t.Head)
}

// hasArticle reports whether an indefinite article hangs on token i.
func (m *mender) hasArticle(i int) bool {
	for k := max(0, i-maxClimb); k < i; k++ {
		if t := m.tok(k); t.Head == i && (strings.EqualFold(t.Form, "a") || strings.EqualFold(t.Form, "an")) {
			return true
		}
	}
	return false
}

func (m *mender) has(h int, rels ...nlp.Relation) bool {
	for k := range m.s.Tokens {
		if m.tok(k).Head == h && tree.Matches(m.tok(k).Relation, rels...) {
			return true
		}
	}
	return false
}

// based mends "Lyon based Acme", which parsers take for a clause or for one
// name: the participle modifies the name behind it and the town the participle.
func (m *mender) based(i int) {
	if t := m.tok(i); t.Form != "based" || t.UPOS != "VERB" && t.UPOS != "ADJ" || m.has(i, "aux", "cop") {
		return
	}
	town, body := m.nameBeside(i, true), m.nameBeside(i, false)
	if town == nil || body == nil || !area(town.Type) || area(body.Type) {
		return
	}
	phrase := nlp.Range{First: town.Tokens.First, End: body.Tokens.End}
	outer, h := m.head(phrase), m.head(body.Tokens)
	rel := m.tok(outer).Relation
	if rel.Base() == "xcomp" {
		rel = "obj"
	}
	m.set(h, m.tok(outer).Head, rel)
	for k := range m.s.Tokens {
		if up := m.tok(k).Head; !phrase.Contains(k) && up >= phrase.First && up <= i {
			m.set(k, h, m.tok(k).Relation)
		}
	}
	m.set(i, h, "amod")
	m.set(m.head(town.Tokens), i, "compound")
}

// nameBeside returns the name that ends before token i or begins behind it, or nil.
func (m *mender) nameBeside(i int, before bool) *nlp.Name {
	for k := range m.s.Names {
		if n := &m.s.Names[k]; before && n.Tokens.End == i || !before && n.Tokens.First == i+1 {
			return n
		}
	}
	return nil
}
