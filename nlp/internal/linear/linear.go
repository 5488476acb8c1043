// Package linear scores things by weighted features.
//
// A feature has a name and a value: 1 for a property that holds, a count or a
// share otherwise. A score is the sum of the features' values, each times the
// weight of its name; names without a weight count nothing. Weights come from
// tables that are part of the program and were fitted to annotated data.
package linear

// Feature is one property of a thing.
type Feature struct {
	Name  string
	Value float64
}

// Features are the properties of a thing; a name may occur more than once.
type Features []Feature

// Add adds a feature unless its value is 0.
func (l *Features) Add(name string, value float64) {
	if value != 0 {
		*l = append(*l, Feature{name, value})
	}
}

// Yes adds a feature when the property holds.
func (l *Features) Yes(name string, holds bool) {
	if holds {
		l.Add(name, 1)
	}
}

// Weights are what each feature adds to a score.
type Weights map[string]float64

// Score returns the score of features.
func (w Weights) Score(l Features) float64 {
	sum := 0.0
	for _, f := range l {
		sum += w[f.Name] * f.Value
	}
	return sum
}
