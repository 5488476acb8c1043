package wordpiece

import (
	"strings"
	"unicode"
)

// A Shape is the class of a word by its letters' case and its characters.
type Shape uint8

// The shapes. NoShape is that of the pieces that open and close a window.
const (
	NoShape           Shape = iota
	Lower                   // house
	Capitalised             // Paris
	Upper                   // NATO
	SingleUpper             // I
	Mixed                   // iPhone
	Digits                  // 2024
	DigitsAndLetters        // 3rd
	DigitsAndMarks          // 12:30
	Marks                   // ,
	UpperWithPeriods        // U.S.
	CapitalisedJoined       // Al-Qaeda
	LowerJoined             // co-founder
	OtherShape              // letters without case, and the rest
	Shapes                  // number of shapes
)

// ShapeOf returns the shape of a word.
func ShapeOf(word string) Shape {
	var digits, letters, upper, lower, other int
	var periods, foreign, firstUpper bool
	for _, r := range word {
		switch {
		case r < 0x80:
			switch {
			case 'a' <= r && r <= 'z':
				letters++
				lower++
			case 'A' <= r && r <= 'Z':
				firstUpper = firstUpper || letters == 0
				letters++
				upper++
			case '0' <= r && r <= '9':
				digits++
			case r == '.':
				periods = true
			default:
				other++
				foreign = foreign || r != '-' && r != '\''
			}
		case unicode.Is(unicode.M, r):
		case unicode.Is(unicode.Nd, r):
			digits++
		case unicode.Is(unicode.L, r):
			switch {
			case unicode.Is(unicode.Lu, r):
				firstUpper = firstUpper || letters == 0
				upper++
			case unicode.Is(unicode.Ll, r):
				lower++
			}
			letters++
		default:
			other++
			foreign = foreign || !strings.ContainsRune("\u2019\u2010\u2011\u2013", r)
		}
	}
	marks := other > 0 || periods
	switch {
	case digits > 0 && letters > 0:
		return DigitsAndLetters
	case digits > 0 && marks:
		return DigitsAndMarks
	case digits > 0:
		return Digits
	case letters == 0 && marks:
		return Marks
	case letters == 0:
		return NoShape
	case upper+lower == 0, foreign:
		return OtherShape
	case other > 0 && firstUpper:
		return CapitalisedJoined
	case other > 0 && upper == 0:
		return LowerJoined
	case other > 0:
		return Mixed
	case upper == letters && periods:
		return UpperWithPeriods
	case upper == letters && upper == 1:
		return SingleUpper
	case upper == letters:
		return Upper
	case lower == letters:
		return Lower
	case firstUpper && upper == 1 && lower == letters-1:
		return Capitalised
	case upper > 0:
		return Mixed
	}
	return OtherShape
}
