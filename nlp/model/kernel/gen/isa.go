package main

import (
	"fmt"
	"math"

	"github.com/mmcloughlin/avo/attr"
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"

	"github.com/kgbuild/kgbuild/nlp/model/kernel/internal/formula"
)

// isa is a kind of vector registers.
type isa struct {
	suffix string
	wide   bool // AVX-512: one register for 16 lanes instead of two
}

// vec returns a new vector register.
func (i isa) vec() VecVirtual {
	if i.wide {
		return ZMM()
	}
	return YMM()
}

// size is the number of bytes of a vector register.
func (i isa) size() int {
	if i.wide {
		return 64
	}
	return 32
}

// group is the number of registers that hold formula.Lanes floats.
func (i isa) group() int { return formula.Lanes * 4 / i.size() }

// vecs returns n new registers.
func (i isa) vecs(n int) []VecVirtual {
	list := make([]VecVirtual, n)
	for k := range list {
		list[k] = i.vec()
	}
	return list
}

func (i isa) zero(list ...VecVirtual) {
	for _, v := range list {
		if i.wide {
			VPXORD(v, v, v)
		} else {
			VPXOR(v, v, v)
		}
	}
}

// at returns the memory of the k-th register from base.
func (i isa) at(base Register, k int) Mem { return Mem{Base: base, Disp: k * i.size()} }

var constants = map[uint32]Mem{}

// bits returns memory with 16 copies of a number, so that it can be an
// operand of any register's width.
func bits(b uint32) Mem {
	m, ok := constants[b]
	if !ok {
		m = GLOBL(fmt.Sprintf("constant_%08x", b), attr.NOPTR|attr.RODATA)
		for k := 0; k < 16; k++ {
			DATA(4*k, U32(b))
		}
		constants[b] = m
	}
	return m
}

func float(x float32) Mem { return bits(math.Float32bits(x)) }

// load returns a new register with the memory's contents.
func (i isa) load(m Mem) VecVirtual {
	v := i.vec()
	VMOVUPS(m, v)
	return v
}

// copies returns a register filled with a float parameter.
func (i isa) copies(param string) VecVirtual {
	v := i.vec()
	VBROADCASTSS(address(param), v)
	return v
}

// address returns the memory of a parameter.
func address(param string) Mem {
	c, err := Param(param).Resolve()
	if err != nil {
		panic(err)
	}
	return c.Addr
}

func argument(param string) GPVirtual {
	r := GP64()
	Load(Param(param), r)
	return r
}

// abs clears the sign bits.
func (i isa) abs(from, to VecVirtual) {
	if i.wide {
		VPANDD(bits(1<<31-1), from, to)
	} else {
		VPAND(bits(1<<31-1), from, to)
	}
}

// fold combines the lanes of a group of registers as the plain Go program
// does, and returns a register with the result in its lowest lane.
func (i isa) fold(v []VecVirtual, combine func(ops ...Op)) VecVirtual {
	y := YMM()
	if i.wide {
		VEXTRACTF64X4(U8(1), v[0], y)
		combine(y, v[0].AsY(), y)
	} else {
		combine(v[1], v[0], y)
	}
	x, high := XMM(), XMM()
	VEXTRACTF128(U8(1), y, high)
	combine(high, y.AsX(), x)
	VPERMILPS(U8(0b1110), x, high)
	combine(high, x, x)
	VPERMILPS(U8(0b01), x, high)
	combine(high, x, x)
	return x
}

// fill copies the lowest lane of x to all lanes of a new register.
func (i isa) fill(x VecVirtual) VecVirtual {
	v := i.vec()
	VBROADCASTSS(x.AsX(), v)
	return v
}

// A pointer moves on by bytes for every lane.
type pointer struct {
	register GPVirtual
	bytes    int
}

var labels int

func newLabel(name string) string {
	labels++
	return fmt.Sprintf("%s%d", name, labels)
}

// loop emits body for groups of formula.Lanes floats: unroll groups at a
// time, and then one at a time. n counts floats, and is used up.
func loop(n GPVirtual, unroll int, pointers []pointer, body func(groups int)) {
	for {
		top, end := newLabel("loop"), newLabel("end")
		Label(top)
		CMPQ(n, U32(uint32(formula.Lanes*unroll)))
		JLT(LabelRef(end))
		body(unroll)
		for _, p := range pointers {
			ADDQ(U32(uint32(p.bytes*formula.Lanes*unroll)), p.register)
		}
		SUBQ(U32(uint32(formula.Lanes*unroll)), n)
		JMP(LabelRef(top))
		Label(end)
		if unroll == 1 {
			return
		}
		unroll = 1
	}
}

// repeat emits body, which runs n times; n is used up and at least 1.
func repeat(n GPVirtual, body func()) {
	top := newLabel("repeat")
	Label(top)
	body()
	DECQ(n)
	JNZ(LabelRef(top))
}

func again(r GPVirtual) GPVirtual {
	c := GP64()
	MOVQ(r, c)
	return c
}
