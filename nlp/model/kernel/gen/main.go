// Program gen writes the assembly of the package kernel: every operation once
// with AVX2 and FMA, and once with AVX-512 and its int8 dot products.
package main

import . "github.com/mmcloughlin/avo/build"

func main() {
	ConstraintExpr("amd64")
	for _, i := range []isa{{"AVX2", false}, {"AVX512", true}} {
		i.dequantize("dequantize", plain)
		i.dequantize("dequantizeAdd", added)
		i.dequantize("dequantizeGELU", curved)
		i.quantize()
		i.normalize()
		i.softmax()
		i.absMax()
		i.add()
		i.addScaled()
		i.rectify()
		i.mulFloat32()
	}
	mulInt8AVX2()
	mulInt8AVX512()
	transpose()
	Generate()
}
