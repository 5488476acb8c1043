package mend

import (
	"slices"
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// wellKnown makes one name of the words that spell out a known one of three words or
// more, where a model parts it, begins behind its start or stops short of its end: "the
// People's" and "Republic of China", "Organization for Security and Co-operation" and
// "Europe".
func (m *mender) wellKnown() {
	for i := range m.s.Tokens {
		if !m.capital(i) {
			continue
		}
		for end := min(i+longestKnown, len(m.s.Tokens)); end > i+2; end-- {
			r := nlp.Range{First: i, End: end}
			if !m.capital(end-1) || !slices.ContainsFunc(m.s.Names, func(n nlp.Name) bool { return r.Contains(n.Tokens.First) && n.Tokens.End <= r.End }) {
				continue
			}
			if kind := gazetteer.NameType(strings.ReplaceAll(m.text(r), " 's", "'s")); kind != "" {
				m.renameAs(r, kind)
				break
			}
		}
	}
}

// longestKnown is how many tokens the longest known names have.
const longestKnown = 10
