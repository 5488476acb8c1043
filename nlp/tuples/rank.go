package tuples

import (
	"cmp"
	"slices"

	"github.com/kgbuild/kgbuild/nlp/internal/linear"
)

// scored is a candidate on its way to a tuple.
type scored struct {
	candidate
	own  linear.Features
	bags [3]map[word]bool // the words of relation, first and further arguments
	// worth is how well the candidate would do alone.
	worth float64
}

// maxRanked is how many candidates of a sentence are compared with each other;
// ordinary sentences have fewer than a hundred.
const maxRanked = 200

// ranked scores the candidates of a sentence by themselves and puts the best
// first.
func (w weights) ranked(s sentence, cs []candidate) []scored {
	out := make([]scored, len(cs))
	for i := range cs {
		c := &out[i]
		c.candidate = cs[i]
		c.own = s.features(&c.candidate)
		c.worth = w.alone.Score(c.own)
		c.fill()
	}
	slices.SortStableFunc(out, func(a, b scored) int { return cmp.Compare(b.worth, a.worth) })
	return out[:min(len(out), maxRanked)]
}

func (c *scored) fill() {
	for i := range c.bags {
		c.bags[i] = make(map[word]bool)
	}
	for _, w := range c.relation {
		c.bags[0][w] = true
	}
	for i, a := range c.args {
		for _, t := range a {
			c.bags[min(i, 1)+1][word(t)] = true
		}
	}
}

func (c *scored) size() int { return len(c.bags[0]) + len(c.bags[1]) + len(c.bags[2]) }

// gainFeatures describe what a candidate adds to the better ones before it: a
// reader states a thing once.
func gainFeatures(ranked []scored, i int) linear.Features {
	c := &ranked[i]
	var covered, covering, alike float64
	same := 0
	for j := range i {
		o := &ranked[j]
		n := 0
		for k := range c.bags {
			n += common(c.bags[k], o.bags[k])
		}
		if common(c.bags[0], o.bags[0]) > 0 {
			same++
			covered = max(covered, float64(n)/float64(c.size()))
			covering = max(covering, float64(n)/float64(o.size()))
		}
		alike = max(alike, likeness(c, o))
	}
	kind := c.kind.String()
	l := append(linear.Features(nil), c.own...)
	l.Add("worth", c.worth)
	l.Add("covered", covered)
	l.Add("covering", covering)
	l.Add("alike", alike)
	l.Add("worth, covered", c.worth*covered)
	l.Add("worth, covering", c.worth*covering)
	l.Add("worth, alike", c.worth*alike)
	l.Add("same relation", tens(same, 10))
	l.Add("rank", tens(i, 30))
	l.Add("worth, rank", c.worth*tens(i, 30))
	l.Add(kind+", covered", covered)
	l.Add(kind+", alike", alike)
	for _, step := range []struct {
		name  string
		share float64
	}{{"half", 0.5}, {"mostly", 0.7}, {"nearly", 0.85}, {"wholly", 0.999}} {
		l.Yes(step.name+" covered", covered >= step.share)
		l.Yes(step.name+" covering", covering >= step.share)
		l.Yes(step.name+" alike", alike >= step.share)
	}
	return l
}

func common(a, b map[word]bool) int {
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return n
}

// likeness is the share of common words, whatever their part.
func likeness(a, b *scored) float64 {
	all := make(map[word]int)
	for i, bags := range [][3]map[word]bool{a.bags, b.bags} {
		for _, bag := range bags {
			for w := range bag {
				all[w] |= 1 << i
			}
		}
	}
	n := 0
	for _, where := range all {
		if where == 3 {
			n++
		}
	}
	return float64(n) / float64(len(all))
}
