package eval

// Score counts items of the gold standard, of the system, and those that agree.
type Score struct {
	Correct int
	Gold    int
	System  int
}

// Precision returns the share of the system's items that are right, 0 to 1.
func (s Score) Precision() float64 { return ratio(s.Correct, s.System) }

// Recall returns the share of the gold items that were found, 0 to 1.
func (s Score) Recall() float64 { return ratio(s.Correct, s.Gold) }

// F1 returns the harmonic mean of precision and recall, 0 to 1. With as many
// items on both sides it is the accuracy.
func (s Score) F1() float64 { return ratio(2*s.Correct, s.System+s.Gold) }

// Plus returns the sum of the counts of s and t.
func (s Score) Plus(t Score) Score {
	return Score{s.Correct + t.Correct, s.Gold + t.Gold, s.System + t.System}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Metric is a score with its usual name, such as "LAS".
type Metric struct {
	Name  string
	Score Score
}

// Find returns the score of the metric with that name, or the zero score.
func Find(metrics []Metric, name string) Score {
	for _, m := range metrics {
		if m.Name == name {
			return m.Score
		}
	}
	return Score{}
}
