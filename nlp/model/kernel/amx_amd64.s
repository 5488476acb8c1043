#include "textflag.h"

// The assembler does not know AMX, so its instructions stand here as bytes.
// Tiles 0 to 3 are sums, 4 and 5 inputs, 6 and 7 weights. Loads and stores
// name the tile, their base register, and the index register that holds the
// distance between rows.

#define LOAD_CONFIG_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0x00
#define RELEASE        BYTE $0xc4; BYTE $0xe2; BYTE $0x78; BYTE $0x49; BYTE $0xc0

#define ZERO_0 BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $0xc0
#define ZERO_1 BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $0xc8
#define ZERO_2 BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $0xd0
#define ZERO_3 BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x49; BYTE $0xd8

#define LOAD_4_SI_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x24; BYTE $0x06
#define LOAD_5_BX_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x2c; BYTE $0x03
#define LOAD_6_DI_CX BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x34; BYTE $0x0f
#define LOAD_7_DX_CX BYTE $0xc4; BYTE $0xe2; BYTE $0x7b; BYTE $0x4b; BYTE $0x3c; BYTE $0x0a

#define STORE_0_BX_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x04; BYTE $0x03
#define STORE_1_BX_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x0c; BYTE $0x03
#define STORE_2_BX_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x14; BYTE $0x03
#define STORE_3_BX_AX BYTE $0xc4; BYTE $0xe2; BYTE $0x7a; BYTE $0x4b; BYTE $0x1c; BYTE $0x03

// Signed times signed bytes: sum, inputs, weights.
#define DOT_0_4_6 BYTE $0xc4; BYTE $0xe2; BYTE $0x4b; BYTE $0x5e; BYTE $0xc4
#define DOT_1_4_7 BYTE $0xc4; BYTE $0xe2; BYTE $0x43; BYTE $0x5e; BYTE $0xcc
#define DOT_2_5_6 BYTE $0xc4; BYTE $0xe2; BYTE $0x4b; BYTE $0x5e; BYTE $0xd5
#define DOT_3_5_7 BYTE $0xc4; BYTE $0xe2; BYTE $0x43; BYTE $0x5e; BYTE $0xdd

// func mulInt8AMX(acc *int32, ldacc int, a *byte, lda int, b *int8, panel int, chunks int, pairs int, tiles int, config *[64]byte)
//
// Distances are in bytes; panel is that between panels of weights, pairs
// counts pairs of panels, chunks groups of 64 inputs, tiles groups of 16 rows.
TEXT ·mulInt8AMX(SB), NOSPLIT, $0-80
	MOVQ config+72(FP), AX
	LOAD_CONFIG_AX
	MOVQ acc+0(FP), R8
	MOVQ ldacc+8(FP), R9
	MOVQ lda+24(FP), R10
	MOVQ b+32(FP), R11
	MOVQ pairs+56(FP), R12
	MOVQ $64, CX

pair:
	MOVQ a+16(FP), R13
	MOVQ tiles+64(FP), R14
	MOVQ R8, R15

rows:
	MOVQ R13, SI
	MOVQ R11, DI
	MOVQ R11, DX
	ADDQ panel+40(FP), DX
	MOVQ R10, AX
	SHLQ $4, AX
	LEAQ (SI)(AX*1), BX
	MOVQ R10, AX
	MOVQ chunks+48(FP), R10
	ZERO_0
	ZERO_1
	CMPQ R14, $1
	JEQ  one
	ZERO_2
	ZERO_3

two_chunk:
	LOAD_6_DI_CX
	LOAD_4_SI_AX
	DOT_0_4_6
	LOAD_7_DX_CX
	DOT_1_4_7
	LOAD_5_BX_AX
	DOT_2_5_6
	DOT_3_5_7
	ADDQ $64, SI
	ADDQ $64, BX
	ADDQ $1024, DI
	ADDQ $1024, DX
	DECQ R10
	JNZ  two_chunk

	MOVQ AX, R10
	MOVQ R9, AX
	MOVQ R15, BX
	STORE_0_BX_AX
	ADDQ $64, BX
	STORE_1_BX_AX
	SHLQ $4, AX
	LEAQ (R15)(AX*1), BX
	LEAQ (R15)(AX*2), R15
	MOVQ R9, AX
	STORE_2_BX_AX
	ADDQ $64, BX
	STORE_3_BX_AX
	MOVQ R10, AX
	SHLQ $5, AX
	ADDQ AX, R13
	SUBQ $2, R14
	JNZ  rows
	JMP  next

one:
one_chunk:
	LOAD_6_DI_CX
	LOAD_4_SI_AX
	DOT_0_4_6
	LOAD_7_DX_CX
	DOT_1_4_7
	ADDQ $64, SI
	ADDQ $1024, DI
	ADDQ $1024, DX
	DECQ R10
	JNZ  one_chunk

	MOVQ AX, R10
	MOVQ R9, AX
	MOVQ R15, BX
	STORE_0_BX_AX
	ADDQ $64, BX
	STORE_1_BX_AX

next:
	ADDQ $128, R8
	MOVQ panel+40(FP), AX
	LEAQ (R11)(AX*2), R11
	DECQ R12
	JNZ  pair
	RELEASE
	RET
