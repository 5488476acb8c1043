package eval_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp"
	"github.com/kgbuild/kgbuild/nlp/conllu"
	"github.com/kgbuild/kgbuild/nlp/eval"
)

// words makes a sentence of lines "form lemma upos head relation"; a line
// "3-4 form" is a multiword.
func words(t testing.TB, text string) []conllu.Sentence {
	t.Helper()
	var b strings.Builder
	for block := range strings.SplitSeq(text, ";;") {
		n := 0
		for line := range strings.SplitSeq(block, ";") {
			f := strings.Fields(line)
			if len(f) == 2 {
				b.WriteString(strings.Join([]string{f[0], f[1], "_", "_", "_", "_", "_", "_", "_", "_"}, "\t") + "\n")
				continue
			}
			n++
			b.WriteString(strings.Join([]string{string(rune('0' + n)), f[0], f[1], f[2], "_", "_", f[3], f[4], "_", "_"}, "\t") + "\n")
		}
		b.WriteString("\n")
	}
	out, err := conllu.ReadAll(strings.NewReader(b.String()))
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	return out
}

const gold = "1-2 don't;do do AUX 3 aux;n't not PART 3 advmod;go go VERB 0 root;. . PUNCT 3 punct;;Stop stop VERB 0 root"

// TestRaw compares each system output with the gold sentences by counts that
// were worked out by hand: correct/gold/system.
func TestRaw(t *testing.T) {
	for _, test := range []struct {
		reason, system string
		want           map[string]eval.Score
	}{
		{"the same", gold, map[string]eval.Score{
			"Tokens": {4, 4, 4}, "Sentences": {2, 2, 2}, "Words": {5, 5, 5}, "LAS": {5, 5, 5}, "Lemmas": {5, 5, 5},
		}},
		{"one sentence too few", "1-2 don't;do do AUX 3 aux;n't not PART 3 advmod;go go VERB 0 root;. . PUNCT 3 punct;Stop stop VERB 3 parataxis",
			map[string]eval.Score{"Sentences": {0, 2, 1}, "Words": {5, 5, 5}, "UAS": {4, 5, 5}, "LAS": {4, 5, 5}, "UPOS": {5, 5, 5}}},
		{"a multiword not split: one word less, nothing to align it to",
			"don't do AUX 2 aux;go go VERB 0 root;. . PUNCT 2 punct;;Stop stop VERB 0 root",
			map[string]eval.Score{"Tokens": {4, 4, 4}, "Words": {3, 5, 4}, "LAS": {3, 5, 4}}},
		{"tokens where gold has a multiword: the words align by their forms",
			"do do AUX 3 aux;n't not PART 3 advmod;go go VERB 0 root;. . PUNCT 3 punct;;Stop stop VERB 0 root",
			map[string]eval.Score{"Tokens": {3, 4, 5}, "Words": {5, 5, 5}, "LAS": {5, 5, 5}}},
		{"a head that is a word too many", "1-2 don't;do do AUX 3 aux;n't not PART 3 advmod;go. go VERB 0 root;;Stop stop VERB 0 root",
			map[string]eval.Score{"Tokens": {2, 4, 3}, "Words": {3, 5, 4}, "UAS": {1, 5, 4}, "Sentences": {2, 2, 2}}},
		{"subtypes do not count, relations do", "1-2 don't;do do AUX 3 aux:pass;n't not PART 3 discourse;go go VERB 0 root;. . PUNCT 3 punct;;Stop stop VERB 0 root",
			map[string]eval.Score{"UAS": {5, 5, 5}, "LAS": {4, 5, 5}}},
	} {
		metrics, err := eval.Raw(words(t, gold), words(t, test.system))
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range test.want {
			if got := eval.Find(metrics, name); got != want {
				t.Errorf("%s: %s is %+v, want %+v", test.reason, name, got, want)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	other := words(t, "do do AUX 2 aux;come come VERB 0 root")
	if _, err := eval.Raw(words(t, gold), other); err == nil || !strings.Contains(err.Error(), "differ after 2 characters") {
		t.Errorf("Raw of another text: %v", err)
	}
	if _, err := eval.Words(words(t, gold), other); err == nil {
		t.Error("Words of fewer sentences: no error")
	}
	if _, err := eval.Words(words(t, gold)[1:], words(t, "Go go VERB 0 root")); err == nil {
		t.Error("Words of another form: no error")
	}
}

func TestWords(t *testing.T) {
	system := strings.Replace(gold, "go go VERB 0 root;. . PUNCT 3", "go go NOUN 0 root;. . PUNCT 1", 1)
	metrics, err := eval.Words(words(t, gold), words(t, system))
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Metric{
		{Name: "UPOS", Score: eval.Score{Correct: 4, Gold: 5, System: 5}},
		{Name: "XPOS", Score: eval.Score{Correct: 5, Gold: 5, System: 5}},
		{Name: "UFeats", Score: eval.Score{Correct: 5, Gold: 5, System: 5}},
		{Name: "Lemmas", Score: eval.Score{Correct: 5, Gold: 5, System: 5}},
		{Name: "UAS", Score: eval.Score{Correct: 4, Gold: 5, System: 5}},
		{Name: "LAS", Score: eval.Score{Correct: 4, Gold: 5, System: 5}},
	}
	if diff := cmp.Diff(want, metrics); diff != "" {
		t.Errorf("metrics (-want +got):\n%s", diff)
	}
}

func TestScore(t *testing.T) {
	s := eval.Score{Correct: 2, Gold: 8, System: 4}
	if s.Precision() != 0.5 || s.Recall() != 0.25 || s.F1() != 4.0/12 {
		t.Errorf("%v %v %v", s.Precision(), s.Recall(), s.F1())
	}
	if (eval.Score{}).F1() != 0 {
		t.Error("F1 of nothing is not 0")
	}
}

func TestNames(t *testing.T) {
	gold, err := eval.ReadIOB2(strings.NewReader("# newdoc id = a\n# text = x\n1\tAnn\tB-PER\t-\t-\n2\tLee\tI-PER\t-\t-\n3\tin\tO\t-\t-\n4\tRome\tB-LOC\t-\t-\n\n" +
		"# Tag O\nUN I-ORG\nUS I-LOC\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 2 || len(gold[1].Forms) != 2 {
		t.Fatalf("read %+v", gold)
	}
	analyses := eval.NameAnalyses(gold)
	if len(analyses) != 1 || analyses[0].Document.Text.String() != "Ann Lee in Rome UN US" {
		t.Fatalf("%d analyses", len(analyses))
	}
	a := analyses[0]
	a.Sentences[0].Names = []nlp.Name{
		{Tokens: nlp.Range{First: 0, End: 1}, Type: nlp.Person},
		{Tokens: nlp.Range{First: 3, End: 4}, Type: nlp.City},
	}
	a.Sentences[1].Names = []nlp.Name{
		{Tokens: nlp.Range{First: 0, End: 1}, Type: nlp.Group}, // no label of gold
		{Tokens: nlp.Range{First: 1, End: 2}, Type: nlp.Country},
	}
	got, err := eval.Names(gold, eval.AnalysisNames(a))
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.Metric{
		{Name: "names", Score: eval.Score{Correct: 2, Gold: 4, System: 3}},
		{Name: "LOC", Score: eval.Score{Correct: 2, Gold: 2, System: 2}},
		{Name: "ORG", Score: eval.Score{Correct: 0, Gold: 1, System: 0}},
		{Name: "PER", Score: eval.Score{Correct: 0, Gold: 1, System: 1}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("metrics (-want +got):\n%s", diff)
	}
}

func TestReadIOB2Errors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"word\n", "iob2 line 1: no tag"},
		{"a O\nb X-PER\n", `iob2 line 2: tag "X-PER" is not O, B-X or I-X`},
		{"a \xff\n", "iob2 line 1: not valid UTF-8"},
	} {
		if _, err := eval.ReadIOB2(strings.NewReader(test.text)); err == nil || err.Error() != test.want {
			t.Errorf("%q: %v, want %s", test.text, err, test.want)
		}
	}
}

func FuzzReadIOB2(f *testing.F) {
	f.Add("# newdoc\n1\ta\tB-PER\t-\t-\n2\tb\tI-PER\n\nc O\n-DOCSTART- O\n")
	f.Fuzz(func(t *testing.T, s string) {
		sentences, err := eval.ReadIOB2(strings.NewReader(s))
		if err != nil {
			return
		}
		for _, a := range eval.NameAnalyses(sentences) {
			for _, s := range a.Sentences {
				if a.Document.Text.Check(s.Span) != nil {
					t.Fatalf("span %v", s.Span)
				}
			}
		}
		metrics, err := eval.Names(sentences, sentences)
		if err != nil {
			t.Fatal(err)
		}
		if s := metrics[0].Score; s.Correct > s.Gold || s.Gold != s.System {
			t.Fatalf("a file against itself: %+v", s)
		}
	})
}
