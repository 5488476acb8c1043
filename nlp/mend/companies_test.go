package mend_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
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
			if diff := cmp.Diff(c.names, names(mended(t, c.given...))); diff != "" {
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
			if diff := cmp.Diff(c.roots, changedHeads(c.given, mended(t, c.given))); diff != "" {
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
			if diff := cmp.Diff(c.heads, changedHeads(c.given, mended(t, c.given))); diff != "" {
				t.Errorf("heads (-want +got):\n%s", diff)
			}
		})
	}
}
