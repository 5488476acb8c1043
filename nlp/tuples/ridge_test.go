package tuples

import "slices"

// penalty is the weight of the squared weights in the fit.
const penalty = 3

// example is a candidate with the score that it should get.
type example struct {
	features featureList
	target   float64
}

// fit returns the weights with the least squared error (ridge regression),
// found by conjugate gradients. The bias is not held back.
func fit(examples []example) map[string]float64 {
	index := make(map[string]int)
	var names []string
	for _, e := range examples {
		for _, f := range e.features {
			if _, ok := index[f.name]; !ok {
				index[f.name] = 0
				names = append(names, f.name)
			}
		}
	}
	slices.Sort(names)
	for i, n := range names {
		index[n] = i
	}
	// The normal equations: (XᵀX + penalty) w = Xᵀy.
	n := len(names)
	b := make([]float64, n)
	gram := make([][]float64, n)
	for i := range gram {
		gram[i] = make([]float64, n)
		if names[i] != "bias" {
			gram[i][i] = penalty
		}
	}
	for _, e := range examples {
		columns := make([]int, len(e.features))
		for i, f := range e.features {
			columns[i] = index[f.name]
		}
		for i, f := range e.features {
			row := gram[columns[i]]
			b[columns[i]] += f.value * e.target
			for j, g := range e.features {
				row[columns[j]] += f.value * g.value
			}
		}
	}
	times := func(v []float64) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = product(gram[i], v)
		}
		return out
	}
	x, r := make([]float64, n), slices.Clone(b)
	d, norm := slices.Clone(r), product(r, r)
	for range 300 {
		if norm < 1e-6 {
			break
		}
		a := times(d)
		step := norm / product(d, a)
		for i := range x {
			x[i] += step * d[i]
			r[i] -= step * a[i]
		}
		next := product(r, r)
		for i := range d {
			d[i] = r[i] + next/norm*d[i]
		}
		norm = next
	}
	w := make(map[string]float64, n)
	for i, name := range names {
		w[name] = x[i]
	}
	return w
}

func product(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
