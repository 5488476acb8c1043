package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/quantity"
)

// raisedTolls reads what a toll comes to: "the death toll rose to 84",
// "bringing the number of dead to 84".
func (t *tree) raisedTolls() []fate {
	var out []fate
	for i := range t.s.Tokens {
		predicate := t.tollAt(i)
		if predicate == "" {
			continue
		}
		if q, ok := t.comesTo(i); ok {
			at := i
			if h := t.head(i); h >= 0 && t.verbal(h) {
				at = h
			}
			out = append(out, fate{predicate: predicate, quantity: q, at: at, total: true})
		}
	}
	return out
}

// tollAt returns the predicate of a noun for the number of victims: "toll",
// "the number of people killed", "the number of injured".
func (t *tree) tollAt(i int) nlp.Predicate {
	switch t.lemma(i) {
	case "toll":
		for _, k := range t.children(i, "compound", "amod") {
			if f := t.form(k); f == "injury" || f == "casualty" {
				return "injury_toll"
			}
		}
		return "death_toll"
	case "injury", "death", "fatality":
		// "injuries were put at 41", "put civilian deaths at six"
		h := t.head(i)
		if t.tok(i).XPOS != "NNS" || h < 0 || !in(t.base(h), "root", "conj", "ccomp", "parataxis", "advcl") || !estimating[t.lemma(h)] || !in(t.base(i), "obj", "nsubj") {
			return ""
		}
		if t.lemma(i) == "injury" {
			return "injury_toll"
		}
		return "death_toll"
	case "number", "total", "tally", "count":
		for k := i + 1; k < len(t.s.Tokens) && k <= i+5; k++ {
			switch {
			case deadWords[t.form(k)] || deathNouns[t.lemma(k)] || t.form(k) == "victims":
				return "death_toll"
			case hurtWords[t.form(k)] || t.lemma(k) == "injury":
				return "injury_toll"
			case t.form(k) == "to" || t.form(k) == ",":
				return ""
			}
		}
	}
	return ""
}

// estimating are verbs that say how many there are: "put deaths at six".
var estimating = words("put estimate stand place total number")

// numbering are verbs whose subject says what a toll comes to.
var numbering = words("put estimate give report confirm announce revise raise lower update count record")

// estimatedBy attributes a toll to whoever puts it at a number: "the hospital put
// the toll at 22". Who reports the estimate is outside.
func (d *document) estimatedBy(t *tree, v int, s *stance) {
	for _, k := range t.subject(v).tokens {
		if k < 0 || t.tollAt(k) != "" {
			continue
		}
		if c := d.speakerAt(t, k); c != nlp.NoChain && !s.speakers[c] {
			s.speakers[c] = true
			s.by = append(s.by, c)
		}
		return
	}
}

// arrivals are words between a toll and the number it comes to.
var arrivals = words("to at of as is was reach reached reaches hit hits pass passed passes exceed exceeded exceeds top topped tops surpass surpassed stands stood past above over")

// comesTo returns the number that the toll at token i comes to.
func (t *tree) comesTo(i int) (nlp.Quantity, bool) {
	for _, p := range quantity.Find(t.s) {
		before := p.Tokens.First - 1
		if p.Unit != quantity.Count || before < i || before > i+14 {
			continue
		}
		for before > i && t.is(before, "DET") {
			before--
		}
		if t.form(before) == "from" || !arrivals[t.form(before)] {
			continue
		}
		return p.Quantity, true
	}
	return nlp.Quantity{}, false
}
