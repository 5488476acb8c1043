package model

import "github.com/kgbuild/kgbuild/nlp/model/kernel"

// relationArena is the memory of relate.
type relationArena struct {
	dep   []float32 // dependents, each with a 1 behind it
	pair  []float32 // for each dependent and component of a head: relations
	score []float32
}

// arcs sets t.scores for the n words whose joint outputs stand in rows, and
// returns the width of a row.
func (h *heads) arcs(k *kernel.Set, t *treeArena, rows []float32, n int) (width int) {
	size := h.arcDep.size
	width = roundUp(n+8, kernel.Block) // Transpose writes up to 7 columns more
	t.affine = grow(t.affine, n*size)
	t.heads = grow(t.heads, size*width)
	t.scores = grow(t.scores, n*width)
	k.MulFloat32(t.affine, size, rows[h.arcDep.at:], h.width, h.arc, size, n, size, size)
	for i := 0; i < n; i++ {
		k.Add(t.affine[i*size:][:size], h.arcBias)
	}
	k.Transpose(t.heads[1:], width, rows[h.arcHead.at:], h.width, n, size)
	for i, v := range h.arcRoot {
		t.heads[i*width] = v
		clear(t.heads[i*width+n+1 : (i+1)*width])
	}
	k.MulFloat32(t.scores, width, t.affine, size, t.heads, width, n, size, width)
	return width
}

// relate returns the index of the best relation of each word to the head in
// head; the word whose head is the root gets the root's relation, and no
// other word does.
func (h *heads) relate(k *kernel.Set, a *relationArena, rows []float32, head []int32, set func(word, relation int)) {
	r, n := &h.relation, len(head)
	inner, block := r.size+1, r.size*r.width
	a.dep = grow(a.dep, n*inner)
	a.pair = grow(a.pair, n*block)
	a.score = grow(a.score, n*r.width)
	for i := 0; i < n; i++ {
		copy(a.dep[i*inner:], h.relDep.of(rows[i*h.width:]))
		a.dep[i*inner+r.size] = 1
	}
	for j := 0; j < r.size; j++ {
		k.MulFloat32(a.pair[j*r.width:], block, a.dep, inner, r.pair[j*inner*r.width:], r.width, n, inner, r.width)
	}
	k.MulFloat32(a.score, r.width, a.dep, inner, r.dep, r.width, n, inner, r.width)
	for i := 0; i < n; i++ {
		if head[i] == 0 {
			set(i, h.labels.root)
			continue
		}
		other := h.relHead.of(rows[(int(head[i])-1)*h.width:])
		sum := a.dep[:r.width]
		k.MulFloat32(sum, r.width, other, r.size, a.pair[i*block:], r.width, 1, r.size, r.width)
		k.Add(sum, a.score[i*r.width:][:r.width])
		sum[h.labels.root] = impossible
		set(i, argmax(sum[:r.count]))
	}
}
