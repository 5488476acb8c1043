package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// contracts says, in reports of sport, of those who sign, extend or have a contract
// with a side, return to one or have had a spell at one, that they are or were of it.
func (d *document) contracts(t *tree) []candidate {
	if !d.reportsSport() && len(d.sides()) == 0 {
		return nil
	}
	var out []candidate
	give := func(h int, who found, side int, s stance) {
		c := d.chainAt(t, side)
		if c == nlp.NoChain || !d.a.Chains[c].Named() || d.a.Chains[c].Type != nlp.Organization && d.sides()[c] == 0 || d.a.Chains[c].Type == nlp.Country {
			return
		}
		for _, e := range d.ends(t, who, codebook.Types{nlp.Person: true}) {
			if d.a.Chains[e.Chain].Named() && !d.sided(e.Chain, nil) {
				out = append(out, t.candidate(h, e.End, "member_of", nlp.ChainEnd(c), s, squadReliability*e.sure, "contract"))
			}
		}
	}
	for h := range t.s.Tokens {
		switch l := t.lemma(h); {
		case t.verbal(h) && contracting[l]:
			if o := t.child(h, "obj"); o >= 0 && contractNouns[t.lemma(o)] {
				for _, side := range append(t.oblique(h, "with").tokens, t.oblique(o, "with").tokens...) {
					give(h, t.subject(h), side, d.stanceOf(t, h))
				}
			}
		case t.verbal(h) && moving[l]:
			if from, to := t.oblique(h, "from").tokens, t.oblique(h, "to").tokens; len(from) == 1 && len(to) == 1 {
				who := t.subject(h)
				if o := t.object(h); len(o.tokens) > 0 {
					who = o
				}
				give(h, who, from[0], d.stanceOf(t, h))
				give(h, who, to[0], d.stanceOf(t, h))
			}
		case t.verbal(h) && (l == "return" || l == "come" && t.hasParticle(h, "back")):
			for _, side := range t.oblique(h, "to").tokens {
				give(h, t.subject(h), side, d.stanceOf(t, h))
			}
		case t.is(h, "NOUN") && (l == "spell" || l == "stint"):
			for _, p := range [...]string{"at", "with"} {
				for _, side := range t.oblique(h, p).tokens {
					give(h, t.spellOf(h), side, aFact)
				}
			}
		}
	}
	return out
}

// spellOf returns whose spell somewhere token h is: its possessor's, or the subject's
// of the verb that it hangs on.
func (t *tree) spellOf(h int) found {
	if p := t.child(h, "nmod:poss"); p >= 0 {
		return direct(t.antecedent(p))
	}
	if v := t.head(h); v >= 0 && t.verbal(v) && in(t.base(h), "obj", "obl") {
		return t.subject(v)
	}
	return found{}
}

var (
	contracting   = words("sign extend renew pen ink prolong agree")
	moving        = words("move switch transfer go trade")
	contractNouns = words("contract deal extension terms")
)
