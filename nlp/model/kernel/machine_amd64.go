package kernel

import "golang.org/x/sys/cpu"

// machineSets returns the sets of assembly that the processor and the
// operating system allow. AVX-512 alone, without its int8 dot products, is
// left to the AVX2 set.
func machineSets() (list []*Set) {
	x := cpu.X86
	if x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512VNNI && x.HasFMA && x.HasAVX2 {
		if hasAMX() {
			list = append(list, amx())
		}
		list = append(list, &avx512)
	}
	if x.HasAVX2 && x.HasFMA {
		list = append(list, &avx2)
	}
	return list
}

var avx512 = Set{
	Name: "avx512",
	MulInt8: func(acc []int32, a []byte, m *Int8Matrix, rows int) {
		padded, count := m.Padded(), (rows+7)/8
		if rows <= 0 {
			return
		}
		_, _ = acc[count*8*padded-1], a[count*8*m.Inner-1]
		mulInt8AVX512(&acc[0], padded*4, &a[0], m.Inner, &m.packed[0], Lanes*m.Inner, &m.offset[0], m.Inner/4, padded/(3*Lanes), count)
	},
	MulFloat32: mulFloat32(2*Lanes, []mulFloat32Func{
		mulFloat32AVX512x1, mulFloat32AVX512x2, mulFloat32AVX512x3, mulFloat32AVX512x4,
		mulFloat32AVX512x5, mulFloat32AVX512x6, mulFloat32AVX512x7, mulFloat32AVX512x8,
	}),
	Quantize: func(dst []byte, x []float32, absMax float32) float32 {
		scale, inverse := quantum(absMax)
		_ = dst[len(x)-1]
		quantizeAVX512(&dst[0], &x[0], len(x), inverse)
		return scale
	},
	Dequantize: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		dequantizeAVX512(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	DequantizeAdd: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		dequantizeAddAVX512(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	DequantizeGELU: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) float32 {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		return dequantizeGELUAVX512(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	Normalize: func(x, weight, bias []float32, epsilon float32) float32 {
		n := len(x)
		_, _ = weight[n-1], bias[n-1]
		return normalizeAVX512(&x[0], &weight[0], &bias[0], n, epsilon)
	},
	Softmax:   func(x []float32, n int, scale float32) { softmaxAVX512(&x[0], n, len(x), scale) },
	AbsMax:    func(x []float32) float32 { return absMaxAVX512(&x[0], len(x)) },
	Add:       func(dst, x []float32) { _ = dst[len(x)-1]; addAVX512(&dst[0], &x[0], len(x)) },
	AddScaled: func(dst, x []float32, f float32) { _ = dst[len(x)-1]; addScaledAVX512(&dst[0], &x[0], len(x), f) },
	Rectify:   func(x []float32) { rectifyAVX512(&x[0], len(x)) },
	Transpose: transposeMachine,
}

var avx2 = Set{
	Name: "avx2",
	MulInt8: func(acc []int32, a []byte, m *Int8Matrix, rows int) {
		padded, count := m.Padded(), (rows+3)/4
		if rows <= 0 {
			return
		}
		_, _ = acc[count*4*padded-1], a[count*4*m.Inner-1]
		mulInt8AVX2(&acc[0], padded*4, &a[0], m.Inner, &m.packed[0], Lanes*m.Inner, &m.offset[0], m.Inner/4, padded/Lanes, count)
	},
	MulFloat32: mulFloat32(Lanes, []mulFloat32Func{
		mulFloat32AVX2x1, mulFloat32AVX2x2, mulFloat32AVX2x3,
		mulFloat32AVX2x4, mulFloat32AVX2x5, mulFloat32AVX2x6,
	}),
	Quantize: func(dst []byte, x []float32, absMax float32) float32 {
		scale, inverse := quantum(absMax)
		_ = dst[len(x)-1]
		quantizeAVX2(&dst[0], &x[0], len(x), inverse)
		return scale
	},
	Dequantize: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		dequantizeAVX2(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	DequantizeAdd: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		dequantizeAddAVX2(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	DequantizeGELU: func(out []float32, acc []int32, rowScale float32, scale, bias []float32) float32 {
		n := len(out)
		_, _, _ = acc[n-1], scale[n-1], bias[n-1]
		return dequantizeGELUAVX2(&out[0], &acc[0], &scale[0], &bias[0], n, rowScale)
	},
	Normalize: func(x, weight, bias []float32, epsilon float32) float32 {
		n := len(x)
		_, _ = weight[n-1], bias[n-1]
		return normalizeAVX2(&x[0], &weight[0], &bias[0], n, epsilon)
	},
	Softmax:   func(x []float32, n int, scale float32) { softmaxAVX2(&x[0], n, len(x), scale) },
	AbsMax:    func(x []float32) float32 { return absMaxAVX2(&x[0], len(x)) },
	Add:       func(dst, x []float32) { _ = dst[len(x)-1]; addAVX2(&dst[0], &x[0], len(x)) },
	AddScaled: func(dst, x []float32, f float32) { _ = dst[len(x)-1]; addScaledAVX2(&dst[0], &x[0], len(x), f) },
	Rectify:   func(x []float32) { rectifyAVX2(&x[0], len(x)) },
	Transpose: transposeMachine,
}

type mulFloat32Func func(c *float32, ldc int, a *float32, lda int, b *float32, ldb, inner, blocks int)

// mulFloat32 cuts a product into groups of rows: byRows[n-1] multiplies n of
// them, by width columns at a time.
func mulFloat32(width int, byRows []mulFloat32Func) func(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, rows, inner, cols int) {
	return func(c []float32, ldc int, a []float32, lda int, b []float32, ldb int, rows, inner, cols int) {
		if rows <= 0 || inner <= 0 || cols <= 0 {
			return
		}
		_, _, _ = c[(rows-1)*ldc+cols-1], a[(rows-1)*lda+inner-1], b[(inner-1)*ldb+cols-1]
		for r := 0; r < rows; r += len(byRows) {
			n := min(len(byRows), rows-r)
			byRows[n-1](&c[r*ldc], ldc*4, &a[r*lda], lda*4, &b[0], ldb*4, inner, cols/width)
		}
	}
}

func transposeMachine(dst []float32, ldd int, src []float32, lds int, rows, cols int) {
	if rows <= 0 || cols <= 0 {
		return
	}
	groups := (rows + 7) / 8
	_, _ = dst[(cols-1)*ldd+groups*8-1], src[(groups*8-1)*lds+cols-1]
	transposeAVX2(&dst[0], ldd*4, &src[0], lds*4, groups, cols/8)
}
