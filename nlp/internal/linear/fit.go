package linear

import "slices"

// Bias is the name of the feature that every thing may have with the value 1;
// a fit does not hold its weight back.
const Bias = "bias"

// Example is a thing with the score that it should get.
type Example struct {
	Features Features
	Target   float64
}

const (
	fitSteps     = 500
	fitTolerance = 1e-6 // of the squared residual of the normal equations
)

// Fit returns the weights with the least squared error and squared weights,
// the latter times penalty (ridge regression), for the features that at least
// so many examples have. The normal equations are solved by conjugate
// gradients (Hestenes and Stiefel, 1952). The same examples give the same
// weights.
func Fit(examples []Example, penalty float64, atLeast int) Weights {
	names := frequent(examples, atLeast)
	index := make(map[string]int, len(names))
	for i, n := range names {
		index[n] = i
	}
	gram, b := normalEquations(examples, index, len(names))
	for i, n := range names {
		if n != Bias {
			gram[i][i] += penalty
		}
	}
	x := solve(gram, b)
	w := make(Weights, len(names))
	for i, n := range names {
		w[n] = x[i]
	}
	return w
}

func frequent(examples []Example, atLeast int) []string {
	count := make(map[string]int)
	for _, e := range examples {
		for _, f := range e.Features {
			count[f.Name]++
		}
	}
	var names []string
	for n, c := range count {
		if c >= atLeast {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	return names
}

// normalEquations returns XᵀX and Xᵀy.
func normalEquations(examples []Example, index map[string]int, n int) (gram [][]float64, b []float64) {
	gram, b = make([][]float64, n), make([]float64, n)
	for i := range gram {
		gram[i] = make([]float64, n)
	}
	var columns []int
	var values []float64
	for _, e := range examples {
		columns, values = columns[:0], values[:0]
		for _, f := range e.Features {
			if i, ok := index[f.Name]; ok {
				columns, values = append(columns, i), append(values, f.Value)
			}
		}
		for i, c := range columns {
			b[c] += values[i] * e.Target
			row := gram[c]
			for j, d := range columns {
				row[d] += values[i] * values[j]
			}
		}
	}
	return gram, b
}

// solve returns x with a x = b for a symmetric, positive definite a.
func solve(a [][]float64, b []float64) []float64 {
	x, r := make([]float64, len(b)), slices.Clone(b)
	d, norm := slices.Clone(r), product(r, r)
	ad := make([]float64, len(b))
	for range fitSteps {
		if norm < fitTolerance {
			break
		}
		for i := range ad {
			ad[i] = product(a[i], d)
		}
		step := norm / product(d, ad)
		for i := range x {
			x[i] += step * d[i]
			r[i] -= step * ad[i]
		}
		next := product(r, r)
		for i := range d {
			d[i] = r[i] + next/norm*d[i]
		}
		norm = next
	}
	return x
}

func product(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
