package extsort

import (
	"bufio"
	"encoding/binary"
	"io"
	"iter"
)

// Number is a number of 128 bits.
type Number struct{ High, Low uint64 }

// Less reports whether n is less than m.
func (n Number) Less(m Number) bool { return n.High < m.High || n.High == m.High && n.Low < m.Low }

const numberBytes = 16

// Numbers sorts numbers; equal ones stay as often as they were added.
type Numbers struct {
	buffer  []Number
	scratch []Number
	limit   int
	spill   spill
}

// NewNumbers returns a sorter that holds up to limit numbers in memory, and
// room to sort them, which is as much again. Its runs are files in folder.
func NewNumbers(folder string, limit int) *Numbers {
	return &Numbers{limit: max(1, limit), spill: spill{folder: folder}}
}

// Add adds a number.
func (s *Numbers) Add(n Number) error {
	if len(s.buffer) == s.limit {
		if err := s.flush(); err != nil {
			return err
		}
	}
	s.buffer = append(s.buffer, n)
	return nil
}

func (s *Numbers) flush() error {
	s.sort()
	err := s.spill.run(func(w *bufio.Writer) error {
		var b [numberBytes]byte
		for _, n := range s.buffer {
			binary.BigEndian.PutUint64(b[:8], n.High)
			binary.BigEndian.PutUint64(b[8:], n.Low)
			if _, err := w.Write(b[:]); err != nil {
				return err
			}
		}
		return nil
	})
	s.buffer = s.buffer[:0]
	return err
}

// sort sorts the buffer by its bytes, the lowest first; bytes that are the same
// in all numbers, as most are, cost one look.
func (s *Numbers) sort() {
	if cap(s.scratch) < len(s.buffer) {
		s.scratch = make([]Number, len(s.buffer))
	}
	from, to := s.buffer, s.scratch[:len(s.buffer)]
	for digit := range numberBytes {
		var counts [256]int
		for _, n := range from {
			counts[n.byteAt(digit)]++
		}
		if len(from) == 0 || counts[from[0].byteAt(digit)] == len(from) {
			continue
		}
		at := 0
		for i, c := range counts {
			counts[i], at = at, at+c
		}
		for _, n := range from {
			b := n.byteAt(digit)
			to[counts[b]] = n
			counts[b]++
		}
		from, to = to, from
	}
	s.buffer, s.scratch = from, to
}

func (n Number) byteAt(digit int) byte {
	if digit < 8 {
		return byte(n.Low >> (8 * digit))
	}
	return byte(n.High >> (8 * (digit - 8)))
}

// Sorted returns the numbers in ascending order. It may be called once, after
// the last Add.
func (s *Numbers) Sorted() iter.Seq2[Number, error] {
	return func(yield func(Number, error) bool) {
		if !s.spill.used() {
			s.sort()
			for _, n := range s.buffer {
				if !yield(n, nil) {
					return
				}
			}
			return
		}
		if err := s.flush(); err != nil {
			yield(Number{}, err)
			return
		}
		s.buffer, s.scratch = nil, nil
		runs := make([]source[Number], len(s.spill.ends))
		for i := range runs {
			r := s.spill.reader(i)
			runs[i] = func() (Number, error) {
				var b [numberBytes]byte
				if _, err := io.ReadFull(r, b[:]); err != nil {
					return Number{}, err
				}
				return Number{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}, nil
			}
		}
		merge(runs, Number.Less, yield)
	}
}

// Close frees what the sorter holds.
func (s *Numbers) Close() error {
	s.buffer, s.scratch = nil, nil
	return s.spill.close()
}
