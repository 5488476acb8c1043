package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// statuses are words behind a number that say what became of so many.
var statuses = map[string]nlp.Predicate{
	"dead": "death_toll", "killed": "death_toll", "injured": "injury_toll", "wounded": "injury_toll", "hurt": "injury_toll",
}

// left reads the tolls of "left at least 84 people dead and 284 injured", whose
// small clauses parsers attach in many ways: a number phrase with a status
// directly behind it, in the clause of a verb of leaving.
func (d *document) left(t *tree) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if t.lemma(v) != "leave" || !t.verbal(v) {
			continue
		}
		only := codebook.Types{nlp.Event: true}
		events := d.ends(t, t.subject(v), only)
		if g := t.head(v); len(events) == 0 && g >= 0 && t.base(v) == "advcl" && d.harmful(t, g) {
			events = d.ends(t, found{tokens: []int{g}, remote: true}, only)
		}
		if len(events) == 0 {
			continue
		}
		for _, p := range quantity.Find(t.s) {
			next := max(p.Number.End, p.Noun+1)
			if p.Number.First < v || p.Unit != quantity.Count || next >= len(t.s.Tokens) {
				continue
			}
			predicate, ok := statuses[t.form(next)]
			if !ok || p.Noun >= 0 && !d.countsLives(t, p.Noun) {
				continue
			}
			s := d.stanceOf(t, v)
			for _, e := range events {
				out = append(out, t.candidate(v, e.End, predicate, nlp.QuantityEnd(p.Quantity), s, leftReliability*e.sure, "left").
					over(t.tok(v).Span.Cover(t.tok(next).Span)).during(d.timeOf(t, v)))
			}
		}
	}
	return out
}

// leftReliability is the confidence of tolls read from words side by side.
const leftReliability = 0.88
