package claims

import "github.com/kgbuild/kgbuild/nlp"

// inferredReliability is how much less a place counts that follows from the
// place of a place.
const inferredReliability = 0.9

// spread follows the places that a sentence tells of: an event in a building
// is also where that is ("a shooting at a school in Izmir"), a building in a
// town also in its country, an event during another where that one is.
func (d *document) spread(t *tree, cs []candidate) []candidate {
	var out []candidate
	infer := func(c, p candidate, subject nlp.End) {
		n := c
		n.Subject, n.Predicate, n.Object = subject, "located_in", p.Object
		n.Confidence = inferredReliability * min(c.Confidence, p.Confidence)
		n.Trigger = c.Trigger.Cover(p.Trigger)
		n.Rule = c.Rule + " + " + p.Rule
		out = append(out, n)
	}
	for _, c := range cs {
		if c.Predicate != "located_in" && c.Predicate != "targeted" || c.Subject.Chain < 0 {
			continue
		}
		typ := d.a.Chains[c.Subject.Chain].Type
		for _, p := range cs {
			if p.Predicate != "located_in" || p.Subject.Chain != c.Object.Chain || p.Object.Chain == c.Subject.Chain || p.Polarity != nlp.Positive {
				continue
			}
			at := d.a.Chains[p.Subject.Chain].Type
			if typ == nlp.Event && (at == nlp.Facility || at == nlp.Place) || typ == nlp.Facility && d.a.Chains[c.Subject.Chain].Named() && at == nlp.City {
				infer(c, p, c.Subject)
			}
		}
		if typ != nlp.Event || c.Predicate != "located_in" {
			continue
		}
		for _, k := range d.eventsDuring(t, c.Subject.Chain) {
			infer(c, c, nlp.ChainEnd(k))
		}
	}
	return out
}

// eventsDuring returns the events that a sentence tells to be during event c.
func (d *document) eventsDuring(t *tree, c nlp.ChainID) []nlp.ChainID {
	var out []nlp.ChainID
	add := func(k int) {
		if e := d.a.ChainAt(t.ref(k)); e != nlp.NoChain && e != c && d.a.Chains[e].Type == nlp.Event {
			out = append(out, e)
		}
	}
	for k := range t.s.Tokens {
		if !in(t.base(k), "nmod", "obl") || t.preposition(k) != "during" || d.a.ChainAt(t.ref(k)) != c {
			continue
		}
		h := t.head(k)
		if t.base(k) == "nmod" {
			add(h)
			continue
		}
		for _, x := range t.children(h, "nsubj", "obl") {
			if p := t.preposition(x); x < k && (p == "" || p == "in" || p == "by") {
				add(x)
			}
		}
	}
	return out
}
