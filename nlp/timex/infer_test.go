package timex_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/timex"
)

// Sentences of undated documents, as trees.
const (
	strike2020   = "He PRP PRON 3 nsubj:pass/was VBD AUX 3 aux:pass/killed VBN VERB 0 root/in IN ADP 5 case/2020 CD NUM 3 obl"
	strikeInNoun = "killed VBN VERB 0 root/in IN ADP 5 case/a DT DET 5 det/2020 CD NUM 5 nummod/strike NN NOUN 1 obl"
	host2026     = "They PRP PRON 3 nsubj/will MD AUX 3 aux/host VB VERB 0 root/games NNS NOUN 3 obj/in IN ADP 6 case/2026 CD NUM 3 obl"
	wednesday3   = "They PRP PRON 2 nsubj/struck VBD VERB 0 root/on IN ADP 4 case/Wednesday NNP PROPN 2 obl/, , PUNCT 6 punct/January NNP PROPN 4 appos/3 CD NUM 6 nummod"
	friday3      = "They PRP PRON 2 nsubj/met VBD VERB 0 root/on IN ADP 4 case/Friday NNP PROPN 2 obl/, , PUNCT 6 punct/January NNP PROPN 4 appos/3 CD NUM 6 nummod"
	onThursday   = "It PRP PRON 2 nsubj/spoke VBD VERB 0 root/on IN ADP 4 case/Thursday NNP PROPN 2 obl"
	onMonday     = "It PRP PRON 2 nsubj/spoke VBD VERB 0 root/on IN ADP 4 case/Monday NNP PROPN 2 obl"
	lastYear     = "It PRP PRON 2 nsubj/fell VBD VERB 0 root/last JJ ADJ 4 amod/year NN NOUN 2 obl"
	inFull       = "The DT DET 2 det/bridge NN NOUN 3 nsubj/fell VBD VERB 0 root/in IN ADP 5 case/Oslo NNP PROPN 3 obl/on IN ADP 8 case/May NNP PROPN 8 compound/3 CD NUM 3 obl/, , PUNCT 8 punct/2011 CD NUM 8 nummod"
)

func TestInferDate(t *testing.T) {
	for _, test := range []struct {
		why, want, times string
		sentences        []string
	}{
		{"weekday and date allow one year near the last told", "2024-01-03..2024-01-10",
			"2020=2020; Wednesday , January 3=2024-01-03~; Thursday=2024-01-04~; last year=2023~",
			[]string{strike2020, wednesday3, onThursday, lastYear}},
		{"a year told beside a noun counts", "2024-01-03..2024-01-10", "2020=2020; Wednesday , January 3=2024-01-03~", []string{strikeInNoun, wednesday3}},
		{"a Monday may be before or after a Wednesday", "2024-01-03..2024-01-10",
			"2020=2020; Wednesday , January 3=2024-01-03~; Monday=~", []string{strike2020, wednesday3, onMonday}},
		{"nothing says how old it is at most", "", "Wednesday , January 3=~", []string{wednesday3}},
		{"what is to come is no bound", "", "2026=2026; Wednesday , January 3=~", []string{host2026, wednesday3}},
		{"no year has both days", "", "2020=2020; Wednesday , January 3=~; Friday , January 3=~", []string{strike2020, wednesday3, friday3}},
		{"a day in full at the beginning", "2011-05-03..2011-05-10", "May 3 , 2011=2011-05-03; Thursday=2011-05-05~", []string{inFull, onThursday}},
		{"a year alone is too little", "", "2020=2020; Thursday=~", []string{strike2020, onThursday}},
	} {
		a := undated(t, test.sentences)
		got, ok := timex.InferDate(a)
		interval := ""
		if ok {
			interval = got.Published.Start.String() + ".." + got.Published.End.String()
		}
		if interval != test.want || ok != (len(got.Reasons) > 0) {
			t.Errorf("%s: got %q, reasons %q, want %q", test.why, interval, got.Reasons, test.want)
		}
		if diff := cmp.Diff(test.times, show(a)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.why, diff)
		}
		if !a.Document.Date.IsZero() {
			t.Errorf("%s: the document's date was set", test.why)
		}
	}
}

// undated makes a document without date of several sentences.
func undated(t testing.TB, trees []string) *nlp.Analysis {
	t.Helper()
	return analysisOf(t, strings.Join(trees, "\n"), nlp.Date{})
}
