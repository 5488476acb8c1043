package syntax

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/model"
)

// Words of a window become tokens of their sentences; empty sentences have
// none.
func TestFillReadings(t *testing.T) {
	sentences := []nlp.Sentence{
		sentenceOf(""), sentenceOf("Anna met Bob"), sentenceOf(""), sentenceOf(""), sentenceOf("He left"), sentenceOf("I hate it"), sentenceOf(""),
	}
	fillReadings(sentences, []model.Reading{
		{Subject: model.Speaker, Object: 7, Predicate: "criticized", Probability: 0.3},
		{Subject: 0, Object: 2, Predicate: "met", Probability: 0.9},
		{Subject: 3, Object: 4, Predicate: "left", Probability: 0.4},
		{Subject: 4, Object: model.Speaker, Predicate: "left", Probability: 0.5},
		{Subject: 5, Object: 7, Predicate: "criticized", Probability: 0.8},
	})
	want := [][]nlp.Reading{
		nil, {{Subject: 0, Object: 2, Predicate: "met", Probability: 0.9}}, nil, nil,
		{
			{Subject: 0, Object: 1, Predicate: "left", Probability: 0.4},
			{Subject: 1, Object: nlp.Speaker, Predicate: "left", Probability: 0.5},
		},
		{
			{Subject: nlp.Speaker, Object: 2, Predicate: "criticized", Probability: 0.3},
			{Subject: 0, Object: 2, Predicate: "criticized", Probability: 0.8},
		},
		nil,
	}
	for i := range sentences {
		if diff := cmp.Diff(want[i], sentences[i].Readings); diff != "" {
			t.Errorf("sentence %d (-want +got):\n%s", i, diff)
		}
	}
}
