package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// courtDeeds are predicates of what the law does to somebody.
var courtDeeds = map[nlp.Predicate]bool{"arrested": true, "charged": true, "convicted": true, "released": true, "sanctioned": true}

// forClients puts those whom lawyers speak for in the place of the lawyers where a
// pronoun was taken for these: "lawyers for the two men said they would appeal
// against their conviction" convicts no lawyers. Where the text does not say whom
// they speak for, the end is left out.
func (d *document) forClients(m *matcher, es []end) []end {
	t := m.t
	if !courtDeeds[m.predicate] {
		return es
	}
	var out []end
	for _, e := range es {
		if e.token < 0 || !t.is(e.token, "PRON") || e.Chain < 0 || d.a.Chains[e.Chain].Named() {
			out = append(out, e)
			continue
		}
		k := d.nounOf(t, e.Chain)
		if k < 0 || !lexicon.Counsel[t.lemma(k)] {
			out = append(out, e)
			continue
		}
		whom := append(t.oblique(k, "for").tokens, t.oblique(k, "of").tokens...)
		for _, c := range d.ends(t, found{tokens: t.everyone(whom).tokens, remote: true}, persons) {
			c.token = e.token
			out = append(out, c)
		}
	}
	return out
}

// nounOf returns the noun that sentence t describes a chain with, or -1.
func (d *document) nounOf(t *tree, c nlp.ChainID) int {
	i := slices.IndexFunc(d.a.Chains[c].Mentions, func(m nlp.Mention) bool { return m.Sentence == t.index && t.is(m.Head, "NOUN") })
	if i < 0 {
		return -1
	}
	return d.a.Chains[c].Mentions[i].Head
}
