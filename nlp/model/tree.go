package model

// treeArena is the memory of decoding one sentence's tree.
type treeArena struct {
	affine   []float32 // dependents times the arc matrix
	heads    []float32 // head vectors as columns, the root's first
	scores   []float32 // [word][width]: column 0 the root, column h+1 word h
	head     []int32   // column chosen for each word
	mark     []int32
	relation relationArena
	contract contraction
}

// greedy sets head to the best column of each word, and reports whether that
// is a tree with one root.
func (t *treeArena) greedy(n, width int) bool {
	t.head, t.mark = grow(t.head, n), grow(t.mark, n)
	roots := 0
	for d := 0; d < n; d++ {
		row := t.scores[d*width:][:n+1]
		row[d+1] = impossible
		t.head[d] = int32(argmax(row))
		if t.head[d] == 0 {
			roots++
		}
	}
	if roots != 1 {
		return false
	}
	clear(t.mark)
	for d := 0; d < n; d++ {
		for at := d; t.mark[at] == 0; {
			t.mark[at] = int32(d + 1)
			if t.head[at] == 0 {
				break
			}
			at = int(t.head[at] - 1)
			if t.mark[at] == int32(d+1) {
				return false
			}
		}
	}
	return true
}

// decode sets head to the columns of the best tree with one root.
func (t *treeArena) decode(n, width int) {
	if t.greedy(n, width) {
		return
	}
	t.contract.run(t.scores, t.head, n, width)
}
