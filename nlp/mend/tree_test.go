package mend

import (
	"math/rand/v2"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
)

// Whatever the parser makes of a sentence, mending leaves a tree.
func TestMendedTreeIsTree(t *testing.T) {
	words := []nlp.Token{
		{Form: "president", Lemma: "president", UPOS: "NOUN", XPOS: "NN"}, {Form: "Marta", Lemma: "Marta", UPOS: "PROPN", XPOS: "NNP"},
		{Form: "Silva", Lemma: "Silva", UPOS: "PROPN", XPOS: "NNP"}, {Form: ",", Lemma: ",", UPOS: "PUNCT", XPOS: ","},
		{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD"}, {Form: "who", Lemma: "who", UPOS: "PRON", XPOS: "WP"},
		{Form: "accused", Lemma: "accuse", UPOS: "VERB", XPOS: "VBN"}, {Form: "of", Lemma: "of", UPOS: "ADP", XPOS: "IN"},
		{Form: "and", Lemma: "and", UPOS: "CCONJ", XPOS: "CC"}, {Form: "Acme", Lemma: "Acme", UPOS: "PROPN", XPOS: "NNP"},
		{Form: "University", Lemma: "University", UPOS: "PROPN", XPOS: "NNP"}, {Form: "to", Lemma: "to", UPOS: "PART", XPOS: "TO"},
	}
	relations := []nlp.Relation{"nsubj", "obj", "obl", "nmod", "appos", "conj", "compound", "flat", "acl:relcl", "punct", "case", "ccomp", "cc", "nmod:poss"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		n := 2 + r.IntN(12)
		order := r.Perm(n)
		s := nlp.Sentence{Tokens: make([]nlp.Token, n)}
		for k, i := range order {
			s.Tokens[i] = words[r.IntN(len(words))]
			s.Tokens[i].Head, s.Tokens[i].Relation = nlp.Root, "root"
			if k > 0 {
				s.Tokens[i].Head, s.Tokens[i].Relation = order[r.IntN(k)], relations[r.IntN(len(relations))]
			}
		}
		types := []nlp.EntityType{nlp.Person, nlp.Organization, nlp.City}
		for i := r.IntN(3); i < n; i += 2 + r.IntN(3) {
			s.Names = append(s.Names, nlp.Name{Tokens: nlp.Range{First: i, End: min(n, i+1+r.IntN(2))}, Type: types[r.IntN(3)], Score: 1})
		}
		mend(&s)
		if !s.IsTree() {
			t.Fatalf("no tree any more: %+v", s.Tokens)
		}
	}
}
