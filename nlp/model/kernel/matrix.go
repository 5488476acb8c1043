package kernel

import "fmt"

// An Int8Matrix is the weights of a linear layer, one column an output,
// packed in the order in which the products read them: panels of 16 columns,
// in a panel groups of 4 inputs, in a group the 4 bytes of each column.
type Int8Matrix struct {
	Inner   int // inputs
	Columns int // outputs

	packed []int8
	offset []int32 // -128 × the column's sum: what unsigned inputs add
	scale  []float32
	bias   []float32
}

// columnBlock divides the padded number of columns: products work on two or
// three panels at a time.
const columnBlock = 6 * Lanes

// NewInt8Matrix returns a matrix of zeros; SetColumn fills it.
func NewInt8Matrix(inner, columns int) (*Int8Matrix, error) {
	if inner <= 0 || inner%64 != 0 || columns <= 0 {
		return nil, fmt.Errorf("int8 matrix of %d × %d: the first must be a multiple of 64", inner, columns)
	}
	m := &Int8Matrix{Inner: inner, Columns: columns}
	n := m.Padded()
	m.packed = make([]int8, n*inner)
	m.offset = make([]int32, n)
	m.scale = make([]float32, n)
	m.bias = make([]float32, n)
	return m, nil
}

// Padded returns the number of columns that products write: Columns, rounded
// up.
func (m *Int8Matrix) Padded() int {
	return (m.Columns + columnBlock - 1) / columnBlock * columnBlock
}

// SetColumn sets the weights of one output, as bytes of a two's complement
// int8, the scale that they are to be multiplied with, and what is added.
func (m *Int8Matrix) SetColumn(column int, weights []byte, scale, bias float32) {
	panel := m.packed[column/Lanes*Lanes*m.Inner:]
	lane := column % Lanes * 4
	sum := int32(0)
	for k := 0; k+4 <= len(weights) && k < m.Inner; k += 4 {
		w, p := weights[k:k+4:k+4], panel[k*Lanes+lane:][:4:4]
		p[0], p[1], p[2], p[3] = int8(w[0]), int8(w[1]), int8(w[2]), int8(w[3])
		sum += int32(p[0]) + int32(p[1]) + int32(p[2]) + int32(p[3])
	}
	m.offset[column] = -128 * sum
	m.scale[column], m.bias[column] = scale, bias
}

// Scale returns the scales of the columns, padded.
func (m *Int8Matrix) Scale() []float32 { return m.scale }

// Bias returns what is added to the columns, padded.
func (m *Int8Matrix) Bias() []float32 { return m.bias }
