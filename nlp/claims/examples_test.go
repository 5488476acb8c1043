package claims_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/claims"
	"github.com/kgbuild/kgbuild/nlp/codebook"
	"github.com/kgbuild/kgbuild/nlp/conllu"
)

// TestBuiltinExamples runs the examples of the built-in codebook on trees from
// testdata/examples.conllu, one document for each sentence.
func TestBuiltinExamples(t *testing.T) {
	docs := make(map[string]*conllu.Document)
	all := readDocuments(t, "testdata/examples.conllu")
	for i := range all {
		text, _ := all[i].Sentences[0].Comment("text")
		docs[text] = &all[i]
	}
	cb, err := codebook.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	failures, err := claims.CheckExamples(context.Background(), cb, func(_ context.Context, text string) (*nlp.Analysis, error) {
		doc := docs[text]
		if doc == nil {
			return nil, fmt.Errorf("no tree in testdata/examples.conllu")
		}
		if _, read := doc.Sentences[0].Comment("reading"); read {
			return nil, fmt.Errorf("its tree has readings, which patterns do without")
		}
		return analyse(t, doc), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range failures {
		t.Error(failures[i].Error())
	}
	for _, e := range cb.Entries() {
		var gives, not int
		for _, x := range e.Examples {
			if x.Not {
				not++
			} else {
				gives++
			}
		}
		if e.Predicate != "said" && gives == 0 {
			t.Errorf("%s has no example that gives a claim", e.Predicate)
		}
		if e.Predicate != "said" && e.Predicate != "concerns" && not == 0 {
			t.Errorf("%s has no example that must give none", e.Predicate)
		}
	}
}
