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
	if got := coref.Implied(a, demonym); got != brazil {
		t.Errorf("Brazilian: chain %d, want %d", got, brazil)
	}
	if got := a.ChainAt(demonym); got != brazil {
		t.Errorf("afterwards the demonym leads to chain %d", got)
	}
	if got := coref.Implied(a, find("warned")); got != nlp.NoChain {
		t.Errorf("a verb implies chain %d", got)
	}
	// A country that the text does not name gets a chain of its own.
	a.Sentences[1].Tokens[demonym.Token+1].Form = "Chilean"
	n := len(a.Chains)
	other := nlp.TokenRef{Sentence: demonym.Sentence, Token: demonym.Token + 1}
	a.SetChains(a.Chains[:1])
	if got := coref.Implied(a, other); got != 1 || a.Chains[got].Name != "Chile" || n < 2 {
		t.Errorf("Chilean: chain %d %q", got, a.Chains[got].Name)
	}
}
