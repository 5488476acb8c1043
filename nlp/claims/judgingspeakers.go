package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// judgedBy makes the claims of whoever speaks at token k about what is judged
// there. What is only supposed, asked or denied is no judgement.
func (d *document) judgedBy(t *tree, k int, what []end, v gazetteer.Verdict) []candidate {
	if len(what) == 0 || t.asked(k) || t.unproven(k) || t.supposed(k) && !t.phrases()[k].modal && !(t.imagined(k) && (v.Sign < 0 || t.nominal(k))) {
		return nil
	}
	s := d.stanceOf(t, k)
	if len(s.by) == 0 || (s.modality == nlp.Desired || s.modality == nlp.Future) && !t.phrases()[k].modal || s.polarity == nlp.Negative && !t.denies(k) {
		return nil
	}
	return d.saidBy(t, k, what, v, s)
}

// unproven reports whether a clause is what there is no sign of: "there is no
// evidence that they acted badly".
func (t *tree) unproven(k int) bool {
	for h, n := k, 0; h >= 0 && n < maxControl; h, n = t.head(h), n+1 {
		if g := t.head(h); g >= 0 && in(t.base(h), "acl", "ccomp") && t.is(g, "NOUN") && t.hasDeterminer(g, "no", "any", "little") {
			return true
		}
	}
	return false
}

// denies reports whether the negation of a clause is its own and has been
// weighed with its words: "was no masterpiece", "does not go far enough".
func (t *tree) denies(k int) bool {
	if len(t.negators(k)) > 0 || t.phrases()[k].negated {
		return true
	}
	for _, x := range t.children(k, "obj", "xcomp", "advmod", "amod") {
		if len(t.negators(x)) > 0 {
			return true
		}
	}
	return false
}

// saidBy makes the claims of the speaker of a stance.
func (d *document) saidBy(t *tree, k int, what []end, v gazetteer.Verdict, s stance) []candidate {
	last := len(s.by) - 1
	who := end{End: nlp.ChainEnd(s.by[last]), token: unstated, entity: d.a.Chains[s.by[last]].Type, sure: 1}
	if !actors.Allows(who.entity) {
		return nil
	}
	s.by, s.modality, s.polarity = s.by[:last], nlp.Certain, nlp.Positive
	var out []candidate
	for _, e := range what {
		if c, ok := d.judgement(t, k, who, e, v, s); ok {
			out = append(out, c)
		}
	}
	return out
}

// supposed reports whether a clause has a modal or depends on a condition.
func (t *tree) supposed(k int) bool {
	for _, a := range t.children(k, "aux") {
		if _, modal := modals[t.form(a)]; modal && t.form(a) != "can" && t.form(a) != "ca" {
			return true
		}
	}
	for _, m := range t.children(k, "mark") {
		switch t.form(m) {
		case "if", "whether", "unless":
			return true
		}
	}
	return t.conditional(k)
}

// conditional reports whether a clause says what will happen if something does:
// "if it fails, it will be a disaster".
func (t *tree) conditional(k int) bool {
	for _, c := range t.children(k, "advcl") {
		if t.preposition(c) == "if" && t.child(k, "aux") >= 0 {
			return true
		}
	}
	return false
}

// imagined reports whether a clause tells what something would be.
func (t *tree) imagined(k int) bool {
	for _, a := range t.children(k, "aux") {
		if f := t.form(a); f == "would" || f == "could" {
			return t.child(k, "cop") >= 0 && !t.perfect(k)
		}
	}
	return false
}

// judgement makes one claim of praise or blame.
func (d *document) judgement(t *tree, k int, who, what end, v gazetteer.Verdict, s stance) (candidate, bool) {
	if who.Chain == what.Chain || v.Mild && !doers.Allows(what.entity) || v.Deed && doers.Allows(what.entity) {
		return candidate{}, false
	}
	if v.Sad && !d.decided(t, what) || v.Sign < 0 && d.misfortune(what) {
		return candidate{}, false
	}
	p := nlp.Predicate("praised")
	switch {
	case v.Sign < 0 && t.imagined(k):
		p = "warned" // "Silence would be a betrayal"
	case v.Sign < 0:
		p = "criticized"
	}
	by := s.by
	for i, c := range by {
		if c == who.Chain {
			by = append(append([]nlp.ChainID(nil), by[:i]...), by[i+1:]...)
			break
		}
	}
	return t.candidate(k, who.End, p, what.End, s.saidBy(by), judgementReliability*what.sure, "judging word"), true
}
