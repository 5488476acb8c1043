package kernel

import (
	"sync"

	"github.com/kgbuild/kgbuild/nlp/model/kernel/internal/formula"
)

// Lanes is the number of partial sums in every reduction, and the unit in
// which the columns of matrices are padded.
const Lanes = formula.Lanes

// Block is the number of columns that float products work on at a time.
const Block = formula.Block

// RowBlock is the number of rows that int8 products work on at a time: their
// inputs and outputs need room for a multiple of it.
const RowBlock = 16

// A Set is the operations, for one kind of processor.
type Set struct {
	Name string

	// MulInt8 sets acc[r*m.Padded()+c] to the product of row r of a and
	// column c of m, for rows rows rounded up to RowBlock. Rows of a are
	// m.Inner bytes that Quantize of the same set has written.
	MulInt8 func(acc []int32, a []byte, m *Int8Matrix, rows int)

	// MulFloat32 sets c to a×b: c has rows rows, ldc floats apart, and cols
	// columns, a multiple of Block; a has rows rows, lda apart, of inner
	// floats; b has inner rows, ldb apart. Each sum runs over inner in order.
	MulFloat32 func(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, rows, inner, cols int)

	// Quantize writes x, divided by the scale that it returns, to dst; absMax
	// is the largest magnitude in x. len(x) is a multiple of Lanes.
	Quantize func(dst []byte, x []float32, absMax float32) (scale float32)

	// Dequantize sets out to acc·rowScale·scale + bias, for one row.
	Dequantize func(out []float32, acc []int32, rowScale float32, scale, bias []float32)

	// DequantizeAdd adds acc·rowScale·scale + bias to out.
	DequantizeAdd func(out []float32, acc []int32, rowScale float32, scale, bias []float32)

	// DequantizeGELU is Dequantize followed by GELU; it returns the largest
	// magnitude of the results.
	DequantizeGELU func(out []float32, acc []int32, rowScale float32, scale, bias []float32) (absMax float32)

	// Normalize is LayerNorm in place; it returns the largest magnitude of
	// the results.
	Normalize func(x, weight, bias []float32, epsilon float32) (absMax float32)

	// Softmax sets the first n floats of x to their softmax after
	// multiplication with scale, and the rest to 0. len(x) is n rounded up to
	// Block.
	Softmax func(x []float32, n int, scale float32)

	// AbsMax returns the largest magnitude in x. len(x) is a multiple of
	// Lanes.
	AbsMax func(x []float32) float32

	// Add adds x to dst. len(x) is a multiple of Lanes.
	Add func(dst, x []float32)

	// AddScaled adds x·factor to dst. len(x) is a multiple of Lanes.
	AddScaled func(dst, x []float32, factor float32)

	// Rectify is ReLU in place. len(x) is a multiple of Lanes.
	Rectify func(x []float32)

	// Transpose writes rows rows of cols floats, lds apart, to the columns of
	// dst, whose rows are ldd apart. cols is a multiple of 8. src has rows,
	// and dst columns, for rows rounded up to 8; what stands there is copied.
	Transpose func(dst []float32, ldd int, src []float32, lds int, rows, cols int)
}

// Best returns the fastest set that this machine can run.
func Best() *Set { return Sets()[0] }

// Sets returns the sets that this machine can run, the fastest first.
func Sets() []*Set { return sets() }

var sets = sync.OnceValue(func() []*Set { return append(machineSets(), &generic) })
