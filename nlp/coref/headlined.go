package coref

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mention"
)

// leadSentences is how many sentences of the text behind a title say who is meant in it.
const leadSentences = 3

// headlined joins somebody whom the title only calls by a noun ("Peruvian senator
// jailed for fraud") with the one whom the first sentences name with that noun, when
// they so name one alone.
func (r *resolver) headlined() {
	for i := range r.c {
		c := &r.c[i]
		if !r.inTitle(c) {
			return
		}
		if c.Kind != nlp.NominalMention || c.Type() != nlp.Person || c.Number == mention.Plural || c.Count > 1 || c.Possessor >= 0 ||
			c.Definite != mention.Bare && c.Definite != mention.Indefinite || len(r.members[r.cluster[i]]) > 1 {
			continue
		}
		if j := r.namedInLead(i); j >= 0 {
			r.join(i, j, TitleReason)
		}
	}
}

// namedInLead returns a mention of the one person who is named with the noun of title
// mention i in the sentences behind the title, or -1.
func (r *resolver) namedInLead(i int) int {
	c := &r.c[i]
	found, first := -1, -1
	for j := i + 1; j < len(r.c); j++ {
		d := &r.c[j]
		if r.inTitle(d) {
			continue
		}
		if first < 0 {
			first = d.Sentence
		}
		if d.Sentence >= first+leadSentences {
			break
		}
		if d.Kind != nlp.NameMention || d.Type() != nlp.Person || found >= 0 && r.cluster[found] == r.cluster[j] {
			continue
		}
		if !slices.ContainsFunc(r.facts(r.cluster[j]).nouns, func(n string) bool { return lastWord(n) == c.Noun }) || r.ofElsewhere(c, r.cluster[j]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// ofElsewhere reports whether a mention and a cluster are told to be of different countries.
func (r *resolver) ofElsewhere(c *candidate, cluster int) bool {
	return !r.fitsOrigin(c, cluster) && slices.ContainsFunc(r.members[cluster], func(m int) bool { return len(r.originOf(&r.c[m])) > 0 })
}
