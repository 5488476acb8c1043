package mend

import "github.com/kgbuild/kgbuild/nlp"

// based mends "Lyon based Acme", which parsers take for a clause or for one
// name: the participle modifies the name behind it and the town the participle.
func (m *mender) based(i int) {
	if t := m.tok(i); t.Form != "based" || t.UPOS != "VERB" && t.UPOS != "ADJ" || m.has(i, "aux", "cop") {
		return
	}
	town, body := m.nameBeside(i, true), m.nameBeside(i, false)
	if town == nil || body == nil || !area(town.Type) || area(body.Type) {
		return
	}
	phrase := nlp.Range{First: town.Tokens.First, End: body.Tokens.End}
	outer, h := m.s.HeadOf(phrase), m.s.HeadOf(body.Tokens)
	rel := m.tok(outer).Relation
	if rel.Base() == "xcomp" {
		rel = "obj"
	}
	m.set(h, m.tok(outer).Head, rel)
	for k := range m.s.Tokens {
		if up := m.tok(k).Head; !phrase.Contains(k) && up >= phrase.First && up <= i {
			m.set(k, h, m.tok(k).Relation)
		}
	}
	m.set(i, h, "amod")
	m.set(m.s.HeadOf(town.Tokens), i, "compound")
}
