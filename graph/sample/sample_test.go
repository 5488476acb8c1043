package sample_test

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/sample"
)

func claims(n int) iter.Seq2[*graph.Claim, error] {
	return func(yield func(*graph.Claim, error) bool) {
		for i := range n {
			if !yield(&graph.Claim{ID: graph.ClaimID(fmt.Sprintf("claim/%03d", i))}, nil) {
				return
			}
		}
	}
}

func draw(t *testing.T, of, n int, seed uint64) []string {
	t.Helper()
	drawn, total, err := sample.Draw(claims(of), n, seed)
	if err != nil || total != of {
		t.Fatalf("drew of %d, %v", total, err)
	}
	var out []string
	for _, c := range drawn {
		out = append(out, string(c.ID))
	}
	return out
}

func TestDraw(t *testing.T) {
	if d := cmp.Diff(draw(t, 500, 20, 7), draw(t, 500, 20, 7)); d != "" {
		t.Errorf("the same seed gives another sample:\n%s", d)
	}
	if slices.Equal(draw(t, 500, 20, 7), draw(t, 500, 20, 8)) {
		t.Error("another seed gives the same sample")
	}
	one := draw(t, 500, 20, 7)
	if len(one) != 20 || !slices.IsSorted(one) || len(slices.Compact(slices.Clone(one))) != 20 {
		t.Errorf("the sample is %v", one)
	}
	if got := draw(t, 5, 20, 7); len(got) != 5 {
		t.Errorf("of five, %v were drawn", got)
	}
	broken := errors.New("broken")
	_, _, err := sample.Draw(func(yield func(*graph.Claim, error) bool) { yield(nil, broken) }, 3, 1)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	// Every claim is as likely as every other: 4,000 draws of 10 of 40 give
	// each about 1,000 times, with a standard deviation of 27.
	times := make(map[string]int)
	for seed := range uint64(4000) {
		for _, id := range draw(t, 40, 10, seed) {
			times[id]++
		}
	}
	for id, n := range times {
		if n < 850 || n > 1150 {
			t.Errorf("%s was drawn %d times of 4,000", id, n)
		}
	}
	if len(times) != 40 {
		t.Errorf("only %d of 40 were ever drawn", len(times))
	}
}

func TestWilson(t *testing.T) {
	// The ends of the interval are the shares p for which the score test
	// |p̂ − p| = z·√(p(1−p)/n) just does not reject.
	for _, c := range [][2]int{{1, 1}, {9, 10}, {50, 100}, {0, 20}, {20, 20}, {7, 300}} {
		i := sample.Wilson(c[0], c[1])
		share, n := float64(c[0])/float64(c[1]), float64(c[1])
		for _, p := range []float64{i.Low, i.High} {
			got, want := math.Abs(share-p), 1.959963984540054*math.Sqrt(p*(1-p)/n)
			if math.Abs(got-want) > 1e-9 && p > 1e-12 && p < 1-1e-12 {
				t.Errorf("%d of %d: the end %v is %v away, not %v", c[0], c[1], p, got, want)
			}
		}
		if i.Low < 0 || i.High > 1 || i.Low > share+1e-12 || i.High < share-1e-12 {
			t.Errorf("%d of %d: %v", c[0], c[1], i)
		}
	}
	if i := sample.Wilson(0, 0); i != (sample.Interval{Low: 0, High: 1}) {
		t.Errorf("of nothing: %v", i)
	}
	if i := sample.Wilson(9, 10); math.Abs(i.Low-0.5958) > 0.0001 || math.Abs(i.High-0.9821) > 0.0001 {
		t.Errorf("9 of 10: %v", i)
	}
}

func TestScores(t *testing.T) {
	want := []sample.Score{
		{Marked: 4, Right: 3, Unmarked: 1, Precision: 0.75, Interval: sample.Wilson(3, 4)},
		{Predicate: "claimed", Marked: 2, Right: 1, Unmarked: 1, Precision: 0.5, Interval: sample.Wilson(1, 2)},
		{Predicate: "met", Marked: 2, Right: 2, Precision: 1, Interval: sample.Wilson(2, 2)},
	}
	for name, sheet := range map[string]string{
		"commas":            "correct,note,predicate\ny,,met\nNo,\"a, b\",claimed\n,,claimed\nTRUE,,claimed\n1,,met\n",
		"tabs":              "id\tcorrect\tpredicate\tnote\n1\tx\tmet\t\n2\t0\tclaimed\tsays \"so\"\n3\t\tclaimed\t\n4\tyes\tclaimed\t\n5\t+\tmet\t\n",
		"semicolons":        "predicate;Correct\nmet;ja\n",
		"a byte-order mark": "\ufeffcorrect,predicate\r\nright,met\r\nwrong,claimed\r\n , claimed \r\n",
	} {
		got, err := sample.Scores(strings.NewReader(sheet))
		switch name {
		case "semicolons":
			if err == nil || !strings.Contains(err.Error(), `line 2: the mark "ja"`) {
				t.Errorf("%s: %v", name, err)
			}
			continue
		case "a byte-order mark":
			if err != nil || got[0].Marked != 2 || got[0].Right != 1 || got[0].Unmarked != 1 {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-12)); d != "" {
			t.Errorf("%s: scores differ (-want +got):\n%s", name, d)
		}
	}
	for sheet, want := range map[string]string{"": "empty", "a,b\n1,2\n": `no column "correct"`, "correct\n\"open\n": "quote"} {
		if _, err := sample.Scores(strings.NewReader(sheet)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", sheet, err, want)
		}
	}
}

func FuzzScores(f *testing.F) {
	f.Add([]byte("correct,predicate\ny,met\n"))
	f.Add([]byte("correct\tpredicate\n\"n\tmet\n"))
	f.Add([]byte("\ufeffa;correct\n1;\xff\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		scores, err := sample.Scores(strings.NewReader(string(b)))
		if err != nil {
			return
		}
		for _, s := range scores {
			if s.Right > s.Marked || s.Interval.Low > s.Interval.High || s.Precision < 0 || s.Precision > 1 {
				t.Errorf("%+v", s)
			}
		}
	})
}
