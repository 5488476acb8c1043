package claims

import (
	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/codebook"
)

// maxStandsFor bounds the steps from a description to what it describes: an
// apposition to a predicate noun to its subject.
const maxStandsFor = 3

// standsFor returns the noun that a description is said of: the subject of
// "X is a company based in Y", the head of the apposition "X, a company based
// in Y". What has a name of its own, and what is denied or only possible,
// stands for itself.
func (d *document) standsFor(t *tree, k int, types codebook.Types) int {
	for range maxStandsFor {
		if k < 0 || !t.is(k, "NOUN") {
			return k
		}
		if c := d.chainAt(t, k); c != nlp.NoChain && d.a.Chains[c].Named() {
			return k
		}
		next := t.described(k)
		if next < 0 || next == k || !d.fitsAlone(t, next, types) {
			return k
		}
		k = next
	}
	return k
}

// described is the noun that k is a predicate of or an apposition to, or -1.
func (t *tree) described(k int) int {
	u := t.first(k)
	if !t.nominal(u) || len(t.negators(u)) > 0 {
		return -1
	}
	if t.child(u, "cop") >= 0 {
		if t.preposition(u) != "" {
			return -1 // "the delay was due to rain"
		}
		for _, x := range t.children(u, "aux") {
			if t.tok(x).XPOS == "MD" {
				return -1
			}
		}
		s := t.ownSubject(u)
		if len(s) == 0 || noEnd[t.form(s[0])] || len(s) > 1 && !t.oneName(s) {
			return -1
		}
		return s[0]
	}
	if t.base(u) == "appos" && t.is(u, "NOUN") {
		return t.head(u)
	}
	return -1
}

// oneName reports whether tokens are parts of one name, as when a parser makes
// two subjects of "Acme Trading, Inc.".
func (t *tree) oneName(tokens []int) bool {
	for _, n := range t.s.Names {
		if n.Tokens.Contains(tokens[0]) {
			return n.Tokens.Contains(tokens[len(tokens)-1])
		}
	}
	return false
}
