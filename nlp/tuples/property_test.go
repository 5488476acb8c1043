package tuples

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/tree"
)

// Whatever the tree, every tuple has two arguments, is made of the sentence's
// words, and comes out the same again.
func TestAnyTree(t *testing.T) {
	for seed := range uint64(2000) {
		tr := randomTree(rand.New(rand.NewPCG(seed, 1)))
		forms := make(map[string]bool)
		for _, tok := range tr.Sentence.Tokens {
			forms[tok.Form] = true
		}
		got := Extract(tr)
		for _, x := range got {
			if len(x.Arguments) < 2 || x.Relation == "" || x.Confidence < least || x.Confidence > 1 {
				t.Fatalf("seed %d: %+v", seed, x)
			}
			for _, a := range x.Arguments {
				if a == "" {
					t.Fatalf("seed %d: empty argument in %+v", seed, x)
				}
				for w := range strings.FieldsSeq(a) {
					if !forms[w] {
						t.Fatalf("seed %d: %q is no word of the sentence", seed, w)
					}
				}
			}
		}
		if diff := cmp.Diff(got, Extract(tr)); diff != "" {
			t.Fatalf("seed %d: not the same twice:\n%s", seed, diff)
		}
	}
}

func randomTree(r *rand.Rand) *tree.Tree {
	relations := []nlp.Relation{
		"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "conj", "cc", "cop",
		"aux", "case", "mark", "appos", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "amod", "advmod", "punct", "csubj", "parataxis", "fixed",
	}
	forms := []string{"it", "who", "that", "not", "``", "''", ",", "Rome", "fell", "of", "their", "was", "and"}
	parts := []string{"VERB", "NOUN", "PROPN", "PRON", "ADJ", "ADV", "ADP", "AUX", "PUNCT", "PART"}
	tags := []string{"VBN", "VBG", "VB", "NN", "JJ", "TO", "WRB"}
	s := &nlp.Sentence{}
	n := 2 + r.IntN(12)
	order := r.Perm(n)
	s.Tokens = make([]nlp.Token, n)
	for k, i := range order {
		t := &s.Tokens[i]
		*t = nlp.Token{
			Form: forms[r.IntN(len(forms))], Lemma: "be", UPOS: parts[r.IntN(len(parts))], XPOS: tags[r.IntN(len(tags))],
			Head: nlp.Root, Relation: "root", SpaceAfter: true,
		}
		if k > 0 {
			t.Head, t.Relation = order[r.IntN(k)], relations[r.IntN(len(relations))]
		}
	}
	return tree.Of(s)
}

// Two long lists in one sentence are told as lists; their members are not
// multiplied.
func TestLongLists(t *testing.T) {
	names := strings.Repeat("Anna , ", 30)
	line := names + "and Ivan visited " + strings.Repeat("Oslo , ", 30) + "and Rome with " + names + "and Eva ."
	tr := analyse(t, []string{line})[0]
	if n := len(candidates(tr)); n > maxRanked {
		t.Errorf("%d candidates", n)
	}
}
