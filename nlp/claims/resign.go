package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// offices are the predicates that say where somebody holds an office, the
// more telling first.
var offices = []nlp.Predicate{"leads", "spokesperson_of", "works_for", "member_of"}

// leaving are verbs that say without an object that somebody leaves an office.
var leaving = map[string][]string{
	"resign": nil, "retire": nil, "quit": nil, "abdicate": nil,
	"step": {"down", "aside", "back"}, "stand": {"down", "aside"}, "bow": {"out"},
}

// handingIn are verbs that make a resignation or retirement theirs who are
// their subjects.
var handingIn = words("tender submit offer announce hand give present deliver")

// resignReliability is the confidence of a resignation whose office stands
// elsewhere in the text.
const resignReliability = 0.75

// resignations completes "X will step down" with the body that the text says
// X leads or works for.
func (d *document) resignations(t *tree, cs []candidate) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if t.verbal(v) && goingFrom[t.lemma(v)] && !t.passive(v) {
			out = append(out, d.leavesOffice(t, v, cs)...)
		}
		if !t.verbal(v) || !t.leaves(v) {
			continue
		}
		for _, e := range d.ends(t, t.subject(v), actors) {
			if hasClaim(cs, e.Chain, "resigned") {
				continue
			}
			body := d.office(e.Chain, cs)
			if body == nlp.NoChain {
				continue
			}
			s := d.stanceOf(t, v)
			out = append(out, t.candidate(v, e.End, "resigned", nlp.ChainEnd(body), s, resignReliability*e.sure, "office").during(d.timeOf(t, v)))
		}
	}
	return append(out, d.resignationNouns(t, cs, out)...)
}

// leavesOffice says of those who leave the body in which the text says that they hold
// an office that they resign from it: "the headmaster will leave Hill School".
func (d *document) leavesOffice(t *tree, v int, cs []candidate) []candidate {
	var out []candidate
	for _, b := range d.ends(t, t.object(v), codebook.Types{nlp.Organization: true, nlp.Facility: true}) {
		for _, e := range d.ends(t, t.subject(v), people) {
			if !hasClaim(cs, e.Chain, "resigned") && d.holdsOffice(e.Chain, b.Chain, cs) {
				out = append(out, t.candidate(v, e.End, "resigned", b.End, d.stanceOf(t, v), resignReliability*e.sure, "office").during(d.timeOf(t, v)))
			}
		}
	}
	return out
}

// onlyResigned leaves out that those withdraw from a body who resign from it.
func onlyResigned(cs []candidate) []candidate {
	return slices.DeleteFunc(cs, func(c candidate) bool {
		return c.Predicate == "withdrew_from" && slices.ContainsFunc(cs, func(r candidate) bool {
			return r.Predicate == "resigned" && r.Subject.Chain == c.Subject.Chain && r.Object.Chain == c.Object.Chain
		})
	})
}

// holdsOffice reports whether a claim of the sentence or an earlier one says that a
// person heads a body or works for it.
func (d *document) holdsOffice(person, body nlp.ChainID, cs []candidate) bool {
	holds := func(c *nlp.Claim) bool {
		return c.Subject.Chain == person && c.Object.Chain == body && (c.Predicate == "leads" || c.Predicate == "works_for")
	}
	return slices.ContainsFunc(cs, func(c candidate) bool { return holds(&c.Claim) }) || slices.ContainsFunc(d.done, func(c nlp.Claim) bool { return holds(&c) })
}

// goingFrom are verbs of leaving that have what is left as their object.
var goingFrom = words("leave quit exit depart")

// resignationNouns is [document.resignations] for the nouns: "the king accepted the
// resignation of X", "X's resignation shook the party".
func (d *document) resignationNouns(t *tree, cs, found []candidate) []candidate {
	var out []candidate
	for h := range t.s.Tokens {
		if l := t.lemma(h); l != "resignation" && l != "abdication" || !t.is(h, "NOUN") || handingIn[t.lemma(max(t.head(h), 0))] {
			continue
		}
		who := t.children(h, "nmod:poss")
		if len(who) == 0 {
			who = t.oblique(h, "of").tokens
		}
		for _, e := range d.ends(t, direct(who...), people) {
			body := d.office(e.Chain, cs)
			if body == nlp.NoChain || hasClaim(cs, e.Chain, "resigned") || hasClaim(found, e.Chain, "resigned") || slices.ContainsFunc(d.done, func(c nlp.Claim) bool {
				return c.Subject.Chain == e.Chain && c.Predicate == "resigned" && c.Polarity == nlp.Positive && c.Modality == nlp.Certain
			}) {
				continue
			}
			out = append(out, t.candidate(h, e.End, "resigned", nlp.ChainEnd(body), d.stanceOf(t, h), resignReliability*e.sure, "office"))
		}
	}
	return out
}

// leaves reports whether a verb says, with nothing that it names, that its
// subject leaves an office.
func (t *tree) leaves(v int) bool {
	if handingIn[t.lemma(v)] {
		return !t.passive(v) && slices.ContainsFunc(t.children(v, "obj", "obl"), func(o int) bool {
			return (t.preposition(o) == "" || t.preposition(o) == "in" && t.lemma(v) == "hand") && (t.lemma(o) == "resignation" || t.lemma(o) == "retirement" || t.lemma(o) == "notice" && t.child(o, "nmod:poss") >= 0)
		})
	}
	particles, ok := leaving[t.lemma(v)]
	if !ok || t.child(v, "obj") >= 0 {
		return false
	}
	return particles == nil || slices.ContainsFunc(particles, func(p string) bool { return t.hasParticle(v, p) })
}

func (t *tree) hasParticle(v int, p string) bool {
	for _, k := range t.children(v, "compound:prt", "advmod") {
		if t.form(k) == p {
			return true
		}
	}
	return v+1 < len(t.s.Tokens) && t.form(v+1) == p
}

func hasClaim(cs []candidate, subject nlp.ChainID, p nlp.Predicate) bool {
	for i := range cs {
		if cs[i].Subject.Chain == subject && cs[i].Predicate == p {
			return true
		}
	}
	return false
}

// office returns the body in which a person holds an office, by this sentence
// or an earlier one.
func (d *document) office(person nlp.ChainID, cs []candidate) nlp.ChainID {
	return d.officeIn(person, cs, anyBody)
}

// anyBody admits every body to [document.officeIn].
func anyBody(nlp.ChainID) bool { return true }

// officeIn is [document.office], of the bodies that are admitted.
func (d *document) officeIn(person nlp.ChainID, cs []candidate, admitted func(nlp.ChainID) bool) nlp.ChainID {
	for _, p := range offices {
		for i := range cs {
			if c := &cs[i].Claim; c.Subject.Chain == person && c.Predicate == p && admitted(c.Object.Chain) {
				return c.Object.Chain
			}
		}
		for i := range d.done {
			if c := &d.done[i]; c.Subject.Chain == person && c.Predicate == p && admitted(c.Object.Chain) {
				return c.Object.Chain
			}
		}
	}
	return nlp.NoChain
}
