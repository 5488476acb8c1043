package model

// contraction finds maximum spanning trees by the algorithm of Chu and Liu
// (1965) and Edmonds (1967): take every node's best head; as long as that has
// a circle, contract it to one node whose incoming edges are worth what they
// gain over the circle's own edge, solve the smaller graph, and open the
// circle where the solution enters it.
//
// Node 0 is the root. A node that stands for a circle keeps the place of the
// circle's first node.
type contraction struct {
	size   int       // nodes
	score  []float64 // [head][dependent]
	origin []edge    // [head][dependent]: the edge between words that it stands for
	active []bool
	parent []int32
	mark   []int32
	member [][]int32 // words that a node stands for
}

type edge struct{ head, dependent int32 }

// run sets head[d] to the column of the head of word d in the best tree of
// which exactly one word has the root as its head. scores has a row for each
// word, width apart, with column 0 for the root and h+1 for word h.
//
// That exactly one word hangs on the root is had by a penalty on the root's
// edges: every tree has one at least, and a second one costs more than all
// other choices can gain.
func (c *contraction) run(scores []float32, head []int32, n, width int) {
	c.reset(n + 1)
	largest := 0.0
	for d := 0; d < n; d++ {
		for h, s := range scores[d*width:][:n+1] {
			if h != d+1 {
				largest = max(largest, float64(s), -float64(s))
			}
		}
	}
	penalty := (2*largest + 1) * float64(n+1)
	for d := 0; d < n; d++ {
		for h, s := range scores[d*width:][:n+1] {
			at := h*c.size + d + 1
			c.score[at] = float64(s)
			if h == 0 {
				c.score[at] -= penalty
			}
			c.origin[at] = edge{int32(h), int32(d + 1)}
		}
		head[d] = -1
	}
	c.solve(head)
}

func (c *contraction) reset(size int) {
	c.size = size
	c.score, c.origin = grow(c.score, size*size), grow(c.origin, size*size)
	c.active, c.parent, c.mark = grow(c.active, size), grow(c.parent, size), grow(c.mark, size)
	c.member = grow(c.member, size)
	for i := range c.member {
		c.active[i] = true
		c.member[i] = append(c.member[i][:0], int32(i))
	}
}

func (c *contraction) solve(head []int32) {
	c.chooseParents()
	circle := c.findCircle()
	if circle == nil {
		for d := 1; d < c.size; d++ {
			if c.active[d] {
				c.take(head, c.origin[int(c.parent[d])*c.size+d])
			}
		}
		return
	}
	members := make([][]int32, len(circle))
	own := make([]edge, len(circle))
	for i, v := range circle {
		members[i] = append([]int32(nil), c.member[v]...)
		own[i] = c.origin[int(c.parent[v])*c.size+int(v)]
	}
	c.shrink(circle)
	c.solve(head)
	for i, words := range members {
		entered := false
		for _, w := range words {
			entered = entered || head[w-1] >= 0
		}
		if !entered {
			c.take(head, own[i])
		}
	}
}

func (c *contraction) take(head []int32, e edge) { head[e.dependent-1] = e.head }

func (c *contraction) chooseParents() {
	for d := 1; d < c.size; d++ {
		if !c.active[d] {
			continue
		}
		best := -1
		for h := 0; h < c.size; h++ {
			if h == d || !c.active[h] {
				continue
			}
			if best < 0 || c.score[h*c.size+d] > c.score[best*c.size+d] {
				best = h
			}
		}
		c.parent[d] = int32(best)
	}
}

// findCircle returns the nodes of a circle among the parents, or nil.
func (c *contraction) findCircle() []int32 {
	clear(c.mark)
	for d := 1; d < c.size; d++ {
		if !c.active[d] || c.mark[d] != 0 {
			continue
		}
		at := int32(d)
		for at != 0 && c.mark[at] == 0 {
			c.mark[at] = int32(d)
			at = c.parent[at]
		}
		if at == 0 || c.mark[at] != int32(d) {
			continue
		}
		circle := []int32{at}
		for v := c.parent[at]; v != at; v = c.parent[v] {
			circle = append(circle, v)
		}
		return circle
	}
	return nil
}

// shrink contracts the circle to its first node.
func (c *contraction) shrink(circle []int32) {
	first := int(circle[0])
	inside := make(map[int32]bool, len(circle))
	total := 0.0
	for _, v := range circle {
		inside[v] = true
		total += c.score[int(c.parent[v])*c.size+int(v)]
	}
	for v := 0; v < c.size; v++ {
		if !c.active[v] || inside[int32(v)] {
			continue
		}
		out, in := first, first
		gain := func(w int) float64 {
			return c.score[v*c.size+w] - c.score[int(c.parent[w])*c.size+w]
		}
		for _, w := range circle[1:] {
			if c.score[int(w)*c.size+v] > c.score[out*c.size+v] {
				out = int(w)
			}
			if gain(int(w)) > gain(in) {
				in = int(w)
			}
		}
		worth := gain(in) + total
		c.origin[v*c.size+first] = c.origin[v*c.size+in]
		c.score[v*c.size+first] = worth
		if v != 0 {
			c.origin[first*c.size+v] = c.origin[out*c.size+v]
			c.score[first*c.size+v] = c.score[out*c.size+v]
		}
	}
	for _, v := range circle[1:] {
		c.active[v] = false
		c.member[first] = append(c.member[first], c.member[v]...)
	}
}
