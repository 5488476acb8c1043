// Package network looks at the graph as a network of entities: which of them
// belong together, and which stand in the middle.
//
// A [Network] has an entity for a node, and a [Link] between two entities that
// claims join, which weighs as many claims. For communities and betweenness its
// direction does not count. The same claims give the same results to the last
// digit.
package network

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/kgbuild/kgbuild/graph"
)

// Network is a set of entities and the links between them. Every entity has
// one.
type Network struct {
	Entities []graph.EntityID // by id; a node is an index into it
	out      [][]Link         // from subjects to objects, by the other node
	both     [][]Link         // in either direction, by the other node
}

// Link leads to another node.
type Link struct {
	To     int
	Weight int // claims
}

// New returns the network of claims. Those between an entity and itself, and
// those about a number or a text, link nothing.
func New(claims iter.Seq2[*graph.Claim, error]) (*Network, error) {
	type pair struct{ from, to graph.EntityID }
	weights := make(map[pair]int)
	ids := make(map[graph.EntityID]bool)
	for c, err := range claims {
		if err != nil {
			return nil, fmt.Errorf("network: %w", err)
		}
		p := pair{c.Subject.Entity, c.Object.Entity}
		if p.from == "" || p.to == "" || p.from == p.to {
			continue
		}
		weights[p]++
		ids[p.from], ids[p.to] = true, true
	}
	n := &Network{Entities: slices.Sorted(maps.Keys(ids))}
	index := make(map[graph.EntityID]int, len(n.Entities))
	for i, id := range n.Entities {
		index[id] = i
	}
	directed, undirected := make([]map[int]int, len(n.Entities)), make([]map[int]int, len(n.Entities))
	for i := range n.Entities {
		directed[i], undirected[i] = make(map[int]int), make(map[int]int)
	}
	for p, w := range weights {
		i, j := index[p.from], index[p.to]
		directed[i][j] += w
		undirected[i][j] += w
		undirected[j][i] += w
	}
	n.out, n.both = sorted(directed), sorted(undirected)
	return n, nil
}

func sorted(links []map[int]int) [][]Link {
	out := make([][]Link, len(links))
	for i, to := range links {
		for j, w := range to {
			out[i] = append(out[i], Link{j, w})
		}
		slices.SortFunc(out[i], func(a, b Link) int { return cmp.Compare(a.To, b.To) })
	}
	return out
}

// Links returns the links of a node in either direction, by the other node.
func (n *Network) Links(node int) []Link { return n.both[node] }

// Weight returns how many claims link a node to others.
func (n *Network) Weight(node int) int {
	sum := 0
	for _, l := range n.both[node] {
		sum += l.Weight
	}
	return sum
}
