package reattach

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// falseAgents: who does what a passive verb tells stands behind "by". With
// another preposition it is a circumstance ("was convicted with X"); without one,
// between a verb of telling and the clause told, it is who is told ("told the
// agency four houses had been destroyed").
func (m *mender) falseAgents() {
	for k := range m.s.Tokens {
		t := &m.s.Tokens[k]
		if t.Relation != "obl:agent" || t.Head < 0 || m.caseForm(k) == "by" {
			continue
		}
		v := &m.s.Tokens[t.Head]
		switch p := m.caseForm(k); {
		case p != "":
			m.set(k, t.Head, "obl")
		case k < t.Head && v.Relation.Base() == "ccomp" && v.Head >= 0 && v.Head < k && lexicon.Addressing[tree.VerbLemma(&m.s.Tokens[v.Head])]:
			m.set(k, v.Head, "iobj")
		}
	}
}

// strayAgents: "by" right behind a participle brings in who did what it tells, not
// another member of a phrase before it: "backed by the union but opposed by banks".
func (m *mender) strayAgents() {
	for k := range m.s.Tokens {
		t := &m.s.Tokens[k]
		if t.Relation.Base() != "conj" || t.Head < 0 {
			continue
		}
		for i := range m.s.Tokens {
			by := &m.s.Tokens[i]
			if by.Head != k || by.Relation.Base() != "case" || strings.ToLower(by.Form) != "by" || i-1 <= t.Head {
				continue
			}
			if v := &m.s.Tokens[i-1]; v.XPOS == "VBN" && v.Head >= 0 && !m.has(i-1, "obl:agent") {
				m.set(k, i-1, "obl:agent")
			}
		}
	}
}

// caseForm returns the preposition of a noun in lower case, or "".
func (m *mender) caseForm(k int) string {
	if i := m.caseOf(k); i >= 0 {
		return strings.ToLower(m.s.Tokens[i].Form)
	}
	return ""
}

// throwersBehind: the participle right behind people at whom somebody shoots or
// whom somebody clashes with tells what those people do: "fired at youths throwing
// stones".
func (m *mender) throwersBehind() {
	for v := 1; v < len(m.s.Tokens); v++ {
		t, o := &m.s.Tokens[v], &m.s.Tokens[v-1]
		if t.XPOS != "VBG" || t.Relation != "advcl" || t.Head < 0 || t.Head >= v-1 || o.Head != t.Head || o.UPOS != "NOUN" || m.has(v, "mark") {
			continue
		}
		lemma := tree.VerbLemma(t)
		facing := o.Relation.Base() == "obl" && o.XPOS == "NNS" && confronting[m.caseForm(v-1)] && !ofTheDeed[lemma]
		if (facing || o.Relation == "obj" && carrying[lemma]) && m.person(v-1) {
			m.set(v, v-1, "acl")
		}
	}
}

// confronting are prepositions of whom somebody acts against.
var confronting = lexicon.Words("at against on with upon")

// ofTheDeed are verbs that, as participles behind a clause, tell how or with what
// outcome its subject did it.
var ofTheDeed = lexicon.Words("use cite say accuse claim kill injure wound hurt leave force cause make bring break destroy arrest detain drive trigger spark prompt shout call")

// carrying are verbs of how people go about, by which one tells who they are.
var carrying = lexicon.Words("carry wear hold chant protest demonstrate march brandish wield wave")
