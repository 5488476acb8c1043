package main

import (
	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"

	"github.com/kgbuild/kgbuild/nlp/model/kernel/internal/formula"
)

// softmax reads the row three times: for its maximum, for the sum of the
// exponentials, and to divide by that.
func (i isa) softmax() {
	TEXT("softmax"+i.suffix, 0, "func(x *float32, n, size int, scale float32)")
	Pragma("noescape")
	x, size := argument("x"), argument("size")
	scale := i.copies("scale")
	g := i.group()
	i.hideTail(x, size)

	top := i.vecs(g)
	for _, t := range top {
		VMOVUPS(bits(0xff800000), t) // -Inf
	}
	p := again(x)
	loop(again(size), 1, []pointer{{p, 4}}, func(int) {
		for k, t := range top {
			v := i.vec()
			VMULPS(i.at(p, k), scale, v)
			VMAXPS(v, t, t)
		}
	})
	highest := i.fill(i.fold(top, VMAXPS))

	sum := i.vecs(g)
	i.zero(sum...)
	p = again(x)
	loop(again(size), 1, []pointer{{p, 4}}, func(int) {
		for k, s := range sum {
			v := i.vec()
			VMULPS(i.at(p, k), scale, v)
			VSUBPS(highest, v, v)
			e := i.exp(v)
			VMOVUPS(e, i.at(p, k))
			VADDPS(e, s, s)
		}
	})
	one, total := XMM(), i.fold(sum, VADDPS).AsX()
	VMOVSS(float(1), one)
	VDIVSS(total, one, one)
	inverse := i.fill(one)

	loop(size, 1, []pointer{{x, 4}}, func(int) {
		for k := range g {
			v := i.vec()
			VMULPS(i.at(x, k), inverse, v)
			VMOVUPS(v, i.at(x, k))
		}
	})
	VZEROUPPER()
	RET()
}

// hideTail sets what is beyond n, in the last formula.Block floats, to -Inf.
func (i isa) hideTail(x, size GPVirtual) {
	tail, index := GP64(), GP64()
	LEAQ(Mem{Base: x, Index: size, Scale: 4, Disp: -4 * formula.Block}, tail)
	MOVQ(argument("n"), index)
	SUBQ(size, index)
	ADDQ(U32(formula.Block), index) // how many of the tail count
	count := i.vec()
	{
		low := XMM()
		VMOVD(index.As32(), low)
		VPBROADCASTD(low, count)
	}
	hidden := i.load(bits(0xff800000))
	for k := 0; k < formula.Block*4/i.size(); k++ {
		v := i.load(lanes(k * i.size()))
		if i.wide {
			m := K()
			VPCMPGTD(v, count, m) // count > lane
			VMOVUPS(hidden, v)
			VMOVUPS(i.at(tail, k), m, v)
			VMOVUPS(v, i.at(tail, k))
		} else {
			m := YMM()
			VPCMPGTD(v, count, m)
			VBLENDVPS(m, i.at(tail, k), hidden, v)
			VMOVUPS(v, i.at(tail, k))
		}
	}
}

var lanesData Mem

// lanes returns memory with the numbers of lanes, from some byte on.
func lanes(offset int) Mem {
	if lanesData.Symbol.Name == "" {
		lanesData = GLOBL("lanes", attr.NOPTR|attr.RODATA)
		for k := 0; k < formula.Block; k++ {
			DATA(4*k, U32(uint32(k)))
		}
	}
	m := lanesData
	m.Disp += offset
	return m
}

// exp returns e to the power of v, which is used up.
func (i isa) exp(v VecVirtual) VecVirtual {
	n, r, q := i.vec(), i.vec(), i.vec()
	below := v // where the result is 0
	x := i.vec()
	VMAXPS(float(formula.ExpFloor), v, x)
	VMULPS(float(formula.Log2E), x, n)
	if i.wide {
		VRNDSCALEPS(U8(8), n, n)
	} else {
		VROUNDPS(U8(8), n, n)
	}
	VMOVUPS(x, r)
	VFNMADD231PS(float(formula.Ln2High), n, r)
	VFNMADD231PS(float(formula.Ln2Low), n, r)
	last := len(formula.Exp) - 1
	VMOVUPS(float(formula.Exp[last]), q)
	for k := last - 1; k >= 0; k-- {
		VFMADD213PS(float(formula.Exp[k]), r, q)
	}
	square := x
	VMULPS(r, r, square)
	VFMADD213PS(r, square, q)
	VADDPS(float(1), q, q)
	if i.wide {
		m := K()
		VCMPPS(U8(0x0d), float(formula.ExpFloor), below, m) // not below
		VSCALEFPS_Z(n, q, m, q)
		return q
	}
	VCVTPS2DQ(n, n)
	VPSLLD(U8(23), n, n)
	VPADDD(n, q, q)
	VCMPPS(U8(0x0d), float(formula.ExpFloor), below, below)
	VANDPS(below, q, q)
	return q
}
