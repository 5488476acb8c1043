package linear

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func features(pairs ...any) Features {
	var l Features
	for i := 0; i < len(pairs); i += 2 {
		l.Add(pairs[i].(string), pairs[i+1].(float64))
	}
	return l
}

func TestScore(t *testing.T) {
	w := Weights{"a": 2, "b": -1}
	if got := w.Score(features("a", 1.5, "b", 2.0, "unknown", 9.0)); got != 1 {
		t.Errorf("score %v, want 1", got)
	}
}

// Without noise and nearly without penalty the fit finds the weights again.
func TestFit(t *testing.T) {
	want := Weights{Bias: 1, "a": 2, "b": -0.5}
	var examples []Example
	for i := range 20 {
		l := features(Bias, 1.0, "a", float64(i%5), "b", float64(i%3))
		examples = append(examples, Example{l, want.Score(l)})
	}
	examples = append(examples, Example{features(Bias, 1.0, "rare", 1.0), 1})
	got := Fit(examples, 1e-9, 2)
	for name, v := range want {
		if math.Abs(got[name]-v) > 1e-4 {
			t.Errorf("%s: %v, want %v", name, got[name], v)
		}
	}
	if _, ok := got["rare"]; ok {
		t.Error("a feature of one example has a weight")
	}
	if held := Fit(examples, 100, 2); math.Abs(held["a"]) >= math.Abs(got["a"]) {
		t.Errorf("a penalty does not hold the weight back: %v", held["a"])
	}
}

func TestTable(t *testing.T) {
	a, b := Weights{"x": 1.5, "y": -0.25, "z": 0.00001}, Weights{"x": 0.5}
	table := Table("of two", a, b)
	if want := "# of two\nx\t1.5000\t0.5000\ny\t-0.2500\t0.0000\n"; table != want {
		t.Errorf("table %q, want %q", table, want)
	}
	got, err := ReadTable(table, 2)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]Weights{{"x": 1.5, "y": -0.25}, {"x": 0.5}}, got); diff != "" {
		t.Errorf("read again (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"x\t1\n", "x\t1\tone\n"} {
		if _, err := ReadTable(bad, 2); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
}

// Of two options the one with the greater value of a is right three times in
// four: the odds are the weight's exponential.
func TestFitChoices(t *testing.T) {
	var choices []Choice
	for i := range 400 {
		choices = append(choices, Choice{
			Options: []Features{features("a", 1.0), features("b", 1.0)},
			Right:   []bool{i%4 != 0, i%4 == 0},
			Weight:  1,
		})
	}
	w := FitChoices(choices, 1e-6, 1)
	if got, want := w["a"]-w["b"], math.Log(3); math.Abs(got-want) > 1e-3 {
		t.Errorf("log odds %v, want %v", got, want)
	}
	// Without a right option of its own, a feature counts against.
	choices = append(choices, Choice{Options: []Features{features("a", 1.0), features("c", 1.0)}, Right: []bool{true, false}, Weight: 1})
	if w := FitChoices(choices, 1, 1); w["c"] >= 0 {
		t.Errorf("weight %v of what is never right, want less than 0", w["c"])
	}
}
