package kernel

import (
	"math"

	"github.com/kgbuild/kgbuild/nlp/model/kernel/internal/formula"
)

// generic is the set in plain Go. It defines what the others compute.
var generic = Set{
	Name:           "go",
	MulInt8:        mulInt8Go,
	MulFloat32:     mulFloat32Go,
	Quantize:       quantizeGo,
	Dequantize:     dequantizeGo,
	DequantizeAdd:  dequantizeAddGo,
	DequantizeGELU: dequantizeGELUGo,
	Normalize:      normalizeGo,
	Softmax:        softmaxGo,
	AbsMax:         absMaxGo,
	Add:            addGo,
	AddScaled:      addScaledGo,
	Rectify:        rectifyGo,
	Transpose:      transposeGo,
}

func mulInt8Go(acc []int32, a []byte, m *Int8Matrix, rows int) {
	n, inner := m.Padded(), m.Inner
	for r := 0; r < rows; r++ {
		row := a[r*inner:][:inner]
		for panel := 0; panel < n; panel += Lanes {
			var sum [Lanes]int32
			weights := m.packed[panel*inner:][:Lanes*inner]
			for k := 0; k < inner; k += 4 {
				a0, a1, a2, a3 := int32(int8(row[k])), int32(int8(row[k+1])), int32(int8(row[k+2])), int32(int8(row[k+3]))
				w := weights[k*Lanes:][: 4*Lanes : 4*Lanes]
				for c := range sum {
					sum[c] += a0*int32(w[4*c]) + a1*int32(w[4*c+1]) + a2*int32(w[4*c+2]) + a3*int32(w[4*c+3])
				}
			}
			copy(acc[r*n+panel:], sum[:])
		}
	}
}

func mulFloat32Go(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, rows, inner, cols int) {
	for r := 0; r < rows; r++ {
		out := c[r*ldc:][:cols]
		clear(out)
		for k := 0; k < inner; k++ {
			x := a[r*lda+k]
			for j, y := range b[k*ldb:][:cols] {
				out[j] = fma(x, y, out[j])
			}
		}
	}
}

func quantizeGo(dst []byte, x []float32, absMax float32) float32 {
	scale, inverse := quantum(absMax)
	for i, v := range x {
		dst[i] = byte(int8(math.RoundToEven(float64(v * inverse))))
	}
	return scale
}

// quantum returns the scale of a row and its inverse. The floor keeps a row
// of zeros apart from a division by zero.
func quantum(absMax float32) (scale, inverse float32) {
	absMax = max(absMax, 127e-10)
	return absMax / 127, 127 / absMax
}

func dequantizeGo(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
	for i, v := range acc[:len(out)] {
		out[i] = fma(float32(v)*rowScale, scale[i], bias[i])
	}
}

func dequantizeAddGo(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
	for i, v := range acc[:len(out)] {
		out[i] += fma(float32(v)*rowScale, scale[i], bias[i])
	}
}

func dequantizeGELUGo(out []float32, acc []int32, rowScale float32, scale, bias []float32) float32 {
	top := float32(0)
	for i, v := range acc[:len(out)] {
		out[i] = gelu(fma(float32(v)*rowScale, scale[i], bias[i]))
		top = max(top, abs(out[i]))
	}
	return top
}

func gelu(x float32) float32 {
	s := fma(min(abs(x), formula.GELUEnd), 2.0/formula.GELUEnd, -1)
	p := formula.GELU[len(formula.GELU)-1]
	for i := len(formula.GELU) - 2; i >= 0; i-- {
		p = fma(p, s, formula.GELU[i])
	}
	return max(x, 0) - p
}

func abs(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

// fold adds up the lanes: the upper half to the lower one, until one is left.
func fold(lane *[Lanes]float32) float32 {
	for n := Lanes / 2; n > 0; n /= 2 {
		for i := range lane[:n] {
			lane[i] += lane[i+n]
		}
	}
	return lane[0]
}

func normalizeGo(x, weight, bias []float32, epsilon float32) float32 {
	var lane [Lanes]float32
	for i, v := range x {
		lane[i%Lanes] += v
	}
	n := float32(len(x))
	mean := fold(&lane) / n
	lane = [Lanes]float32{}
	for i, v := range x {
		d := v - mean
		lane[i%Lanes] = fma(d, d, lane[i%Lanes])
	}
	inverse := 1 / float32(math.Sqrt(float64(fold(&lane)/n+epsilon)))
	top := float32(0)
	for i, v := range x {
		x[i] = fma((v-mean)*inverse, weight[i], bias[i])
		top = max(top, abs(x[i]))
	}
	return top
}

func softmaxGo(x []float32, n int, scale float32) {
	top := float32(math.Inf(-1))
	for i := range x[:n] {
		x[i] *= scale
		top = max(top, x[i])
	}
	var lane [Lanes]float32
	for i, v := range x[:n] {
		x[i] = exp(v - top)
		lane[i%Lanes] += x[i]
	}
	inverse := 1 / fold(&lane)
	for i := range x[:n] {
		x[i] *= inverse
	}
	clear(x[n:])
}

// exp returns e to the power of x, which must not be above 0.
func exp(x float32) float32 {
	if x < formula.ExpFloor {
		return 0
	}
	n := float32(math.RoundToEven(float64(x * formula.Log2E)))
	r := fma(-n, formula.Ln2High, x)
	r = fma(-n, formula.Ln2Low, r)
	q := formula.Exp[len(formula.Exp)-1]
	for i := len(formula.Exp) - 2; i >= 0; i-- {
		q = fma(q, r, formula.Exp[i])
	}
	y := fma(r*r, q, r) + 1
	return y * math.Float32frombits(uint32(int32(n)+127)<<23)
}

func absMaxGo(x []float32) float32 {
	top := float32(0)
	for _, v := range x {
		top = max(top, abs(v))
	}
	return top
}

func addGo(dst, x []float32) {
	for i, v := range x {
		dst[i] += v
	}
}

func addScaledGo(dst, x []float32, factor float32) {
	for i, v := range x {
		dst[i] = fma(v, factor, dst[i])
	}
}

func rectifyGo(x []float32) {
	for i, v := range x {
		if !(v > 0) {
			x[i] = 0
		}
	}
}

func transposeGo(dst []float32, ldd int, src []float32, lds int, rows, cols int) {
	for r := 0; r < rows; r++ {
		for c, v := range src[r*lds:][:cols] {
			dst[c*ldd+r] = v
		}
	}
}
