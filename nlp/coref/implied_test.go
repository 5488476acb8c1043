package coref_test

import (
	"context"
	"testing"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/coref"
)

func TestImplied(t *testing.T) {
	a := readCase(t, "testdata/country.conllu")
	if err := coref.NewStep().Run(context.Background(), a); err != nil {
		t.Fatal(err)
	}
	find := func(form string) nlp.TokenRef {
		for i := range a.Sentences {
			for j := range a.Sentences[i].Tokens {
				if a.Sentences[i].Tokens[j].Form == form {
					return nlp.TokenRef{Sentence: i, Token: j}
				}
			}
		}
		t.Fatalf("no %q", form)
		return nlp.TokenRef{}
	}
	brazil := a.ChainAt(find("Brazil"))
	demonym := find("Brazilian")
	if got := coref.Implied(a, &a.Sentences[demonym.Sentence], demonym); got != brazil {
		t.Errorf("Brazilian: chain %d, want %d", got, brazil)
	}
	if got := a.ChainAt(demonym); got != brazil {
		t.Errorf("afterwards the demonym leads to chain %d", got)
	}
	verb := find("warned")
	if got := coref.Implied(a, &a.Sentences[verb.Sentence], verb); got != nlp.NoChain {
		t.Errorf("a verb implies chain %d", got)
	}
	// A country that the text does not name gets a chain of its own.
	a.Sentences[1].Tokens[demonym.Token+1].Form = "Chilean"
	n := len(a.Chains)
	other := nlp.TokenRef{Sentence: demonym.Sentence, Token: demonym.Token + 1}
	a.SetChains(a.Chains[:1])
	if got := coref.Implied(a, &a.Sentences[other.Sentence], other); got != 1 || a.Chains[got].Name != "Chile" || n < 2 {
		t.Errorf("Chilean: chain %d %q", got, a.Chains[got].Name)
	}
}

func TestImpliedCountry(t *testing.T) {
	tests := []struct {
		reason string
		words  []nlp.Token
		at     int
		want   string
	}{
		{"an adjective", []nlp.Token{{Form: "Iranian", UPOS: "ADJ"}}, 0, "IR"},
		{"a noun", []nlp.Token{{Form: "Dutch", UPOS: "PROPN"}}, 0, "NL"},
		{"a proper noun that is the country's name", []nlp.Token{{Form: "Chile", UPOS: "PROPN"}}, 0, "CL"},
		{"two words say it at the last", []nlp.Token{{Form: "South", UPOS: "ADJ"}, {Form: "Korean", UPOS: "ADJ"}}, 1, "KR"},
		{"and not at the first", []nlp.Token{{Form: "South", UPOS: "ADJ"}, {Form: "Korean", UPOS: "ADJ"}}, 0, ""},
		{"a pole is no Pole", []nlp.Token{{Form: "pole", UPOS: "NOUN"}}, 0, ""},
		{"a verb implies none", []nlp.Token{{Form: "polish", UPOS: "VERB"}}, 0, ""},
		{"nor does any adjective", []nlp.Token{{Form: "quick", UPOS: "ADJ"}}, 0, ""},
	}
	for _, test := range tests {
		c, ok := coref.ImpliedCountry(&nlp.Sentence{Tokens: test.words}, test.at)
		if c.Code != test.want || ok != (test.want != "") {
			t.Errorf("%s: got %q, want %q", test.reason, c.Code, test.want)
		}
	}
}
