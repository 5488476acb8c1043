package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// joinedPortfolios takes the second of the matters that a body is called by into its
// name: the "and Budget" of the "Office of Management and Budget".
func (m *mender) joinedPortfolios() {
	for _, n := range m.s.Names {
		r := n.Tokens
		if n.Type != nlp.Organization || r.Len() < 3 || r.End+1 >= len(m.s.Tokens) || m.tok(r.End).Form != "and" || !m.ofMatter(r) {
			continue
		}
		end := r.End + 1
		for end < len(m.s.Tokens) && m.capital(end) && portfolioWords[strings.ToLower(m.tok(end).Form)] {
			end++
		}
		if end > r.End+1 && (end == len(m.s.Tokens) || !m.capital(end)) {
			m.renameAs(nlp.Range{First: r.First, End: end}, nlp.Organization)
		}
	}
}

// ofMatter reports whether a name says with "of" or "for" of what a body is.
func (m *mender) ofMatter(r nlp.Range) bool {
	for i := r.First + 1; i+1 < r.End; i++ {
		if f := m.tok(i).Form; (f == "of" || f == "for") && portfolioBodies[strings.ToLower(m.tok(i-1).Form)] {
			return true
		}
	}
	return false
}

var (
	portfolioBodies = words(`office ministry department institute organisation organization centre center commission agency bureau board
		council school faculty committee directorate secretariat`)
	portfolioWords = words(`budget welfare philology security cooperation co-operation technology technologies sport sports culture trade
		industry pensions tourism energy environment forestry fisheries affairs social public labour labor education science sciences
		research innovation development planning communications communication information health family veterans prevention control
		firearms explosives medicine drug drugs crime infrastructure transport transportation works housing employment religious
		mathematics engineering arts statistics refugees justice order safety quality reconciliation human services rehabilitation
		resettlement commerce consumer digital water sanitation livestock immigration citizenship heritage youth women children`)
)
