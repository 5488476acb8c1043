package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// untold reports whether verb g tells nothing, so that nobody says what its clause
// tells: it is denied, or names a telling that somebody refuses, avoids, is unable
// to do or is asked for ("did not confirm that …", "declined to say whether …",
// "stopped short of saying that …", "asked the ministry to confirm that …").
func (t *tree) untold(g int) bool {
	if len(t.negators(g)) > 0 || slices.ContainsFunc(t.children(g, "cc:preconj", "advmod"), func(k int) bool { return t.form(k) == "neither" || t.form(k) == "yet" && t.infinitive(g) }) {
		return true
	}
	h := t.head(g)
	if h < 0 {
		return false
	}
	switch mark := t.preposition(g); {
	case t.base(g) == "conj":
		or := t.child(g, "cc")
		return t.verbal(h) && or >= 0 && t.form(or) == "or" && t.tok(g).XPOS == t.tok(h).XPOS && len(t.ownSubject(g)) == 0 && t.untold(h)
	case mark == "without", mark == "for" && t.tok(g).XPOS == "VBG" && regretting[t.lemma(h)], mark == "of" && (t.form(h) == "short" || t.form(g-2) == "short"):
		return true
	case t.tok(g).XPOS == "VBG" && in(t.base(g), "advcl", "xcomp", "ccomp"):
		return (mark == "" || mark == "from" || mark == "against") && (withholding[t.lemma(h)] || lexicon.Hindering[t.lemma(h)] || lexicon.Cautioning[t.lemma(h)])
	case t.infinitive(g) && t.base(g) == "acl":
		return lexicon.NounAttitudes[t.lemma(h)] == lexicon.Refusal
	case t.infinitive(g) && in(t.base(g), "xcomp", "ccomp", "advcl"):
		return len(t.negators(h)) == 0 && (withholding[t.lemma(h)] || lexicon.AdjectiveAttitudes[t.lemma(h)] == lexicon.Refusal || t.yetTo(h, g)) || t.toldToTell(h)
	}
	return false
}

// withholding are verbs of not telling what their clause names.
var withholding = words("refuse decline fail neglect avoid omit hesitate forget deny refrain resist desist")

// toldToTell reports whether a verb has its subject ask somebody else for what its
// infinitive names.
func (t *tree) toldToTell(h int) bool {
	return t.is(h, "VERB") && lexicon.VerbAttitudes[t.lemma(h)][lexicon.Wish] && !t.passive(h) && t.child(h, "obj", "iobj") >= 0
}

// takenForGranted reports whether verb g leaves no doubt about its clause cur even
// where nobody tells it: "did not say why …", "failed to mention that …".
func (t *tree) takenForGranted(g, cur int) bool {
	return factive[t.lemma(g)] || slices.ContainsFunc(t.children(cur, "advmod", "mark"), func(k int) bool {
		switch t.form(k) {
		case "why", "when", "how", "where":
			return k < cur
		}
		return false
	})
}

// factive are verbs of telling what is so, told or not.
var factive = words("mention disclose divulge reveal note")

// hearsay reports whether a noun names words of nobody in particular: "claims that
// …", "reports that …".
func (t *tree) hearsay(n int) bool {
	switch t.lemma(n) {
	case "claim", "report":
		return t.owner(n) < 0
	}
	return false
}
