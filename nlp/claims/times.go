package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/gazetteer"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// timeOf returns when the clause of a predicate says that it was: the time
// expression that modifies it, the one before the first of several verbs that
// are joined, that of the clause of which a participle tells the outcome, or the
// one that its "when" takes up.
func (d *document) timeOf(t *tree, h int) nlp.Interval {
	if at := d.ownTime(t, h); !at.IsZero() {
		return at
	}
	if !t.verbal(h) {
		return nlp.Interval{}
	}
	if first := t.first(h); first != h && t.verbal(first) {
		for _, x := range d.timesAt(t, first) {
			if x.Tokens.End <= first && d.rightBehind(t, x, first) {
				return x.Value // "in 2005, he was charged and sentenced"
			}
		}
	}
	if g := t.head(h); g >= 0 && t.base(h) == "advcl" && t.verbal(g) && t.tok(h).XPOS == "VBG" && t.preposition(h) == "" && h > g && !t.afterwards(h) && !lexicon.VerbAttitudes[t.lemma(g)][lexicon.Speech] {
		return d.ownTime(t, g) // "crashed in June, killing all on board"
	}
	return d.takenUp(t, h)
}

// timeOfDeed returns when a claim of the predicate that token h tells of was: for
// what happens rather than lasts also the time in a noun's own phrase ("a 1972
// meeting"), that of the verb whose object it is, and that of the occasion on
// which it happened ("said at a July press conference").
func (d *document) timeOfDeed(t *tree, h int, p nlp.Predicate) nlp.Interval {
	if at := d.timeOf(t, h); !at.IsZero() || standing[p] || lasting[p] {
		return at
	}
	for _, k := range t.children(h, "obl", "nmod") {
		if accusing[t.lemma(h)] {
			break // "convicted of murder in the 2010 rampage"
		}
		switch t.preposition(k) {
		case "in", "at", "during", "on":
			if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
				if at := d.timeBefore(t, k); !at.IsZero() {
					return at
				}
			}
		}
	}
	if t.verbal(h) || !d.tellsOfDeed(t, h) {
		return nlp.Interval{}
	}
	if at := d.timeBefore(t, h); !at.IsZero() {
		return at
	}
	first := t.first(h)
	if v := t.head(first); v >= 0 && t.verbal(v) && in(t.rel(first), "obj", "nsubj:pass", "xcomp") && !lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech] {
		return d.ownTime(t, v)
	}
	return nlp.Interval{}
}

// lasting are predicates of what is so for some time, beside those of who and
// where somebody is.
var lasting = map[nlp.Predicate]bool{
	"leads": true, "member_of": true, "spokesperson_of": true, "branch_of": true, "family_of": true, "allied": true, "hostile": true,
	"controlled": true, "supports": true, "concerns": true,
}

// ownTime returns the time expression that modifies a token. What only bounds
// another time ("until 2005"), and what stands behind the deed of an accusation
// ("convicted of shooting a man in June 2005"), does not tell when it was.
func (d *document) ownTime(t *tree, h int) nlp.Interval {
	for _, x := range d.timesAt(t, h) {
		k := t.headOf(x.Tokens)
		p := t.preposition(k)
		if bounding[p] && !(p == "until" && len(t.negators(h)) > 0) || t.behindDeed(h, k) {
			continue // but "did not meet him until 2008" is 2008
		}
		return x.Value
	}
	return nlp.Interval{}
}

// afterwards reports whether a participle tells of what came later than its clause.
func (t *tree) afterwards(v int) bool {
	return slices.ContainsFunc(t.children(v, "advmod"), func(k int) bool { return laterWords[t.form(k)] })
}

var laterWords = words("later then subsequently eventually before previously already earlier")

// bounding are prepositions of the time at which something else begins or ends.
var bounding = words("until till before after by")

// behindDeed reports whether a time at token k stands behind the gerund that says
// of what somebody is accused by the verb v.
func (t *tree) behindDeed(v, k int) bool {
	if !accusing[t.lemma(v)] {
		return false
	}
	for _, c := range t.children(v, "advcl", "xcomp", "ccomp", "acl", "obl") {
		if c > v && c < k && t.tok(c).XPOS == "VBG" {
			return true
		}
	}
	return false
}

// accusing are verbs that say of what deed somebody is accused.
var accusing = words("accuse charge convict suspect acquit indict arrest sentence clear try prosecute")

// timesAt returns the time expressions that modify a token.
func (d *document) timesAt(t *tree, h int) []nlp.TimeExpression {
	var out []nlp.TimeExpression
	for _, k := range t.children(h, "obl", "nmod", "advmod") {
		for _, x := range d.a.Times {
			if x.Sentence == t.index && x.Tokens.Contains(k) {
				out = append(out, x)
			}
		}
	}
	return out
}

// rightBehind reports whether a time begins the sentence, or a clause, before
// the verb v and its subject.
func (d *document) rightBehind(t *tree, x nlp.TimeExpression, v int) bool {
	for _, s := range t.ownSubject(v) {
		if s < x.Tokens.First {
			return false
		}
	}
	return true
}

// timeBefore returns the time in a noun's phrase before it: "a July 16 press
// conference".
func (d *document) timeBefore(t *tree, k int) nlp.Interval {
	for _, x := range d.a.Times {
		if x.Sentence != t.index || x.Tokens.End > k || x.Value.IsZero() {
			continue
		}
		if h := t.head(t.headOf(x.Tokens)); h == k || h > x.Tokens.First && h < k && t.head(h) == k && t.base(h) == "compound" {
			return x.Value
		}
	}
	return nlp.Interval{}
}

// takenUp returns the time right before the "when" of a verb's clause: "in 1950,
// when she met him".
func (d *document) takenUp(t *tree, v int) nlp.Interval {
	for _, k := range t.children(v, "advmod", "mark") {
		if t.form(k) != "when" {
			continue
		}
		for _, x := range d.a.Times {
			if x.Sentence == t.index && (x.Tokens.End == k || x.Tokens.End == k-1 && t.form(k-1) == ",") && !bounding[t.preposition(t.headOf(x.Tokens))] {
				return x.Value
			}
		}
	}
	return nlp.Interval{}
}

// tellsOfDeed reports whether a noun tells of something that happens.
func (d *document) tellsOfDeed(t *tree, k int) bool {
	if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Type == nlp.Event {
		return true
	}
	_, event := gazetteer.EventType(t.lemma(k))
	return event || gazetteer.MinorEvent(t.lemma(k))
}
