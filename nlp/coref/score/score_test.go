package score

import (
	"math"
	"testing"
)

// The example is the one with which Luo (2005) and later papers explain the
// measures: two gold entities, a system that splits one and joins a stranger.
func TestCompare(t *testing.T) {
	gold := [][]string{{"a", "b", "c"}, {"d", "e", "f", "g"}}
	system := [][]string{{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}}
	s := Compare(gold, system)
	check := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 0.0005 {
			t.Errorf("%s: got %.4f, want %.4f", name, got, want)
		}
	}
	check("MUC precision", s.MUC.Precision(), 0.4)
	check("MUC recall", s.MUC.Recall(), 0.4)
	check("B³ precision", s.BCubed.Precision(), 0.5)
	check("B³ recall", s.BCubed.Recall(), 0.4167)
	check("CEAFe precision", s.CEAFe.Precision(), 0.4333)
	check("CEAFe recall", s.CEAFe.Recall(), 0.65)
}

func TestCompareSame(t *testing.T) {
	clusters := [][]int{{1, 2, 3}, {4, 5}, {6}}
	if got := Compare(clusters, clusters).CoNLL(); math.Abs(got-1) > 1e-9 {
		t.Errorf("equal clusters score %.3f", got)
	}
	if got := Compare(clusters, nil).CoNLL(); got != 0 {
		t.Errorf("no clusters score %.3f", got)
	}
}

func TestAssign(t *testing.T) {
	tests := []struct {
		weight [][]float64
		want   float64
	}{
		{[][]float64{{1, 2}, {2, 4}}, 5},
		{[][]float64{{3, 3, 1}, {3, 0, 0}}, 6},
		{[][]float64{{1}, {5}, {2}}, 5},
	}
	for _, test := range tests {
		if got := assign(test.weight); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%v: got %g, want %g", test.weight, got, test.want)
		}
	}
}
