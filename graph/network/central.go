package network

import (
	"math"
	"math/rand/v2"
)

// The usual damping of PageRank, and how little ranks may change in all for the
// iteration to end.
const (
	damping   = 0.85
	tolerance = 1e-12
)

// PageRank returns the PageRank of every node (Brin and Page, 1998) over links
// from subjects to objects, whatever they weigh: what much is said of by what
// much is said of. Ranks add up to 1; a node without links passes its own on to
// all alike. gonum's version starts at random, so it differs from run to run.
func (n *Network) PageRank() []float64 {
	size := float64(len(n.Entities))
	rank, next := make([]float64, len(n.Entities)), make([]float64, len(n.Entities))
	for i := range rank {
		rank[i] = 1 / size
	}
	for change := 1.0; change > tolerance && size > 0; {
		loose := 0.0 // rank of nodes without links
		for i, links := range n.out {
			if len(links) == 0 {
				loose += rank[i]
			}
		}
		for i := range next {
			next[i] = (1 - damping + damping*loose) / size
		}
		for i, links := range n.out {
			for _, l := range links {
				next[l.To] += damping * rank[i] / float64(len(links))
			}
		}
		change = 0
		for i := range rank {
			change += math.Abs(next[i] - rank[i])
		}
		rank, next = next, rank
	}
	return rank
}

// betweennessSeed fixes which nodes an estimate starts from.
const betweennessSeed = 1

// Betweenness returns, for every node, the share of pairs of other nodes whose
// shortest paths lead through it, a path counting by its share of the pair's
// shortest paths; directions and weights do not count. It is exact when starts
// is 0 or no less than the number of nodes. Otherwise it is estimated from
// paths that start at so many nodes, drawn with a fixed seed.
//
// It is Brandes' algorithm (A faster algorithm for betweenness centrality,
// 2001), with Brandes and Pich's sampling of starts (2007).
func (n *Network) Betweenness(starts int) []float64 {
	size := len(n.Entities)
	out := make([]float64, size)
	if size < 3 {
		return out
	}
	from := make([]int, size)
	for i := range from {
		from[i] = i
	}
	if starts > 0 && starts < size {
		rng := rand.New(rand.NewPCG(betweennessSeed, 0))
		rng.Shuffle(size, func(i, j int) { from[i], from[j] = from[j], from[i] })
		from = from[:starts]
	}
	b := newBrandes(n.both)
	for _, start := range from {
		b.from(start, out)
	}
	// Each ordered pair was counted: from every start to all others.
	scale := float64(size) / float64(len(from)) / (float64(size-1) * float64(size-2))
	for i := range out {
		out[i] *= scale
	}
	return out
}

// brandes holds what one search needs, over arrays that all searches share.
type brandes struct {
	links    [][]Link
	distance []int32
	paths    []float64 // shortest paths from the start
	depends  []float64 // how much the start's paths depend on a node
	order    []int32   // nodes by their distance
}

func newBrandes(links [][]Link) *brandes {
	size := len(links)
	return &brandes{
		links: links, distance: make([]int32, size), paths: make([]float64, size), depends: make([]float64, size),
		order: make([]int32, 0, size),
	}
}

// from adds to sums how much the shortest paths from a start to all other nodes
// depend on each node.
func (b *brandes) from(start int, sums []float64) {
	for i := range b.distance {
		b.distance[i], b.paths[i], b.depends[i] = -1, 0, 0
	}
	b.distance[start], b.paths[start] = 0, 1
	b.order = append(b.order[:0], int32(start))
	for i := 0; i < len(b.order); i++ {
		node := b.order[i]
		for _, l := range b.links[node] {
			if b.distance[l.To] < 0 {
				b.distance[l.To] = b.distance[node] + 1
				b.order = append(b.order, int32(l.To))
			}
			if b.distance[l.To] == b.distance[node]+1 {
				b.paths[l.To] += b.paths[node]
			}
		}
	}
	for i := len(b.order) - 1; i > 0; i-- {
		node := b.order[i]
		share := (1 + b.depends[node]) / b.paths[node]
		for _, l := range b.links[node] {
			if b.distance[l.To] == b.distance[node]-1 {
				b.depends[l.To] += b.paths[l.To] * share
			}
		}
		sums[node] += b.depends[node]
	}
}
