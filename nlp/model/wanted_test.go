package model

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// What stands between candidates is wanted, and nothing that has none below it.
func TestWant(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		words := randomTree(r, 1+r.IntN(12))
		for i := range words {
			words[i].UPOS = []string{"DET", "NOUN"}[r.IntN(2)]
		}
		const row = 3
		a := readerArena{wanted: make([]bool, row+len(words))}
		a.setDepths(words)
		a.want(words, row)
		want := make([]bool, row+len(words))
		for i := range words {
			if !candidate(&words[i]) {
				continue
			}
			want[row+i] = true
			for j := Speaker; j < len(words); j++ {
				if j == i || j != Speaker && !candidate(&words[j]) {
					continue
				}
				want[row+a.between(words, i, j)] = true
				for _, word := range a.path {
					want[row+int(word)] = true
				}
			}
		}
		if diff := cmp.Diff(want, a.wanted); diff != "" {
			t.Fatalf("%+v:\n%s", words, diff)
		}
	}
}

// What is read does not depend on what the reader's layers leave out.
func TestReadingsOfWanted(t *testing.T) {
	t.Run("tiny", func(t *testing.T) { testReadingsOfWanted(t, tinyModel(t, nil)) })
	t.Run("whole", func(t *testing.T) { testReadingsOfWanted(t, testModel(t)) })
}

func testReadingsOfWanted(t *testing.T, m *Model) {
	windows := sampleWindows()
	for i := range windows {
		windows[i].Readings = true
	}
	run := func(decodeReadings func(j *job, a *arena)) []Reading {
		var all []Reading
		for i := range windows {
			w := &windows[i]
			j := &job{model: m, windows: windows[i : i+1], tokens: make([]tokens, 1), results: []Result{{Words: make([]Word, len(w.Words))}}}
			j.tokenize(1)
			for len(j.waiting) > 0 {
				s := j.waiting[0]
				j.waiting = j.waiting[1:]
				a := new(arena)
				if err := j.read(a, []stretch{s}); err != nil {
					t.Fatal(err)
				}
				j.decode(a, s, 0)
				decodeReadings(j, a)
			}
			slices.SortFunc(j.results[0].Readings, Reading.compare)
			all = append(all, j.results[0].Readings...)
		}
		return all
	}
	if diff := cmp.Diff(run((*job).decodeAllReadings), run((*job).decodeReadings)); diff != "" {
		t.Errorf("readings with the states of all words (-), and of those that are wanted (+):\n%s", diff)
	}
}

// decodeAllReadings is decodeReadings with the states of all words.
func (j *job) decodeAllReadings(a *arena) {
	a.reader.wanted = slices.Repeat([]bool{true}, len(a.words))
	j.readWanted(a)
}

func TestMargin(t *testing.T) {
	for _, k := range kernel.Sets() {
		for _, least := range []float32{1e-4, 0.2, 0.5, 0.9, 1} {
			margin := marginOf(least)
			for step := -160; step <= 160; step++ {
				first := float32(step) / 16
				x := make([]float32, kernel.Block)
				x[0], x[1], x[2] = first, -50, 0
				if reaches(x[:2], x[2]+margin) {
					continue
				}
				if k.Softmax(x, 3, 1); x[0] >= least {
					t.Errorf("%s: the score %g has the probability %g, and is left out below %g", k.Name, first, x[0], least)
				}
			}
		}
	}
}
