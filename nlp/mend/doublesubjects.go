package mend

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// doubleSubjects parts two subjects that a tree has hung on one verb: the first
// may be the subject of the clause that a verb of saying reports ("Ann Lee died
// in prison, her agent said"), the role of the second ("the agent Ann Lee
// said"), the second describe the first ("said Ann Lee, the coach") or be who is
// told ("an official told AFP").
func (m *mender) doubleSubjects() {
	for v := range m.s.Tokens {
		if m.tok(v).UPOS != "VERB" {
			continue
		}
		a, b := m.twoSubjects(v)
		switch {
		case b < 0:
		case m.oneBeside(a, b):
			m.joinSubjects(a, b)
		case v < a && saying[tree.Lemma(m.tok(v))] && m.commaBetween(a, b):
			m.set(b, a, "appos")
		case tree.Lemma(m.tok(v)) == "tell" && a < v && v < b && m.tok(b).UPOS == "PROPN":
			m.set(b, v, "iobj")
		case saying[tree.Lemma(m.tok(v))]:
			m.reportedSubject(a, b, v)
		}
	}
}

// twoSubjects returns the subjects of a verb when there are two and otherwise -1.
func (m *mender) twoSubjects(v int) (first, second int) {
	found := []int{}
	for i := range m.s.Tokens {
		if m.clauseSubject(i, v) {
			found = append(found, i)
		}
	}
	if len(found) != 2 {
		return -1, -1
	}
	return found[0], found[1]
}

// oneBeside reports whether a name b stands directly behind a noun or name a,
// so that both are one phrase.
func (m *mender) oneBeside(a, b int) bool {
	if u := m.tok(a).UPOS; u != "NOUN" && u != "PROPN" || m.tok(b).UPOS != "PROPN" || m.tok(a).Features.Get("Number") == "Plur" && u == "NOUN" {
		return false
	}
	for i := a + 1; i < b; i++ {
		t := m.tok(i)
		if t.Head != a && t.Head != b || !in(t.Relation, "compound", "flat") && t.Relation != "nmod:desc" && t.Form != "-" {
			return false
		}
	}
	return true
}

// joinSubjects makes one phrase of the two: parts of one name, a title before a
// name, or a body's name before its person's.
func (m *mender) joinSubjects(a, b int) {
	for _, n := range m.s.Names {
		if n.Tokens.Contains(a) && n.Tokens.Contains(b) {
			m.set(b, a, "flat")
			return
		}
	}
	if u := m.tok(a).UPOS; u == "NOUN" || gazetteer.IsTitle(tree.Lemma(m.tok(a))) {
		m.set(a, b, "nmod:desc")
		return
	}
	m.set(a, b, "compound")
}

// reportedSubject gives the clause that v reports and that lacks a subject the
// one of the two that stands before it, or is its relative pronoun ("men who
// agents said were spies").
func (m *mender) reportedSubject(a, b, v int) {
	for c := range m.s.Tokens {
		if t := m.tok(c); t.Head != v || !in(t.Relation, "ccomp", "parataxis") || m.has(c, "nsubj", "csubj", "expl") {
			continue
		}
		switch {
		case a < c && c < v && c < b:
			m.set(a, c, m.subjectRelation(c))
		case a < b && b < v && v < c && m.tok(a).Features.Get("PronType") == "Rel":
			m.set(a, c, m.subjectRelation(c))
		case a < v && v < b && b < c:
			m.set(b, c, m.subjectRelation(c))
		default:
			continue
		}
		return
	}
}

// subjectRelation returns how a subject hangs on a verb, by its voice.
func (m *mender) subjectRelation(v int) nlp.Relation {
	if m.has(v, "aux:pass") {
		return "nsubj:pass"
	}
	return "nsubj"
}
