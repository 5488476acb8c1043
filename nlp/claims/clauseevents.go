package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// clauseEvents makes an event of a clause that says when people came to harm
// and whose verb by itself tells of none: "nine died when the pier gave in".
func (d *document) clauseEvents(t *tree) {
	for _, f := range d.fates(t) {
		for _, v := range t.adverbialClauses(f.at).tokens {
			if d.accidentClause(t, v) {
				d.addClauseEvent(t, v)
			}
		}
	}
}

// accidentClause reports whether the clause of v tells what happened to a
// thing, a vehicle or a building.
func (d *document) accidentClause(t *tree, v int) bool {
	if !t.is(v, "VERB") || d.a.ChainAt(t.ref(v)) != nlp.NoChain || t.tok(v).XPOS == "VBG" || t.tok(v).XPOS == "VB" || len(t.negators(v)) > 0 {
		return false
	}
	mark := t.preposition(v)
	if k := t.child(v, "advmod"); mark == "" && k >= 0 && k < v {
		mark = t.form(k)
	}
	if mark != "when" && mark != "after" && mark != "as" {
		return false
	}
	s := t.ownSubject(v)
	if len(s) == 0 || !t.is(s[0], "NOUN") && !t.is(s[0], "PROPN") {
		return false
	}
	for i := range t.s.Tokens {
		if t.within(i, v) && d.harmfulEvent(t, i) != nlp.NoChain {
			return false
		}
	}
	if ailments[t.lemma(s[0])] {
		return false
	}
	if c := d.chainAt(t, s[0]); c != nlp.NoChain {
		return things[d.a.Chains[c].Type]
	}
	kinds := gazetteer.NounTypes(t.lemma(s[0]))
	return len(kinds) == 0 || things[kinds[0]]
}

// things are the types of what accidents happen to.
var things = map[nlp.EntityType]bool{nlp.Product: true, nlp.Facility: true, nlp.Concept: true}

// ailments are what people die of without an accident, and what sets off deeds.
var ailments = words("illness disease cancer condition health argument dispute row decision treatment operation body it campaign situation")

func (d *document) addClauseEvent(t *tree, v int) {
	s := t.ownSubject(v)[0]
	name := t.bareName(d.a, t.phraseRange(s), s)
	if c := d.chainAt(t, s); c != nlp.NoChain {
		name = strings.TrimPrefix(d.a.Chains[c].Name, "the ")
	}
	d.a.AddChain(nlp.Chain{
		Type: nlp.Event, Name: name + " accident",
		Mentions: []nlp.Mention{d.mention(t, nlp.Range{First: v, End: v + 1}, v, nlp.VerbMention)},
		Event:    &nlp.EventFacts{Type: "accident", Time: d.timeOf(t, v), PartOf: nlp.NoChain},
	})
}
