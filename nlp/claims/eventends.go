package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// eventDeeds are predicates that nobody fulfils by saying something.
var eventDeeds = map[nlp.Predicate]bool{"killed": true, "injured": true, "death_toll": true, "injury_toll": true, "targeted": true}

// eventEnds resolves subjects that must be events. A participle behind a
// clause ("… bombings, killing 84") often hangs on the verb though it tells of
// the event that the clause names last before it.
func (d *document) eventEnds(m *matcher, f found, types codebook.Types) []end {
	t := m.t
	if f.path == "advcl" && eventDeeds[m.predicate] {
		f.tokens = slices.DeleteFunc(slices.Clone(f.tokens), func(k int) bool { return otherTimes[t.preposition(k)] || t.is(k, "VERB") && !d.harmful(t, k) })
	}
	if !types.Allows(nlp.Event) || m.p.Class != codebook.Verb {
		return d.ends(t, f, types)
	}
	v := t.first(m.h)
	g := t.head(v)
	free := g >= 0 && t.tok(v).XPOS == "VBG" && t.preposition(v) == "" && in(t.base(v), "advcl", "acl", "parataxis") && t.child(v, "nsubj") < 0
	// "X claimed the bombings, killing 84": X did not kill by claiming.
	said := free && eventDeeds[m.predicate] && t.verbal(g) && lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] && len(lexicon.VerbAttitudes[t.lemma(m.h)]) == 0
	if !said {
		if free && eventDeeds[m.predicate] && t.suffers(f, g) {
			// "a school was bombed, killing four": no school kills.
			return d.ends(t, found{tokens: []int{g}, remote: true}, codebook.Types{nlp.Event: true})
		}
		if es := d.ends(t, f, types); len(es) > 0 || types.Allows(nlp.Person) {
			if g := d.wreck(t, m.h, es); g >= 0 && eventDeeds[m.predicate] {
				return d.ends(t, found{tokens: []int{g}, remote: true}, codebook.Types{nlp.Event: true})
			}
			if eventDeeds[m.predicate] && placesOnly(es) && len(f.tokens) == 1 && f.tokens[0] >= 0 && t.is(f.tokens[0], "PRON") && !lexicon.RelativePronouns[t.form(f.tokens[0])] {
				// "A quake rocked the town. It killed 612 people."
				if c := d.toldBefore(t, nlp.NoChain, false); c != nlp.NoChain {
					return []end{{End: nlp.ChainEnd(c), token: f.tokens[0], entity: nlp.Event, sure: remoteReliability}}
				}
			}
			if eventDeeds[m.predicate] && placesOnly(es) {
				// "the bombing of a centre, which killed 85": no centre kills.
				if event := d.governingEvent(t, f, codebook.Types{nlp.Event: true}); len(event) > 0 {
					return event
				}
				if event := d.eventThere(t, f); len(event) > 0 {
					return event
				}
			}
			return es
		}
		if es := d.governingEvent(t, f, types); len(es) > 0 && !(eventDeeds[m.predicate] && d.personsOnly(t, f)) {
			return es // but not of "the trial of a man who killed two"
		}
	}
	if !free {
		return nil
	}
	top := t.first(g)
	own := d.harmful(t, g)
	for i := v - 1; i >= 0; i-- {
		if !t.nominal(i) || !t.within(i, top) || t.within(i, v) || own && (backdrops[t.preposition(i)] || t.undergoes(t.first(i)) && t.head(t.first(i)) == g) {
			continue // "bombed a wedding, killing 40": no wedding kills
		}
		if c := d.chainAt(t, i); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event && !isTime(d.a, t, i) {
			return d.ends(t, found{tokens: []int{i}, remote: true}, types)
		}
	}
	if said {
		if es := d.ends(t, f, types); len(es) > 0 {
			return es
		}
	}
	// The clause itself may tell of the event ("two gunmen opened fire, killing …").
	if d.harmful(t, g) {
		return d.ends(t, found{tokens: []int{g}, remote: true}, types)
	}
	return nil
}

// backdrops are prepositions of events that something else happens amid: "a bridge
// collapsed during a storm, killing 43".
var backdrops = words("during amid despite before since")

// otherTimes are conjunctions whose clauses do not tell in what people came to harm.
var otherTimes = words("while before until unless if though although than whereas because so to in_order by without")

// harmful reports whether a verb tells of an event that may have victims.
func (d *document) harmful(t *tree, v int) bool {
	c := d.a.ChainAt(t.ref(v))
	return c != nlp.NoChain && d.a.Chains[c].Event != nil && gazetteer.EventIsAny(d.a.Chains[c].Event.Type, gazetteer.HarmfulEvents)
}

// spokenOf reports whether people speak of what a verb tells of as an event by
// itself, with a place and an outcome: a crash, an arrest, but not a birth or a
// visit, of which they say who was born and who came. What the document also
// has a noun for is one.
func (d *document) spokenOf(c *nlp.Chain) bool {
	for _, m := range c.Mentions {
		if m.Kind == nlp.NominalMention || m.Kind == nlp.NameMention {
			return true
		}
	}
	return gazetteer.EventIsAny(c.Event.Type, gazetteer.HarmfulEvents) || gazetteer.EventIsAny(c.Event.Type, occasions)
}

var occasions = []string{"protest", "arrest", "death", "rescue", "coup", "revolution", "inauguration", "marriage"}

// suffers reports whether the passive verb g has what was found for its subject.
func (t *tree) suffers(f found, g int) bool {
	return len(f.tokens) > 0 && f.tokens[0] >= 0 && t.rel(t.first(f.tokens[0])) == "nsubj:pass" && t.head(t.first(f.tokens[0])) == g
}

// placesOnly reports whether all ends are buildings and places.
func placesOnly(es []end) bool {
	for _, e := range es {
		if e.entity != nlp.Place && e.entity != nlp.Facility && e.entity != nlp.City {
			return false
		}
	}
	return len(es) > 0
}

// personsOnly reports whether whoever was found are people, who do what they do
// themselves.
func (d *document) personsOnly(t *tree, f found) bool {
	for _, k := range f.tokens {
		c := d.chainAt(t, k)
		if c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person && d.a.Chains[c].Type != nlp.Group {
			return false
		}
	}
	return len(f.tokens) > 0
}

// governingEvent finds the event whose phrase holds a noun that is none: a
// relative clause that hangs on the last noun of "an attack on a shrine that
// killed 15" tells of the attack.
func (d *document) governingEvent(t *tree, f found, types codebook.Types) []end {
	for _, k := range f.tokens {
		for n := 0; k >= 0 && in(t.base(k), "nmod", "appos", "conj") && n < maxControl; n++ {
			k = t.head(k)
			if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
				return d.ends(t, found{tokens: []int{k}, remote: true}, types)
			}
		}
	}
	return nil
}

// eventThere finds the event of which a relative clause says that it was at the
// place found: "the shooting that took place near a school that killed two".
func (d *document) eventThere(t *tree, f found) []end {
	for _, k := range f.tokens {
		if k < 0 || t.base(k) != "obl" || t.base(t.head(k)) != "acl" {
			continue
		}
		n := t.head(t.head(k))
		if c := d.chainAt(t, n); t.is(n, "NOUN") && c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
			return d.ends(t, found{tokens: []int{n}, remote: true}, codebook.Types{nlp.Event: true})
		}
	}
	return nil
}
