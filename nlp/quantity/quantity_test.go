package quantity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/quantity"
	"github.com/kgbuild/kgbuild/nlp/segment"
)

// TestFind reads sentences without tags or trees.
func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"At least 84 people died.", "at least 84"},
		{"killing nearly 100 and injuring more than a hundred", "nearly 100; more than 100"},
		{"over 900 asylum seekers, up to 20 boats", "more than 900; at most 20"},
		{"dozens of people and scores of cars", "about 24; about 40"},
		{"hundreds of thousands fled, more than two dozen died", "about 200000; more than 24"},
		{"tens of thousands", "about 20000"},
		{"a dozen eggs, twenty-one guns, two hundred and five men", "exactly 12; exactly 21; exactly 205"},
		{"$1.5 million, 3,000 men, half a million votes", "exactly 1.5e+06; exactly 3000; exactly 500000"},
		{"10 to 15 people, between 30 and 40, 5-10 cars", "at least 10; at least 30; at least 5"},
		{"10 to 15 million people", "at least 1e+07"},
		{"no fewer than 12, not more than 3, fewer than six", "at least 12; at most 3; less than 6"},
		{"about 40 and then 60 or so", "about 40; about 60"},
		{"around 7, some 50, an estimated 2,000, just under 80", "about 7; about 50; about 2000; nearly 80"},
		{"50 or more, 80+ and 100 at most", "at least 50; at least 80; at most 100"},
		{"as many as 300; only two", "at most 300; exactly 2"},
		{"on January 3, 2020 at 12:30", ""},
		{"in 2016, the 4th and 1/2", ""},
		{"two and a half million", "exactly 2.5e+06"},
		{"two thousand three hundred", "exactly 2300"},
		{"won 1 – 2 on Monday, May 18", "exactly 1; exactly 2"},
		{"nobody", ""},
	} {
		s := sentence(t, test.text)
		var got []string
		for _, p := range quantity.Find(&s) {
			got = append(got, fmt.Sprintf("%s %v", p.Quantity.Qualifier, p.Quantity.Value))
		}
		if diff := cmp.Diff(test.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func sentence(t testing.TB, text string) nlp.Sentence {
	t.Helper()
	all := segment.Sentences(&nlp.Document{Text: nlp.NewText(text)})
	if len(all) == 0 {
		return nlp.Sentence{}
	}
	return all[0]
}

// TestOf uses the tree to find what is counted.
func TestOf(t *testing.T) {
	for _, test := range []struct {
		tree string // form, tag, head, relation of each word
		head int
		want string // quantity and the tokens that state it
	}{
		{"At ADP 3 case/least ADJ 3 nmod/84 NUM 4 nummod/people NOUN 5 nsubj/died VERB 0 root", 3, "at least 84: At least 84"},
		{"Dozens NOUN 4 nsubj/of ADP 3 case/men NOUN 1 nmod/fell VERB 0 root", 2, "about 24: Dozens"},
		{"one NUM 4 nsubj/of ADP 3 case/men NOUN 1 nmod/fell VERB 0 root", 2, ""},
		{"the DET 4 det/1979 NUM 4 nummod/Islamic ADJ 4 amod/Revolution NOUN 0 root", 3, ""},
		{"Flight PROPN 3 nsubj/93 NUM 1 nummod/fell VERB 0 root", 0, ""},
		{"killing VERB 0 root/284 NUM 1 obj", 1, "exactly 284: 284"},
		{"presided VERB 0 root/over ADP 4 case/two NUM 4 nummod/talks NOUN 1 obl", 3, "exactly 2: two"},
	} {
		s := parsed(t, test.tree)
		got := ""
		if p, ok := quantity.Of(&s, test.head); ok {
			var forms []string
			for i := p.Tokens.First; i < p.Tokens.End; i++ {
				forms = append(forms, s.Tokens[i].Form)
			}
			got = fmt.Sprintf("%s %v: %s", p.Quantity.Qualifier, p.Quantity.Value, strings.Join(forms, " "))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.tree, diff)
		}
	}
}

func parsed(t testing.TB, tree string) nlp.Sentence {
	t.Helper()
	var s nlp.Sentence
	for word := range strings.SplitSeq(tree, "/") {
		var tok nlp.Token
		if _, err := fmt.Sscan(word, &tok.Form, &tok.UPOS, &tok.Head, &tok.Relation); err != nil {
			t.Fatalf("%q: %v", word, err)
		}
		tok.Head--
		tok.Lemma = strings.TrimSuffix(tok.Form, "d")
		tok.SpaceAfter = true
		s.Tokens = append(s.Tokens, tok)
	}
	return s
}
