package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// maxUnfound is how many words a name has at most that the words before it alone
// show to be one.
const maxUnfound = 4

// namesBehindCompanies makes a company's name of the proper nouns behind a noun
// that only companies go by, where the model has found none: "the Brazilian
// retailer Lojas Sul".
func (m *mender) namesBehindCompanies() {
	for i := range m.s.Tokens {
		if !m.companyNoun(i) && !m.onlyCompany(i) || m.named(i) || i > 0 && m.tok(i-1).UPOS == "PROPN" && m.tok(i-1).Head == i && !m.named(i-1) {
			continue
		}
		end := i + 1
		for end < len(m.s.Tokens) && m.tok(end).UPOS == "PROPN" && m.capital(end) && !m.named(end) {
			end++
		}
		if end == i+1 || end > i+1+maxUnfound || end < len(m.s.Tokens) && m.named(end) && m.tok(end).UPOS == "PROPN" {
			continue
		}
		r := nlp.Range{First: i + 1, End: end}
		h := m.s.HeadOf(r)
		for k := r.First; k < r.End; k++ {
			if k != h && !r.Contains(m.tok(k).Head) || k != h && m.s.Within(i, k) {
				h = -1
				break
			}
		}
		if h < 0 {
			continue
		}
		if m.tok(h).Head != i && m.tok(i).Head != h {
			if m.tok(h).Head != m.tok(i).Head || m.s.Within(i, h) {
				continue
			}
			m.set(h, i, "appos") // "buy the retailer X", with two objects
		}
		m.insertName(nlp.Name{Tokens: r, Type: nlp.Organization, Score: guessedScore})
	}
}

// onlyCompany reports whether token i is the singular of a noun that no person goes by.
func (m *mender) onlyCompany(i int) bool {
	t := m.tok(i)
	return t.UPOS == "NOUN" && t.Features.Get("Number") != "Plur" && onlyCompanies[tree.Lemma(t)]
}
