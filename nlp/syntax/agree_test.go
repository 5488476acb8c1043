package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
)

// sentenceOf makes a sentence of words; capitalised ones are proper nouns.
func sentenceOf(words string, names ...nlp.Name) nlp.Sentence {
	s := nlp.Sentence{Names: names}
	for w := range strings.FieldsSeq(words) {
		t := nlp.Token{Form: w, UPOS: "NOUN"}
		if strings.ToLower(w) != w {
			t.UPOS = "PROPN"
		}
		s.Tokens = append(s.Tokens, t)
	}
	return s
}

func name(first, end int, t nlp.EntityType, score float32) nlp.Name {
	return nlp.Name{Tokens: nlp.Range{First: first, End: end}, Type: t, Score: score}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		reason string
		given  []nlp.Sentence
		want   [][]nlp.Name
	}{
		{
			"the type with the most weight wins everywhere",
			[]nlp.Sentence{
				sentenceOf("Mercury rose", name(0, 1, nlp.Organization, 0.9)),
				sentenceOf("near Mercury", name(1, 2, nlp.Place, 0.5)),
			},
			[][]nlp.Name{{name(0, 1, nlp.Organization, 0.9)}, {name(1, 2, nlp.Organization, 0.5)}},
		},
		{
			"a name is seen again where it was passed over, longest first, beside others",
			[]nlp.Sentence{
				sentenceOf("Port Authority spoke", name(0, 2, nlp.Organization, 0.8)),
				sentenceOf("Ann said Port Authority and Bob", name(0, 1, nlp.Person, 0.9), name(5, 6, nlp.Person, 0.9)),
			},
			[][]nlp.Name{
				{name(0, 2, nlp.Organization, 0.8)},
				{name(0, 1, nlp.Person, 0.9), name(2, 4, nlp.Organization, 0.4), name(5, 6, nlp.Person, 0.9)},
			},
		},
		{
			"a common noun alone is not a name because a name is spelled so",
			[]nlp.Sentence{sentenceOf("apple fell", name(0, 1, nlp.Organization, 0.9)), sentenceOf("an apple fell")},
			[][]nlp.Name{{name(0, 1, nlp.Organization, 0.9)}, nil},
		},
		{
			"weak evidence is not carried on",
			[]nlp.Sentence{sentenceOf("Apple fell", name(0, 1, nlp.Organization, 0.5)), sentenceOf("the Apple fell")},
			[][]nlp.Name{{name(0, 1, nlp.Organization, 0.5)}, nil},
		},
	} {
		agree(c.given)
		var got [][]nlp.Name
		for _, s := range c.given {
			got = append(got, s.Names)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}
