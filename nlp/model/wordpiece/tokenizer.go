package wordpiece

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Limits on the pieces of one word. A word of more than MaxPieces keeps its
// first and its last ones, so that an address or a run of emoji cannot fill a
// window.
const (
	MaxPieces = 8
	keepFirst = 6
	keepLast  = 2
	maxRunes  = 100 // longer runs of letters become [UNK]
)

// A Tokenizer knows a vocabulary. It may be used by several goroutines.
type Tokenizer struct {
	ids           map[string]int32
	size          int // lines of the vocabulary
	longest       int // bytes of the longest piece, without "##"
	cls, sep, unk int32
}

// New reads a vocabulary with one piece a line; a piece's id is its line,
// counted from 0.
func New(vocabulary string) (*Tokenizer, error) {
	t := &Tokenizer{ids: make(map[string]int32, strings.Count(vocabulary, "\n")+1)}
	for id := int32(0); vocabulary != ""; id++ {
		piece, rest, _ := strings.Cut(vocabulary, "\n")
		vocabulary = rest
		t.ids[piece] = id
		t.size++
		t.longest = max(t.longest, len(strings.TrimPrefix(piece, "##")))
	}
	for _, special := range []struct {
		piece string
		id    *int32
	}{{"[CLS]", &t.cls}, {"[SEP]", &t.sep}, {"[UNK]", &t.unk}} {
		id, ok := t.ids[special.piece]
		if !ok {
			return nil, fmt.Errorf("read vocabulary: no piece %s among %d", special.piece, len(t.ids))
		}
		*special.id = id
	}
	return t, nil
}

// CLS returns the id of the piece that opens a window.
func (t *Tokenizer) CLS() int32 { return t.cls }

// SEP returns the id of the piece that closes a window.
func (t *Tokenizer) SEP() int32 { return t.sep }

// Len returns the number of pieces: every id is below it.
func (t *Tokenizer) Len() int { return t.size }

// Append appends the ids of the word's pieces to dst: at least one, at most
// MaxPieces. A word of which nothing remains, such as a control character, is
// [UNK].
func (t *Tokenizer) Append(dst []int32, word string) []int32 {
	start := len(dst)
	if simple, lower := simpleWord(word); simple {
		if lower {
			dst = t.appendRun(dst, word)
		} else {
			var buf [64]byte
			dst = t.appendRun(dst, string(appendLower(buf[:0], word)))
		}
	} else {
		eachPart(word, func(part string) { dst = t.appendRun(dst, part) })
	}
	switch n := len(dst) - start; {
	case n == 0:
		dst = append(dst, t.unk)
	case n > MaxPieces:
		copy(dst[start+keepFirst:], dst[len(dst)-keepLast:])
		dst = dst[:start+MaxPieces]
	}
	return dst
}

// appendRun splits a run of letters greedily, the longest piece first.
func (t *Tokenizer) appendRun(dst []int32, run string) []int32 {
	if id, ok := t.ids[run]; ok {
		return append(dst, id)
	}
	if utf8.RuneCountInString(run) > maxRunes {
		return append(dst, t.unk)
	}
	mark := len(dst)
	var buf [2 + 4*maxRunes]byte
	copy(buf[:], "##")
	for start := 0; start < len(run); {
		copy(buf[2:], run[start:])
		from := 2
		if start > 0 {
			from = 0
		}
		end := min(len(run), start+t.longest)
		for ; end > start; end-- {
			if end < len(run) && !utf8.RuneStart(run[end]) {
				continue
			}
			if id, ok := t.ids[string(buf[from:2+end-start])]; ok {
				dst = append(dst, id)
				break
			}
		}
		if end == start {
			return append(dst[:mark], t.unk)
		}
		start = end
	}
	return dst
}
