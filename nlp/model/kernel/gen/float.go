package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// mulFloat32 writes the products of 1 to rows rows by two registers of
// columns: as many sums as fit into the registers.
func (i isa) mulFloat32() {
	rows := 6
	if i.wide {
		rows = 8
	}
	for n := 1; n <= rows; n++ {
		i.mulFloat32Rows(n)
	}
}

func (i isa) mulFloat32Rows(rows int) {
	TEXT(fmt.Sprintf("mulFloat32%sx%d", i.suffix, rows), 0,
		"func(c *float32, ldc int, a *float32, lda int, b *float32, ldb, inner, blocks int)")
	Doc("Distances between rows are in bytes.")
	Pragma("noescape")
	c, ldc, a, b, ldb, blocks := argument("c"), argument("ldc"), argument("a"), argument("b"), argument("ldb"), argument("blocks")
	step := newStrides(argument("lda"), rows)
	repeat(blocks, func() {
		sums := i.vecs(2 * rows)
		i.zero(sums...)
		bp := again(b)
		row := step.rows(again(a), rows)
		repeat(argument("inner"), func() {
			left, right := i.load(i.at(bp, 0)), i.load(i.at(bp, 1))
			for r := 0; r < rows; r++ {
				x := i.vec()
				VBROADCASTSS(row[r], x)
				VFMADD231PS(left, x, sums[2*r])
				VFMADD231PS(right, x, sums[2*r+1])
			}
			ADDQ(ldb, bp)
			step.advance(row, 4)
		})
		cp := again(c)
		for r := 0; r < rows; r++ {
			VMOVUPS(sums[2*r], i.at(cp, 0))
			VMOVUPS(sums[2*r+1], i.at(cp, 1))
			if r < rows-1 {
				ADDQ(ldc, cp)
			}
		}
		ADDQ(U32(uint32(2*i.size())), b)
		ADDQ(U32(uint32(2*i.size())), c)
	})
	VZEROUPPER()
	RET()
}

// strides addresses up to 8 rows with two pointers and multiples of the
// distance between rows.
type strides struct{ one, three GPVirtual }

func newStrides(distance GPVirtual, rows int) strides {
	s := strides{one: distance}
	if rows > 3 {
		s.three = GP64()
		LEAQ(Mem{Base: distance, Index: distance, Scale: 2}, s.three)
	}
	return s
}

// rows returns the memory at the start of each row; base is used up.
func (s strides) rows(base GPVirtual, rows int) []Mem {
	list := make([]Mem, rows)
	pointer := base
	for r := range list {
		if r == 4 {
			pointer = GP64()
			LEAQ(Mem{Base: base, Index: s.one, Scale: 4}, pointer)
		}
		switch r % 4 {
		case 0:
			list[r] = Mem{Base: pointer}
		case 1:
			list[r] = Mem{Base: pointer, Index: s.one, Scale: 1}
		case 2:
			list[r] = Mem{Base: pointer, Index: s.one, Scale: 2}
		case 3:
			list[r] = Mem{Base: pointer, Index: s.three, Scale: 1}
		}
	}
	return list
}

// advance moves the rows on.
func (s strides) advance(rows []Mem, bytes int) {
	for r := 0; r < len(rows); r += 4 {
		ADDQ(U32(uint32(bytes)), rows[r].Base)
	}
}
