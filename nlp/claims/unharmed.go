package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
)

// unharmed gives the tolls of events of which a sentence says that nobody came
// to harm in them: "no one was hurt", "no casualties were reported". That is a
// toll of none and no denial.
func (d *document) unharmed(t *tree, cs []candidate) []candidate {
	var out []candidate
	for i := range t.s.Tokens {
		at, predicates := t.nobodyHarmed(i)
		for _, p := range predicates {
			f := fate{predicate: p, at: at}
			e, sure := d.causing(t, at), sameClause
			if e == nlp.NoChain {
				e, sure = d.eventOf(t, f)
			}
			s := d.stanceOf(t, at)
			if e == nlp.NoChain || s.modality != nlp.Certain || d.exceeded(e, f, append(cs, out...)) {
				continue
			}
			s.polarity = nlp.Positive
			out = append(out, t.candidate(at, nlp.ChainEnd(e), p, nlp.QuantityEnd(nlp.Quantity{Qualifier: nlp.Exactly}), s, sure, "nobody harmed"))
		}
	}
	return out
}

// causing returns the event that a verb says brought no harm: "the strike caused
// fires but no casualties".
func (d *document) causing(t *tree, v int) nlp.ChainID {
	switch t.verbLemma(v) {
	case "cause", "leave", "result":
		for _, k := range t.subject(v).tokens {
			if k >= 0 && d.harmfulEvent(t, k) != nlp.NoChain {
				return d.chainAt(t, k)
			}
		}
	}
	return nlp.NoChain
}

// nobodyHarmed reads what token i says that nobody suffered: as "nobody", of whom
// the clause says it, or as the noun of it that there was none of. It returns
// the word by whose clause that is said.
func (t *tree) nobodyHarmed(i int) (at int, predicates []nlp.Predicate) {
	h := t.head(i)
	if h < 0 {
		return -1, nil
	}
	if t.nobody(i) {
		if !in(t.base(i), "nsubj") || t.onlyGravely(h) {
			return -1, nil
		}
		if p := t.suffered(h, t.rel(i) == "nsubj:pass"); p != "" {
			return h, []nlp.Predicate{p}
		}
		return -1, nil
	}
	first := t.first(i)
	if g := t.head(first); g >= 0 && t.lemma(g) == "report" && t.is(g, "NOUN") && t.preposition(first) == "of" && t.child(first, "amod") < 0 {
		first = g // "no reports of casualties"
	}
	if !t.hasDeterminer(first, "no") && !t.hasDeterminer(i, "no") || len(t.children(first, "amod", "acl", "acl:relcl", "nmod:poss")) > 0 {
		return -1, nil // "no serious injuries", "no casualties left"
	}
	h = t.head(first)
	if h < 0 || !t.verbal(h) && t.child(first, "expl") < 0 || t.child(h, "neg") >= 0 {
		return -1, nil
	}
	switch t.verbLemma(h) {
	case "be", "report", "cause", "occur", "suffer", "confirm", "record", "leave", "result", "register":
	default:
		return -1, nil
	}
	switch l := t.lemma(i); {
	case l == "casualty":
		return h, []nlp.Predicate{"death_toll", "injury_toll"}
	case deathNouns[l]:
		return h, []nlp.Predicate{"death_toll"}
	case l == "injury":
		return h, []nlp.Predicate{"injury_toll"}
	}
	return -1, nil
}

// nobody reports whether token i is "nobody" or "no one", with no more said of
// whom it leaves out: "no one else".
func (t *tree) nobody(i int) bool {
	if next := i + 1; next < len(t.s.Tokens) && (t.form(next) == "else" || t.form(next) == "other") {
		return false
	}
	switch t.form(i) {
	case "nobody", "no-one", "noone":
		return true
	case "one":
		return i > 0 && t.form(i-1) == "no"
	case "none":
		return true
	}
	return false
}

// onlyGravely reports whether a clause says of a grave injury alone that nobody
// had it: "no one was seriously hurt".
func (t *tree) onlyGravely(v int) bool {
	for _, k := range t.children(v, "advmod") {
		switch t.form(k) {
		case "seriously", "badly", "gravely", "critically", "severely", "yet", "further":
			return true
		}
	}
	return false
}
