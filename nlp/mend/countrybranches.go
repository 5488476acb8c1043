package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// countryBranches takes the country that stands right behind the name of a body and
// before the title of somebody who serves there into the name: "Greenpeace Brazil
// director Ann Lee" heads no country.
func (m *mender) countryBranches() {
	for i := 1; i < len(m.s.Names); i++ {
		body, country := m.s.Names[i-1], m.s.Names[i]
		end := country.Tokens.End
		if body.Type != nlp.Organization || country.Type != nlp.Country || body.Tokens.End != country.Tokens.First || end+1 >= len(m.s.Tokens) ||
			m.tok(end).UPOS != "NOUN" || !gazetteer.IsTitle(tree.Lemma(m.tok(end))) || !m.startsPerson(end+1) {
			continue
		}
		m.renameAs(nlp.Range{First: body.Tokens.First, End: end}, nlp.Organization)
	}
}
