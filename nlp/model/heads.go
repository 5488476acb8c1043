package model

import (
	"slices"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// A section is the columns of one head in the joint output of all heads.
type section struct{ at, size int }

// of returns the section's columns of a row.
func (s section) of(row []float32) []float32 { return row[s.at : s.at+s.size] }

// heads is the weights of everything that reads word vectors. All linear
// layers on a word's vector are one product, of which each has a section.
type heads struct {
	xpos, upos, feats, lemma, boundary, name, factuality section
	arcDep, arcHead, relDep, relHead                     section // through ReLU

	width  int // of the joint output
	matrix *kernel.Int8Matrix

	labels   labels
	arc      []float32 // [arc][arc]: dependent, head
	arcBias  []float32
	root     []float32 // vector that stands for the head of the root
	arcRoot  []float32 // root through the arc and the rel layer
	relRoot  []float32
	relation relationWeights
}

// relationWeights is the biaffine form that scores relations, arranged so
// that relations are the columns of its products: for each component of the
// head a matrix whose rows are the components of the dependent, and one more
// row for a constant 1.
type relationWeights struct {
	count, width, size int
	pair               []float32 // [size][size+1][width]
	dep                []float32 // [size+1][width]: what does not depend on the head
}

func (h *heads) load(f *file, hidden int) error {
	c := f.header.Config
	if err := h.labels.load(f.header.Labels); err != nil {
		return err
	}
	l := &h.labels
	layers := []struct {
		name string
		to   *section
		size int
	}{
		{"arc.dep", &h.arcDep, c.Arc}, {"arc.head", &h.arcHead, c.Arc},
		{"rel.dep", &h.relDep, c.Rel}, {"rel.head", &h.relHead, c.Rel},
		{"head.xpos", &h.xpos, len(l.xpos)}, {"head.upos", &h.upos, len(l.upos)},
		{"head.feats", &h.feats, len(l.feats)}, {"head.lemma", &h.lemma, len(l.lemma)},
		{"head.name", &h.name, len(l.name)}, {"head.boundary", &h.boundary, 2},
		{"head.factuality", &h.factuality, 1},
	}
	n := 0
	for _, layer := range layers {
		*layer.to = section{n, layer.size}
		n += layer.size
	}
	var err error
	if h.matrix, err = kernel.NewInt8Matrix(hidden, n); err != nil {
		return err
	}
	h.width = h.matrix.Padded()
	for _, layer := range layers {
		if err := setColumns(f, h.matrix, layer.to.at, layer.name, layer.size, hidden); err != nil {
			return err
		}
	}
	return h.loadPairs(f, hidden)
}

// loadPairs reads what scores pairs of words.
func (h *heads) loadPairs(f *file, hidden int) (err error) {
	arc, size, count := h.arcDep.size, h.relDep.size, len(h.labels.relation)
	if h.arc, err = f.float32s("arc.u", arc, arc); err != nil {
		return err
	}
	if h.arcBias, err = f.float32s("arc.head_bias", arc); err != nil {
		return err
	}
	if h.root, err = f.float32s("arc.root", hidden); err != nil {
		return err
	}
	u, err := f.float32s("rel.u", count, size, size)
	if err != nil {
		return err
	}
	w, err := f.float32s("rel.w", count, 2*size)
	if err != nil {
		return err
	}
	bias, err := f.float32s("rel.bias", count)
	if err != nil {
		return err
	}
	width := roundUp(count, kernel.Block)
	r := relationWeights{count: count, width: width, size: size}
	r.pair = make([]float32, size*(size+1)*width)
	r.dep = make([]float32, (size+1)*width)
	for c := 0; c < count; c++ {
		for i := 0; i < size; i++ {
			for j := 0; j < size; j++ {
				r.pair[(j*(size+1)+i)*width+c] = u[(c*size+i)*size+j]
			}
			r.dep[i*width+c] = w[c*2*size+i]
			r.pair[(i*(size+1)+size)*width+c] = w[c*2*size+size+i]
		}
		r.dep[size*width+c] = bias[c]
	}
	h.relation = r
	return nil
}

// project computes what the root's vector becomes.
func (h *heads) project(k *kernel.Set) {
	a := &arena{vectors: h.root}
	h.apply(k, a, 1)
	h.arcRoot = slices.Clone(h.arcHead.of(a.outputs))
	h.relRoot = slices.Clone(h.relHead.of(a.outputs))
}

// apply computes the joint outputs of the arena's n word vectors.
func (h *heads) apply(k *kernel.Set, a *arena, n int) {
	a.outputs = grow(a.outputs, (n+8)*h.width) // Transpose reads up to 7 rows more
	a.multiply(k, h.matrix, tableOf(a.outputs, h.width), tableOf(a.vectors, h.matrix.Inner), n, h.relHead.at+h.relHead.size)
}

// pool returns the vectors of words, which are the means of the states of
// their pieces; memory is used again.
func (m *Model) pool(a *arena, words []wordSpan, memory []float32) (vectors []float32) {
	h := m.hidden
	vectors = grow(memory, len(words)*h)
	for i, w := range words {
		v := vectors[i*h:][:h]
		copy(v, a.state[int(w.start)*h:])
		if w.end-w.start == 1 {
			continue
		}
		for r := w.start + 1; r < w.end; r++ {
			m.kernels.Add(v, a.state[int(r)*h:][:h])
		}
		share := 1 / float32(w.end-w.start)
		for j := range v {
			v[j] *= share
		}
	}
	return vectors
}
