package mend

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// longestListed is how many words the names of well-known bodies have at most.
const longestListed = 9

// listedNames makes one name of the words of a well-known body that the model cuts
// at "and" or a hyphen: "Islamic State of Iraq and the Levant", "Organization for
// Security and Co-operation in Europe".
func (m *mender) listedNames() {
	for n := 0; n < len(m.s.Names); n++ {
		r := m.s.Names[n].Tokens
		whole := r
		for end := r.End + 1; end <= min(len(m.s.Tokens), r.First+longestListed); end++ {
			if !m.capital(end - 1) {
				continue
			}
			if _, known := gazetteer.OrganizationName(m.text(nlp.Range{First: r.First, End: end})); known {
				whole.End = end
			}
		}
		if whole == r {
			continue
		}
		m.s.Names[n].Tokens, m.s.Names[n].Type = whole, nlp.Organization
		for n+1 < len(m.s.Names) && m.s.Names[n+1].Tokens.First < whole.End {
			m.s.Names = slices.Delete(m.s.Names, n+1, n+2)
		}
	}
}
