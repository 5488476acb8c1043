package mend

import "github.com/kgbuild/kgbuild/nlp/tree"

// lateObjects: behind a circumstance that stands before it, the object of a verb may
// be taken for the subject of the participle behind it: "police have released without
// charge a journalist arrested in Lyon".
func (m *mender) lateObjects() {
	for i := range m.s.Tokens {
		t := m.tok(i)
		v := t.Head
		if t.Relation != "nsubj:pass" || v <= i || m.tok(v).XPOS != "VBN" || m.tok(v).Relation != "acl" || m.has(v, "aux", "aux:pass", "mark") {
			continue
		}
		between := m.tok(v).Head
		if between < 0 || between > i || m.tok(between).Relation != "obl" {
			continue
		}
		g := m.tok(between).Head
		if g < 0 || g > between || m.tok(g).UPOS != "VERB" || !done[tree.VerbLemma(m.tok(g))] && tree.VerbLemma(m.tok(g)) != "release" || m.has(g, "obj", "nsubj:pass") {
			continue
		}
		m.set(i, g, "obj")
		m.set(v, i, "acl")
	}
}
