package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// officeNames makes one name of an office that bears the title of its holder: "the
// Public Attorney's Office", "the State Fire Marshal's Office".
func (m *mender) officeNames() {
	for i := 1; i+1 < len(m.s.Tokens); i++ {
		if m.tok(i).XPOS != "POS" || !m.capital(i-1) || !m.capital(i+1) || !officeHolders[strings.ToLower(m.tok(i-1).Form)] || !holderOffices[strings.ToLower(m.tok(i+1).Form)] {
			continue
		}
		r := nlp.Range{First: i - 1, End: i + 2}
		for r.First > 0 && strings.HasPrefix(m.tok(r.First-1).XPOS, "NNP") {
			r.First--
		}
		m.renameAs(r, nlp.Organization)
	}
}

var (
	officeHolders = words(`attorney prosecutor prosecutors minister president governor mayor sheriff coroner marshal auditor ombudsman commissioner
		general defender examiner registrar treasurer secretary chancellor comptroller premier`)
	holderOffices = words("office department bureau chamber chambers")
)
