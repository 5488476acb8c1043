package extsort

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
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
	count   int
	spill   spill
}

// NewNumbers returns a sorter that holds up to limit numbers in memory, and
// room to sort them, which is as much again. Its runs are files in folder.
func NewNumbers(folder string, limit int) *Numbers {
	return &Numbers{limit: max(1, limit), spill: spill{folder: folder}}
}

// Reserve makes room for n numbers, as far as they are held in memory.
func (s *Numbers) Reserve(n int) {
	s.buffer = slices.Grow(s.buffer, max(0, min(n, s.limit)-len(s.buffer)))
}

// Len returns how many numbers have been added.
func (s *Numbers) Len() int { return s.count }

// Add adds a number.
func (s *Numbers) Add(n Number) error {
	if len(s.buffer) == s.limit {
		if err := s.flush(); err != nil {
			return err
		}
	}
	if len(s.buffer) == cap(s.buffer) {
		s.buffer = slices.Grow(s.buffer, min(max(len(s.buffer), 1<<8), s.limit-len(s.buffer)))
	}
	s.buffer = append(s.buffer, n)
	s.count++
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

// sort sorts the buffer by its bytes, the lowest first. Bytes that are the same
// in all numbers, as most are, and those by which the numbers are in order
// already cost one look.
func (s *Numbers) sort() {
	ordered := orderedBytes(s.buffer)
	if ordered == numberBytes {
		return
	}
	if cap(s.scratch) < len(s.buffer) {
		s.scratch = make([]Number, len(s.buffer))
	}
	from, to := s.buffer, s.scratch[:len(s.buffer)]
	varying := varyingBits(s.buffer)
	for digit := ordered; digit < numberBytes; digit++ {
		if varying.byteAt(digit) == 0 {
			continue
		}
		var at [256]uint32
		for _, n := range from {
			at[n.byteAt(digit)]++
		}
		sum := uint32(0)
		for i, count := range at {
			at[i], sum = sum, sum+count
		}
		for _, n := range from {
			b := n.byteAt(digit)
			to[at[b]] = n
			at[b]++
		}
		from, to = to, from
	}
	s.buffer, s.scratch = from, to
}

// orderedBytes returns how many of the low bytes, in steps of four, the numbers
// are in order by, when the bytes above are left out of account.
func orderedBytes(all []Number) int {
	ordered := [5]bool{true, true, true, true, true}
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		ordered[1] = ordered[1] && uint32(a.Low) <= uint32(b.Low)
		ordered[2] = ordered[2] && a.Low <= b.Low
		x, y := uint32(a.High), uint32(b.High)
		ordered[3] = ordered[3] && (x < y || x == y && a.Low <= b.Low)
		ordered[4] = ordered[4] && !b.Less(a)
		if !ordered[1] && !ordered[2] && !ordered[3] && !ordered[4] {
			return 0
		}
	}
	words := len(ordered) - 1
	for !ordered[words] {
		words--
	}
	return 4 * words
}

// varyingBits has the bits that are not the same in all numbers.
func varyingBits(all []Number) (v Number) {
	for _, n := range all {
		v.High |= n.High ^ all[0].High
		v.Low |= n.Low ^ all[0].Low
	}
	return v
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
		if err := s.merge(yield); err != nil {
			yield(Number{}, fmt.Errorf("sort: %w", err))
		}
	}
}

// numberRun is a run while it is merged.
type numberRun struct {
	next  Number
	ended bool
	r     *bufio.Reader
}

func (r *numberRun) advance() error {
	b, err := r.r.Peek(numberBytes)
	if len(b) < numberBytes {
		r.ended = true
		if len(b) == 0 && errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
	r.next = Number{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}
	_, err = r.r.Discard(numberBytes)
	return err
}

func (s *Numbers) merge(yield func(Number, error) bool) error {
	runs := make([]numberRun, len(s.spill.ends))
	for i := range runs {
		runs[i].r = s.spill.reader(i)
		if err := runs[i].advance(); err != nil {
			return err
		}
	}
	m := newMerger(len(runs), func(a, b int32) bool {
		x, y := &runs[a], &runs[b]
		switch {
		case x.ended || y.ended:
			return !x.ended
		case x.next == y.next:
			return a < b
		}
		return x.next.Less(y.next)
	})
	for {
		r := &runs[m.least()]
		if r.ended || !yield(r.next, nil) {
			return nil
		}
		if err := r.advance(); err != nil {
			return err
		}
		m.replay()
	}
}

// Close frees what the sorter holds.
func (s *Numbers) Close() error {
	s.buffer, s.scratch = nil, nil
	return s.spill.close()
}
