package network

import (
	"slices"

	ggraph "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// view is a network as gonum reads graphs. Unlike gonum's own graphs, which
// are maps, it lists nodes in the same order every time, so that sums of
// floating-point numbers are the same to the last digit.
type view struct{ links [][]Link }

func (v view) Node(id int64) ggraph.Node {
	if id < 0 || id >= int64(len(v.links)) {
		return nil
	}
	return simple.Node(id)
}

func (v view) Nodes() ggraph.Nodes {
	nodes := make([]ggraph.Node, len(v.links))
	for i := range nodes {
		nodes[i] = simple.Node(i)
	}
	return iterator.NewOrderedNodes(nodes)
}

func (v view) From(id int64) ggraph.Nodes {
	links := v.links[id]
	if len(links) == 0 {
		return ggraph.Empty
	}
	nodes := make([]ggraph.Node, len(links))
	for i, l := range links {
		nodes[i] = simple.Node(l.To)
	}
	return iterator.NewOrderedNodes(nodes)
}

func (v view) link(x, y int64) (Link, bool) {
	i, ok := slices.BinarySearchFunc(v.links[x], int(y), func(l Link, to int) int { return l.To - to })
	if !ok {
		return Link{}, false
	}
	return v.links[x][i], true
}

func (v view) HasEdgeBetween(x, y int64) bool {
	_, there := v.link(x, y)
	_, back := v.link(y, x)
	return there || back
}

func (v view) Edge(x, y int64) ggraph.Edge { return v.WeightedEdge(x, y) }

func (v view) WeightedEdge(x, y int64) ggraph.WeightedEdge {
	l, ok := v.link(x, y)
	if !ok {
		return nil
	}
	return simple.WeightedEdge{F: simple.Node(x), T: simple.Node(y), W: float64(l.Weight)}
}

func (v view) Weight(x, y int64) (w float64, ok bool) {
	l, ok := v.link(x, y)
	return float64(l.Weight), ok || x == y
}

// undirected is a view in which every link is there from both of its ends.
type undirected struct{ view }

func (v undirected) EdgeBetween(x, y int64) ggraph.Edge { return v.Edge(x, y) }

func (v undirected) WeightedEdgeBetween(x, y int64) ggraph.WeightedEdge { return v.WeightedEdge(x, y) }
