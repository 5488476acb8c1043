package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// speakerEnds returns who says what the pattern's word says, and makes the
// stance that of the saying: who judges does so certainly, in the words of
// whoever reports it. It returns none where nobody in particular speaks, and
// where the word is denied, asked, wished or only thought possible.
func (d *document) speakerEnds(m *matcher, s *stance, types codebook.Types) []end {
	last := len(s.by) - 1
	if last < 0 || s.polarity == nlp.Negative || s.modality == nlp.Desired || s.modality == nlp.Future && m.t.verbal(m.h) || m.t.asked(m.h) || m.t.might(m.h) {
		return nil
	}
	c := s.by[last]
	ch := &d.a.Chains[c]
	if len(types) > 0 && !types.Allows(ch.Type) {
		return nil
	}
	s.by, s.modality = s.by[:last:last], nlp.Certain
	return []end{{End: nlp.ChainEnd(c), token: speaker, entity: ch.Type, sure: remoteReliability}}
}

// might reports whether a predicate is said to be possible: "can get dangerous".
func (t *tree) might(p int) bool {
	for _, k := range t.children(p, "aux") {
		if modals[t.lemma(k)] == nlp.Possible && t.form(k) != "would" {
			return true
		}
	}
	return false
}
