package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// companyForms ends the names of companies with their legal form, however the
// model saw them: "Acme Trading, Inc." is one name, and what follows a legal
// form is another.
func (m *mender) companyForms() {
	for i := 1; i < len(m.s.Tokens); i++ {
		if !gazetteer.IsLegalForm(m.tok(i).Form) {
			continue
		}
		prev := i - 1
		if m.tok(prev).Form == "," && prev > 0 {
			prev--
		}
		if !m.capital(prev) || gazetteer.IsLegalForm(m.tok(prev).Form) && prev < i-1 {
			continue
		}
		first := m.nameStart(prev)
		if r := (nlp.Range{First: first, End: prev + 1}); area(gazetteer.NameType(m.text(r))) && len(m.tok(i).Form) == 2 {
			continue // "Perth, SA"
		}
		end := i + 1
		for end < len(m.s.Tokens) && gazetteer.IsLegalForm(m.tok(end).Form) {
			end++
		}
		m.makeCompany(nlp.Range{First: first, End: end})
		i = end - 1
	}
}

// cutCompanies joins the names of companies that the model cut: one that is
// nothing but words for what companies do and the name before it ("Daewon"
// "Heavy Industries"), a name and such a word behind it, an acronym and the
// body that it is part of.
func (m *mender) cutCompanies() {
	for n := 0; n < len(m.s.Names); n++ {
		r := m.s.Names[n].Tokens
		if i := r.End; i < len(m.s.Tokens) && m.tok(i).UPOS == "PROPN" && !m.named(i) && r.Contains(m.tok(i).Head) && in(m.tok(i).Relation, "flat") &&
			gazetteer.IsCompanyWord(strings.ToLower(m.tok(i).Form)) && m.s.Names[n].Type != nlp.Country {
			m.makeCompany(nlp.Range{First: r.First, End: i + 1})
		}
	}
	for n := 1; n < len(m.s.Names); n++ {
		before, r := m.s.Names[n-1], m.s.Names[n].Tokens
		if before.Tokens.End != r.First || before.Type == nlp.Country || !m.capital(before.Tokens.First) {
			continue
		}
		if m.s.Names[n].Type == nlp.Organization && before.Type == nlp.Organization && before.Tokens.Len() == 1 && r.Len() == 1 &&
			m.tok(before.Tokens.First).Head == r.First && m.tok(before.Tokens.First).Relation == "compound" && gazetteer.IsAcronym(m.tok(before.Tokens.First).Form) {
			m.makeCompany(nlp.Range{First: before.Tokens.First, End: r.End}) // "IG" "Chemie"
			n--
			continue
		}
		business := true
		for i := r.First; i < r.End; i++ {
			f := m.tok(i).Form
			business = business && (gazetteer.IsCompanyWord(strings.ToLower(f)) || gazetteer.IsLegalForm(f))
		}
		if business {
			m.makeCompany(nlp.Range{First: before.Tokens.First, End: r.End})
			n--
		}
	}
}

// calledCompanies makes companies of the names that the model did not see, right
// behind a noun that says what they are: "the American fund Greystone", "rivals
// Tembo and Kassel".
func (m *mender) calledCompanies() {
	for i := 1; i < len(m.s.Tokens); i++ {
		noun := m.tok(i - 1)
		if noun.UPOS != "NOUN" || !m.startsName(i) || m.named(i) || len(m.tok(i).Form) < 2 {
			continue
		}
		l := tree.Lemma(noun)
		if l != "rival" && l != "competitor" && !gazetteer.IsCompanyNoun(l) {
			continue
		}
		r := nlp.Range{First: i, End: m.nameEnd(i)}
		if r.Len() > 1 && calendar[m.tok(r.End-1).Form] {
			r.End--
		}
		h := m.s.HeadOf(r)
		if !r.Contains(noun.Head) && m.tok(h).Head != i-1 {
			continue
		}
		m.makeCompany(r)
		if noun.Features.Get("Number") != "Plur" {
			continue
		}
		for k := r.End; k < len(m.s.Tokens); k++ {
			if t := m.tok(k); t.Head == h && t.Relation.Base() == "conj" && m.capital(k) && !m.named(k) {
				m.makeCompany(nlp.Range{First: m.nameStart(k), End: m.nameEnd(k)})
			}
		}
	}
}

// whoPersons makes a person of the name of two or three words that "who" goes
// on behind, though the model took it for a body.
func (m *mender) whoPersons() {
	for n := range m.s.Names {
		name := &m.s.Names[n]
		r := name.Tokens
		if name.Type != nlp.Organization && name.Type != nlp.Facility || r.Len() < 2 || r.Len() > 3 || r.End+1 >= len(m.s.Tokens) || m.tok(r.End).Form != "," {
			continue
		}
		if who := m.tok(r.End + 1).Form; who != "who" || gazetteer.NameType(m.text(r)) != "" {
			continue
		}
		last := m.tok(r.End - 1)
		if w := strings.ToLower(last.Form); gazetteer.IsCompanyWord(w) || gazetteer.IsLegalForm(last.Form) || len(gazetteer.NounTypes(w)) > 0 {
			continue
		}
		name.Type = nlp.Person
	}
}

// ampersands makes one name of the capitalised words on both sides of "&".
func (m *mender) ampersands() {
	for i := 1; i+1 < len(m.s.Tokens); i++ {
		if m.tok(i).Form != "&" || !m.capital(i-1) || !m.capital(i+1) {
			continue
		}
		left := nlp.Range{First: m.nameStart(i - 1), End: i}
		right := nlp.Range{First: i + 1, End: m.nameEnd(i + 1)}
		if left.Len() > 1 && right.Len() > 1 && m.typeOf(left) == nlp.Person && m.typeOf(right) == nlp.Person {
			continue
		}
		if gazetteer.NameType(m.text(left)) == nlp.Organization && gazetteer.NameType(m.text(right)) == nlp.Organization {
			continue
		}
		m.makeCompany(nlp.Range{First: left.First, End: right.End})
	}
}

// nameStart returns where the name that ends with token i begins: that of the
// model, or the first of the capitalised words before i.
func (m *mender) nameStart(i int) int {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Tokens.First
		}
	}
	for i > 0 && (m.capital(i-1) || m.tok(i-1).Form == "&") && !m.named(i-1) && !gazetteer.IsTitle(m.tok(i-1).Form) {
		i--
	}
	return i
}

// nameEnd returns where the name that begins with token i ends.
func (m *mender) nameEnd(i int) int {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Tokens.End
		}
	}
	for i++; i < len(m.s.Tokens) && m.capital(i) && !m.named(i); i++ {
	}
	return i
}

// typeOf returns the type of the name that covers exactly r, or "".
func (m *mender) typeOf(r nlp.Range) nlp.EntityType {
	for _, n := range m.s.Names {
		if n.Tokens == r {
			return n.Type
		}
	}
	return ""
}

func area(t nlp.EntityType) bool {
	return t == nlp.Country || t == nlp.City || t == nlp.Place
}

// text returns the forms of a range with single spaces.
func (m *mender) text(r nlp.Range) string {
	var words []string
	for i := r.First; i < r.End; i++ {
		words = append(words, m.tok(i).Form)
	}
	return strings.Join(words, " ")
}

// makeCompany makes r the name of a company. Names that reach into it keep
// what lies outside.
func (m *mender) makeCompany(r nlp.Range) {
	score := float32(guessedScore)
	var names []nlp.Name
	for _, n := range m.s.Names {
		switch {
		case n.Tokens.End <= r.First || n.Tokens.First >= r.End:
			names = append(names, n)
			continue
		case n.Tokens.First < r.First:
			before := n
			before.Tokens.End = r.First
			names = append(names, before)
		}
		score = max(score, n.Score)
		if n.Tokens.End > r.End {
			behind := n
			behind.Tokens.First = r.End
			names = append(names, behind)
		}
	}
	names = append(names, nlp.Name{Tokens: r, Type: nlp.Organization, Score: score})
	slices.SortFunc(names, func(a, b nlp.Name) int { return a.Tokens.First - b.Tokens.First })
	m.s.Names = names
}
