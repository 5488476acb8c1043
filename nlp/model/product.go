package model

import "github.com/kgbuild/kgbuild/nlp/model/kernel"

// table is rows of floats that stand stride apart.
type table struct {
	floats        []float32
	stride, width int
}

// tableOf returns rows that stand behind one another.
func tableOf(floats []float32, width int) table { return table{floats, width, width} }

// at returns row i.
func (t table) at(i int) []float32 { return t.floats[i*t.stride:][:t.width] }

// productArena is the memory of products with int8 matrices.
type productArena struct {
	rows []byte // quantised
	acc  []int32
}

// multiply sets the first n rows of out to the products of those of in with a
// matrix, and takes the first rectified floats of each through ReLU.
func (a *productArena) multiply(k *kernel.Set, m *kernel.Int8Matrix, out, in table, n, rectified int) {
	inner, width := m.Inner, m.Padded()
	a.rows = grow(a.rows, blockRows*inner)
	a.acc = grow(a.acc, blockRows*width)
	var scales [blockRows]float32
	for first := 0; first < n; first += blockRows {
		block := min(blockRows, n-first)
		for r := range block {
			x := in.at(first + r)
			scales[r] = k.Quantize(a.rows[r*inner:][:inner], x, k.AbsMax(x))
		}
		k.MulInt8(a.acc, a.rows, m, block)
		for r := range block {
			row := out.at(first + r)
			k.Dequantize(row, a.acc[r*width:], scales[r], m.Scale(), m.Bias())
			if rectified > 0 {
				k.Rectify(row[:rectified])
			}
		}
	}
}
