package mend_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/mend"
)

func TestCompanyNames(t *testing.T) {
	cases := []struct {
		reason string
		given  []string
		names  string
	}{
		{"a legal form belongs to the name before it, behind a comma too",
			[]string{"Otter/PROPN/nsubj/4=Person:2 Trading/PROPN/flat/0 ,/PUNCT/punct/3 Inc./PROPN/appos/0 bought/VERB/root/-1 land/NOUN/obj/4"},
			"Otter Trading , Inc. Organization"},
		{"what follows a legal form is another name",
			[]string{"at/ADP/case/1 Otter/PROPN/root/-1=Organization:3 Inc./PROPN/flat/1 Heron/PROPN/flat/1 paid/VERB/parataxis/1"},
			"Otter Inc. Organization; Heron Organization"},
		{"an ampersand joins names",
			[]string{"Otter/PROPN/nsubj/3=Person:1 &/CCONJ/cc/2 Heron/PROPN/conj/0=Person:1 paid/VERB/root/-1"},
			"Otter & Heron Organization"},
		{"a town before the short name of its state is no company",
			[]string{"in/ADP/case/1 Perth/PROPN/root/-1=City:1 ,/PUNCT/punct/3 SA/PROPN/appos/1=Place:1"},
			"Perth City; SA Place"},
		{"the short name of a company is none of a person",
			[]string{
				"Otter/PROPN/nsubj/2=Organization:2 Holdings/PROPN/flat/0 paid/VERB/root/-1",
				"Otter/PROPN/nsubj/1=Person:1 paid/VERB/root/-1",
			},
			"Otter Holdings Organization; Otter Organization"},
		{"behind somebody of that name it is his",
			[]string{
				"Otter/PROPN/nsubj/2=Organization:2 Holdings/PROPN/flat/0 paid/VERB/root/-1",
				"Ann/PROPN/nsubj/2=Person:2 Otter/PROPN/flat/0 paid/VERB/root/-1",
				"Otter/PROPN/nsubj/1=Person:1 paid/VERB/root/-1",
			},
			"Otter Holdings Organization; Ann Otter Person; Otter Person"},
		{"a name that stands as a place elsewhere stays one",
			[]string{
				"Otter/PROPN/nsubj/2=Organization:2 Holdings/PROPN/flat/0 paid/VERB/root/-1",
				"in/ADP/case/1 Otter/PROPN/root/-1=City:1",
			},
			"Otter Holdings Organization; Otter City"},
		{"a noun of companies before a name tells, once for all",
			[]string{
				"the/DET/det/1 brewer/NOUN/nsubj/3 Otter/PROPN/appos/1=City:1 paid/VERB/root/-1",
				"Otter/PROPN/nsubj/1=Person:1 paid/VERB/root/-1",
			},
			"Otter Organization; Otter Organization"},
		{"a person that a firm is told of is none",
			[]string{"the/DET/det/1 firm/NOUN/root/-1 Otter/PROPN/nsubj/3=Person:1 founded/VERB/acl:relcl/1"},
			"Otter Person"},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			a := &nlp.Analysis{Document: &nlp.Document{}}
			for _, g := range c.given {
				a.Sentences = append(a.Sentences, sentence(g))
			}
			if err := (mend.Step{}).Run(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			var names []string
			for i := range a.Sentences {
				s := &a.Sentences[i]
				for _, n := range s.Names {
					var forms []string
					for k := n.Tokens.First; k < n.Tokens.End; k++ {
						forms = append(forms, s.Tokens[k].Form)
					}
					names = append(names, strings.Join(forms, " ")+" "+string(n.Type))
				}
			}
			if diff := cmp.Diff(c.names, strings.Join(names, "; ")); diff != "" {
				t.Errorf("names (-want +got):\n%s", diff)
			}
		})
	}
}

func TestDateline(t *testing.T) {
	cases := []struct{ reason, given, roots string }{
		{"the place at the head of a report is no subject of its first sentence",
			"Lagos/PROPN/nsubj/4=City:1 –/PUNCT/punct/3 The/DET/det/3 bank/NOUN/nsubj/4 dismissed/VERB/root/-1 Bello/PROPN/obj/4=Person:1",
			"Lagos<dismissed/parataxis"},
		{"a place before a colon that became the predicate gives way to the verb",
			"MUMBAI/PROPN/root/-1=City:1 :/PUNCT/punct/0 The/DET/det/3 bank/NOUN/nsubj/4 dismissed/VERB/parataxis/0 Bello/PROPN/obj/4=Person:1",
			"MUMBAI<dismissed/parataxis dismissed</root"},
		{"a dash inside a sentence is no dateline",
			"Lagos/PROPN/nsubj/1=City:1 grew/VERB/root/-1 –/PUNCT/punct/3 fast/ADV/advmod/1",
			""},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			before, after := sentence(c.given), sentence(c.given)
			a := &nlp.Analysis{Document: &nlp.Document{}, Sentences: []nlp.Sentence{after}}
			if err := (mend.Step{}).Run(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, y := range a.Sentences[0].Tokens {
				if x := before.Tokens[i]; y.UPOS != "PUNCT" && (x.Head != y.Head || x.Relation != y.Relation) {
					head := ""
					if y.Head >= 0 {
						head = a.Sentences[0].Tokens[y.Head].Form
					}
					got = append(got, y.Form+"<"+head+"/"+string(y.Relation))
				}
			}
			if diff := cmp.Diff(c.roots, strings.Join(got, " ")); diff != "" {
				t.Errorf("heads (-want +got):\n%s", diff)
			}
		})
	}
}

func TestThanks(t *testing.T) {
	cases := []struct{ reason, given, heads string }{
		{"thanks to is a preposition",
			"prices/NOUN/nsubj/1 doubled/VERB/root/-1 thanks/NOUN/obj/1 to/ADP/case/4 demand/NOUN/nmod/2",
			"thanks<demand/case to<thanks/fixed demand<doubled/obl"},
		{"thanks that are given stay an object",
			"she/PRON/nsubj/1 gave/VERB/root/-1 thanks/NOUN/obj/1 for/ADP/case/4 help/NOUN/nmod/2",
			""},
	}
	for _, c := range cases {
		t.Run(c.reason, func(t *testing.T) {
			before, after := sentence(c.given), sentence(c.given)
			a := &nlp.Analysis{Document: &nlp.Document{}, Sentences: []nlp.Sentence{after}}
			if err := (mend.Step{}).Run(context.Background(), a); err != nil {
				t.Fatal(err)
			}
			var got []string
			for i, y := range a.Sentences[0].Tokens {
				if x := before.Tokens[i]; x.Head != y.Head || x.Relation != y.Relation {
					got = append(got, y.Form+"<"+a.Sentences[0].Tokens[y.Head].Form+"/"+string(y.Relation))
				}
			}
			if diff := cmp.Diff(c.heads, strings.Join(got, " ")); diff != "" {
				t.Errorf("heads (-want +got):\n%s", diff)
			}
		})
	}
}
