package lexicon

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// Somebody reports whether token k names or describes a person, a body, a group
// or a place that stands for those who are there.
func Somebody(s *nlp.Sentence, k int) bool {
	for _, n := range s.Names {
		if n.Tokens.Contains(k) {
			return n.Type.CanAct()
		}
	}
	return gazetteer.NounType(strings.ToLower(s.Tokens[k].Lemma)).CanAct()
}
