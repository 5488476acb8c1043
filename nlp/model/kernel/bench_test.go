package kernel

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func BenchmarkMulInt8(b *testing.B) {
	for _, size := range []struct{ rows, inner, columns int }{
		{64, 384, 1152}, {64, 384, 1536}, {64, 1536, 384}, {16, 384, 384},
	} {
		for _, s := range Sets() {
			b.Run(fmt.Sprintf("%d×%d×%d/%s", size.rows, size.inner, size.columns, s.Name), func(b *testing.B) {
				m, err := NewInt8Matrix(size.inner, size.columns)
				if err != nil {
					b.Fatal(err)
				}
				a, acc := make([]byte, size.rows*size.inner), make([]int32, size.rows*m.Padded())
				for b.Loop() {
					s.MulInt8(acc, a, m, size.rows)
				}
				b.ReportMetric(float64(size.rows*size.inner*size.columns)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}

func BenchmarkMulFloat32(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, size := range []struct{ rows, inner, cols int }{
		{128, 32, 128}, {128, 128, 32}, {100, 384, 32}, {30, 256, 256}, {30, 65, 64}, {1, 64, 64},
	} {
		for _, s := range Sets() {
			if s.Name == "amx" {
				continue // as avx512
			}
			b.Run(fmt.Sprintf("%d×%d×%d/%s", size.rows, size.inner, size.cols, s.Name), func(b *testing.B) {
				x, y := numbers(r, size.rows*size.inner, 1), numbers(r, size.inner*size.cols, 1)
				c := make([]float32, size.rows*size.cols)
				for b.Loop() {
					s.MulFloat32(c, size.cols, x, size.inner, y, size.cols, size.rows, size.inner, size.cols)
				}
				b.ReportMetric(2*float64(size.rows*size.inner*size.cols)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
			})
		}
	}
}

// BenchmarkRows measures the operations on one row as wide as the feed-forward
// net.
func BenchmarkRows(b *testing.B) {
	const n = 1536
	r := rand.New(rand.NewPCG(1, 1))
	acc, scale, bias, x := sums(r, n), numbers(r, n, 0.01), numbers(r, n, 1), numbers(r, n, 1)
	out, q := make([]float32, n), make([]byte, n)
	for _, s := range Sets() {
		for _, op := range []struct {
			name string
			run  func()
		}{
			{"Dequantize", func() { s.Dequantize(out, acc, 0.01, scale, bias) }},
			{"DequantizeAdd", func() { s.DequantizeAdd(out, acc, 0.01, scale, bias) }},
			{"DequantizeGELU", func() { s.DequantizeGELU(out, acc, 0.01, scale, bias) }},
			{"Quantize", func() { s.Quantize(q, x, 4) }},
			{"Normalize", func() { s.Normalize(out, scale, bias, 1e-12) }},
			{"Softmax", func() { copy(out, x); s.Softmax(out, n, 0.2) }},
			{"AbsMax", func() { s.AbsMax(x) }},
		} {
			b.Run(op.name+"/"+s.Name, func(b *testing.B) {
				for b.Loop() {
					op.run()
				}
				b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/n*1e9, "ns/number")
			})
		}
	}
}
