package claims

import "github.com/kgbuild/kgbuild/nlp"

// asksHelp reports whether the subject of a reading is the one who wants the help:
// "has turned to Cuba for doctors".
func (t *tree) asksHelp(r nlp.Reading) bool {
	if r.Subject < 0 || r.Object < 0 {
		return false
	}
	v := t.head(t.first(r.Object))
	return v >= 0 && t.head(t.first(r.Subject)) == v && t.base(t.first(r.Subject)) == "nsubj" && seekingHelp[t.lemma(v)] && len(t.oblique(v, "for").tokens) > 0
}

// seekingHelp are verbs of asking somebody for something.
var seekingHelp = words("turn ask appeal look beg petition approach plead")

// appliedFor reports whether a word is what an application is made to: who approves
// a bid to join a league supports those who bid.
func (t *tree) appliedFor(o int) bool {
	for k, n := o, 0; k >= 0 && n < maxControl; k, n = t.head(k), n+1 {
		if h := t.head(k); t.base(k) == "acl" && h >= 0 && applications[t.lemma(h)] {
			return true
		}
	}
	return false
}

// applications are nouns for asking to be let in.
var applications = words("application bid request candidacy candidature attempt")
