package carb

import "slices"

// Point is precision and recall of the tuples with at least a confidence.
type Point struct {
	Confidence, Precision, Recall float64
}

// F1 is the harmonic mean of precision and recall.
func (p Point) F1() float64 {
	if p.Precision+p.Recall == 0 {
		return 0
	}
	return 2 * p.Precision * p.Recall / (p.Precision + p.Recall)
}

// Result is what CaRB reports.
type Result struct {
	Best  Point   // the cut with the best F1
	AUC   float64 // area under precision over recall, from recall 0 at precision 1
	Curve []Point // one point a confidence, rising
}

// Score compares the predicted tuples of sentences with their gold tuples;
// predicted[i] belongs to items[i].
func Score(items []Item, predicted [][]Tuple) Result {
	cuts := confidences(predicted)
	precision, recall := make([]float64, len(cuts)), make([]float64, len(cuts))
	tuples := make([]int, len(cuts))
	gold := 0
	for i, it := range items {
		gold += len(it.Gold)
		if i < len(predicted) {
			addSentence(it.Gold, predicted[i], cuts, precision, recall, tuples)
		}
	}
	var r Result
	for i, c := range cuts {
		p := Point{Confidence: c, Precision: precision[i] / float64(tuples[i]), Recall: recall[i] / float64(gold)}
		r.Curve = append(r.Curve, p)
		if p.F1() > r.Best.F1() {
			r.Best = p
		}
	}
	r.AUC = area(r.Curve)
	return r
}

// confidences returns every confidence once, rising.
func confidences(predicted [][]Tuple) []float64 {
	var out []float64
	for _, s := range predicted {
		for _, t := range s {
			out = append(out, t.Confidence)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// addSentence adds what a sentence contributes at every cut.
func addSentence(gold, predicted []Tuple, cuts, precision, recall []float64, tuples []int) {
	matches := make([][]Match, len(gold))
	for i := range gold {
		for j := range predicted {
			matches[i] = append(matches[i], Compare(gold[i], predicted[j]))
		}
	}
	first := 0
	for _, c := range confidences([][]Tuple{predicted}) {
		var kept []int
		for j := range predicted {
			if predicted[j].Confidence >= c {
				kept = append(kept, j)
			}
		}
		p, r := oneToOne(matches, kept), 0.0
		for i := range gold {
			best := 0.0
			for _, j := range kept {
				best = max(best, matches[i][j].Recall)
			}
			r += best
		}
		last, _ := slices.BinarySearch(cuts, c)
		for ; first <= last; first++ {
			precision[first] += p
			recall[first] += r
			tuples[first] += len(kept)
		}
	}
}

// oneToOne pairs gold and predicted tuples, best precision first, and returns
// the sum of the pairs' precisions.
func oneToOne(matches [][]Match, kept []int) float64 {
	usedGold, usedPredicted := make(map[int]bool), make(map[int]bool)
	sum := 0.0
	for {
		best, gold, predicted := 0.0, -1, -1
		for i := range matches {
			for _, j := range kept {
				if p := matches[i][j].Precision; p > best && !usedGold[i] && !usedPredicted[j] {
					best, gold, predicted = p, i, j
				}
			}
		}
		if gold < 0 {
			return sum
		}
		usedGold[gold], usedPredicted[predicted] = true, true
		sum += best
	}
}

// area is the area under the curve by trapezoids.
func area(curve []Point) float64 {
	sum := 0.0
	for i := range curve {
		next := Point{Precision: 1}
		if i+1 < len(curve) {
			next = curve[i+1]
		}
		sum += (curve[i].Recall - next.Recall) * (curve[i].Precision + next.Precision) / 2
	}
	return sum
}
