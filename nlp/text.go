package nlp

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Offset is a position in a text, in Unicode code points from its start.
type Offset int

// Span is the half-open range of code points from Start up to, not
// including, End.
type Span struct {
	Start Offset `json:"start"`
	End   Offset `json:"end"`
}

// Len returns the number of code points in the span.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share at least one code point.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Cover returns the smallest span that contains both s and t.
func (s Span) Cover(t Span) Span {
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}

// textStride is how many code points lie between two remembered byte
// positions: a compromise between memory and the walk a look-up costs.
const textStride = 64

// Text is an immutable text that can be addressed by code point.
type Text struct {
	s       string
	length  Offset
	byteAt  []int // byteAt[i] is the byte position of code point i*textStride
	onebyte bool  // every code point is one byte: offsets are byte positions
}

// NewText makes a text of s. Invalid UTF-8 counts one code point a byte, as
// ranging over the string does.
func NewText(s string) *Text {
	t := &Text{s: s}
	n := 0
	for i := range s {
		if n%textStride == 0 {
			t.byteAt = append(t.byteAt, i)
		}
		n++
	}
	t.length = Offset(n)
	t.onebyte = n == len(s)
	return t
}

// String returns the whole text.
func (t *Text) String() string { return t.s }

// Len returns the text's length in code points.
func (t *Text) Len() Offset { return t.length }

// All returns the span of the whole text.
func (t *Text) All() Span { return Span{0, t.length} }

// Byte returns the byte position of the code point at o. Offsets outside the
// text are moved to its nearer end.
func (t *Text) Byte(o Offset) int {
	switch {
	case o <= 0:
		return 0
	case o >= t.length:
		return len(t.s)
	case t.onebyte:
		return int(o)
	}
	b := t.byteAt[int(o)/textStride]
	for range int(o) % textStride {
		_, size := utf8.DecodeRuneInString(t.s[b:])
		b += size
	}
	return b
}

// OffsetOf returns the code point that begins at, or holds, byte position b.
func (t *Text) OffsetOf(b int) Offset {
	switch {
	case b <= 0:
		return 0
	case b >= len(t.s):
		return t.length
	case t.onebyte:
		return Offset(b)
	}
	i := sort.SearchInts(t.byteAt, b+1) - 1
	pos, o := t.byteAt[i], i*textStride
	for {
		_, size := utf8.DecodeRuneInString(t.s[pos:])
		if pos+size > b {
			return Offset(o)
		}
		pos += size
		o++
	}
}

// Slice returns the text of a span, cut to the text's bounds.
func (t *Text) Slice(s Span) string {
	from, to := t.Byte(s.Start), t.Byte(s.End)
	if to <= from {
		return ""
	}
	return t.s[from:to]
}

// Check returns an error when the span does not lie inside the text.
func (t *Text) Check(s Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > t.length {
		return fmt.Errorf("span %d–%d is outside a text of %d code points", s.Start, s.End, t.length)
	}
	return nil
}
