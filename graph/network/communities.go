package network

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph/community"
)

// Community is a set of nodes that are linked with each other more than with
// the rest.
type Community struct {
	Nodes []int // the most linked inside the community first
	// Inside and Outside count the claims between its nodes, and those that
	// lead out of it.
	Inside, Outside int
}

// louvainSeed fixes the order in which the Louvain method visits nodes, which
// would otherwise be another every time.
const louvainSeed = 1

// Communities divides the network by the Louvain method (Blondel, Guillaume,
// Lambiotte and Lefebvre, 2008): the largest community first. A higher
// resolution, which is 1 in the plain method, gives smaller ones. Modularity
// says how far the division is from one at random: 0 is no better.
func (n *Network) Communities(resolution float64) (all []Community, modularity float64) {
	if len(n.Entities) == 0 {
		return nil, 0
	}
	g := undirected{view{n.both}}
	reduced := community.Modularize(g, resolution, rand.NewPCG(louvainSeed, 0))
	division := reduced.Communities()
	of := make([]int, len(n.Entities))
	for i, nodes := range division {
		for _, node := range nodes {
			of[node.ID()] = i
		}
	}
	inside := make([]int, len(n.Entities))
	all = make([]Community, len(division))
	for node, links := range n.both {
		c := &all[of[node]]
		c.Nodes = append(c.Nodes, node)
		for _, l := range links {
			if of[l.To] == of[node] {
				inside[node] += l.Weight
				c.Inside += l.Weight
			} else {
				c.Outside += l.Weight
			}
		}
	}
	for i := range all {
		all[i].Inside /= 2 // each was seen from both of its ends
		slices.SortFunc(all[i].Nodes, func(a, b int) int { return cmp.Or(cmp.Compare(inside[b], inside[a]), cmp.Compare(a, b)) })
	}
	slices.SortFunc(all, func(a, b Community) int {
		return cmp.Or(cmp.Compare(len(b.Nodes), len(a.Nodes)), cmp.Compare(a.Nodes[0], b.Nodes[0]))
	})
	return all, n.modularity(of, resolution)
}

// modularity is computed from whole numbers, so that it does not depend on the
// order of a sum.
func (n *Network) modularity(of []int, resolution float64) float64 {
	var within, total int
	sums := make(map[int]int)
	for node, links := range n.both {
		for _, l := range links {
			total += l.Weight
			sums[of[node]] += l.Weight
			if of[l.To] == of[node] {
				within += l.Weight
			}
		}
	}
	if total == 0 {
		return 0
	}
	squares := 0
	for _, s := range sums {
		squares += s * s
	}
	t := float64(total)
	return float64(within)/t - resolution*float64(squares)/(t*t)
}
