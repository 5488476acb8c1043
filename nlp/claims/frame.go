package claims

import (
	"strings"

	"github.com/kgbuild/kgbuild/nlp/internal/lexicon"
)

// maxControl bounds how far a missing subject is looked for upwards.
const maxControl = 6

// found is the tokens that fill a place of a frame.
type found struct {
	tokens []int
	// remote is true when they were found through control, coordination or an
	// antecedent rather than beside the word.
	remote bool
	path   string // of the codebook, when one led here
	agent  bool   // they stand where somebody acts or speaks
}

func direct(tokens ...int) found { return found{tokens: tokens} }

// passive reports whether a verb is in the passive voice, also where the
// auxiliary is left out.
func (t *tree) passive(v int) bool {
	if t.child(v, "aux:pass", "nsubj:pass", "csubj:pass") >= 0 {
		return true
	}
	tok := t.tok(v)
	if t.gapped(v) {
		return true
	}
	participle := tok.XPOS == "VBN" || tok.Features.Get("Voice") == "Pass"
	if !participle || t.perfect(v) {
		return false
	}
	switch t.base(v) {
	case "conj":
		h := t.head(v)
		return t.child(v, "nsubj", "aux") < 0 && t.verbal(h) && t.passive(h) || t.child(v, "obl:agent") >= 0
	case "acl", "amod":
		return t.rel(v) != "acl:relcl" && t.child(v, "nsubj") < 0
	case "advcl", "xcomp", "parataxis", "dep", "ccomp", "root":
		return t.child(v, "obj", "nsubj") < 0 || t.child(v, "obl:agent") >= 0
	}
	return tok.Features.Get("Voice") == "Pass"
}

// gapped reports whether a verb shares the auxiliary of the passive it is
// joined to: "three were killed and five others injured".
func (t *tree) gapped(v int) bool {
	h := t.head(v)
	if t.base(v) != "conj" || h < 0 || !t.verbal(h) || t.child(h, "aux:pass") < 0 || t.child(v, "obj", "aux") >= 0 || t.child(v, "nsubj") < 0 {
		return false
	}
	switch t.tok(v).XPOS {
	case "VBN", "VBD", "JJ":
		return strings.HasSuffix(t.form(v), "ed") || t.tok(v).XPOS == "VBN"
	}
	return false
}

// perfect reports whether a verb has the auxiliary "have".
func (t *tree) perfect(v int) bool {
	for _, k := range t.children(v, "aux") {
		if t.lemma(k) == "have" {
			return true
		}
	}
	return false
}

// ownSubject returns the subjects that stand beside a predicate.
func (t *tree) ownSubject(v int) []int {
	var out []int
	for _, k := range t.children(v, "nsubj", "csubj") {
		if t.rel(k) == "nsubj:outer" || k > v && len(out) > 0 {
			continue
		}
		out = append(out, t.antecedent(k))
	}
	return out
}

// antecedent returns the noun that a relative pronoun stands for, and other
// tokens as they are.
func (t *tree) antecedent(i int) int {
	if !lexicon.RelativePronouns[t.form(i)] || !(t.is(i, "PRON") || t.is(i, "DET") || t.is(i, "SCONJ")) {
		return i
	}
	if t.tok(i).XPOS == "DT" {
		return i // "that was true": a demonstrative
	}
	for h, n := t.head(i), 0; h >= 0 && n < maxControl; h, n = t.head(h), n+1 {
		if t.rel(h) == "acl:relcl" || t.rel(h) == "acl" {
			if g := t.head(h); t.form(i) == "which" && t.preposition(i) == "in" && t.diedIn(h, g) {
				return t.head(g)
			}
			return t.amongThem(t.head(h))
		}
	}
	// Officers of "whose" are read off the order of the words, see [document.titles].
	if k := i - 2; t.form(i) == "whose" && k >= 0 && t.form(k+1) == "," && t.nominal(k) && titleRoles[t.lemma(max(t.head(i), 0))] == "" {
		for _, n := range t.s.Names {
			if n.Tokens.Contains(k) {
				return t.headOf(n.Tokens)
			}
		}
		return k
	}
	return i
}

// surface returns the grammatical subject of a predicate: its own, or the one
// that coordination, control, a participle or a relative clause gives it.
func (t *tree) surface(v, depth int) found {
	if own := t.ownSubject(v); len(own) > 0 {
		return direct(own...)
	}
	if depth <= 0 || t.head(v) < 0 {
		return found{}
	}
	g := t.head(v)
	switch {
	case t.rel(v) == "acl:relcl":
		return found{tokens: []int{t.amongThem(g)}, remote: true}
	case t.base(v) == "conj":
		if t.verbal(g) || len(t.ownSubject(g)) > 0 {
			return t.surface(g, depth-1).far()
		}
	case t.base(v) == "acl":
		return t.modifiedSubject(v, g, depth)
	case t.base(v) == "xcomp":
		return t.controller(g, depth)
	case t.base(v) == "advcl", t.rel(v) == "advcl:relcl":
		return t.adverbialSubject(v, g, depth)
	case t.base(v) == "obl" || t.base(v) == "nmod":
		if t.tok(v).XPOS == "VBG" {
			return t.adverbialSubject(v, g, depth)
		}
	case t.base(v) == "ccomp" && t.tok(v).XPOS == "VBG":
		return t.surface(g, depth-1).far()
	case t.base(v) == "parataxis" && t.tok(v).XPOS == "VBN" && t.nominal(g) && v > 0 && t.form(v-1) == "(":
		return direct(g) // "X (born in Y)"
	case t.base(v) == "parataxis" && t.tok(v).XPOS != "VBD" && t.tok(v).XPOS != "VBZ":
		return found{}
	}
	return found{}
}

func (f found) far() found { f.remote = true; return f }

// subject returns the logical subject of a predicate.
func (t *tree) subject(p int) found {
	if !t.verbal(p) {
		return t.predicateSubject(p)
	}
	if t.passive(p) {
		return t.agent(p)
	}
	return t.surface(p, maxControl)
}

// agent returns the agent of a passive ("by X").
func (t *tree) agent(v int) found {
	if a := t.children(v, "obl:agent"); len(a) > 0 {
		return direct(a...)
	}
	for _, k := range t.children(v, "obl") {
		if t.preposition(k) == "by" && t.nominal(k) && t.tok(k).XPOS != "CD" {
			return direct(k)
		}
	}
	return found{}
}

// predicateSubject is the subject of a nominal, adjectival or adverbial
// predicate, or the noun that an adjective modifies.
func (t *tree) predicateSubject(p int) found {
	if own := t.ownSubject(p); len(own) > 0 {
		return direct(own...)
	}
	g := t.head(p)
	if g < 0 {
		return found{}
	}
	switch t.base(p) {
	case "conj":
		if t.nominal(g) == t.nominal(p) || len(t.ownSubject(g)) > 0 {
			return t.predicateSubject(g).far()
		}
	case "amod":
		return direct(g)
	case "acl":
		if !t.nominal(p) {
			return direct(g)
		}
		if t.rel(p) == "acl:relcl" {
			return found{tokens: []int{g}, remote: true}
		}
	case "xcomp":
		return t.controller(g, maxControl)
	case "advcl":
		if !t.nominal(p) {
			return t.surface(g, maxControl).far()
		}
	}
	return found{}
}
