// Package sample draws claims at random for somebody to mark, and computes from
// the marks how many claims are right.
//
// A claim is right when its sentence says what the claim says, and wrong
// otherwise; whether it is true is another question. The share of right ones in
// a random sample estimates the precision of all claims that the sample was
// drawn from, and an [Interval] says how well.
package sample

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// Draw returns n of the claims, each set of n with equal probability, or all
// when there are fewer, in the order in which they came, and how many there
// were. The same claims and seed give the same sample.
func Draw(claims iter.Seq2[*graph.Claim, error], n int, seed uint64) (drawn []*graph.Claim, of int, err error) {
	type ticket struct {
		place int
		claim *graph.Claim
	}
	rng := rand.New(rand.NewPCG(seed, 0))
	var kept []ticket
	for c, err := range claims {
		if err != nil {
			return nil, 0, fmt.Errorf("sample: %w", err)
		}
		// Reservoir sampling (algorithm R of Vitter, 1985).
		t := ticket{of, c}
		of++
		if len(kept) < n {
			kept = append(kept, t)
		} else if i := rng.IntN(of); i < n {
			kept[i] = t
		}
	}
	slices.SortFunc(kept, func(a, b ticket) int { return cmp.Compare(a.place, b.place) })
	for _, t := range kept {
		drawn = append(drawn, t.claim)
	}
	return drawn, of, nil
}

// Interval is a range of shares, 0 to 1.
type Interval struct {
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

// z95 is the quantile of the normal distribution that leaves 2.5 % above it.
const z95 = 1.959963984540054

// Wilson returns the 95 % confidence interval of a share of which right of n
// were found right (Wilson's score interval, 1927). It holds for small samples
// and for shares near 0 and 1. Of nothing, it is 0 to 1.
func Wilson(right, n int) Interval {
	if n == 0 {
		return Interval{0, 1}
	}
	p, m := float64(right)/float64(n), float64(n)
	middle := p + z95*z95/(2*m)
	half := z95 * math.Sqrt(p*(1-p)/m+z95*z95/(4*m*m))
	scale := 1 + z95*z95/m
	return Interval{max(0, (middle-half)/scale), min(1, (middle+half)/scale)}
}
