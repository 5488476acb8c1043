package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	deptree "github.com/kgbuild/kgbuild/nlp/tree"
)

// courtVerbs are participles that say of persons what a court or the police did.
var courtVerbs = words("charge accuse convict indict arrest sentence")

// strayParticiples: "charged with fraud" behind a place or a time at the end of
// a clause is said of the clause's subject: "were held in a city jail, charged
// with fraud".
func (m *mender) strayParticiples() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.XPOS != "VBN" || c.Relation != "acl" || c.Head < 0 || c.Head >= v || !courtVerbs[deptree.VerbLemma(c)] || m.has(v, "nsubj:pass", "aux:pass") {
			continue
		}
		h := c.Head
		if !m.whereOrWhen(h) {
			continue
		}
		for g := m.s.Tokens[h].Head; g >= 0; g = m.s.Tokens[g].Head {
			if m.s.Tokens[g].UPOS == "VERB" && m.hasSubject(g) {
				m.set(v, g, "advcl")
				break
			}
		}
	}
}

// whereOrWhen reports whether a noun names a place or a time, which nobody charges.
func (m *mender) whereOrWhen(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return placeTypes[n.Type]
		}
	}
	l := strings.ToLower(m.s.Tokens[i].Lemma)
	return placeTypes[gazetteer.NounType(l)] || timeNouns[l]
}

// shaken are participles of what befalls places.
var shaken = words("hit strike jolt rock shake devastate destroy flood damage flatten rattle bomb shell")

// shakenTowns: the town that has so many people is what was hit, not they: "X,
// a city of 500,000 people that was jolted by the quake".
func (m *mender) shakenTowns() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.Relation != "acl:relcl" || c.Head < 0 || !shaken[deptree.VerbLemma(c)] || !m.has(v, "nsubj:pass") {
			continue
		}
		h := &m.s.Tokens[c.Head]
		if h.Head < 0 || h.Relation.Base() != "nmod" || h.Lemma != "people" && h.Lemma != "inhabitant" && h.Lemma != "resident" {
			continue
		}
		if town := m.s.Tokens[h.Head].Lemma; gazetteer.IsSettlement(town) || regionNouns[town] {
			m.set(v, h.Head, c.Relation)
		}
	}
}
