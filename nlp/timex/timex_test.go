package timex_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/segment"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

// thursday is the date of the documents below.
var thursday = nlp.Date{Year: 2024, Month: 1, Day: 4}

// TestFind reads texts without trees; "~" marks an anchored value.
func TestFind(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// absolute
		{"on January 3, 2020 and 3 Jan 2024", "January 3, 2020=2020-01-03; 3 Jan 2024=2024-01-03"},
		{"2024-01-03 or 04/30/2001 or 9/11", "2024-01-03=2024-01-03; 04/30/2001=2001-04-30; 9/11=2001-09-11"},
		{"in June 2017, in 2022", "June 2017=2017-06; 2022=2022"},
		{"the 3rd of May 1999", "the 3rd of May 1999=1999-05-03"},
		{"on February 30, 2020", "February 30, 2020="},
		{"in the 1990s and the '80s", "the 1990s=1990..1999; the '80s=1980..1989"},
		{"the 19th century, the 7th century BC", "the 19th century=1801..1900"},
		{"the summer of 2014", "summer of 2014=2014-06..2014-08"},
		{"Steve Jobs (1955–2011), 2003-05", "1955–2011=1955..2011; 2003-05=2003..2005"},
		{"between May and July 2011", "May and July 2011=2011-05..2011-07"},
		{"June 3–5, 2017", "June 3–5, 2017=2017-06-03..2017-06-05"},
		{"from 2003 to 2005", "2003 to 2005=2003..2005"},
		// anchored
		{"On Wednesday they met.", "Wednesday=2024-01-03~"},
		{"on Thursday, last Thursday, next Monday", "Thursday=2024-01-04~; last Thursday=2023-12-28~; next Monday=2024-01-08~"},
		{"Wednesday, January 3.", "Wednesday, January 3=2024-01-03~"},
		{"Friday last week", "Friday last week=2023-12-29~"},
		{"yesterday, tonight, last night", "yesterday=2024-01-03~; tonight=2024-01-04~; last night=2024-01-03~"},
		{"four years ago; two months ago; three days ago", "four years ago=2020~; two months ago=2023-11~; three days ago=2024-01-01~"},
		{"two weeks ago", "two weeks ago=2023-12-18..2023-12-24~"},
		{"last week, this month, next year", "last week=2023-12-25..2023-12-31~; this month=2024-01~; next year=2025~"},
		{"In 1984 he won. Two years later he lost. The following year he died.", "1984=1984; Two years later=1986~; The following year=1987~"},
		{"the past two years", "the past two years=2022..2024-01-04~"},
		{"in September; last June; on September 14", "September=2023-09~; last June=2023-06~; September 14=2023-09-14~"},
		{"media reports on the 4th (local time)", "the 4th=2024-01-04~"},
		{"earlier this month, late last year", "earlier this month=2024-01~; late last year=2023~"},
		{"last summer", "last summer=2023-06..2023-08~"},
		// no time expressions
		{"for two hours, two weeks, every Monday, the last days of her life", ""},
		{"He may march. May I? 2000 people, $2020", ""},
		{"two days after the attack", ""},
	} {
		doc := &nlp.Document{Text: nlp.NewText(test.text), Date: thursday}
		a := &nlp.Analysis{Document: doc, Sentences: segment.Sentences(doc)}
		if diff := cmp.Diff(test.want, show(a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
}

func show(a *nlp.Analysis) string {
	var out []string
	for _, x := range timex.Find(a) {
		v := x.Value.Start.String()
		if x.Value.End != x.Value.Start {
			v += ".." + x.Value.End.String()
		}
		if x.Anchored {
			v += "~"
		}
		out = append(out, a.Document.Text.Slice(x.Span)+"="+v)
	}
	return strings.Join(out, "; ")
}

// TestTense gives the same day to verbs of the past and of the future.
func TestTense(t *testing.T) {
	for _, test := range []struct{ tree, want string }{
		{"They PRP PRON 3 nsubj/will MD AUX 3 aux/meet VB VERB 0 root/on IN ADP 5 case/Friday NNP PROPN 3 obl", "Friday=2024-01-05~"},
		{"They PRP PRON 2 nsubj/met VBD VERB 0 root/on IN ADP 4 case/Friday NNP PROPN 2 obl", "Friday=2023-12-29~"},
		{"plan VBP VERB 0 root/to TO PART 3 mark/meet VB VERB 1 xcomp/Monday NNP PROPN 3 obl", "Monday=2024-01-08~"},
		{"talks NNS NOUN 0 root/scheduled VBN VERB 1 acl/for IN ADP 4 case/March NNP PROPN 2 obl/3 CD NUM 4 nummod", "March 3=2024-03-03~"},
		{"will MD AUX 2 aux/meet VB VERB 0 root/in IN ADP 5 case/two CD NUM 5 nummod/days NNS NOUN 2 obl", "in two days=2024-01-06~"},
		{"could MD AUX 3 aux/have VB AUX 3 aux/met VBN VERB 0 root/Friday NNP PROPN 3 obl", "Friday=2023-12-29~"},
	} {
		a := analysis(t, test.tree)
		if diff := cmp.Diff(test.want, show(a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.tree, diff)
		}
	}
}

func TestAnniversaries(t *testing.T) {
	a := analysis(t, "the DT DET 3 det/fourth JJ ADJ 3 amod/anniversary NN NOUN 0 root/of IN ADP 6 case/his PRP$ PRON 6 nmod:poss/death NN NOUN 3 nmod")
	want := []timex.Anniversary{{Head: 2, Event: 5, Years: 4, Date: nlp.On(nlp.Date{Year: 2020})}}
	if diff := cmp.Diff(want, timex.Anniversaries(a)); diff != "" {
		t.Errorf("anniversaries (-want +got):\n%s", diff)
	}
}

// TestNoDate makes sure that nothing is made up without a document's date.
func TestNoDate(t *testing.T) {
	doc := &nlp.Document{Text: nlp.NewText("last year, on Monday, May 3, the 4th, in June, next summer, two weeks ago, today")}
	a := &nlp.Analysis{Document: doc, Sentences: segment.Sentences(doc)}
	for _, x := range timex.Find(a) {
		if !x.Value.IsZero() || !x.Anchored {
			t.Errorf("%q is %v", doc.Text.Slice(x.Span), x.Value)
		}
	}
}

// analysis makes a one-sentence document of words "form XPOS UPOS head relation".
func analysis(t testing.TB, tree string) *nlp.Analysis {
	t.Helper()
	return analysisOf(t, tree, thursday)
}

// analysisOf makes a document of sentences, one a line.
func analysisOf(t testing.TB, trees string, date nlp.Date) *nlp.Analysis {
	t.Helper()
	var b strings.Builder
	for tree := range strings.SplitSeq(trees, "\n") {
		for i, word := range strings.Split(tree, "/") {
			f := strings.Fields(word)
			if len(f) != 5 {
				t.Fatalf("%q is not five fields", word)
			}
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t_\t%s\t%s\t_\t_\n", i+1, f[0], lemma(f[0]), f[2], f[1], f[3], f[4])
		}
		b.WriteByte('\n')
	}
	sentences, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	a, err := conllu.Documents(sentences)[0].Analysis()
	if err != nil {
		t.Fatal(err)
	}
	a.Document.Date = date
	return a
}

func lemma(form string) string {
	if form == "scheduled" {
		return "schedule"
	}
	return form
}

func FuzzFind(f *testing.F) {
	f.Add("on January 31, 0001 the 99th century 9999-12-31 to 2 days later")
	f.Fuzz(func(t *testing.T, s string) {
		doc := &nlp.Document{Text: nlp.NewText(s), Date: thursday}
		a := &nlp.Analysis{Document: doc, Sentences: segment.Sentences(doc)}
		for _, x := range timex.Find(a) {
			if doc.Text.Check(x.Span) != nil || x.Tokens.Len() < 1 {
				t.Fatalf("span %v, tokens %v", x.Span, x.Tokens)
			}
			if x.Value.Start.String() > x.Value.End.String() {
				t.Fatalf("%q is %v", doc.Text.Slice(x.Span), x.Value)
			}
		}
	})
}
