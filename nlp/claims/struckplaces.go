package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// struckReliability is the confidence of "the village of X was worst hit".
const struckReliability = 0.75

// degrees are adverbs and adjectives of how hard a place was hit, beside others.
var degrees = words("worst hardest badly worst-hit hardest-hit hard-hit worst-affected heavily severely")

// struckPlaces puts the misfortune told of last where the text says that places
// were hit worst: "the villages of X and Y were worst hit", "in the worst-hit
// town of X".
func (d *document) struckPlaces(t *tree) []candidate {
	var out []candidate
	for i := range t.s.Tokens {
		at := i
		switch f := t.form(i); {
		case f == "worst-hit" || f == "hardest-hit" || f == "hard-hit" || f == "worst-affected":
		case (f == "hit" || f == "affected" || f == "damaged") && i > 0 && (degrees[t.form(i-1)] || t.form(i-1) == "-" && i > 1 && degrees[t.form(i-2)]):
		default:
			continue
		}
		if t.verbal(i) && len(t.agent(i).tokens) > 0 {
			continue // the pattern of the verb has it
		}
		e := d.toldBefore(t, nlp.NoChain, false)
		if e == nlp.NoChain || !gazetteer.EventIsAny(d.a.Chains[e].Event.Type, []string{"disaster", "accident", "outbreak"}) {
			continue
		}
		f := t.object(i)
		if len(f.tokens) == 0 {
			f = t.predicateSubject(i)
		}
		for _, x := range d.ends(t, t.placesOf(f), areas) {
			if !d.a.Chains[x.Chain].Named() {
				continue
			}
			s := d.stanceOf(t, at)
			if s.polarity == nlp.Negative {
				continue
			}
			out = append(out, t.candidate(at, nlp.ChainEnd(e), "located_in", x.End, s, struckReliability*x.sure, "worst hit"))
		}
	}
	return out
}

// placesOf adds, to nouns of places, the names behind "of": "the villages of X
// and Y" are X and Y.
func (t *tree) placesOf(f found) found {
	var out found
	for _, k := range f.tokens {
		for _, c := range t.conjuncts(k) {
			of := t.oblique(c, "of")
			if t.is(c, "NOUN") && len(of.tokens) > 0 {
				for _, p := range of.tokens {
					out.tokens = append(out.tokens, t.conjuncts(p)...)
				}
				continue
			}
			out.tokens = append(out.tokens, c)
		}
	}
	return out
}
