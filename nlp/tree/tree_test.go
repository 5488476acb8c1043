package tree

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
)

// sentence is "The mayor who fled said because of Ann's fire that Rome burned".
func sentence() *nlp.Sentence {
	words := []struct {
		form, upos string
		head       int
		relation   nlp.Relation
	}{
		{"The", "DET", 1, "det"}, {"mayor", "NOUN", 4, "nsubj"}, {"who", "PRON", 3, "nsubj"}, {"fled", "VERB", 1, "acl:relcl"},
		{"said", "VERB", nlp.Root, "root"}, {"because", "ADP", 9, "case"}, {"of", "ADP", 5, "fixed"},
		{"Ann", "PROPN", 9, "nmod:poss"}, {"'s", "PART", 7, "case"}, {"fire", "NOUN", 4, "obl"},
		{"that", "SCONJ", 12, "mark"}, {"Rome", "PROPN", 12, "nsubj"}, {"burned", "VERB", 4, "ccomp"},
	}
	s := &nlp.Sentence{}
	for _, w := range words {
		s.Tokens = append(s.Tokens, nlp.Token{Form: w.form, UPOS: w.upos, Head: w.head, Relation: w.relation})
	}
	return s
}

func TestTree(t *testing.T) {
	tr := Of(sentence())
	check := func(what string, got, want any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	check("children", tr.Children(4), []int{1, 9, 12})
	check("children by relation", tr.Children(1, "acl"), []int{3})
	check("children by subtype", tr.Children(9, "nmod"), []int{7})
	check("no child", tr.Child(4, "obj"), -1)
	check("phrase", tr.Phrase(1, nil), []int{0, 1, 2, 3})
	check("phrase without clause", tr.Phrase(1, func(c int) bool { return c == 3 }), []int{0, 1})
	check("case of two words", tr.Case(9), "because of")
	check("possessive mark is no case", tr.Case(7), "")
	check("clause of a subject", tr.Clause(11), 12)
	check("clause of a relative pronoun", tr.Clause(2), 3)
	check("clause of the root", tr.Clause(4), 4)
	check("dominates", tr.Dominates(1, 2), true)
	check("does not dominate", tr.Dominates(1, 4), false)
	check("head of the root", tr.Head(4), -1)
}

func TestMatches(t *testing.T) {
	for _, test := range []struct {
		relation nlp.Relation
		given    nlp.Relation
		want     bool
	}{
		{"nsubj:pass", "nsubj", true},
		{"nsubj:pass", "nsubj:pass", true},
		{"nsubj", "nsubj:pass", false},
		{"obl", "obj", false},
	} {
		if got := Matches(test.relation, test.given); got != test.want {
			t.Errorf("%s, %s: got %t", test.relation, test.given, got)
		}
	}
}

// A file may bring a tree with a loop; every walk must end.
func TestLoop(t *testing.T) {
	s := &nlp.Sentence{Tokens: []nlp.Token{{Form: "a", Head: 1}, {Form: "b", Head: 0}, {Form: "c", Head: 9}}}
	tr := Of(s)
	if tr.Dominates(2, 0) {
		t.Error("a token in a loop hangs from none outside it")
	}
	if got := tr.Phrase(0, nil); !cmp.Equal(got, []int{0, 1}) {
		t.Errorf("phrase in a loop: %v", got)
	}
	tr.Clause(0)
}
