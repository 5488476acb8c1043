package claims

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp"
)

// shared are predicates that hold of everyone of a group of whom they are said.
var shared = map[nlp.Predicate]bool{"arrested": true, "charged": true, "convicted": true, "released": true, "killed": true, "injured": true, "attacked": true, "sanctioned": true, "dismissed": true}

// listedReliability is how much less a claim counts of one who is named among
// those of whom it is said.
const listedReliability = 0.9

// listedMembers states of persons told among those to whom something was done
// that it was done to them: "arrested 14 people, among them a teacher", "killed
// four, including the mayor".
func (d *document) listedMembers(t *tree, cs []candidate) []candidate {
	var out []candidate
	for i := range cs {
		c := &cs[i]
		if !shared[c.Predicate] || c.Object.Chain < 0 || d.a.Chains[c.Object.Chain].Type != nlp.Group || d.a.Chains[c.Object.Chain].Named() {
			continue
		}
		k := slices.IndexFunc(d.a.Chains[c.Object.Chain].Mentions, func(m nlp.Mention) bool { return m.Sentence == t.index && m.Kind != nlp.PronounMention })
		if k < 0 {
			continue
		}
		for _, e := range d.ends(t, t.introduced(d.a.Chains[c.Object.Chain].Mentions[k].Head), persons) {
			if e.Chain == c.Object.Chain || e.entity != nlp.Person || d.hasClaim(cs, c.Subject.Chain, c.Predicate, e.Chain) {
				continue
			}
			n := *c
			n.Object, n.Confidence, n.Rule = e.End, c.Confidence*listedReliability, c.Rule+" + listed"
			out = append(out, n)
		}
	}
	return out
}

// introduced returns those whom "including", "among them" or "one of them" behind
// the group at token k introduces.
func (t *tree) introduced(k int) found {
	for i := k + 1; i+1 < len(t.s.Tokens); i++ {
		first := -1
		switch f, next := t.form(i), t.form(i+1); {
		case f == "including":
			first = i + 1
		case f == "among" && (next == "them" || next == "whom" || next == "those"), f == "one" && next == "of" && i+2 < len(t.s.Tokens) && (t.form(i+2) == "them" || t.form(i+2) == "whom"):
			first = i + 2
			if f == "one" {
				first++
			}
			if first < len(t.s.Tokens) && (t.form(first) == "was" || t.form(first) == "is" || t.form(first) == "were") {
				first++
			}
		case t.is(i, "VERB") && t.tok(i).XPOS != "VBN" && t.tok(i).XPOS != "VBG", f == ";":
			return found{}
		}
		if first < 0 {
			continue
		}
		h := t.phraseHead(first)
		if h < 0 {
			return found{}
		}
		for n := 0; n < maxControl && t.head(h) >= first && in(t.base(h), "compound", "flat", "amod", "nmod:desc", "appos"); n++ {
			h = t.head(h)
		}
		return t.everyone([]int{h})
	}
	return found{}
}

// phraseHead returns the last of the nouns side by side with which the phrase
// at token i begins, past its determiners, adjectives and ages, or -1.
func (t *tree) phraseHead(i int) int {
	for end := min(i+10, len(t.s.Tokens)); i < end; i++ {
		switch {
		case t.is(i, "NOUN") && i+1 < len(t.s.Tokens) && t.form(i+1) == "-", t.is(i, "NUM"), t.is(i, "DET"), t.is(i, "ADJ"), t.form(i) == "-", t.is(i, "ADV"):
		case t.nominal(i):
			if i+1 >= len(t.s.Tokens) || !t.nominal(i+1) || t.is(i+1, "PRON") {
				return i
			}
		default:
			return -1
		}
	}
	return -1
}
