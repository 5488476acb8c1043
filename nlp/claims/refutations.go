package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// refutable are the predicates of deeds that somebody may be charged with: who
// says not to have done them denies them.
var refutable = map[nlp.Predicate]bool{
	"attacked": true, "killed": true, "injured": true, "carried_out": true, "supports": true, "used": true,
	"threatened": true, "caused": true, "negotiated": true, "met": true, "targeted": true,
}

// refutations state that who says not to have done a deed denies it: "the army
// said it had not shelled the hospital".
func (d *document) refutations(t *tree, cs []candidate) []candidate {
	var out []candidate
	for _, c := range cs {
		last := len(c.Attribution) - 1
		if c.Polarity != nlp.Negative || c.Modality != nlp.Certain || last < 0 || c.Attribution[last] != c.Subject.Chain || !refutable[c.Predicate] || !t.verbal(c.trigger) {
			continue
		}
		if t.denied(c.trigger) {
			continue // stated by the word of denial
		}
		for _, deed := range d.ends(t, direct(c.trigger), nil) {
			n := c
			n.Predicate, n.Object, n.Polarity = "denied", deed.End, nlp.Positive
			n.Attribution = c.Attribution[:last:last]
			n.Confidence = min(c.Confidence, suspicionReliability)
			n.Rule = "denied/refutation + " + c.Rule
			out = append(out, n)
		}
	}
	return out
}

// denied reports whether a word of denial governs a predicate.
func (t *tree) denied(p int) bool {
	for h, n := t.head(p), 0; h >= 0 && n < maxControl; h, n = t.head(h), n+1 {
		switch t.lemma(h) {
		case "deny", "reject", "dispute", "refute", "denial", "dismiss", "disclaim":
			return true
		}
	}
	return false
}

// denying are verbs whose "this" is what was said right before.
var denying = words("deny reject dispute refute contest rebut")

// denials reads "denies this" as the denial of what the sentence before says.
func (d *document) denials(t *tree) []candidate {
	var out []candidate
	for v := range t.s.Tokens {
		if !denying[t.lemma(v)] || !t.verbal(v) || t.passive(v) || len(t.negators(v)) > 0 {
			continue
		}
		o := t.child(v, "obj")
		if o < 0 || t.form(o) != "this" && t.form(o) != "that" && t.form(o) != "it" || !t.is(o, "PRON") {
			continue
		}
		before := d.toldLast(t)
		if before == nil {
			continue
		}
		s := d.stanceOf(t, v)
		for _, who := range d.ends(t, t.subject(v), actors) {
			told := before.told()
			if there := before.child(told, "expl"); there >= 0 && before.child(told, "nsubj") >= 0 {
				told = before.child(told, "nsubj") // "there were no signs of it"
			}
			for _, what := range d.ends(before, direct(told), nil) {
				out = append(out, t.candidate(v, who.End, "denied", what.End, s, suspicionReliability*who.sure, "what was said before"))
			}
		}
	}
	return out
}

// toldLast returns the sentence before t in its text, nil when it has no verb
// that tells something.
func (d *document) toldLast(t *tree) *tree {
	i := t.index - 1
	if i < 0 || !d.a.Article(i) {
		return nil
	}
	if b := d.tree(i); b.told() >= 0 {
		return b
	}
	return nil
}

// told returns the verb of what a sentence tells: its first, or what that has
// somebody say; -1 if there is none.
func (t *tree) told() int {
	v := t.root
	for n := 0; v >= 0 && n < maxControl && lexicon.VerbAttitudes[t.lemma(v)][lexicon.Speech]; n++ {
		k := t.child(v, "ccomp")
		if k < 0 {
			break
		}
		v = k
	}
	if v < 0 || !t.is(v, "VERB") {
		return -1
	}
	return v
}
