package model

import (
	"math"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// blockRows is how many rows go through a product at once: enough to use the
// weights often once they are in the cache, few enough that the products stay
// there.
const blockRows = 4 * kernel.RowBlock

func roundUp(n, to int) int { return (n + to - 1) / to * to }

// encode runs the encoder over the sequences of the batch and leaves the last
// layer's states in a.state, and those that the reader starts from in
// a.reader.state if the batch is to be read. Sequences do not see each other.
func (m *Model) encode(a *arena, read bool) error {
	a.state = grow(a.state, len(a.pieces)*m.hidden)
	m.makeRoom(a)
	if err := m.embed(a); err != nil {
		return err
	}
	from := len(m.layers)
	if read {
		from = m.reader.from
	}
	m.run(a, m.layers[:from])
	if read {
		a.reader.state = append(a.reader.state[:0], a.state...)
	}
	m.run(a, m.layers[from:])
	return nil
}

// makeRoom gives the arena the room that layers need for the batch.
func (m *Model) makeRoom(a *arena) {
	n, h := len(a.pieces), m.hidden
	wide := m.file.header.Config.Intermediate
	padded := roundUp(n, kernel.RowBlock)
	a.context = grow(a.context, n*h)
	a.query = grow(a.query, n*h)
	a.keyValue = grow(a.keyValue, (n+8)*2*h) // Transpose reads up to 7 rows more
	a.rows = grow(a.rows, padded*h)
	a.scales = grow(a.scales, padded)
	a.acc = grow(a.acc, blockRows*max(m.layers[0].up.Padded(), m.layers[0].keyValue.Padded()))
	a.wide = grow(a.wide, blockRows*wide)
	a.row = grow(a.row, wide)
}

// run takes the states of the batch, which stand quantised in a.rows as well,
// through layers.
func (m *Model) run(a *arena, layers []layer) {
	n := len(a.pieces)
	for i := range layers {
		l := &layers[i]
		m.project(a, l.query, a.query, n)
		m.project(a, l.keyValue, a.keyValue, n)
		for s, start := range a.starts[:len(a.starts)-1] {
			end := a.starts[s+1]
			m.attend(a, start, end, start, end-start)
		}
		m.finishLayer(a, l, n)
	}
}

// runFor takes the states through a layer of which only those of some pieces,
// given in order, are wanted: the others are only looked at. Those that are
// wanted stand behind one another then.
func (m *Model) runFor(a *arena, l *layer, pieces []int32) {
	m.project(a, l.keyValue, a.keyValue, len(a.pieces))
	h := m.hidden
	for i, piece := range pieces {
		from := int(piece)
		copy(a.state[i*h:][:h], a.state[from*h:][:h])
		copy(a.rows[i*h:][:h], a.rows[from*h:][:h])
		a.scales[i] = a.scales[from]
	}
	m.project(a, l.query, a.query, len(pieces))
	n := 0
	for s, start := range a.starts[:len(a.starts)-1] {
		end, first := a.starts[s+1], n
		for n < len(pieces) && int(pieces[n]) < end {
			n++
		}
		if n > first {
			m.attend(a, start, end, first, n-first)
		}
	}
	m.finishLayer(a, l, n)
}

// embed sets the states to the sums of the embeddings of piece, position and
// shape, and quantises them.
func (m *Model) embed(a *arena) error {
	e, h := &m.embedding, m.hidden
	a.embedding = grow(a.embedding, h)
	for s := range a.starts[:len(a.starts)-1] {
		for r := a.starts[s]; r < a.starts[s+1]; r++ {
			id := int64(a.pieces[r])
			if _, err := m.file.r.ReadAt(a.embedding, m.file.data+e.words+id*int64(h)); err != nil {
				return err
			}
			x := a.state[r*h:][:h]
			position, shape := e.position[(r-a.starts[s])*h:][:h], e.shape[int(a.shapes[r])*h:][:h]
			scale := e.scale[id]
			for i, w := range a.embedding {
				x[i] = float32(scale*float32(int8(w))) + position[i] + shape[i]
			}
			m.quantize(a, r, x, m.kernels.Normalize(x, e.norm.weight, e.norm.bias, m.epsilon))
		}
	}
	return nil
}

func (m *Model) quantize(a *arena, row int, x []float32, absMax float32) {
	a.scales[row] = m.kernels.Quantize(a.rows[row*m.hidden:][:m.hidden], x, absMax)
}

// project sets out to the products of the first n rows with a matrix.
func (m *Model) project(a *arena, w *kernel.Int8Matrix, out []float32, n int) {
	h, width := m.hidden, w.Columns
	for r := 0; r < n; r += blockRows {
		rows := min(blockRows, n-r)
		m.kernels.MulInt8(a.acc, a.rows[r*h:], w, rows)
		for i := range rows {
			m.kernels.Dequantize(out[(r+i)*width:][:width], a.acc[i*w.Padded():], a.scales[r+i], w.Scale(), w.Bias())
		}
	}
}

// attend lets some queries, from the first on, look at the pieces from start to
// end, and sets their contexts.
func (m *Model) attend(a *arena, start, end, first, queries int) {
	n, h, k := end-start, m.hidden, m.kernels
	width := roundUp(n, kernel.Block)
	a.keys = grow(a.keys, headWidth*width)
	a.scores = grow(a.scores, queries*width)
	scale := float32(1 / math.Sqrt(headWidth))
	for head := 0; head < m.attention; head++ {
		key := a.keyValue[start*2*h+head*headWidth:]
		k.Transpose(a.keys, width, key, 2*h, n, headWidth)
		if n < width {
			for i := 0; i < headWidth; i++ {
				clear(a.keys[i*width+n : (i+1)*width])
			}
		}
		row := first*h + head*headWidth
		k.MulFloat32(a.scores, width, a.query[row:], h, a.keys, width, queries, headWidth, width)
		for i := range queries {
			k.Softmax(a.scores[i*width:][:width], n, scale)
		}
		k.MulFloat32(a.context[row:], h, a.scores, width, key[h:], 2*h, queries, n, headWidth)
	}
}

// finishLayer takes the first n rows through what follows attention: its
// output, the feed-forward net, and both norms.
func (m *Model) finishLayer(a *arena, l *layer, n int) {
	for r := 0; r < n; r += blockRows {
		m.finishRows(a, l, r, min(blockRows, n-r))
	}
}

func (m *Model) finishRows(a *arena, l *layer, first, rows int) {
	k, h := m.kernels, m.hidden
	for r := first; r < first+rows; r++ {
		x := a.context[r*h:][:h]
		m.quantize(a, r, x, k.AbsMax(x))
	}
	m.addAndNormalize(a, l.output, &l.attentionNorm, a.rows[first*h:], a.scales[first:], first, rows)

	k.MulInt8(a.acc, a.rows[first*h:], l.up, rows)
	wide := l.down.Inner
	for r := 0; r < rows; r++ {
		top := k.DequantizeGELU(a.row, a.acc[r*l.up.Padded():], a.scales[first+r], l.up.Scale(), l.up.Bias())
		a.scales[first+r] = k.Quantize(a.wide[r*wide:][:wide], a.row, top)
	}
	m.addAndNormalize(a, l.down, &l.norm, a.wide, a.scales[first:], first, rows)
}

// addAndNormalize adds the product of quantised rows to the states and
// normalises them; the result is quantised for the next product.
func (m *Model) addAndNormalize(a *arena, w *kernel.Int8Matrix, n *norm, in []byte, scales []float32, first, rows int) {
	k, h := m.kernels, m.hidden
	k.MulInt8(a.acc, in, w, rows)
	for r := 0; r < rows; r++ {
		x := a.state[(first+r)*h:][:h]
		k.DequantizeAdd(x, a.acc[r*w.Padded():], scales[r], w.Scale(), w.Bias())
		m.quantize(a, first+r, x, k.Normalize(x, n.weight, n.bias, m.epsilon))
	}
}
