package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// courtVerbs are participles that say of persons what a court or the police did.
var courtVerbs = lexicon.Words("charge accuse convict indict arrest sentence")

// strayParticiples: "charged with fraud" behind a place or a time at the end of
// a clause is said of the clause's subject: "were held in a city jail, charged
// with fraud". Behind a person's name it is said of that person: "a hearing for
// Ann Cole, 23, charged with fraud", "asked Spain to extradite Ann Cole, wanted
// for fraud".
func (m *mender) strayParticiples() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.XPOS == "VBN" && c.Relation == "advcl" && c.Head >= 0 && c.Head < v && (courtVerbs[tree.VerbLemma(c)] || soughtVerbs[tree.VerbLemma(c)]) && !m.has(v, "mark", "nsubj:pass", "aux:pass", "obj") {
			if name := m.personBefore(v); name >= 0 && m.s.Tokens[name].Relation == "obj" && m.s.Within(name, c.Head) {
				m.set(v, name, "acl")
			}
			continue
		}
		if c.XPOS != "VBN" || c.Relation != "acl" || c.Head < 0 || c.Head >= v || !courtVerbs[tree.VerbLemma(c)] || m.has(v, "nsubj:pass", "aux:pass") {
			continue
		}
		h := c.Head
		if name := m.personBefore(v); name >= 0 && name != h && !m.person(h) {
			m.set(v, name, "acl")
			continue
		}
		if k := v - 1; k > h && m.s.Tokens[k].UPOS == "NOUN" && m.s.Tokens[k].Relation.Base() != "compound" && m.person(k) && m.s.Within(k, h) {
			m.set(v, k, "acl") // "lawyers for X, the general convicted of genocide"
			continue
		}
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

// soughtVerbs are participles that say of persons why an authority looks for them.
var soughtVerbs = lexicon.Words("suspect want seek")

// personBefore returns the head of the person's name that stands right before
// token i, but for an age and commas, or -1.
func (m *mender) personBefore(i int) int {
	for i--; i >= 0 && (m.s.Tokens[i].UPOS == "PUNCT" && m.s.Tokens[i].Form == "," || m.s.Tokens[i].UPOS == "NUM"); i-- {
	}
	for _, n := range m.s.Names {
		if n.Type == nlp.Person && n.Tokens.End == i+1 {
			return m.s.HeadOf(n.Tokens)
		}
	}
	return -1
}

// person reports whether token i is in a person's name or a noun of people.
func (m *mender) person(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type == nlp.Person || n.Type == nlp.Group
		}
	}
	typ := gazetteer.NounType(strings.ToLower(m.s.Tokens[i].Lemma))
	return typ == nlp.Person || typ == nlp.Group
}

// whereOrWhen reports whether a noun names a place or a time, which nobody charges.
func (m *mender) whereOrWhen(i int) bool {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(i) {
			return n.Type.IsPlace()
		}
	}
	l := strings.ToLower(m.s.Tokens[i].Lemma)
	return gazetteer.NounType(l).IsPlace() || timeNouns[l]
}

// shaken are participles of what befalls places.
var shaken = lexicon.Words("hit strike jolt rock shake devastate destroy flood damage flatten rattle bomb shell")

// shakenTowns: the town that has so many people is what was hit, not they: "X,
// a city of 500,000 people that was jolted by the quake".
func (m *mender) shakenTowns() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.Relation != "acl:relcl" || c.Head < 0 || !shaken[tree.VerbLemma(c)] || !m.has(v, "nsubj:pass") {
			continue
		}
		h := &m.s.Tokens[c.Head]
		if h.Head < 0 || h.Relation.Base() != "nmod" || h.Lemma != "people" && h.Lemma != "inhabitant" && h.Lemma != "resident" {
			continue
		}
		if town := m.s.Tokens[h.Head].Lemma; gazetteer.IsSettlement(town) || lexicon.RegionNouns[town] {
			m.set(v, h.Head, c.Relation)
		}
	}
}

// befalling are participles of what befalls persons, of which those close to
// them speak, and closeTo the nouns of those.
var (
	befalling = lexicon.Words("kill murder shoot stab injure wound drown crush lynch execute abduct kidnap arrest jail imprison detain hit strike")
	closeTo   = lexicon.Words(`mother father parent mum dad mom family relative widow widower wife husband brother sister sibling
		daughter son partner fiancé fiancée girlfriend boyfriend uncle aunt grandmother grandfather cousin friend lawyer`)
)

// kinOfVictims: of "the mother of a sailor killed in the blast" it is the sailor
// who was killed; those close to somebody are told by whom they lost.
func (m *mender) kinOfVictims() {
	for v := range m.s.Tokens {
		c := &m.s.Tokens[v]
		if c.XPOS != "VBN" || c.Relation != "acl" || c.Head < 0 || c.Head >= v || !befalling[tree.VerbLemma(c)] {
			continue
		}
		if !closeTo[strings.ToLower(m.s.Tokens[c.Head].Lemma)] {
			continue
		}
		for k := v - 1; k > c.Head; k-- {
			o := &m.s.Tokens[k]
			if o.UPOS == "PUNCT" {
				break
			}
			if o.Head == c.Head && o.Relation.Base() == "nmod" && m.person(k) {
				m.set(v, k, "acl")
				break
			}
		}
	}
}
