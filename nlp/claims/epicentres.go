package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

var epicentreWords = words("epicentre epicenter epicentres epicenters hypocentre hypocenter")

// nearby are the prepositions of a place beside which an epicentre lies: "20
// kilometres north of Chota".
var nearby = []string{"of", "between", "in", "near", "off", "at", "from", "under", "outside", "beneath"}

// epicentreReliability is the confidence of an earthquake's place that its
// epicentre tells.
const epicentreReliability = 0.8

// epicentres puts the earthquake told of last where its epicentre is said to lie.
func (d *document) epicentres(t *tree) []candidate {
	var out []candidate
	for i := range t.s.Tokens {
		if !epicentreWords[t.form(i)] || !t.nominal(i) {
			continue
		}
		quake := d.quakeBefore(t, i)
		if quake == nlp.NoChain {
			continue
		}
		at := i
		if h := t.head(i); h >= 0 && in(t.base(i), "nsubj") {
			at = h
		}
		s := d.stanceOf(t, at)
		if s.polarity == nlp.Negative {
			continue
		}
		for _, prep := range nearby {
			f := t.oblique(at, prep)
			for _, k := range t.children(at, "advmod") {
				f.tokens = append(f.tokens, t.oblique(k, prep).tokens...)
			}
			if t.preposition(at) == prep && at != i {
				f.tokens = append(f.tokens, at) // "the epicentre was near Chota"
			}
			for _, k := range f.tokens { // "in the sea between X and Y"
				for _, b := range t.oblique(k, "between").tokens {
					f.tokens = append(f.tokens, t.conjuncts(b)...)
				}
			}
			for i, k := range f.tokens {
				f.tokens[i] = t.placeCore(k)
			}
			for _, e := range d.ends(t, f, areas) {
				if e.Chain == quake || !d.a.Chains[e.Chain].Named() {
					continue
				}
				out = append(out, t.candidate(i, nlp.ChainEnd(quake), "located_in", e.End, s, epicentreReliability*e.sure, "epicentre"))
			}
		}
	}
	return out
}

// quakeBefore returns the earthquake whose epicentre token i is: the one that
// stands behind it, or the one that the text told of last. Aftershocks have
// epicentres that nobody tells.
func (d *document) quakeBefore(t *tree, i int) nlp.ChainID {
	for _, k := range t.oblique(i, "of").tokens {
		if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Event != nil {
			return c
		}
	}
	best, at := nlp.NoChain, nlp.TokenRef{Sentence: -1}
	for c := range d.a.Chains {
		ch := &d.a.Chains[c]
		if ch.Event == nil || !gazetteer.EventIsA(ch.Event.Type, "earthquake") || d.longAgo(ch.Event.Time) {
			continue
		}
		for _, m := range ch.Mentions {
			if m.Sentence > t.index || m.Sentence == t.index && m.Head >= i || m.Sentence < at.Sentence || m.Sentence == at.Sentence && m.Head < at.Token {
				continue
			}
			if d.tree(m.Sentence).lemma(m.Head) == "aftershock" {
				continue
			}
			best, at = nlp.ChainID(c), nlp.TokenRef{Sentence: m.Sentence, Token: m.Head}
		}
	}
	return best
}
