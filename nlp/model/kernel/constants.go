package kernel

// GELU(x) is max(x, 0) - g(|x|), where g(a) = a·(1-Φ(a)) is a bump that is
// gone beyond geluEnd. The polynomial in s = a·2/geluEnd - 1 was fitted to it
// by reweighted Chebyshev least squares; the error is below 1e-6 everywhere.
const geluEnd = 5.25

var geluPolynomial = [15]float32{
	0.0113731762, -0.0763026476, 0.214338019, -0.291149497, 0.0829533711,
	0.358765185, -0.582566381, 0.252600849, 0.297135502, -0.398077548,
	0.0280310996, 0.188782498, -0.0694932342, -0.0346191712, 0.0182286799,
}

// exp(x) is 2^n·(1 + r + r²·q(r)) with n the nearest integer to x/ln 2 and r
// the rest. Below expFloor it is held, which softmax cannot tell from 0.
const (
	expFloor = -87
	log2E    = 1.44269504
	ln2High  = 0.693359375 // few bits, so that n·ln2High is exact
	ln2Low   = -2.12194440e-4
)

var expPolynomial = [5]float32{0.5, 0.166665763, 0.041666463, 0.00836323574, 0.00139337266}
