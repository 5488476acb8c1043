package kernel

import "math"

// fma returns x·y+z rounded once, as the instruction does. The product of two
// float32 is exact in float64, so the sum is rounded to 53 bits and then to
// 24. That differs from a single rounding only where the first lands half way
// between two float32, or where the result is below the normal range.
func fma(x, y, z float32) float32 {
	p, q := float64(x)*float64(y), float64(z)
	s := p + q
	if b := math.Float64bits(s); b&(1<<29-1) != 1<<28 && b>>52&0x7ff > 1023-127 {
		return float32(s)
	}
	// Round to odd, so that the second rounding sees what the first lost.
	t := s - p
	lost := (p - (s - t)) + (q - t)
	if b := math.Float64bits(s); lost != 0 && b&1 == 0 {
		if (lost > 0) == (s > 0) {
			b++
		} else {
			b--
		}
		s = math.Float64frombits(b)
	}
	return float32(s)
}
