package model

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	modelPath     = flag.String("model", "", "model `file` to test instead of the one built in")
	referencePath = flag.String("reference", "testdata/reference.json", "outputs that the training program recorded for the model")
)

// testModel returns the model under test, and skips the test if there is none.
func testModel(t testing.TB) *Model {
	t.Helper()
	var m *Model
	var err error
	if *modelPath == "" {
		if m, err = Default(); errors.Is(err, ErrNone) {
			t.Skip("no model in this build; name one with -model")
		}
	} else {
		var f *os.File
		if f, err = os.Open(*modelPath); err != nil {
			t.Fatal(err)
		}
		info, serr := f.Stat()
		if serr != nil {
			t.Fatal(serr)
		}
		m, err = Open(f, info.Size())
	}
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// reference is what the training program computed for one window.
type reference struct {
	Sentences [][]string                      `json:"sentences"`
	Pieces    []int32                         `json:"pieces"`
	Shapes    []uint8                         `json:"shapes"`
	States    map[string][]float64            `json:"states"`
	Logits    map[string]map[string][]float64 `json:"logits"`
	Arcs      map[string][]*float64           `json:"arcs"`
	Analyses  []struct {
		UPOS   []string `json:"upos"`
		XPOS   []string `json:"xpos"`
		Feats  []string `json:"feats"`
		Lemmas []string `json:"lemmas"`
		Heads  []int    `json:"heads"`
		Rels   []string `json:"rels"`
		Names  []string `json:"names"`
	} `json:"analyses"`

	// of a model with a reader
	ReaderStates map[string][]float64 `json:"reader_states"`
	Readings     []struct {
		Subject     int     `json:"subject"`
		Predicate   string  `json:"predicate"`
		Object      int     `json:"object"`
		Probability float32 `json:"probability"`
	} `json:"readings"`
}

// How near the outputs must be to the training program's. Sums there have
// another order, so that now and then a number is rounded to the next of the
// 255 steps that activations have, which the layers above make more of; and
// the heads are rounded to int8 only when they are loaded.
const (
	meanTolerance  = 0.1  // the differences' sum to that of the sizes, for each window
	labelTolerance = 0.01 // of all labels
	// Probabilities near the least one of a reading fall on both sides of it.
	probabilityTolerance = 0.1
	readingTolerance     = 0.03 // of all readings, beside one
)

// The forward pass gives what the training program recorded, see
// training/README.md for how to record it anew.
func TestReference(t *testing.T) {
	m := testModel(t)
	text, err := os.ReadFile(*referencePath)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no recorded outputs for this model")
	}
	if err != nil {
		t.Fatal(err)
	}
	var records []reference
	if err := json.Unmarshal(text, &records); err != nil {
		t.Fatal(err)
	}
	labels, wrong, worst := 0, 0, 0.0
	readings, misread := 0, 0
	for i, r := range records {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			w := r.window()
			j := &job{model: m, windows: []Window{w}, tokens: make([]tokens, 1), results: []Result{{Words: make([]Word, len(w.Words))}}}
			j.tokenize(1)
			a := new(arena)
			if err := j.read(a, []stretch{newStretch(0, &j.tokens[0], 0, len(w.Words))}); err != nil {
				t.Fatal(err)
			}
			mean := compareOutputs(t, m, a, &w, &r)
			if worst = max(worst, mean); mean > meanTolerance {
				t.Errorf("outputs differ by %.3f of their size", mean)
			}
			n, bad := compareLabels(t, j, a, &w, &r)
			labels += n
			wrong += bad
			if m.reader != nil && r.Readings != nil {
				n, bad := compareReadings(t, j, a, &w, &r)
				readings += n
				misread += bad
			}
		})
	}
	t.Logf("numbers differ by up to %.3f of their size; %d of %d labels and %d of %d readings differ", worst, wrong, labels, misread, readings)
	if float64(wrong) > labelTolerance*float64(labels) {
		t.Errorf("%d of %d labels differ; were they recorded for this model?", wrong, labels)
	}
	if float64(misread) > 1+readingTolerance*float64(readings) {
		t.Errorf("%d of %d readings differ", misread, readings)
	}
}

// window returns the reference's words as a window.
func (r *reference) window() (w Window) {
	for _, s := range r.Sentences {
		w.Starts = append(w.Starts, len(w.Words))
		w.Words = append(w.Words, s...)
	}
	w.Readings = true
	return w
}

func compareOutputs(t *testing.T, m *Model, a *arena, w *Window, r *reference) (mean float64) {
	if diff := cmp.Diff(r.Pieces, a.pieces); diff != "" {
		t.Errorf("pieces (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(r.Shapes, a.shapes); diff != "" {
		t.Errorf("shapes (-want +got):\n%s", diff)
	}
	size := 0.0
	compare := func(want []float64, got []float32) {
		for k, x := range want {
			mean += math.Abs(x - float64(got[k]))
			size += math.Abs(x)
		}
	}
	h := &m.heads
	for word, want := range r.States {
		compare(want, a.vectors[atoi(t, word)*m.hidden:])
	}
	sections := map[string]section{
		"xpos": h.xpos, "upos": h.upos, "feats": h.feats, "lemma": h.lemma,
		"boundary": h.boundary, "name": h.name, "factuality": h.factuality,
	}
	for head, rows := range r.Logits {
		s, ok := sections[head]
		if !ok {
			t.Errorf("no head %s", head)
		}
		for word, want := range rows {
			compare(want, s.of(a.outputs[atoi(t, word)*h.width:]))
		}
	}
	for word, row := range r.Arcs {
		at := atoi(t, word)
		start, end := 0, len(w.Words)
		for i, s := range w.Starts {
			if s <= at {
				start, end = s, sentenceEnd(w, i)
			}
		}
		width := h.arcs(m.kernels, &a.tree, a.outputs[start*h.width:], end-start)
		got := a.tree.scores[(at-start)*width:][:width]
		var want []float64
		for k, x := range row {
			if x == nil || k > 0 && (k-1 < start || k-1 >= end) {
				continue
			}
			want = append(want, *x)
		}
		compare(want, got)
	}
	return mean / size
}

func compareLabels(t *testing.T, j *job, a *arena, w *Window, r *reference) (labels, wrong int) {
	for i, start := range w.Starts {
		b := [2]int{start, sentenceEnd(w, i)}
		j.decodeSentence(a, a.outputs[start*j.model.heads.width:], 0, b)
		want := &r.Analyses[i]
		for k, got := range j.results[0].Words[b[0]:b[1]] {
			for _, pair := range [][3]string{
				{"upos", want.UPOS[k], got.UPOS}, {"xpos", want.XPOS[k], got.XPOS},
				{"feats", want.Feats[k], got.Feats}, {"lemma", want.Lemmas[k], got.Lemma},
				{"head", fmt.Sprint(want.Heads[k]), fmt.Sprint(got.Head + 1)},
				{"relation", want.Rels[k], got.Relation}, {"name", want.Names[k], got.Name},
			} {
				labels++
				if pair[1] != pair[2] {
					wrong++
					t.Logf("sentence %d, word %d: %s %s, want %s", i, k, pair[0], pair[2], pair[1])
				}
			}
		}
	}
	return labels, wrong
}

// compareReadings needs the trees that compareLabels decodes.
func compareReadings(t *testing.T, j *job, a *arena, w *Window, r *reference) (readings, wrong int) {
	for i, start := range w.Starts {
		a.reader.sentences = append(a.reader.sentences, readSentence{0, [2]int{start, sentenceEnd(w, i)}, start})
	}
	j.decodeAllReadings(a)
	difference, size := 0.0, 0.0
	for word, want := range r.ReaderStates {
		for k, x := range want {
			difference += math.Abs(x - float64(a.reader.vectors[atoi(t, word)*j.model.hidden+k]))
			size += math.Abs(x)
		}
	}
	if difference > meanTolerance*size {
		t.Errorf("the reader's states differ by %.3f of their size", difference/size)
	}
	type pair struct {
		subject, object int
		predicate       string
	}
	want, got := make(map[pair]float32), make(map[pair]float32)
	for _, x := range r.Readings {
		want[pair{x.Subject, x.Object, x.Predicate}] = x.Probability
	}
	for _, x := range j.results[0].Readings {
		p := pair{x.Subject, x.Object, x.Predicate}
		got[p] = x.Probability
		if _, both := want[p]; !both {
			want[p] = 0
		}
	}
	for p, x := range want {
		readings++
		y := got[p]
		if x == 0 || y == 0 {
			x, y = max(x, y), j.model.reader.least // the other is below
		}
		if math.Abs(float64(x-y)) > probabilityTolerance {
			wrong++
			t.Logf("%+v has the probability %.3f, want %.3f", p, got[p], want[p])
		}
	}
	return readings, wrong
}

func atoi(t *testing.T, s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		t.Fatal("bad word index", s)
	}
	return n
}
