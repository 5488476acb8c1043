package reattach_test

import (
	"math/rand/v2"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/reattach"
)

// Whatever the parser makes of a sentence, repairs leave a tree.
func TestRepairedTreeIsTree(t *testing.T) {
	words := []nlp.Token{
		{Form: "musician", Lemma: "musician", UPOS: "NOUN", XPOS: "NN"}, {Form: "Marta", Lemma: "Marta", UPOS: "PROPN", XPOS: "NNP"},
		{Form: "company", Lemma: "company", UPOS: "NOUN", XPOS: "NN"}, {Form: ",", Lemma: ",", UPOS: "PUNCT", XPOS: ","},
		{Form: "said", Lemma: "say", UPOS: "VERB", XPOS: "VBD"}, {Form: "who", Lemma: "who", UPOS: "PRON", XPOS: "WP"},
		{Form: "which", Lemma: "which", UPOS: "PRON", XPOS: "WDT"}, {Form: "’s", Lemma: "'s", UPOS: "PART", XPOS: "POS"},
		{Form: "and", Lemma: "and", UPOS: "CCONJ", XPOS: "CC"}, {Form: "Lyon", Lemma: "Lyon", UPOS: "PROPN", XPOS: "NNP"},
		{Form: "\"", Lemma: "\"", UPOS: "PUNCT", XPOS: "``"}, {Form: "odds", Lemma: "odds", UPOS: "NOUN", XPOS: "NNS"},
		{Form: "including", Lemma: "include", UPOS: "VERB", XPOS: "VBG"}, {Form: "in", Lemma: "in", UPOS: "ADP", XPOS: "IN"},
	}
	relations := []nlp.Relation{"nsubj", "obj", "obl", "nmod", "appos", "conj", "compound", "flat", "acl:relcl", "punct", "case",
		"ccomp", "cc", "nmod:poss", "parataxis", "nmod:desc", "advcl"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
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
		types := []nlp.EntityType{nlp.Person, nlp.Organization, nlp.City, nlp.Country}
		for i := r.IntN(3); i < n; i += 2 + r.IntN(3) {
			s.Names = append(s.Names, nlp.Name{Tokens: nlp.Range{First: i, End: min(n, i+1+r.IntN(2))}, Type: types[r.IntN(4)], Score: 1})
		}
		if !reattach.Sentence(&s, func(string) bool { return r.IntN(2) > 0 }).IsTree() {
			t.Fatalf("no tree any more: %+v", s.Tokens)
		}
	}
}
