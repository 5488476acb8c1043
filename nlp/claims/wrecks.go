package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// wreck returns the verb that tells of the accident in which what the ends name,
// vehicles and other things, came to do what verb v tells: "the plane crashed,
// killing four", "the lorry overturned and crushed a cyclist", "the bus killed
// three when it overturned". It is -1 where there is none, or where the ends are
// not all things.
func (d *document) wreck(t *tree, v int, es []end) int {
	if len(es) == 0 || slices.ContainsFunc(es, func(e end) bool { return e.Chain < 0 || d.a.Chains[e.Chain].Type != nlp.Product }) {
		return -1
	}
	around := t.adverbialClauses(v).tokens
	if in(t.base(v), "advcl", "acl", "parataxis", "conj") && len(t.children(v, "nsubj")) == 0 {
		around = append([]int{t.head(v)}, around...)
	}
	for _, g := range around {
		if g >= 0 && t.is(g, "VERB") && !otherTimes[t.preposition(g)] && d.accidental(t, g) {
			return g
		}
	}
	return -1
}

// accidental reports whether a verb tells of an accident.
func (d *document) accidental(t *tree, v int) bool {
	c := d.a.ChainAt(t.ref(v))
	return c != nlp.NoChain && d.a.Chains[c].Event != nil && gazetteer.EventIsAny(d.a.Chains[c].Event.Type, []string{"accident"})
}
