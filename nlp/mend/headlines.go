package mend

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
)

// headlines makes sentences of headlines, which leave out auxiliaries: "X to
// buy Y" is told of the future, "X honours Y" has a verb and not a noun, "12
// dead, 30 injured in Z" has two predicates.
func (m *mender) headlines() {
	m.infinitiveHeadline()
	for i := range m.s.Tokens {
		m.verbAsNoun(i)
		m.verbBehindName(i)
		m.commaForAnd(i)
		m.countedVictims(i)
		m.based(i)
	}
}

// infinitiveHeadline makes the infinitive that hangs on the only noun phrase of
// a headline its predicate.
func (m *mender) infinitiveHeadline() {
	root := -1
	for i := range m.s.Tokens {
		t := m.tok(i)
		if t.Head == nlp.Root {
			root = i
		}
		switch t.XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return
		}
	}
	if root < 0 || m.tok(root).UPOS != "NOUN" && m.tok(root).UPOS != "PROPN" || m.has(root, "nsubj", "cop", "case") {
		return
	}
	for v := root + 1; v < len(m.s.Tokens); v++ {
		t := m.tok(v)
		if t.UPOS != "VERB" || t.Relation != "acl" || t.Head != root && !(m.s.Within(t.Head, root) && in(m.tok(t.Head).Relation, "flat", "appos")) {
			continue
		}
		for to := v - 1; to > 0 && to >= v-2; to-- {
			if c := m.tok(to); c.Head == v && strings.EqualFold(c.Form, "to") {
				m.set(to, v, "aux")
				m.tok(to).UPOS = "AUX"
				m.set(v, nlp.Root, "root")
				m.set(root, v, "nsubj")
				return
			}
		}
	}
}

// commaForAnd joins the two subjects of a verb in the plural that a headline parts
// by a comma alone: "Putin, German chancellor meet" is told of two.
func (m *mender) commaForAnd(i int) {
	t, verb, last := m.tok(i), i+1, len(m.s.Tokens)-1
	s := t.Head
	if !in(t.Relation, "appos", "list") || s < 0 || s > i || m.tok(s).XPOS != "NNP" || m.has(s, "conj") || verb > last || m.tok(last).Form == "." {
		return
	}
	v := m.tok(verb)
	if v.UPOS != "VERB" || v.XPOS != "VBP" && v.XPOS != "VB" {
		return
	}
	switch {
	case m.tok(s).Head == verb && in(m.tok(s).Relation, "nsubj"):
	case v.Head == s && v.Relation == "parataxis" && m.tok(s).Head == nlp.Root:
		m.set(verb, nlp.Root, "root")
		m.set(s, verb, "nsubj")
	default:
		return
	}
	m.set(i, s, "conj")
}

// verbAsNoun mends the tag of a verb in the present that was taken for a
// plural noun though it has a subject and an object.
func (m *mender) verbAsNoun(i int) {
	t := m.tok(i)
	if t.UPOS != "NOUN" || t.XPOS != "NNS" || !strings.HasSuffix(t.Form, "s") || !m.has(i, "nsubj") || !m.has(i, "obj") || m.has(i, "cop") {
		return
	}
	t.UPOS, t.XPOS, t.Lemma = "VERB", "VBZ", strings.ToLower(strings.TrimSuffix(t.Form, "s"))
	t.Features = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
}

// headlineVerbs are verbs of headlines whose third person looks like a plural noun.
var headlineVerbs = words("jail bar ban back spot floor name fine sack axe slam oust sue snub woo mull halt slap quiz vow")

// verbBehindName mends what was taken for a noun between the name that begins a
// headline and the bare noun of whom it is done to: "Tunisia jails comedian".
func (m *mender) verbBehindName(i int) {
	t := m.tok(i)
	lemma := strings.TrimSuffix(strings.ToLower(t.Form), "s")
	if i == 0 || t.UPOS != "NOUN" || t.XPOS != "NNS" || !headlineVerbs[lemma] || m.tok(i-1).UPOS != "PROPN" {
		return
	}
	for k := range i {
		if m.tok(k).UPOS != "PROPN" && m.tok(k).UPOS != "PART" {
			return
		}
	}
	o := m.bareNoun(i + 1)
	if o < 0 {
		return
	}
	rest := nlp.Root
	switch {
	case t.Head == o && m.tok(o).Head == nlp.Root, m.tok(o).Head == i && t.Head == nlp.Root:
	case t.Head > o && m.tok(o).Head == t.Head && m.tok(t.Head).Head == nlp.Root && m.tok(t.Head).UPOS == "NOUN":
		rest = t.Head // "Tunisia jails comedian for joke" as a joke of a kind
	default:
		return
	}
	m.set(i, nlp.Root, "root")
	m.set(o, i, "obj")
	if rest >= 0 {
		m.set(rest, i, "obl")
	}
	m.set(i-1, i, "nsubj")
	for k := range i - 1 {
		switch c := m.tok(k); {
		case c.Head < i:
		case c.Relation == "nmod":
			m.set(k, i-1, "nmod:poss")
		default:
			m.set(k, i-1, c.Relation)
		}
	}
	t.UPOS, t.XPOS, t.Lemma = "VERB", "VBZ", lemma
	t.Features = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
}

// bareNoun returns the noun in the singular that ends the phrase without an article
// at token i, or -1 when there is none or a verb follows it.
func (m *mender) bareNoun(i int) int {
	o := -1
	for ; i < len(m.s.Tokens); i++ {
		switch m.tok(i).UPOS {
		case "NOUN":
			o = i
			continue
		case "ADJ", "NUM":
			continue
		case "VERB", "AUX", "PROPN", "DET":
			return -1
		}
		break
	}
	if o < 0 || m.tok(o).XPOS != "NN" {
		return -1
	}
	return o
}

// harmed are participles of what is told of a bare number of victims.
var harmed = words("injured wounded killed hurt arrested detained hospitalised hospitalized displaced rescued trapped")

// countedVictims makes a number the subject of the participle right behind it.
func (m *mender) countedVictims(i int) {
	if i+1 >= len(m.s.Tokens) || m.tok(i).UPOS != "NUM" || !harmed[strings.ToLower(m.tok(i+1).Form)] {
		return
	}
	v := i + 1
	h := m.tok(i).Head
	if h == v || m.tok(v).UPOS != "VERB" || m.has(v, "nsubj", "obj") || m.s.Within(v, i) {
		return
	}
	dead := h
	if h >= 0 && m.tok(h).UPOS == "NUM" {
		dead = m.tok(h).Head
	}
	if dead < 0 || dead >= i || m.tok(i).Relation.Base() != "conj" && m.tok(i).Relation.Base() != "nsubj" {
		return
	}
	m.set(i, v, "nsubj:pass")
	if m.tok(v).Head != dead && m.tok(v).Head != nlp.Root {
		m.set(v, dead, "conj")
	}
}
