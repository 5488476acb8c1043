package extsort

// merger finds the least of the next items of several sorted runs, again and
// again. It is a tournament tree: every inner node holds the run that lost
// there, so that an item that is taken out costs one comparison a level.
type merger struct {
	losers []int32 // of node 1, 2, …; node 0 holds the winner
	// before reports whether the next item of one run comes before that of
	// another. A run that is at its end comes after all others; of equal items
	// that of the earlier run comes first.
	before func(a, b int32) bool
}

func newMerger(runs int, before func(a, b int32) bool) *merger {
	m := &merger{losers: make([]int32, runs), before: before}
	if runs > 0 {
		m.losers[0] = m.play(1)
	}
	return m
}

// play settles the games below a node and returns their winner. The leaves are
// numbered behind the inner nodes.
func (m *merger) play(node int) int32 {
	if node >= len(m.losers) {
		return int32(node - len(m.losers))
	}
	a, b := m.play(2*node), m.play(2*node+1)
	if m.before(b, a) {
		a, b = b, a
	}
	m.losers[node] = b
	return a
}

// least returns the run whose next item is the least.
func (m *merger) least() int32 { return m.losers[0] }

// replay settles the games of the winner again, whose next item is another one
// now.
func (m *merger) replay() {
	winner := m.losers[0]
	for node := (int(winner) + len(m.losers)) / 2; node > 0; node /= 2 {
		if m.before(m.losers[node], winner) {
			winner, m.losers[node] = m.losers[node], winner
		}
	}
	m.losers[0] = winner
}
