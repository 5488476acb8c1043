package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

const signatureInt8 = "func(acc *int32, ldacc int, a *byte, lda int, b *int8, panel int, offset *int32, quads, columns, rows int)"

// mulInt8AVX512 works on 8 rows by 3 panels: 24 sums, 3 registers of weights
// and one of inputs, 4 inputs at a time. The inputs are unsigned, 128 too
// large; the sums start with what takes that back.
func mulInt8AVX512() {
	const rows, panels = 8, 3
	i := isa{"AVX512", true}
	TEXT("mulInt8AVX512", 0, signatureInt8)
	Doc("Distances are in bytes; panel is that between panels of weights, columns counts blocks of 3 of them,", "quads groups of 4 inputs, rows groups of 8 rows.")
	Pragma("noescape")
	acc, b, offset := argument("acc"), argument("b"), argument("offset")
	columns := argument("columns")
	panel := argument("panel")
	step := newStrides(argument("lda"), rows)
	repeat(columns, func() {
		a, out := argument("a"), again(acc)
		groups := argument("rows")
		repeat(groups, func() {
			sums := i.vecs(rows * panels)
			for k, s := range sums {
				VMOVUPS(i.at(offset, k%panels), s)
			}
			row := step.rows(again(a), rows)
			bp := again(b)
			repeat(argument("quads"), func() {
				w := i.vecs(panels)
				VMOVUPS(Mem{Base: bp}, w[0])
				VMOVUPS(Mem{Base: bp, Index: panel, Scale: 1}, w[1])
				VMOVUPS(Mem{Base: bp, Index: panel, Scale: 2}, w[2])
				for r := range rows {
					x := i.vec()
					VPBROADCASTD(row[r], x)
					for p := range panels {
						VPDPBUSD(w[p], x, sums[r*panels+p])
					}
				}
				ADDQ(U32(64), bp)
				step.advance(row, 4)
			})
			for r := range rows {
				for p := range panels {
					VMOVUPS(sums[r*panels+p], i.at(out, p))
				}
				ADDQ(address("ldacc"), out)
			}
			LEAQ(Mem{Base: a, Index: step.one, Scale: 8}, a)
		})
		ADDQ(U32(64*panels), acc)
		ADDQ(U32(64*panels), offset)
		LEAQ(Mem{Base: b, Index: panel, Scale: 2}, b)
		ADDQ(panel, b)
	})
	VZEROUPPER()
	RET()
}

// mulInt8AVX2 works on 4 rows by half a panel. Bytes are widened to 16 bits,
// multiplied and added in pairs, so that the sums of a column stand in two
// neighbours until the end.
func mulInt8AVX2() {
	const rows, halves = 4, 2
	i := isa{"AVX2", false}
	TEXT("mulInt8AVX2", 0, signatureInt8)
	Doc("Distances are in bytes; panel is that between panels of weights, columns counts them,", "quads groups of 4 inputs, rows groups of 4 rows.")
	Pragma("noescape")
	acc, b := argument("acc"), argument("b")
	columns := argument("columns")
	step := newStrides(argument("lda"), rows)
	repeat(columns, func() {
		for half := range 2 {
			a, out := argument("a"), again(acc)
			groups := argument("rows")
			repeat(groups, func() {
				sums := i.vecs(rows * halves)
				i.zero(sums...)
				row := step.rows(again(a), rows)
				bp := again(b)
				repeat(argument("quads"), func() {
					w := i.vecs(halves)
					for k := range w {
						VPMOVSXBW(Mem{Base: bp, Disp: 32*half + 16*k}, w[k])
					}
					for r := range rows {
						x := YMM()
						VPBROADCASTD(row[r], x.AsX())
						VPMOVSXBW(x.AsX(), x)
						for k := range w {
							y := YMM()
							VPMADDWD(w[k], x, y)
							VPADDD(y, sums[r*halves+k], sums[r*halves+k])
						}
					}
					ADDQ(U32(64), bp)
					step.advance(row, 4)
				})
				for r := range rows {
					y := sums[r*halves]
					VPHADDD(sums[r*halves+1], y, y)
					VPERMQ(U8(0b11011000), y, y)
					VMOVDQU(y, Mem{Base: out, Disp: 32 * half})
					ADDQ(address("ldacc"), out)
				}
				LEAQ(Mem{Base: a, Index: step.one, Scale: 4}, a)
			})
		}
		ADDQ(U32(64), acc)
		ADDQ(address("panel"), b)
	})
	VZEROUPPER()
	RET()
}

// transpose works on 8 rows of 8 columns.
func transpose() {
	i := isa{"AVX2", false}
	TEXT("transposeAVX2", 0, "func(dst *float32, ldd int, src *float32, lds, rows, cols int)")
	Doc("Distances between rows are in bytes; rows and cols count groups of 8.")
	Pragma("noescape")
	dst, ldd, src := argument("dst"), argument("ldd"), argument("src")
	step := newStrides(argument("lds"), 8)
	repeat(argument("rows"), func() {
		out := again(dst)
		in := step.rows(again(src), 8)
		repeat(argument("cols"), func() {
			v, t := i.vecs(8), i.vecs(8)
			// Halves of rows r and r+4 meet in one register; then 4×4.
			for r := range 4 {
				VMOVUPS(in[r], v[r].AsX())
				VINSERTF128(U8(1), in[r+4], v[r], v[r])
				high := in[r]
				high.Disp += 16
				VMOVUPS(high, v[r+4].AsX())
				high = in[r+4]
				high.Disp += 16
				VINSERTF128(U8(1), high, v[r+4], v[r+4])
			}
			for h := 0; h < 8; h += 4 {
				VUNPCKLPS(v[h+1], v[h], t[h])
				VUNPCKHPS(v[h+1], v[h], t[h+1])
				VUNPCKLPS(v[h+3], v[h+2], t[h+2])
				VUNPCKHPS(v[h+3], v[h+2], t[h+3])
				VUNPCKLPD(t[h+2], t[h], v[h])
				VUNPCKHPD(t[h+2], t[h], v[h+1])
				VUNPCKLPD(t[h+3], t[h+1], v[h+2])
				VUNPCKHPD(t[h+3], t[h+1], v[h+3])
			}
			for r := range 8 {
				VMOVUPS(v[r], Mem{Base: out})
				ADDQ(ldd, out)
			}
			step.advance(in, 32)
		})
		LEAQ(Mem{Base: src, Index: step.one, Scale: 8}, src)
		ADDQ(U32(32), dst)
	})
	VZEROUPPER()
	RET()
}
