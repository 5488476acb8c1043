package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
)

// deeds states that who does what a verb of violence tells carried out the
// event, when the text speaks of it by a noun as well: "a man stabbed three
// people … the attack".
func (d *document) deeds(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if !t.is(v, "VERB") || t.passive(v) && t.child(v, "obl:agent") < 0 {
			continue
		}
		e := d.a.ChainAt(t.ref(v))
		if e == nlp.NoChain || !d.violent(e) || d.onlyVerb(e) || !gazetteer.EventIsAny(d.a.Chains[e].Event.Type, []string{"attack"}) {
			continue
		}
		s := d.stanceOf(t, v)
		if s.polarity == nlp.Negative {
			continue
		}
		for _, a := range d.ends(t, t.subject(v), doers) {
			if a.Chain == e || d.hasClaim(cs, a.Chain, "carried_out", e) || d.doneByOthers(t, a, e) {
				continue
			}
			m := s.modality
			if m == nlp.Certain && a.token >= 0 && t.suspected(a.token) {
				m = nlp.Possible
			}
			out = append(out, t.candidate(v, a.End, "carried_out", nlp.ChainEnd(e), s.as(m), deedReliability*a.sure, "verb of the event"))
		}
	}
	return out
}

// deedReliability is the confidence of a deed read off its verb.
const deedReliability = 0.8

// doneByOthers reports whether a noun of an event says that the forces of the state
// did it, or that others did, and the doer of a verb taken for it is of the other
// side: rioters who attacked somebody after "the police shooting" did not shoot.
func (d *document) doneByOthers(t *tree, a end, e nlp.ChainID) bool {
	for _, m := range d.a.Chains[e].Mentions {
		if m.Kind == nlp.VerbMention {
			continue
		}
		n := d.tree(m.Sentence)
		by := append(n.doer(m.Head).tokens, n.children(m.Head, "compound")...)
		if slices.ContainsFunc(by, func(k int) bool { return k >= 0 && stateForces[n.lemma(k)] }) && a.token >= 0 && t.is(a.token, "NOUN") && !stateForces[t.lemma(a.token)] && streetCrowds[t.lemma(a.token)] {
			return true
		}
	}
	return false
}

// Who acts for the state, and who faces them in the street.
var (
	stateForces  = words("police policeman policewoman officer soldier troop army military guard constable deputy trooper")
	streetCrowds = words("rioter protester protestor demonstrator youth mob crowd student looter villager striker anarchist")
)

// suspected reports whether a noun phrase only holds somebody possible.
func (t *tree) suspected(k int) bool {
	for _, x := range t.children(k, "amod") {
		if hedgeAdjectives[t.lemma(x)] || hedgeAdjectives[t.form(x)] {
			return true
		}
	}
	return false
}

// hasClaim reports whether the claims have one with these ends.
func (d *document) hasClaim(cs []candidate, a nlp.ChainID, p nlp.Predicate, b nlp.ChainID) bool {
	for i := range cs {
		if cs[i].Predicate == p && cs[i].Subject.Chain == a && cs[i].Object.Chain == b {
			return true
		}
	}
	return false
}
