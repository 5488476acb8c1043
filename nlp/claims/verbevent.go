package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// eventVerbs are verbs that by themselves tell of an accident, a disaster or
// an attack, with the type of that event.
var eventVerbs = map[string]string{
	"crash": "crash", "collide": "collision", "derail": "derailment", "explode": "explosion", "collapse": "collapse",
	"sink": "shipwreck", "capsize": "shipwreck", "erupt": "eruption", "overturn": "crash", "detonate": "explosion",
	"burn": "fire", "plunge": "crash", "blow": "explosion",
}

// verbEvent makes an event of a verb that tells of one, where an event may stand.
func (d *document) verbEvent(t *tree, v int, types codebook.Types) nlp.ChainID {
	kind := eventVerbs[t.verbLemma(v)]
	if kind == "" || len(types) == 0 || !types.Allows(nlp.Event) || types.Allows(nlp.Concept) || !t.verbal(v) {
		return nlp.NoChain
	}
	if t.lemma(v) == "blow" && !t.hasParticle(v, "up") {
		return nlp.NoChain
	}
	if o := t.ownObject(v); o >= 0 && kind != "explosion" {
		return nlp.NoChain // "crashed the party"
	}
	m := d.mention(t, nlp.Range{First: v, End: v + 1}, v, nlp.VerbMention)
	return d.a.AddChain(nlp.Chain{
		Type: nlp.Event, Name: kind, Mentions: []nlp.Mention{m}, Descriptions: []string{kind},
		Event: &nlp.EventFacts{Type: kind, Time: d.timeOf(t, v), PartOf: nlp.NoChain},
	})
}
