package model

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// legal reports whether every inside tag follows one of its own type.
func (l *labels) legal(tags []int) bool {
	for i, tag := range tags {
		if begin := l.before[tag]; begin >= 0 && (i == 0 || tags[i-1] != begin && tags[i-1] != tag) {
			return false
		}
	}
	return true
}

func TestTagsAreTheBest(t *testing.T) {
	l := &labels{name: []string{"O", "B-A", "I-A", "B-B", "I-B"}}
	if err := l.loadNames(); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(9, 10))
	var a tagArena
	for range 300 {
		n := 1 + r.IntN(5)
		scores := make([][]float32, n)
		for i := range scores {
			for range l.name {
				scores[i] = append(scores[i], float32(r.NormFloat64()*3))
			}
		}
		best, bestSum := []int(nil), 0.0
		tags := make([]int, n)
		var try func(i int, sum float64)
		try = func(i int, sum float64) {
			if i == n {
				if l.legal(tags) && (best == nil || sum > bestSum) {
					best, bestSum = append([]int(nil), tags...), sum
				}
				return
			}
			for tag := range l.name {
				tags[i] = tag
				try(i+1, sum+float64(scores[i][tag]))
			}
		}
		try(0, 0)
		got := make([]int, n)
		l.decodeTags(&a, n, func(i int) []float32 { return scores[i] }, func(i, tag int) { got[i] = tag })
		if diff := cmp.Diff(best, got); diff != "" {
			t.Fatalf("scores %v (-want +got):\n%s", scores, diff)
		}
	}
}

func TestScripts(t *testing.T) {
	tests := []struct{ script, form, want string }{
		{"l", "Houses", "houses"},
		{"=", "NATO", "NATO"},
		{"T", "PARIS", "Paris"},
		{"T", "éCOLE", "École"},
		{"T", "", ""},
		{"K1+", "Houses", "house"},
		{"K3+y", "Carried", "carry"},
		{"K0+n", "a", "an"},
		{"K2+", "ÉÈ", ""},
		{"K3+x", "ab", "ab"},
		{"C1+", "Beatles", "Beatle"},
		{"C9+", "Beatles", "beatles"},
		{"W:be", "was", "be"},
	}
	for _, test := range tests {
		s, err := parseScript(test.script)
		if err != nil {
			t.Errorf("%s: %v", test.script, err)
			continue
		}
		if got := s.apply(test.form); got != test.want {
			t.Errorf("%s makes %q of %q, want %q", test.script, got, test.form, test.want)
		}
	}
	for _, bad := range []string{"", "x", "K", "K1", "Kx+s", "K-1+", "W:", "ll"} {
		if _, err := parseScript(bad); err == nil {
			t.Errorf("script %q is accepted", bad)
		}
	}
}

func TestLexicon(t *testing.T) {
	x := &lexicon{
		entries: map[string]string{"saw\tVBD": "see", "Saw\tNNP": "Saw"},
		known:   map[string]bool{"carry": true},
	}
	l := &labels{}
	for _, s := range []string{"l", "K2+", "K3+y"} {
		parsed, err := parseScript(s)
		if err != nil {
			t.Fatal(err)
		}
		l.lemma = append(l.lemma, parsed)
	}
	tests := []struct {
		form, tag string
		scores    []float32
		want      string
	}{
		{"Saw", "VBD", []float32{1, 0, 0}, "see"},
		{"Saw", "NNP", []float32{1, 0, 0}, "Saw"},
		{"Saw", "NN", []float32{1, 0, 0}, "saw"},
		{"carried", "VBD", []float32{0, 2, 1}, "carry"},   // known
		{"carried", "VBD", []float32{0, 4.5, 1}, "carri"}, // but much less probable
		{"ÉÈ", "NN", []float32{1, 0, 0}, "éè"},            // not ASCII
		{strings.Repeat("X", 200), "NN", []float32{1, 0, 0}, strings.Repeat("x", 200)},
	}
	for _, test := range tests {
		if got := l.lemmaOf(x, test.form, test.tag, test.scores); got != test.want {
			t.Errorf("%s as %s has the lemma %q, want %q", test.form, test.tag, got, test.want)
		}
	}
}

func TestBadLabels(t *testing.T) {
	good := func() map[string][]string {
		return map[string][]string{
			"xpos": {"NN"}, "upos": {"NOUN"}, "feats": {"_"}, "lemma": {"l"},
			"name": {"O", "B-A", "I-A"}, "rel": {"root", "dep"},
		}
	}
	if err := new(labels).load(good()); err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string][]string{
		"xpos": nil, "lemma": {"?"}, "name": {"O", "I-A"}, "rel": {"dep", "nsubj"}, "upos": {},
	} {
		lists := good()
		lists[name] = bad
		if err := new(labels).load(lists); err == nil {
			t.Errorf("%s %v is accepted", name, bad)
		}
	}
}
