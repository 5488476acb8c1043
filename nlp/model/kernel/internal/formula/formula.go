// Package formula holds the numbers that plain Go and assembly share.
package formula

const (
	// Lanes is the number of partial sums in every reduction.
	Lanes = 16
	// Block is the number of columns that float products work on at a time.
	Block = 32
)

// GELUEnd is where the bump of GELU is over: GELU(x) is max(x, 0) - g(|x|),
// where g(a) = a·(1-Φ(a)) is below what a float32 shows beyond GELUEnd.
const GELUEnd = 5.25

// GELU is the polynomial in s = a·2/GELUEnd - 1 that was fitted to the bump by
// reweighted Chebyshev least squares; the error is below 1e-6 everywhere.
var GELU = [15]float32{
	0.0113731762, -0.0763026476, 0.214338019, -0.291149497, 0.0829533711,
	0.358765185, -0.582566381, 0.252600849, 0.297135502, -0.398077548,
	0.0280310996, 0.188782498, -0.0694932342, -0.0346191712, 0.0182286799,
}

// exp(x) is 2^n·(1 + r + r²·q(r)) with n the nearest integer to x/ln 2 and r
// the rest. Below ExpFloor, where float32 leaves its normal range, it is 0.
const (
	ExpFloor = -87
	Log2E    = 1.44269504
	Ln2High  = 0.693359375 // few bits, so that n·Ln2High is exact
	Ln2Low   = -2.12194440e-4
)

// Exp is the polynomial q.
var Exp = [5]float32{0.5, 0.166665763, 0.041666463, 0.00836323574, 0.00139337266}
