package wordpiece

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const vocabulary = `[PAD]
[UNK]
[CLS]
[SEP]
the
house
un
##aff
##able
'
"
-
.
,
:
1
##2
30
e
##a
a
b
東
京
##b
straße
http`

func pieces(t *testing.T, word string) string {
	t.Helper()
	tokenizer, err := New(vocabulary)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(vocabulary, "\n")
	var list []string
	for _, id := range tokenizer.Append(nil, word) {
		list = append(list, lines[id])
	}
	return strings.Join(list, " ")
}

func TestAppend(t *testing.T) {
	tests := []struct{ word, want, reason string }{
		{"the", "the", "a word of the vocabulary"},
		{"The", "the", "capitals"},
		{"unaffable", "un ##aff ##able", "longest match first"},
		{"unaffableq", "[UNK]", "no piece for the rest"},
		{"the-house", "the - house", "punctuation stands apart"},
		{"’", "'", "curly quotes"},
		{"“the”", `" the "`, "curly quotes around"},
		{"–", "-", "dashes"},
		{"…", ". . .", "an ellipsis is three periods"},
		{"12:30", "1 ##2 : 30", "digits"},
		{"éa", "e ##a", "accents"},
		{"e\u0301", "e", "accents that stand apart"},
		{"東京", "東 京", "ideographs stand apart"},
		{"a\u00a0b", "a b", "a space inside a word"},
		{"a\u200bb", "a ##b", "characters without width"},
		{"Straße", "straße", "no folding of ß"},
		{"", "[UNK]", "nothing"},
		{"\x00", "[UNK]", "control characters"},
		{"\xff", "[UNK]", "bad UTF-8"},
		{"😀", "[UNK]", "not in the vocabulary"},
		{"a.a.a.a.a.a", "a . a . a . . a", "the first six and the last two of many"},
		{strings.Repeat("a", 101), "[UNK]", "too long a run"},
	}
	for _, test := range tests {
		if got := pieces(t, test.word); got != test.want {
			t.Errorf("%s: %q gives %s, want %s", test.reason, test.word, got, test.want)
		}
	}
}

func TestNewNeedsSpecialPieces(t *testing.T) {
	if _, err := New("the\nhouse"); err == nil {
		t.Error("a vocabulary without [CLS] is accepted")
	}
}

func TestShapeOf(t *testing.T) {
	tests := []struct {
		shape Shape
		words string
	}{
		{Lower, "house the é ß"},
		{Capitalised, "Paris Évian Mr. A.b"},
		{Upper, "NATO ÉÈ"},
		{SingleUpper, "I Ä"},
		{Mixed, "iPhone McDonald NATOs e-Bay"},
		{Digits, "2024 0 ٣"},
		{DigitsAndLetters, "3rd iPhone15 A380's 2nd-best"},
		{DigitsAndMarks, "12:30 1,299.99 3.5 -1 $5"},
		{Marks, ". , -- … 😀 $"},
		{UpperWithPeriods, "U.S. A."},
		{CapitalisedJoined, "Al-Qaeda O'Neill USA-led A’b"},
		{LowerJoined, "co-founder don't n't 's"},
		{OtherShape, "東京 قال a_b A/B x@y"},
	}
	for _, test := range tests {
		for _, word := range strings.Fields(test.words) {
			if got := ShapeOf(word); got != test.shape {
				t.Errorf("%q has the shape %d, want %d", word, got, test.shape)
			}
		}
	}
	for _, word := range []string{"", "\u0301"} {
		if got := ShapeOf(word); got != NoShape {
			t.Errorf("%q has the shape %d", word, got)
		}
	}
}

// The short way for ASCII words is the long way.
func TestSimpleWords(t *testing.T) {
	for _, word := range []string{"the", "The", "UNAFFABLE", "12", "a1B"} {
		var long []string
		eachPart(word, func(part string) { long = append(long, part) })
		short := string(appendLower(nil, word))
		if diff := cmp.Diff(long, []string{short}); diff != "" {
			t.Errorf("%q: %s", word, diff)
		}
	}
}

func FuzzAppend(f *testing.F) {
	for _, s := range []string{"the", "İstanbul", "e\u0301\u0301", "\xff", "a\u200db", "ﬁ", "Ⅷ", "ǅ"} {
		f.Add(s)
	}
	tokenizer, err := New(vocabulary)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, word string) {
		ids := tokenizer.Append([]int32{7}, word)
		if n := len(ids) - 1; n < 1 || n > MaxPieces || ids[0] != 7 {
			t.Errorf("%q gives %v", word, ids)
		}
		if s := ShapeOf(word); s >= Shapes {
			t.Errorf("%q has the shape %d", word, s)
		}
		eachPart(word, func(part string) {
			if !utf8.ValidString(part) || part == "" {
				t.Errorf("%q has the part %q", word, part)
			}
		})
	})
}
