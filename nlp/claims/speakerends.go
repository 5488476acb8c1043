package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// speakerEnds returns who says what the pattern's word says, and makes the
// stance that of the saying: who judges does so certainly, in the words of
// whoever reports it. It returns none where nobody in particular speaks, and
// where the word is denied, asked, wished or only thought possible, but by the
// pattern itself.
func (d *document) speakerEnds(m *matcher, s *stance, types codebook.Types) []end {
	if s.modality == nlp.Desired || s.modality == nlp.Future && m.t.verbal(m.h) || m.t.asked(m.h) || m.t.might(m.h) || m.t.conditional(m.h) {
		return nil
	}
	if m.p.Polarity == "" && (s.polarity == nlp.Negative || m.t.hasDeterminer(m.h, "no") || m.t.unproven(m.h)) {
		return nil // unless the denial is part of the wording: "there is no truth in the reports"
	}
	return d.whoSays(s, types)
}

// whoSays returns whoever says what a stance is of, if of a type that is admitted,
// and makes the stance that of the saying.
func (d *document) whoSays(s *stance, types codebook.Types) []end {
	last := len(s.by) - 1
	if last < 0 {
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

// unknownDoer reports whether who is said to have done something is nobody in
// particular, so that telling it accuses nobody: "gunmen abducted nurses,
// residents said". A verb of accusing accuses them nevertheless.
func (d *document) unknownDoer(m *matcher, who, e end) bool {
	if m.predicate != "accused" || e.token < 0 || e.Chain < 0 || d.a.Chains[e.Chain].Named() {
		return false
	}
	if who.token != speaker && !plainSaying[m.t.lemma(m.h)] {
		return false
	}
	t, k := m.t, e.token
	return strangers[t.lemma(k)] && t.child(k, "nmod:poss", "nmod") < 0 && !t.hasDeterminer(k, "the", "this", "these", "that", "those")
}

// strangers are those of whom nobody knows who they are.
var strangers = words(`man woman person people gunman attacker assailant robber thief bandit militant raider youth mob intruder
	stranger individual boy kidnapper burglar`)

// plainSaying are verbs that tell without accusing.
var plainSaying = words("say tell write add note testify report")
