package eval

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/kgbuild/kgbuild/nlp/conllu"
)

// flat is a file as one sequence of words over its characters without white
// space, which is what the two sides have in common.
type flat struct {
	chars     []rune
	tokens    []span // orthographic tokens
	sentences []span
	words     []flatWord
}

// span is a half-open range of positions in chars.
type span struct{ start, end int }

// flatWord is a word with its place in the file.
type flatWord struct {
	*conllu.Word
	span  span // of the orthographic token
	multi bool // the token has several words
	head  int  // index in words, or -1 for a root or no head
}

func flatten(sentences []conllu.Sentence) *flat {
	f := &flat{}
	for i := range sentences {
		f.add(&sentences[i])
	}
	return f
}

func (f *flat) add(s *conllu.Sentence) {
	start, base := len(f.chars), len(f.words)
	next := 0
	for i := 0; i < len(s.Words); i++ {
		first, last, form := i, i, s.Words[i].Form
		if next < len(s.Multiwords) && s.Multiwords[next].First == i+1 {
			m := s.Multiwords[next]
			last, form = m.Last-1, m.Form
			next++
		}
		from := len(f.chars)
		for _, r := range form {
			if !unicode.IsSpace(r) {
				f.chars = append(f.chars, r)
			}
		}
		at := span{from, len(f.chars)}
		f.tokens = append(f.tokens, at)
		for j := first; j <= last; j++ {
			w := flatWord{Word: &s.Words[j], span: at, multi: last > first, head: -1}
			if w.Head > 0 {
				w.head = base + w.Head - 1
			}
			f.words = append(f.words, w)
		}
		i = last
	}
	f.sentences = append(f.sentences, span{start, len(f.chars)})
}

// sameText returns an error that shows where the two texts part.
func sameText(gold, system *flat) error {
	n := min(len(gold.chars), len(system.chars))
	for i := range n {
		if gold.chars[i] != system.chars[i] {
			n = i
			break
		}
	}
	if n == len(gold.chars) && n == len(system.chars) {
		return nil
	}
	return fmt.Errorf("the texts differ after %d characters without white space: gold %q, system %q",
		n, excerpt(gold.chars, n), excerpt(system.chars, n))
}

func excerpt(chars []rune, at int) string {
	return string(chars[at:min(at+20, len(chars))])
}

// alignment gives the index of the system's word for each gold word, -1 where
// there is none.
type alignment []int

// align pairs the words of two files over the same characters: outside of
// multiwords those with the same span, inside those of a longest common
// subsequence of their lower-case forms, over the stretch that overlapping
// multiwords of the two sides cover together.
func align(gold, system *flat) alignment {
	out := make(alignment, len(gold.words))
	for i := range out {
		out[i] = -1
	}
	g, s := 0, 0
	for g < len(gold.words) && s < len(system.words) {
		a, b := gold.words[g], system.words[s]
		switch {
		case a.multi && b.span.start < a.span.end && a.span.start <= b.span.start,
			b.multi && a.span.start < b.span.end && b.span.start <= a.span.start:
			gEnd, sEnd := stretch(gold, system, g, s)
			alignForms(gold, system, g, gEnd, s, sEnd, out)
			g, s = gEnd, sEnd
		case a.span == b.span:
			out[g] = s
			g++
			s++
		case a.span.start <= b.span.start:
			g++
		default:
			s++
		}
	}
	return out
}

// stretch returns the ends of the words that a multiword at g or s covers, and
// every multiword that overlaps what is covered so far.
func stretch(gold, system *flat, g, s int) (gEnd, sEnd int) {
	end := 0
	if gold.words[g].multi {
		end = gold.words[g].span.end
	}
	if system.words[s].multi {
		end = max(end, system.words[s].span.end)
	}
	for grown := true; grown; {
		grown = false
		for ; g < len(gold.words) && gold.words[g].span.start < end; g++ {
			if w := gold.words[g]; w.multi && w.span.end > end {
				end, grown = w.span.end, true
			}
		}
		for ; s < len(system.words) && system.words[s].span.start < end; s++ {
			if w := system.words[s]; w.multi && w.span.end > end {
				end, grown = w.span.end, true
			}
		}
	}
	return g, s
}

// alignForms pairs the words of two stretches by a longest common subsequence.
func alignForms(gold, system *flat, g0, g1, s0, s1 int, out alignment) {
	rows, cols := g1-g0, s1-s0
	table := make([][]int, rows+1)
	for i := range table {
		table[i] = make([]int, cols+1)
	}
	same := func(i, j int) bool {
		return strings.EqualFold(gold.words[g0+i].Form, system.words[s0+j].Form)
	}
	for i := rows - 1; i >= 0; i-- {
		for j := cols - 1; j >= 0; j-- {
			if same(i, j) {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < rows && j < cols; {
		switch {
		case same(i, j):
			out[g0+i] = s0 + j
			i++
			j++
		case table[i+1][j] >= table[i][j+1]:
			i++
		default:
			j++
		}
	}
}
