package resolve

import (
	"fmt"

	"github.com/kgbuild/kgbuild/nlp"
)

func (l *likeness) compareTolls(a, b *occurrence) {
	l.compareToll(a.deaths, b.deaths, "deaths")
	l.compareToll(a.injuries, b.injuries, "injuries")
}

// Ratios of two figures up to which they can be of one event, at different
// hours or by different sources, and from which they hardly are.
const (
	nearRatio = 1.3
	farRatio  = 4.0
	smallToll = 3 // figures up to this are too common to tell events apart
)

func (l *likeness) compareToll(a, b []nlp.Quantity, what string) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	best := farRatio * 2
	var x, y float64
	for _, p := range a {
		for _, q := range b {
			if p.Value <= 0 || q.Value <= 0 {
				continue
			}
			if ratio := max(p.Value, q.Value) / min(p.Value, q.Value); ratio < best {
				best, x, y = ratio, p.Value, q.Value
			}
		}
	}
	switch {
	case x == 0:
	case best == 1 && x > smallToll:
		l.add(sameToll, true, func() string { return fmt.Sprintf("both with %g %s", x, what) })
	case best <= nearRatio && max(x, y) > smallToll:
		l.add(nearToll, true, func() string { return fmt.Sprintf("%g and %g %s", x, y, what) })
	case best >= farRatio && max(x, y) > smallToll*smallToll:
		l.add(farToll, false, func() string { return fmt.Sprintf("%g against %g %s", x, y, what) })
	}
}
