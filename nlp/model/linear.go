package model

import (
	"fmt"
	"math"

	"github.com/kgbuild/kgbuild/nlp/model/kernel"
)

// setColumns fills columns of a matrix, from the first on, with a linear layer
// of so many outputs and inputs. Weights that the file has as float32 are
// rounded here.
func setColumns(f *file, m *kernel.Int8Matrix, first int, name string, outputs, inputs int) error {
	bias, err := f.float32s(name+".bias", outputs)
	if err != nil {
		return err
	}
	if f.tensors[name+".weight"].Type == "f32" {
		w, err := f.float32s(name+".weight", outputs, inputs)
		if err != nil {
			return err
		}
		row := make([]byte, inputs)
		for c := range outputs {
			m.SetColumn(first+c, row, quantize(row, w[c*inputs:][:inputs]), bias[c])
		}
		return nil
	}
	t, err := f.find(name+".weight", "i8", outputs, inputs)
	if err != nil {
		return err
	}
	scale, err := f.floats(t.ScaleOffset, int64(outputs))
	if err != nil {
		return err
	}
	rows := make([]byte, kernel.Lanes*inputs)
	for c := range outputs {
		at := c % kernel.Lanes * inputs
		if at == 0 {
			n := min(kernel.Lanes, outputs-c) * inputs
			if _, err := f.r.ReadAt(rows[:n], f.data+t.Offset+int64(c*inputs)); err != nil {
				return err
			}
		}
		if math.IsNaN(float64(scale[c])) {
			return fmt.Errorf("%w: tensor %s has a scale that is no number", ErrFile, name)
		}
		m.SetColumn(first+c, rows[at:at+inputs], scale[c], bias[c])
	}
	return nil
}

// quantize writes the weights of one output, divided by the scale that it
// returns. As int8 they cost no accuracy that can be measured, and an eighth
// of the time.
func quantize(dst []byte, x []float32) (scale float32) {
	top := float32(0)
	for _, v := range x {
		top = max(top, v, -v)
	}
	if top == 0 {
		clear(dst)
		return 0
	}
	for i, v := range x {
		dst[i] = byte(int8(math.RoundToEven(float64(v) * 127 / float64(top))))
	}
	return top / 127
}
