package model

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

const sample = `The Islamic State claimed responsibility on Thursday for two explosions in Iran that killed nearly 100 people .
IS said in a statement posted on its affiliate Telegram channels that two of its members had detonated explosive belts .
" We believe it was carried out by operatives supported by U.S. intelligence , " said Dr. Abdul-Rahman al-Khatib , 47 , of the St. Mary's hospital in Neuilly-sur-Seine .
No .
I don't think the co-founders didn't know about iPhone 15 prices ( $ 1,299.99 ) before 12:30 ; they refused to comment , and McDonald 's shares fell 3.5 % .`

// sampleWindows returns windows of many sizes, with and without known
// sentences.
func sampleWindows() (list []Window) {
	lines := strings.Split(sample, "\n")
	var all Window
	for _, l := range lines {
		words := strings.Fields(l)
		list = append(list, Window{Words: words, Starts: []int{0}}, Window{Words: words})
		all.Starts = append(all.Starts, len(all.Words))
		all.Words = append(all.Words, words...)
		for n := range min(len(words), 12) {
			list = append(list, Window{Words: words[:n]})
		}
	}
	list = append(list, all, Window{Words: all.Words}, Window{Words: append(all.Words, all.Words...)},
		Window{Words: strings.Fields(strings.Repeat(sample+" ", 6))})
	for i := range list {
		list[i].Readings = i%3 != 0
	}
	return list
}

// The analysis of a window is the same to the last bit whatever the kernels,
// the other windows and the number of workers.
func TestSameAnalysis(t *testing.T) {
	t.Run("tiny", func(t *testing.T) { testSameAnalysis(t, tinyModel(t, nil)) })
	t.Run("whole", func(t *testing.T) { testSameAnalysis(t, testModel(t)) })
}

func testSameAnalysis(t *testing.T, m *Model) {
	best := m.kernels
	defer func() { m.kernels = best }()
	windows := sampleWindows()
	ctx := context.Background()
	want, err := m.Analyze(ctx, windows, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range windows {
		got, err := m.Analyze(ctx, windows[i:i+1], 1)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want[i:i+1], got); diff != "" {
			t.Fatalf("window %d alone is not analysed as with others:\n%s", i, diff)
		}
	}
	for _, set := range kernel.Sets() {
		m.kernels = set
		some, expected := windows, want
		if set.Name == "go" { // slow
			some, expected = windows[:8], want[:8]
		}
		got, err := m.Analyze(ctx, some, 3)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Fatalf("the %s kernels with 3 workers give another analysis:\n%s", set.Name, diff)
		}
	}
}
