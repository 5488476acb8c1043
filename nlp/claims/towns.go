package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// townReliability is the confidence of "X, a town of 15,000 people in Y".
const townReliability = 0.85

// describedTowns finds where a place lies that a description behind its name
// tells, whatever stands between: "X, a town of 15,000 people in Y". What is
// told with a verb is left to the patterns.
func (d *document) describedTowns(t *tree) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		h := t.besideName(k)
		if h == k {
			continue
		}
		if of := t.partitive(k); of >= 0 && t.form(k) == "one" {
			k = of // "Dubai, one of the emirates of the UAE"
		}
		if !t.is(k, "NOUN") || !gazetteer.IsSettlement(t.lemma(k)) && !lexicon.RegionNouns[t.lemma(k)] {
			continue
		}
		x := d.chainAt(t, h)
		if x == nlp.NoChain || !areas[d.a.Chains[x].Type] || !d.a.Chains[x].Named() {
			continue
		}
		for i := k + 1; i < len(t.s.Tokens) && !t.is(i, "VERB") && !t.is(i, "AUX") && t.form(i) != "," && t.form(i) != "with"; i++ {
			if f := t.form(i); f != "in" && f != "near" && f != "outside" && f != "on" && !(f == "of" && i == k+1 && lexicon.RegionNouns[t.lemma(k)]) {
				continue
			}
			p := t.headFrom(i + 1)
			if p < 0 {
				continue
			}
			y := d.chainAt(t, p)
			if y == nlp.NoChain || y == x || !areas[d.a.Chains[y].Type] || !d.a.Chains[y].Named() {
				continue
			}
			out = append(out, t.candidate(i, nlp.ChainEnd(x), "located_in", nlp.ChainEnd(y), aFact, townReliability, "description of the town").
				over(t.s.SpanOf(nlp.Range{First: k, End: p + 1})))
			break
		}
	}
	return out
}
