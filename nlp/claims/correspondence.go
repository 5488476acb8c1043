package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// byLetter reports whether the ends of a reading, which meet at token k, have only
// written to each other: "told X in a letter", "in an e-mail to X".
func (t *tree) byLetter(r nlp.Reading, k int) bool {
	if t.verbal(k) && slices.ContainsFunc(t.children(k, "obl"), func(o int) bool {
		p := t.preposition(o)
		return written[t.lemma(o)] && (p == "in" || p == "by")
	}) {
		return true
	}
	return r.Object >= 0 && t.preposition(r.Object) == "to" && t.head(r.Object) >= 0 && written[t.lemma(t.head(r.Object))]
}

// written are nouns of what people write to others.
var written = words("letter email e-mail mail message memo note text tweet post telegram statement")
