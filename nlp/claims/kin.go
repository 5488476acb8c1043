package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// kinReliability is the confidence of kin whose owner another word tells.
const kinReliability = 0.75

// kin finds whose relatives those are before whom no owner stands, or one that
// only the sentence tells: "killed his mother and sister", "charged with murdering
// mother and sister", "his wife, X, and their two sons".
func (d *document) kin(t *tree, cs []candidate) []candidate {
	var out []candidate
	for k := range t.s.Tokens {
		if !t.is(k, "NOUN") || !d.kinNoun(t.lemma(k)) || t.unborn(k) {
			continue
		}
		relatives := d.ends(t, direct(k), persons)
		for _, owner := range d.kinOwners(t, k, cs) {
			for _, r := range relatives {
				if owner.Chain == r.Chain {
					continue
				}
				out = append(out, t.candidate(k, r.End, "family_of", owner.End, aFact, kinReliability*owner.sure, "shared owner"))
			}
		}
	}
	return out
}

// kinNoun reports whether the codebook has a noun among those of relatives.
func (d *document) kinNoun(lemma string) bool {
	if gazetteer.NounType(lemma) != nlp.Person {
		return false
	}
	for _, ref := range d.cb.Match(codebook.Noun, lemma) {
		if ref.Entry.Predicate == "family_of" && len(ref.Pattern.With) == 0 && ref.Pattern.Lemmas[0] != codebook.AnyLemma {
			return true
		}
	}
	return false
}

// kinOwners returns whose the relatives named at token k are, as far as no word at
// k itself says it.
func (d *document) kinOwners(t *tree, k int, cs []candidate) []end {
	if p := t.child(k, "nmod:poss"); p >= 0 {
		if c := d.chainAt(t, p); t.form(p) == "their" && (c == nlp.NoChain || d.a.Chains[c].Type != nlp.Person) {
			return spouses(cs, k)
		}
		return nil
	}
	if t.child(k, "det", "nmod", "nummod", "compound") >= 0 {
		return nil
	}
	first := t.first(k)
	if first != k && t.is(first, "NOUN") && d.kinNoun(t.lemma(first)) {
		if p := t.child(first, "nmod:poss"); p >= 0 {
			return d.ends(t, direct(t.antecedent(p)), codebook.Types{nlp.Person: true})
		}
	}
	if g := t.head(first); g >= 0 && t.base(first) == "obj" && t.child(first, "det", "nmod:poss", "nmod", "nummod") < 0 && harming[t.lemma(g)] {
		return d.ends(t, t.subject(g), codebook.Types{nlp.Person: true})
	}
	return nil
}

// harming are verbs of crimes, before whose bare object headlines leave the owner out.
var harming = words("kill murder stab shoot strangle attack assault beat poison slay drown suffocate smother behead injure abuse rape kidnap")

// spouses returns the two persons whom the last claim before token k says to be
// relatives.
func spouses(cs []candidate, k int) []end {
	var last *candidate
	for i := range cs {
		if c := &cs[i]; c.Predicate == "family_of" && c.trigger < k && c.Subject.Chain >= 0 && c.Object.Chain >= 0 && (last == nil || c.trigger >= last.trigger) {
			last = c
		}
	}
	if last == nil {
		return nil
	}
	return []end{{End: last.Subject, sure: remoteReliability}, {End: last.Object, sure: remoteReliability}}
}
