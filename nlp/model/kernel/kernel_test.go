package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// forSets runs a test for every set that is not the plain Go one.
func forSets(t *testing.T, test func(t *testing.T, s *Set, r *rand.Rand)) {
	for _, s := range Sets() {
		if s.Name == generic.Name {
			continue
		}
		t.Run(s.Name, func(t *testing.T) { test(t, s, rand.New(rand.NewPCG(1, 2))) })
	}
	if len(Sets()) == 1 {
		t.Skip("this machine runs the plain Go set only")
	}
}

// numbers returns n random floats; small ones and zeros are among them.
func numbers(r *rand.Rand, n int, size float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		switch r.IntN(20) {
		case 0:
		case 1:
			x[i] = float32(r.NormFloat64() * size * 1e-6)
		default:
			x[i] = float32(r.NormFloat64() * size)
		}
	}
	return x
}

func sums(r *rand.Rand, n int) []int32 {
	x := make([]int32, n)
	for i := range x {
		x[i] = int32(r.NormFloat64() * 100000)
	}
	return x
}

// equal fails unless the bits of the floats are the same; the two zeros are
// the same number.
func equal(t *testing.T, what string, want, got []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(want[i]) != math.Float32bits(got[i]) && want[i] != got[i] {
			t.Fatalf("%s: number %d of %d is %x, want %x", what, i, len(want), got[i], want[i])
		}
	}
}

func clone[T any](x []T) []T { return append([]T(nil), x...) }

func TestRowOperations(t *testing.T) {
	forSets(t, func(t *testing.T, s *Set, r *rand.Rand) {
		for round := range 60 {
			n := Lanes * (1 + r.IntN(100))
			acc, scale, bias := sums(r, n), numbers(r, n, 0.01), numbers(r, n, 1)
			rowScale := float32(math.Abs(r.NormFloat64()) * 0.01)
			want, got := numbers(r, n, 3), make([]float32, n)
			copy(got, want)
			name := fmt.Sprintf("round %d of %d numbers: ", round, n)

			generic.DequantizeAdd(want, acc, rowScale, scale, bias)
			s.DequantizeAdd(got, acc, rowScale, scale, bias)
			equal(t, name+"DequantizeAdd", want, got)

			generic.Dequantize(want, acc, rowScale, scale, bias)
			s.Dequantize(got, acc, rowScale, scale, bias)
			equal(t, name+"Dequantize", want, got)

			a := generic.DequantizeGELU(want, acc, rowScale, scale, bias)
			b := s.DequantizeGELU(got, acc, rowScale, scale, bias)
			equal(t, name+"DequantizeGELU", append(want, a), append(got, b))

			x := numbers(r, n, math.Exp(r.NormFloat64()*4))
			want, got = clone(x), clone(x)
			a, b = generic.AbsMax(x), s.AbsMax(x)
			equal(t, name+"AbsMax", []float32{a}, []float32{b})

			q, p := make([]byte, n), make([]byte, n)
			a, b = generic.Quantize(q, x, a), s.Quantize(p, x, b)
			equal(t, name+"Quantize", []float32{a}, []float32{b})
			flip := q[0] ^ p[0]
			for i := range q {
				if q[i]^p[i] != flip {
					t.Fatalf("%sQuantize: byte %d is %d, want %d", name, i, p[i], q[i]^flip)
				}
			}

			a = generic.Normalize(want, scale, bias, 1e-12)
			b = s.Normalize(got, scale, bias, 1e-12)
			equal(t, name+"Normalize", append(want, a), append(got, b))

			want, got = clone(x), clone(x)
			generic.Add(want, bias)
			s.Add(got, bias)
			equal(t, name+"Add", want, got)

			generic.AddScaled(want, x, rowScale)
			s.AddScaled(got, x, rowScale)
			equal(t, name+"AddScaled", want, got)

			generic.Rectify(want)
			s.Rectify(got)
			equal(t, name+"Rectify", want, got)
		}
	})
}

func TestSoftmax(t *testing.T) {
	forSets(t, func(t *testing.T, s *Set, r *rand.Rand) {
		for n := 1; n < 260; n++ {
			size := (n + Block - 1) / Block * Block
			want := numbers(r, size, math.Exp(r.NormFloat64()*3))
			got := clone(want)
			generic.Softmax(want, n, 0.177)
			s.Softmax(got, n, 0.177)
			equal(t, fmt.Sprint("Softmax of ", n), want, got)
		}
	})
}

func TestMulFloat32(t *testing.T) {
	forSets(t, func(t *testing.T, s *Set, r *rand.Rand) {
		for range 100 {
			rows, inner, cols := 1+r.IntN(20), 1+r.IntN(70), Block*(1+r.IntN(4))
			ldc, lda, ldb := cols+r.IntN(5), inner+r.IntN(5), cols+r.IntN(5)
			a, b := numbers(r, rows*lda, 1), numbers(r, inner*ldb, 1)
			want := numbers(r, rows*ldc, 1)
			got := clone(want)
			generic.MulFloat32(want, ldc, a, lda, b, ldb, rows, inner, cols)
			s.MulFloat32(got, ldc, a, lda, b, ldb, rows, inner, cols)
			equal(t, fmt.Sprintf("%d × %d × %d", rows, inner, cols), want, got)
		}
	})
}

// Products of int8 are compared with sums of 64 bits, and with the largest
// numbers that can occur.
func TestMulInt8(t *testing.T) {
	for _, s := range Sets() {
		r := rand.New(rand.NewPCG(3, 4))
		for round := range 40 {
			inner, columns, rows := 64*(1+r.IntN(24)), 1+r.IntN(200), 1+r.IntN(40)
			m, err := NewInt8Matrix(inner, columns)
			if err != nil {
				t.Fatal(err)
			}
			weights := make([]byte, inner*columns)
			inputs := make([]float32, inner*rows)
			for i := range weights {
				weights[i] = byte(int8(r.IntN(255) - 127))
				if round%4 == 0 {
					weights[i] = byte(0x81) // -127
				}
			}
			for i := range inputs {
				inputs[i] = float32(r.IntN(255) - 127)
				if round%8 == 0 {
					inputs[i] = 127
				}
			}
			for c := range columns {
				m.SetColumn(c, weights[c*inner:][:inner], 1, 0)
			}
			padded := (rows + RowBlock - 1) / RowBlock * RowBlock
			a, acc := make([]byte, padded*inner), make([]int32, padded*m.Padded())
			for i := range rows {
				s.Quantize(a[i*inner:], inputs[i*inner:][:inner], 127)
			}
			s.MulInt8(acc, a, m, rows)
			for i := range rows {
				for c := range columns {
					want := int64(0)
					for k := range inner {
						want += int64(inputs[i*inner+k]) * int64(int8(weights[c*inner+k]))
					}
					if got := int64(acc[i*m.Padded()+c]); got != want {
						t.Fatalf("%s: %d × %d × %d: row %d, column %d is %d, want %d", s.Name, rows, inner, columns, i, c, got, want)
					}
				}
			}
		}
	}
}

func TestTranspose(t *testing.T) {
	forSets(t, func(t *testing.T, s *Set, r *rand.Rand) {
		for range 100 {
			rows, cols := 1+r.IntN(50), 8*(1+r.IntN(8))
			padded := (rows + 7) / 8 * 8
			ldd, lds := padded+r.IntN(9), cols+r.IntN(9)
			src := numbers(r, padded*lds, 1)
			want, got := make([]float32, cols*ldd), make([]float32, cols*ldd)
			generic.Transpose(want, ldd, src, lds, rows, cols)
			s.Transpose(got, ldd, src, lds, rows, cols)
			for c := range cols {
				equal(t, fmt.Sprint("column ", c), want[c*ldd:][:rows], got[c*ldd:][:rows])
			}
		}
	})
}

// fma rounds once. big.Float would do the same slowly; here results that a
// second rounding would change are made on purpose.
func TestFMARoundsOnce(t *testing.T) {
	tests := []struct{ x, y, z, want float32 }{
		{1, 1, 1, 2},
		// 1 + 2^-24 is half way between two numbers; what is beyond decides.
		{1, 0x1p-24, 1, 1},
		{1 + 0x1p-23, 0x1p-24, 1, 1 + 0x1p-23},
		{1, 0x1p-24 + 0x1p-47, 1, 1 + 0x1p-23},
		{0x1p-60, 0x1p-60, 1 + 0x1p-23, 1 + 0x1p-23},
		{-1, 0x1p-25, 1, 1},
		{0x1.fffffep-64, 0x1p-64, 0x1p-24, 0x1p-24},
		// The sum in float64 is exactly half way, only because of the first rounding.
		{0x1.000002p0, 0x1.000002p-24, 1, 1 + 0x1p-23},
		{0x1p-24, 1 - 0x1p-24, 1 + 0x1p-23, 1 + 0x1p-23},
		{0x1p-40, 0x1p-40, 1 + 0x1p-24, 1},
	}
	for _, test := range tests {
		if got := fma(test.x, test.y, test.z); got != test.want {
			t.Errorf("fma(%x, %x, %x) = %x, want %x", test.x, test.y, test.z, got, test.want)
		}
	}
}

// GELU and the exponential are as near to the real ones as float32 allows for.
func TestFormulas(t *testing.T) {
	for x := -12.0; x < 12; x += 0.001 {
		want := x * 0.5 * math.Erfc(-x/math.Sqrt2)
		if d := math.Abs(want - float64(gelu(float32(x)))); d > 2e-6 {
			t.Fatalf("gelu(%g) is wrong by %g", x, d)
		}
	}
	for x := -86.9; x <= 0; x += 0.003 {
		want := math.Exp(float64(float32(x)))
		if d := math.Abs(float64(exp(float32(x)))/want - 1); d > 3e-7 {
			t.Fatalf("exp(%g) is wrong by a part of %g", x, d)
		}
	}
}
