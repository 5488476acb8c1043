// Package kernel multiplies matrices and does the arithmetic between the
// products, as fast as the processor allows.
//
// A [Set] holds every operation for one kind of processor; [Sets] lists those
// that this machine can run, the fastest first, the plain Go one last. All
// sets give the same bits. Products of int8 are exact by nature; for float32
// every operation fixes the order of its additions (sums run in 16 lanes that
// are then folded in halves) and uses fused multiply-add in the same places,
// which plain Go does through float64. So an analysis does not depend on the
// machine that made it, and a test can compare with ==.
//
// The assembly is written by the program in gen; `go generate` runs it, and
// only that program needs its dependency. The products on tiles (AMX), which
// no assembler for Go knows, stand in amx_amd64.s as bytes.
//
// Operations trust their callers: slices must have the lengths that the
// comments of Set ask for.
package kernel

//go:generate go run ./gen -pkg kernel -out kernel_amd64.s -stubs kernel_amd64.go
