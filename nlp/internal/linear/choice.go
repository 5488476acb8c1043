package linear

import "math"

// Choice is one of several options to take.
type Choice struct {
	Options []Features
	Right   []bool  // of each option; one at least is right
	Weight  float64 // how often the choice counts
}

// The steps of Adam (Kingma and Ba, 2015, "Adam: A Method for Stochastic
// Optimization"), over all choices at once.
const (
	choiceSteps  = 150
	stepSize     = 0.1
	momentum     = 0.9
	secondMoment = 0.99
)

// FitChoices returns the weights of a log-linear model, in which an option is
// taken with a probability in proportion to the exponential of its score, that
// make taking right options likeliest, less penalty times half the squared
// weights. Features of fewer than so many options get no weight. The same
// choices give the same weights.
func FitChoices(choices []Choice, penalty float64, atLeast int) Weights {
	var examples []Example
	for _, c := range choices {
		for _, o := range c.Options {
			examples = append(examples, Example{Features: o})
		}
	}
	names := frequent(examples, atLeast)
	index := make(map[string]int, len(names))
	for i, n := range names {
		index[n] = i
	}
	w, slope := make([]float64, len(names)), make([]float64, len(names))
	m, v := make([]float64, len(names)), make([]float64, len(names))
	dense := numbered(choices, index)
	for step := 1; step <= choiceSteps; step++ {
		for i := range slope {
			slope[i] = penalty * w[i]
		}
		for k, c := range choices {
			addSlope(slope, w, dense[k], c)
		}
		rate := stepSize * min(1, 3*(1-float64(step-1)/choiceSteps))
		for i, g := range slope {
			m[i] = momentum*m[i] + (1-momentum)*g
			v[i] = secondMoment*v[i] + (1-secondMoment)*g*g
			first := m[i] / (1 - math.Pow(momentum, float64(step)))
			second := v[i] / (1 - math.Pow(secondMoment, float64(step)))
			w[i] -= rate * first / (math.Sqrt(second) + 1e-8)
		}
	}
	out := make(Weights, len(names))
	for i, n := range names {
		out[n] = w[i]
	}
	return out
}

// entry is a feature by the number of its name.
type entry struct {
	index int
	value float64
}

func numbered(choices []Choice, index map[string]int) [][][]entry {
	out := make([][][]entry, len(choices))
	for k, c := range choices {
		out[k] = make([][]entry, len(c.Options))
		for n, o := range c.Options {
			for _, f := range o {
				if i, ok := index[f.Name]; ok {
					out[k][n] = append(out[k][n], entry{i, f.Value})
				}
			}
		}
	}
	return out
}

// addSlope adds the derivative of the negative log-likelihood of a choice.
func addSlope(slope, w []float64, options [][]entry, c Choice) {
	score := make([]float64, len(options))
	top := math.Inf(-1)
	for n, o := range options {
		for _, e := range o {
			score[n] += w[e.index] * e.value
		}
		top = max(top, score[n])
	}
	all, right := 0.0, 0.0
	for n := range score {
		score[n] = math.Exp(score[n] - top)
		all += score[n]
		if c.Right[n] {
			right += score[n]
		}
	}
	for n, o := range options {
		d := score[n] / all
		if c.Right[n] {
			d -= score[n] / right
		}
		for _, e := range o {
			slope[e.index] += c.Weight * d * e.value
		}
	}
}
