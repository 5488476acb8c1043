package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// shortCompanies corrects the type of the short names of companies, which look
// like surnames or towns: "Tanner" is a company where the document speaks of
// Tanner Holdings Ltd., of "the carmaker Tanner" or of Tanner's shares, until
// somebody called Tanner comes up.
func shortCompanies(a *nlp.Analysis) {
	told := make(map[string]bool)
	place := make(map[string]bool)
	for i := range a.Sentences {
		m := mender{s: &a.Sentences[i]}
		for _, n := range m.s.Names {
			if area(n.Type) && m.standsAsPlace(n.Tokens) {
				place[m.text(n.Tokens)] = true
			}
			for _, short := range m.shortForms(n) {
				told[short] = true
			}
			if m.words(n.Tokens) <= maxShortName && n.Type != nlp.Country && m.isCompany(n.Tokens) {
				told[m.text(n.Tokens)] = true
			}
		}
	}
	if len(told) == 0 {
		return
	}
	surnames := make(map[string]bool)
	for i := range a.Sentences {
		m := mender{s: &a.Sentences[i]}
		for k := range m.s.Names {
			n := &m.s.Names[k]
			text := m.text(n.Tokens)
			switch {
			case n.Type == nlp.Person && n.Tokens.Len() > 1 && !told[text]:
				surnames[m.tok(n.Tokens.End-1).Form] = true
			case !told[text] || place[text] || surnames[text] || n.Type == nlp.Country || gazetteer.NameType(text) != "" && gazetteer.NameType(text) != nlp.Organization:
			case m.titledPerson(n.Tokens.First):
				surnames[text] = true
			default:
				n.Type = nlp.Organization
			}
		}
	}
}

// maxShortName is how many words the short name of a company has at most.
const maxShortName = 2

// titledPerson reports whether a title of persons stands before the name at i.
func (m *mender) titledPerson(i int) bool {
	return i > 0 && m.tok(i-1).UPOS == "PROPN" && gazetteer.IsTitle(m.tok(i-1).Form)
}

// standsAsPlace reports whether a preposition of place stands before a name.
func (m *mender) standsAsPlace(r nlp.Range) bool {
	if r.First == 0 {
		return false
	}
	switch strings.ToLower(m.tok(r.First - 1).Form) {
	case "in", "near", "at", "outside", "around", "across", "off":
		return true
	}
	return false
}

// words returns how many words a name has; those with a hyphen count once.
func (m *mender) words(r nlp.Range) int {
	n := r.Len()
	for i := r.First; i < r.End; i++ {
		if hyphenMark(m.tok(i).Form) {
			n -= 2
		}
	}
	return n
}

// shortForms returns the names by which a company with a longer name may go:
// its first words without those that only tell its business or legal form, and
// where a legal form shows it to be a company, the first word alone.
func (m *mender) shortForms(n nlp.Name) []string {
	if n.Type != nlp.Organization || n.Tokens.Len() < 2 {
		return nil
	}
	last := m.tok(n.Tokens.End - 1).Form
	if !gazetteer.IsLegalForm(last) && !gazetteer.IsCompanyWord(strings.ToLower(last)) {
		return nil
	}
	end := n.Tokens.End
	for end > n.Tokens.First+1 {
		if f := m.tok(end - 1).Form; !gazetteer.IsLegalForm(f) && !gazetteer.IsCompanyWord(strings.ToLower(f)) && f != "," {
			break
		}
		end--
	}
	r := nlp.Range{First: n.Tokens.First, End: end}
	if !m.capital(r.First) {
		return nil
	}
	var out []string
	if r.Len() <= maxShortName {
		out = append(out, m.text(r))
	}
	if _, given := gazetteer.GivenName(m.tok(r.First).Form); gazetteer.IsLegalForm(last) && r.Len() > 1 && !given {
		out = append(out, m.tok(r.First).Form)
	}
	return out
}

// isCompany reports whether the words beside a name tell that it is a
// company's: a noun of companies that it is called by, where it is based, its
// shares and subsidiaries.
func (m *mender) isCompany(r nlp.Range) bool {
	h := m.s.HeadOf(r)
	up := m.tok(h).Head
	if i := r.First - 2; i >= 0 && m.tok(i+1).Form == "," && m.companyNoun(i) && up == i && in(m.tok(h).Relation, "appos") && makers[tree.Lemma(m.tok(i))] {
		return true
	}
	if i := r.First - 1; i >= 0 && m.companyNoun(i) && (up == i && in(m.tok(h).Relation, "appos", "flat") || m.tok(i).Head == h) {
		return true
	}
	if i := r.End; i+2 < len(m.s.Tokens) && m.tok(i).Form == "," && (m.tok(i+1).Form == "based" || m.tok(i+1).Form == "headquartered") && m.tok(i+2).Form == "in" {
		_, given := gazetteer.GivenName(m.tok(r.First).Form)
		return !given
	}
	if m.describedAs(h, up) || m.ownsIts(r) {
		return true
	}
	if up < 0 || r.Contains(up) || m.tok(up).UPOS != "NOUN" {
		return false
	}
	noun := tree.Lemma(m.tok(up))
	switch {
	case in(m.tok(h).Relation, "compound"):
		return up == r.End && (noun == "share" || noun == "stock" || noun == "shareholder" || noun == "subsidiary")
	case m.tok(h).Relation == "nmod:poss":
		return ownedByCompanies[noun] || noun == "director" && m.has(up, "appos")
	case m.tok(h).Relation == "nmod":
		return (noun == "share" || noun == "stake") && m.hasCase(h, "in") || noun == "shareholder" || noun == "subsidiary"
	}
	return false
}

// describedAs reports whether a noun that only companies and the like go by
// stands behind a name in apposition or is said of it: "X, the parent company
// of Y", "X is a carmaker".
func (m *mender) describedAs(h, up int) bool {
	for k := h + 1; k < len(m.s.Tokens); k++ {
		if t := m.tok(k); t.Head == h && t.Relation.Base() == "appos" && onlyCompanies[tree.Lemma(t)] {
			return true
		}
	}
	return up > h && m.tok(h).Relation == "nsubj" && onlyCompanies[tree.Lemma(m.tok(up))] && m.has(up, "cop")
}

// ownsIts reports whether a name of one word is the subject of a verb whose object is
// "its" thing that companies have: "Acme opened its first store".
func (m *mender) ownsIts(r nlp.Range) bool {
	v := m.tok(r.First).Head
	if _, given := gazetteer.GivenName(m.tok(r.First).Form); given || r.Len() > 1 || v < r.First || m.tok(r.First).Relation != "nsubj" {
		return false
	}
	return slices.ContainsFunc(m.s.Tokens, func(its nlp.Token) bool {
		if !strings.EqualFold(its.Form, "its") || its.Head < v {
			return false
		}
		o := m.tok(its.Head)
		return o.Head == v && o.Relation == "obj" && companyThings[tree.Lemma(o)]
	})
}

// companyThings are what companies have, and people who are told of with "his" or "her".
var companyThings = words(`store shop outlet branch showroom warehouse profit revenue sale earnings turnover dividend forecast guidance outlook
	plant factory refinery headquarters workforce fleet subsidiary division brand app flagship listing ipo`)

// onlyCompanies are nouns that no person goes by.
var onlyCompanies = words(`company firm carrier airline carmaker automaker manufacturer retailer bank insurer newspaper broadcaster
	conglomerate startup start-up brewer charity subsidiary lender utility chipmaker drugmaker steelmaker multinational
	brewery university supermarket consortium`)

// ownedByCompanies are nouns of what, and whom, companies have and persons do not.
var ownedByCompanies = words(`shareholder stockholder subsidiary ceo cfo headquarters chairman chairwoman shares stock dividend
	supervisory-board management workforce`)

// makers are nouns that tell a company when a noun before them says of what,
// and a person when none does.
var makers = words("producer maker supplier operator provider retailer developer contractor publisher distributor exporter importer dealer")

// companyNoun reports whether the noun at i says that the name beside it is a
// company's.
func (m *mender) companyNoun(i int) bool {
	t := m.tok(i)
	if t.UPOS != "NOUN" || t.Features.Get("Number") == "Plur" {
		return false
	}
	l := tree.Lemma(t)
	if makers[l] {
		return m.has(i, "compound")
	}
	return gazetteer.IsCompanyNoun(l)
}
