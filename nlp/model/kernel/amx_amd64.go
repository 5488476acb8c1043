package kernel

import (
	"golang.org/x/sys/cpu"
)

//go:noescape
func mulInt8AMX(acc *int32, ldacc int, a *byte, lda int, b *int8, panel int, chunks int, pairs int, tiles int, config *[64]byte)

// tileConfig asks for 8 tiles of 16 rows of 64 bytes.
var tileConfig = func() (c [64]byte) {
	c[0] = 1 // the palette
	for tile := range 8 {
		c[16+2*tile] = 64
		c[48+tile] = 16
	}
	return c
}()

// hasAMX reports whether the processor multiplies tiles of int8 and the
// operating system lets it.
func hasAMX() bool {
	return cpu.X86.HasAMXTile && cpu.X86.HasAMXInt8 && allowTiles()
}

// amx is the AVX-512 set with products on tiles: signed bytes, and eight times
// as many products at once.
func amx() *Set {
	s := avx512
	s.Name = "amx"
	s.MulInt8 = func(acc []int32, a []byte, m *Int8Matrix, rows int) {
		if rows <= 0 {
			return
		}
		padded, tiles := m.Padded(), (rows+15)/16
		_, _ = acc[tiles*16*padded-1], a[tiles*16*m.Inner-1]
		mulInt8AMX(&acc[0], padded*4, &a[0], m.Inner, &m.packed[0], Lanes*m.Inner, m.Inner/64, padded/(2*Lanes), tiles, &tileConfig)
	}
	s.Quantize = avx2.Quantize
	return &s
}
