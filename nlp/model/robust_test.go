package model

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkResult fails unless the result is a whole analysis: sentences without
// gaps, each with a tree of one root, tags in a legal order.
func checkResult(t *testing.T, w Window, r Result) {
	t.Helper()
	if len(r.Words) != len(w.Words) {
		t.Fatalf("%d words analysed of %d", len(r.Words), len(w.Words))
	}
	end := 0
	for i, s := range r.Sentences {
		if s[0] != end || s[1] <= s[0] {
			t.Fatalf("sentence %d is %v after %d", i, s, end)
		}
		if w.Starts != nil && s[0] != w.Starts[i] {
			t.Fatalf("sentence %d starts at %d, not %d", i, s[0], w.Starts[i])
		}
		end = s[1]
		checkSentence(t, w.Words[s[0]:s[1]], r.Words[s[0]:s[1]])
	}
	checkReadings(t, r)
	if end != len(w.Words) || w.Starts != nil && len(r.Sentences) != len(w.Starts) {
		t.Fatalf("sentences end at %d of %d: %v", end, len(w.Words), r.Sentences)
	}
}

// checkReadings fails unless the readings are in order, each of two ends in one
// sentence.
func checkReadings(t *testing.T, r Result) {
	t.Helper()
	for i, x := range r.Readings {
		if i > 0 && r.Readings[i-1].compare(x) >= 0 {
			t.Fatalf("%+v comes after %+v", x, r.Readings[i-1])
		}
		low, high := min(x.Subject, x.Object), max(x.Subject, x.Object)
		inside := slices.ContainsFunc(r.Sentences, func(s [2]int) bool {
			return high >= s[0] && high < s[1] && (low == Speaker || low >= s[0])
		})
		if !inside || low == high || x.Predicate == "" || !(x.Probability > 0 && x.Probability <= 1) {
			t.Fatalf("reading %+v", x)
		}
	}
}

func checkSentence(t *testing.T, forms []string, words []Word) {
	t.Helper()
	roots, before := 0, "O"
	for i, w := range words {
		if w.UPOS == "" || w.XPOS == "" || w.Feats == "" || w.Relation == "" {
			t.Fatalf("word %d %q lacks a label: %+v", i, forms[i], w)
		}
		if w.Head == -1 {
			roots++
		}
		if w.Head < -1 || w.Head >= len(words) || (w.Head == -1) != (w.Relation == "root") {
			t.Fatalf("word %d of %d has the head %d, %s", i, len(words), w.Head, w.Relation)
		}
		if kind, ok := strings.CutPrefix(w.Name, "I-"); ok && before != "B-"+kind && before != w.Name {
			t.Fatalf("word %d has %s after %s", i, w.Name, before)
		}
		if w.NameScore < 0 || w.NameScore > 1 {
			t.Fatalf("word %d has the name score %g", i, w.NameScore)
		}
		before = w.Name
		at, steps := i, 0
		for ; at >= 0 && steps <= len(words); steps++ {
			at = words[at].Head
		}
		if at >= 0 {
			t.Fatalf("word %d does not hang on the root", i)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots among %d words", roots, len(words))
	}
}

func analyze(t *testing.T, m *Model, windows ...Window) []Result {
	t.Helper()
	for i := range windows {
		windows[i].Readings = true
	}
	results, err := m.Analyze(context.Background(), windows, 2)
	if err != nil {
		t.Fatal(err)
	}
	for i := range windows {
		checkResult(t, windows[i], results[i])
	}
	return results
}

func words(s string, n int) []string {
	return strings.Fields(strings.Repeat(s+" ", n))
}

// Text of any kind and length is analysed, and takes bounded memory.
func TestAnyText(t *testing.T) {
	m := testModel(t)
	tests := []struct {
		name   string
		window Window
	}{
		{"nothing", Window{}},
		{"no words", Window{Words: []string{}, Starts: []int{}}},
		{"one word", Window{Words: []string{"Fire"}, Starts: []int{0}}},
		{"one mark", Window{Words: []string{"."}}},
		{"empty words", Window{Words: []string{"", " ", "\x00", "\u200b", "\ufeff"}}},
		{"long word", Window{Words: []string{"The", strings.Repeat("abc", 100), strings.Repeat("é-", 5000), "."}}},
		{"emoji", Window{Words: []string{"😀😀😀", "👩‍👩‍👧", "great", "!!!", "🇮🇷"}}},
		{"right to left", Window{Words: strings.Fields("قال وزير الخارجية إن بلاده لن תגיב על הדברים .")}},
		{"other scripts", Window{Words: strings.Fields("東京都で 会議が 開かれた 。 Москва подтвердила это . Ελλάδα")}},
		{"bad UTF-8", Window{Words: []string{"\xff\xfe", "a\xc3", "\xed\xa0\x80", "ok"}}},
		{"no marks", Window{Words: words("and then they went there", 1000)}},
		{"many sentences", Window{Words: words("They left . He stayed , though .", 600)}},
		{"one long sentence", Window{Words: words("the minister , who had said that he would leave ,", 500), Starts: []int{0}}},
		{"long sentence of long words", Window{Words: words("supercalifragilisticexpialidocious-"+strings.Repeat("x", 80), 600), Starts: []int{0, 3}}},
		{"breaks", Window{Words: words("one two three", 100), Breaks: []int{1, 2, 150}}},
		{"one mark many times", Window{Words: words("-", 1000)}},
		{"one sentence a word", Window{Words: words("Yes", 300), Starts: count(300)}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := analyze(t, m, test.window)[0]
			for _, at := range test.window.Breaks {
				if !startsAt(r, at) {
					t.Errorf("no sentence starts at the break %d", at)
				}
			}
		})
	}
}

func startsAt(r Result, word int) bool {
	for _, s := range r.Sentences {
		if s[0] == word {
			return true
		}
	}
	return false
}

func count(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func TestBadWindows(t *testing.T) {
	m := testModel(t)
	three := []string{"a", "b", "c"}
	for _, w := range []Window{
		{Words: three, Starts: []int{}},
		{Words: three, Starts: []int{1}},
		{Words: three, Starts: []int{0, 3}},
		{Words: three, Starts: []int{0, 2, 2}},
		{Words: three, Breaks: []int{-1}},
		{Words: three, Breaks: []int{2, 1}},
		{Starts: []int{0}},
	} {
		if _, err := m.Analyze(context.Background(), []Window{w}, 1); err == nil {
			t.Errorf("%+v is accepted", w)
		}
	}
}

func TestCancelled(t *testing.T) {
	m := testModel(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := m.Analyze(ctx, []Window{{Words: []string{"Yes"}}}, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// A long document needs little more than its result and one arena a worker.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	m := testModel(t)
	w := Window{Words: words(sample, 40), Starts: []int{0}}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	analyze(t, m, w)
	runtime.ReadMemStats(&after)
	perWord := float64(after.TotalAlloc-before.TotalAlloc) / float64(len(w.Words))
	t.Logf("%.0f bytes allocated a word, in all %.1f MB", perWord, float64(after.TotalAlloc-before.TotalAlloc)/1e6)
	if perWord > 8000 {
		t.Errorf("%.0f bytes are allocated a word", perWord)
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{sample, "a\x00b 😀 \u200f\u202e x", strings.Repeat("a", 300), strings.Repeat("a b ", 300), "東京 قال Ünï"} {
		f.Add(s, uint8(3), true)
		f.Add(s, uint8(0), false)
	}
	f.Fuzz(func(t *testing.T, text string, every uint8, known bool) {
		m := testModel(t)
		w := Window{Words: strings.Split(text, " ")}
		if len(w.Words) > 400 {
			w.Words = w.Words[:400]
		}
		for i := 0; known && i < len(w.Words); i += int(every) + 1 {
			w.Starts = append(w.Starts, i)
		}
		for i, word := range analyze(t, m, w)[0].Words {
			if utf8.ValidString(w.Words[i]) && !utf8.ValidString(word.Lemma) {
				t.Errorf("%q has the lemma %q", w.Words[i], word.Lemma)
			}
		}
	})
}
