package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"

	"github.com/kgbuild/kgbuild/nlp/model/kernel/internal/formula"
)

// What becomes of a dequantised number.
type ending int

const (
	plain  ending = iota
	added         // to what is there
	curved        // through GELU
)

func (i isa) dequantize(name string, e ending) {
	signature := "func(out *float32, acc *int32, scale, bias *float32, n int, rowScale float32)"
	if e == curved {
		signature += " float32"
	}
	TEXT(name+i.suffix, 0, signature)
	Pragma("noescape")
	out, acc, scale, bias, n := argument("out"), argument("acc"), argument("scale"), argument("bias"), argument("n")
	rowScale := i.copies("rowScale")
	g := i.group()
	top := i.vecs(g)
	var curve func(v, a, p VecVirtual)
	if e == curved {
		i.zero(top...)
		curve = i.gelu()
	}
	unroll := 1
	if i.wide {
		unroll = 2
	}
	loop(n, unroll, []pointer{{out, 4}, {acc, 4}, {scale, 4}, {bias, 4}}, func(groups int) {
		v := i.vecs(groups * g)
		for k, x := range v {
			VCVTDQ2PS(i.at(acc, k), x)
			VMULPS(rowScale, x, x)
			s := i.load(i.at(scale, k))
			VFMADD213PS(i.at(bias, k), s, x)
		}
		for k, x := range v {
			if e == added {
				VADDPS(i.at(out, k), x, x)
			}
			if e == curved {
				a, p := i.vec(), i.vec()
				curve(x, a, p)
				i.abs(x, a)
				VMAXPS(a, top[k%g], top[k%g])
			}
			VMOVUPS(x, i.at(out, k))
		}
	})
	if e == curved {
		Store(i.fold(top, VMAXPS).AsX(), ReturnIndex(0))
	}
	VZEROUPPER()
	RET()
}

// gelu returns what replaces v by GELU(v); a and p are for its use. With
// AVX-512 there are registers enough for the coefficients.
func (i isa) gelu() func(v, a, p VecVirtual) {
	coefficient := make([]Op, len(formula.GELU))
	for k, c := range formula.GELU {
		coefficient[k] = float(c)
		if i.wide {
			coefficient[k] = i.load(float(c))
		}
	}
	return func(v, a, p VecVirtual) {
		i.abs(v, a)
		VMINPS(float(formula.GELUEnd), a, a)
		VMOVUPS(float(2.0/formula.GELUEnd), p)
		VFMADD213PS(float(-1), p, a)
		last := len(coefficient) - 1
		VMOVUPS(coefficient[last], p)
		for k := last - 1; k >= 0; k-- {
			VFMADD213PS(coefficient[k], a, p)
		}
		i.zero(a)
		VMAXPS(a, v, v)
		VSUBPS(p, v, v)
	}
}

func (i isa) quantize() {
	TEXT("quantize"+i.suffix, 0, "func(dst *byte, x *float32, n int, inverse float32)")
	Pragma("noescape")
	dst, x, n := argument("dst"), argument("x"), argument("n")
	inverse := i.copies("inverse")
	loop(n, 1, []pointer{{dst, 1}, {x, 4}}, func(int) {
		v := i.vecs(i.group())
		for k := range v {
			VMULPS(i.at(x, k), inverse, v[k])
			VCVTPS2DQ(v[k], v[k])
		}
		b := XMM()
		if i.wide {
			// The dot product wants unsigned bytes: 128 more.
			VPMOVDB(v[0], b)
			VPXOR(bits(0x80808080), b, b)
		} else {
			VPACKSSDW(v[1], v[0], v[0])
			VPERMQ(U8(0b11011000), v[0], v[0])
			VEXTRACTI128(U8(1), v[0], b)
			VPACKSSWB(b, v[0].AsX(), b)
		}
		VMOVDQU(b, Mem{Base: dst})
	})
	VZEROUPPER()
	RET()
}

func (i isa) normalize() {
	TEXT("normalize"+i.suffix, 0, "func(x, weight, bias *float32, n int, epsilon float32) float32")
	Pragma("noescape")
	x, weight, bias, n := argument("x"), argument("weight"), argument("bias"), argument("n")
	g := i.group()
	count := XMM()
	VXORPS(count, count, count)
	VCVTSI2SSQ(n, count, count)

	sum := i.vecs(g)
	i.zero(sum...)
	p := again(x)
	loop(again(n), 1, []pointer{{p, 4}}, func(int) {
		for k, s := range sum {
			VADDPS(i.at(p, k), s, s)
		}
	})
	average := i.fold(sum, VADDPS)
	VDIVSS(count, average.AsX(), average.AsX())
	mean := i.fill(average)

	square := i.vecs(g)
	i.zero(square...)
	p = again(x)
	loop(again(n), 1, []pointer{{p, 4}}, func(int) {
		for k, s := range square {
			d := i.load(i.at(p, k))
			VSUBPS(mean, d, d)
			VFMADD231PS(d, d, s)
		}
	})
	deviation := i.fold(square, VADDPS).AsX()
	VDIVSS(count, deviation, deviation)
	VADDSS(address("epsilon"), deviation, deviation)
	VSQRTSS(deviation, deviation, deviation)
	one := XMM()
	VMOVSS(float(1), one)
	VDIVSS(deviation, one, one)
	inverse := i.fill(one)

	top := i.vecs(g)
	i.zero(top...)
	loop(n, 1, []pointer{{x, 4}, {weight, 4}, {bias, 4}}, func(int) {
		for k, t := range top {
			v, w := i.load(i.at(x, k)), i.load(i.at(weight, k))
			VSUBPS(mean, v, v)
			VMULPS(inverse, v, v)
			VFMADD213PS(i.at(bias, k), w, v)
			VMOVUPS(v, i.at(x, k))
			i.abs(v, v)
			VMAXPS(v, t, t)
		}
	})
	Store(i.fold(top, VMAXPS).AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

func (i isa) absMax() {
	TEXT("absMax"+i.suffix, 0, "func(x *float32, n int) float32")
	Pragma("noescape")
	x, n := argument("x"), argument("n")
	top := i.vecs(i.group())
	i.zero(top...)
	loop(n, 1, []pointer{{x, 4}}, func(int) {
		for k, t := range top {
			v := i.load(i.at(x, k))
			i.abs(v, v)
			VMAXPS(v, t, t)
		}
	})
	Store(i.fold(top, VMAXPS).AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

func (i isa) add() {
	TEXT("add"+i.suffix, 0, "func(dst, x *float32, n int)")
	Pragma("noescape")
	dst, x, n := argument("dst"), argument("x"), argument("n")
	loop(n, 1, []pointer{{dst, 4}, {x, 4}}, func(int) {
		for k := range i.group() {
			v := i.load(i.at(dst, k))
			VADDPS(i.at(x, k), v, v)
			VMOVUPS(v, i.at(dst, k))
		}
	})
	VZEROUPPER()
	RET()
}

func (i isa) addScaled() {
	TEXT("addScaled"+i.suffix, 0, "func(dst, x *float32, n int, factor float32)")
	Pragma("noescape")
	dst, x, n := argument("dst"), argument("x"), argument("n")
	factor := i.copies("factor")
	loop(n, 1, []pointer{{dst, 4}, {x, 4}}, func(int) {
		for k := range i.group() {
			v := i.load(i.at(dst, k))
			VFMADD231PS(i.at(x, k), factor, v)
			VMOVUPS(v, i.at(dst, k))
		}
	})
	VZEROUPPER()
	RET()
}

// rectify leaves zero for what is no number: that is what VMAXPS gives with
// the zeros as its second source, which stands first here.
func (i isa) rectify() {
	TEXT("rectify"+i.suffix, 0, "func(x *float32, n int)")
	Pragma("noescape")
	x, n := argument("x"), argument("n")
	zero := i.vec()
	i.zero(zero)
	loop(n, 1, []pointer{{x, 4}}, func(int) {
		for k := range i.group() {
			v := i.load(i.at(x, k))
			VMAXPS(zero, v, v)
			VMOVUPS(v, i.at(x, k))
		}
	})
	VZEROUPPER()
	RET()
}
