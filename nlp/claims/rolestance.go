package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// roleStance returns the stance s of a role that a noun phrase takes for granted,
// with what its own words leave open of it: an adjective ("the alleged leader of
// X", "X's next premier"), or the verb by which who comes into it ("is tipped to
// take over as chief").
func (m *matcher) roleStance(d *document, who end, s stance) stance {
	switch {
	case m.predicate == "leads" && m.coming():
		s.modality = nlp.Future
	case claimable[m.predicate] && m.disputed():
		s.modality = nlp.Possible
	case claimable[m.predicate]:
		v := m.t.head(m.t.titleNoun(m.h))
		if v < 0 || !m.t.verbal(v) || m.t.preposition(m.h) != "as" || !enteringOffice[m.t.phrasal(v)] {
			break
		}
		if slices.Contains(m.t.object(v).tokens, who.token) && replacing[m.t.lemma(v)] {
			break // who is replaced has held it
		}
		of := d.stanceOf(m.t, v)
		s.polarity, s.modality = of.polarity, of.modality
	}
	return s
}

// claimable are predicates of roles that somebody may be only said to have.
var claimable = map[nlp.Predicate]bool{"leads": true, "member_of": true, "works_for": true, "spokesperson_of": true, "founded": true}

// enteringOffice are verbs of coming into the office that "as" names behind them.
var enteringOffice = words("appoint elect reelect re-elect name choose select pick nominate confirm install hire propose succeed replace follow serve take_over swear_in return")

// disputed reports whether an adjective of the role says that not everybody holds
// it to be so: "suspected head", "self-styled leader".
func (m *matcher) disputed() bool {
	t := m.t
	return slices.ContainsFunc(t.children(t.titleNoun(m.h), "amod"), func(k int) bool {
		if hedgeAdjectives[t.form(k)] || hedgeAdjectives[t.lemma(k)] {
			return true
		}
		return k > 1 && t.form(k-1) == "-" && (t.form(k-2) == "self" && ownWords[t.form(k)] || t.form(k-2) == "so" && t.form(k) == "called")
	})
}

// ownWords are participles of what somebody calls himself.
var ownWords = words("styled proclaimed declared appointed")
