package neardup

import (
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kgbuild/kgbuild/graph"
	"github.com/kgbuild/kgbuild/nlp"
)

const (
	// shingleWords is the length of a shingle. Shorter ones are shared by
	// articles that report the same in words of their own.
	shingleWords = 4
	// sketchSize bounds a sketch to half a kibibyte.
	sketchSize = 128
)

// Sketch stands for the words of an article. The zero value is that of a
// document without an article.
type Sketch struct {
	hashes []uint32 // the smallest, ascending, each once
	whole  bool     // hashes has all shingles of the article
}

// NewSketch returns the sketch of a document's article: the blocks that are
// part of it, or the whole text when it is not divided.
func NewSketch(o *graph.Observation) Sketch {
	s := shinglers.Get().(*shingler)
	defer shinglers.Put(s)
	s.count, s.hashes = 0, s.hashes[:0]
	if len(o.Blocks) == 0 {
		s.read(o.Text)
		return s.sketch()
	}
	text := nlp.NewText(o.Text)
	for _, b := range o.Blocks {
		if b.Kind.Article() && b.Span.Start >= 0 && b.Span.Start <= b.Span.End && b.Span.End <= text.Len() {
			s.read(text.Slice(b.Span))
		}
	}
	return s.sketch()
}

// shinglers are kept for the next document.
var shinglers = sync.Pool{New: func() any { return new(shingler) }}

// shingler hashes runs of words; a run may go on from one block to the next.
type shingler struct {
	words  [shingleWords]uint64 // hashes of the last words
	count  int
	hashes []uint32
}

func (s *shingler) read(text string) {
	var h uint64
	inWord := false
	for _, r := range text {
		if r < utf8.RuneSelf && asciiWord[r] != 0 {
			r = rune(asciiWord[r])
		} else if r < utf8.RuneSelf || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			// "don't" and "don’t" are one word, however the apostrophe is written.
			if inWord && r != '\'' && r != '’' {
				s.word(h)
				inWord = false
			}
			continue
		} else {
			r = unicode.ToLower(r)
		}
		if !inWord {
			h, inWord = offset64, true
		}
		h = (h ^ uint64(r)) * prime64
	}
	if inWord {
		s.word(h)
	}
}

// asciiWord holds the ASCII letters and digits, in lower case.
var asciiWord = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		if r := rune(c); unicode.IsLetter(r) || unicode.IsDigit(r) {
			t[c] = byte(unicode.ToLower(r))
		}
	}
	return t
}()

// The constants of FNV-1a with 64 bits.
const (
	offset64 = 0xcbf29ce484222325
	prime64  = 0x100000001b3
)

func (s *shingler) word(h uint64) {
	copy(s.words[:], s.words[1:])
	s.words[shingleWords-1] = h
	if s.count++; s.count < shingleWords {
		return
	}
	var sum uint64
	for _, w := range s.words {
		sum = mix(sum ^ w)
	}
	s.hashes = append(s.hashes, uint32(sum>>32))
}

// mix is the finalizer of SplitMix64, which spreads every bit over all others.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func (s *shingler) sketch() Sketch {
	slices.Sort(s.hashes)
	all := slices.Compact(s.hashes)
	return Sketch{hashes: slices.Clone(all[:min(len(all), sketchSize)]), whole: len(all) <= sketchSize}
}

// limit is the largest hash up to which the sketch is complete.
func (s Sketch) limit() uint32 {
	if s.whole || len(s.hashes) == 0 {
		return math.MaxUint32
	}
	return s.hashes[len(s.hashes)-1]
}

// overlap is what two sketches tell of two articles, in shingles of a common
// sample.
type overlap struct{ a, b, both int }

func compare(a, b Sketch) overlap {
	var o overlap
	limit := min(a.limit(), b.limit())
	i, j := 0, 0
	inA := func() bool { return i < len(a.hashes) && a.hashes[i] <= limit }
	inB := func() bool { return j < len(b.hashes) && b.hashes[j] <= limit }
	for inA() || inB() {
		switch {
		case inA() && inB() && a.hashes[i] == b.hashes[j]:
			o.both++
			o.a++
			o.b++
			i++
			j++
		case inA() && (!inB() || a.hashes[i] < b.hashes[j]):
			o.a++
			i++
		default:
			o.b++
			j++
		}
	}
	return o
}

// Containment returns the estimated share, 0 to 1, of the shorter article's
// shingles that the longer one has, or 0 when there are too few to tell.
func Containment(a, b Sketch) float64 { return compare(a, b).containment() }

// minSample is how many shingles of the shorter article have to be compared.
const minSample = 8

func (o overlap) containment() float64 {
	n := min(o.a, o.b)
	if n < minSample {
		return 0
	}
	return float64(o.both) / float64(n)
}
