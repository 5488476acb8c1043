package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// eventPlaces gives the places that events were read with where no pattern has
// found them: of a clause that is about the event, however deep they stand in
// it ("capsized in high winds on the lake").
func (d *document) eventPlaces(t *tree, cs []candidate) []candidate {
	var out []candidate
	for i := range t.s.Tokens {
		e := d.a.ChainAt(t.ref(i))
		if e == nlp.NoChain || d.a.Chains[e].Event == nil || d.a.Chains[e].Generic {
			continue
		}
		if t.is(i, "VERB") && !d.spokenOf(&d.a.Chains[e]) || !gazetteer.EventIsAny(d.a.Chains[e].Event.Type, happenings) {
			continue
		}
		for _, p := range d.a.Chains[e].Event.Places {
			k := d.placeIn(t, p, i)
			if k < 0 || d.locates(cs, e, p) || d.locates(out, e, p) || d.placed(e, p) {
				continue
			}
			s := d.stanceOf(t, i)
			if s.polarity == nlp.Negative {
				continue
			}
			out = append(out, t.candidate(i, nlp.ChainEnd(e), "located_in", nlp.ChainEnd(p), s, readPlaceReliability, "place of the clause"))
		}
	}
	return out
}

// besideEvents gives the place that stands right behind the noun of an event,
// or behind what it is of, whatever the tree hangs it on: "called off the talks
// in Quito", "a summit of the union in Accra". The union is then not said to be
// there.
func (d *document) besideEvents(t *tree, cs []candidate) []candidate {
	for i := range t.s.Tokens {
		if !t.is(i, "NOUN") {
			continue
		}
		e := d.a.ChainAt(t.ref(i))
		if e == nlp.NoChain || d.a.Chains[e].Event == nil || d.a.Chains[e].Generic || !gazetteer.EventIsAny(d.a.Chains[e].Event.Type, happenings) {
			continue
		}
		end, of := i+1, nlp.NoChain
		for _, k := range t.children(i, "nmod") {
			if t.preposition(k) == "of" && t.is(k, "PROPN") {
				r := t.nameAt(k)
				end, of = max(end, r.End), d.chainAt(t, k)
			}
		}
		if end >= len(t.s.Tokens)-1 || t.form(end) != "in" && t.form(end) != "at" && t.form(end) != "near" {
			continue
		}
		k := t.headFrom(end + 1)
		if k < 0 {
			continue
		}
		p := d.chainAt(t, k)
		if p == nlp.NoChain || !placeTypes[d.a.Chains[p].Type] || !d.a.Chains[p].Named() {
			continue
		}
		if of != nlp.NoChain {
			cs = slices.DeleteFunc(cs, func(c candidate) bool {
				return c.Predicate == "located_in" && c.Subject.Chain == of && c.Object.Chain == p
			})
		}
		if d.locates(cs, e, p) {
			continue
		}
		s := d.stanceOf(t, i)
		cs = append(cs, t.candidate(i, nlp.ChainEnd(e), "located_in", nlp.ChainEnd(p), aFact.saidBy(s.by), readPlaceReliability, "behind the event").
			over(t.s.SpanOf(nlp.Range{First: i, End: k + 1})))
	}
	return cs
}

// nameAt returns the tokens of the name that holds token k, or k alone.
func (t *tree) nameAt(k int) nlp.Range {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(k) {
			return n.Tokens
		}
	}
	return nlp.Range{First: k, End: k + 1}
}

// readPlaceReliability is the confidence of a place that was read with an event.
const readPlaceReliability = 0.68

// happenings are the types of events that are at one place.
var happenings = append([]string{"death", "ceremony", "festival", "election", "meeting", "press conference", "speech", "match", "competition", "arrest"}, victimEvents...)

// placeIn returns the head of a mention of a place in sentence t that says
// where something is, or that stands before the noun of the event at token i;
// -1 when there is none.
func (d *document) placeIn(t *tree, place nlp.ChainID, i int) int {
	ch := &d.a.Chains[place]
	if !placeTypes[ch.Type] || !ch.Named() && ch.Type != nlp.Facility {
		return -1
	}
	if !ch.Named() && prisons[lastWord(ch.Name)] && sentencing[t.lemma(i)] {
		return -1 // "sentenced to four years in prison"
	}
	for _, m := range ch.Mentions {
		if m.Sentence != t.index || m.Kind == nlp.PronounMention {
			continue
		}
		if !ch.Named() && t.preposition(m.Head) == "off" {
			continue // "tore roofs off houses"
		}
		if !ch.Named() && hospitals[lastWord(ch.Name)] && t.hurtThere(m.Head) {
			continue // "left 30 people in hospital"
		}
		if t.otherDeed(m.Head, i) || wounding[t.lemma(i)] && t.preposition(m.Head) == "through" {
			continue
		}
		if t.locative(m.Head) || t.head(m.Head) == i && in(t.base(m.Head), "compound", "amod") {
			return m.Head
		}
	}
	return -1
}

// Where judgements send people is not where they are passed.
var (
	prisons    = words("prison jail penitentiary custody detention")
	sentencing = words("sentence convict condemn jail imprison sentencing conviction verdict judgement judgment find order")
)

// locatives are prepositions of where something is.
var locatives = words("in at near on off outside inside within across around throughout along amid beside north_of south_of east_of west_of close_to next_to outside_of opposite through into")

// locative reports whether a place says where something is, by its preposition
// or that of the place it lies in or stands beside.
func (t *tree) locative(k int) bool {
	for n := 0; n < maxControl && k >= 0; n++ {
		if p := t.preposition(k); p != "" {
			return locatives[p]
		}
		if !in(t.base(k), "appos", "conj", "nmod", "flat", "compound", "list") {
			return false
		}
		k = t.head(k)
	}
	return false
}

// placed reports whether a sentence before has told that the event was there.
func (d *document) placed(e, place nlp.ChainID) bool {
	for i := range d.done {
		if c := &d.done[i]; c.Predicate == "located_in" && c.Subject.Chain == e && c.Object.Chain == place {
			return true
		}
	}
	return false
}
