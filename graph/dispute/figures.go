package dispute

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/graph/quadstore"
	"github.com/kgbuild/kgbuild/nlp"
)

// Verdict says how figures of one thing differ.
type Verdict string

// The verdicts.
const (
	// Conflict: they cannot all be true.
	Conflict Verdict = "conflict"
	// Growing: those of one day agree, and later ones are not lower.
	Growing Verdict = "growing"
	// Revised: those of one day agree, and some later ones are lower.
	Revised Verdict = "revised"
	// Compatible: they can all be true: "at least 80" and "84".
	Compatible Verdict = "compatible"
)

// figures finds what different figures are given of.
func (f *finder) figures() ([]Contradiction, error) {
	claims, err := f.with(quadstore.Qualifier, nil)
	if err != nil {
		return nil, err
	}
	type measure struct {
		about     graph.EntityID
		predicate nlp.Predicate
	}
	groups := make(map[measure][]*graph.Claim)
	for _, c := range claims {
		if c.Object.Quantity != nil && c.Subject.Entity != "" && c.Polarity == nlp.Positive && c.Asserted() {
			k := measure{c.Subject.Entity, c.Predicate}
			groups[k] = append(groups[k], c)
		}
	}
	var out []Contradiction
	for k, claims := range groups {
		differ := slices.ContainsFunc(claims, func(c *graph.Claim) bool {
			return c.Object.Quantity.Value != claims[0].Object.Quantity.Value
		})
		if !differ {
			continue
		}
		x := Contradiction{Kind: Figures, About: k.about, Predicate: k.predicate}
		if x.Sides, err = f.figureSides(claims); err != nil {
			return nil, err
		}
		if x.Verdict, err = f.compare(claims); err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

// figureSides puts claims with the same figure together, the highest first.
func (f *finder) figureSides(claims []*graph.Claim) ([]Side, error) {
	byFigure := make(map[nlp.Quantity][]*graph.Claim)
	for _, c := range claims {
		byFigure[*c.Object.Quantity] = append(byFigure[*c.Object.Quantity], c)
	}
	var out []Side
	for _, q := range slices.SortedFunc(maps.Keys(byFigure), func(a, b nlp.Quantity) int {
		return cmp.Or(cmp.Compare(b.Value, a.Value), cmp.Compare(a.Qualifier, b.Qualifier))
	}) {
		claims, err := f.sort(byFigure[q])
		if err != nil {
			return nil, err
		}
		out = append(out, Side{Figure: &q, Claims: claims})
	}
	return out, nil
}

// bounds are the lowest and the highest number that figures allow.
type bounds struct{ low, high float64 }

// roundness is how far a number that is called about or nearly so may be off.
const roundness = 0.1

// boundsOf returns what a figure allows. Bounds that a figure excludes itself
// ("more than") are moved by the least amount.
func boundsOf(q *nlp.Quantity) bounds {
	v := q.Value
	switch q.Qualifier {
	case nlp.AtLeast:
		return bounds{v, math.Inf(1)}
	case nlp.MoreThan:
		return bounds{math.Nextafter(v, math.Inf(1)), math.Inf(1)}
	case nlp.AtMost:
		return bounds{math.Inf(-1), v}
	case nlp.LessThan:
		return bounds{math.Inf(-1), math.Nextafter(v, math.Inf(-1))}
	case nlp.Nearly:
		return bounds{v - roundness*math.Abs(v), math.Nextafter(v, math.Inf(-1))}
	case nlp.About:
		return bounds{v - roundness*math.Abs(v), v + roundness*math.Abs(v)}
	}
	return bounds{v, v}
}

func (b bounds) and(c bounds) bounds { return bounds{max(b.low, c.low), min(b.high, c.high)} }

func (b bounds) empty() bool { return b.low > b.high }

// compare says how the figures of claims differ. Days are those of the reports.
func (f *finder) compare(claims []*graph.Claim) (Verdict, error) {
	all := bounds{math.Inf(-1), math.Inf(1)}
	days := make(map[string]bounds)
	dated := true
	for _, c := range claims {
		b := boundsOf(c.Object.Quantity)
		all = all.and(b)
		date, err := f.m.Dater().Report(c.Document)
		if err != nil {
			return "", err
		}
		dated = dated && date.Day != 0
		day, ok := days[date.String()]
		if !ok {
			day = b
		}
		days[date.String()] = day.and(b)
	}
	if !all.empty() {
		return Compatible, nil
	}
	if !dated {
		return Conflict, nil
	}
	verdict, count := Growing, math.Inf(-1)
	for _, day := range slices.Sorted(maps.Keys(days)) {
		b := days[day]
		if b.empty() {
			return Conflict, nil
		}
		if count = max(count, b.low); count > b.high {
			verdict, count = Revised, b.low
		}
	}
	return verdict, nil
}
