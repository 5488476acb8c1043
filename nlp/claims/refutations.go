package claims

import "github.com/kgbuild/kgbuild/nlp"

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
