package extsort

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
)

// Record is a key with its value.
type Record struct{ Key, Value []byte }

// Records sorts records by their keys; those of one key stay in the order in
// which they were added.
type Records struct {
	data  []byte
	index []span
	limit int
	spill spill
}

// span is where a record stands in the data: its key and, behind it, its value.
// A few bytes of the key settle most comparisons; which ones changes while the
// records are sorted.
type span struct {
	part            uint64
	from, mid, upto uint32
}

const (
	spanBytes = 24
	partBytes = 8
)

// NewRecords returns a sorter that holds about limit bytes in memory. Its runs
// are files in folder.
func NewRecords(folder string, limit int) *Records {
	return &Records{limit: min(limit, 1<<30), spill: spill{folder: folder}}
}

// Add adds a record. It keeps neither key nor value.
func (s *Records) Add(key, value []byte) error {
	if size := len(s.data) + spanBytes*len(s.index); size > 0 && size+len(key)+len(value) > s.limit {
		if err := s.flush(); err != nil {
			return err
		}
	}
	s.grow(len(key) + len(value))
	from := len(s.data)
	s.data = append(append(s.data, key...), value...)
	s.index = append(s.index, span{from: uint32(from), mid: uint32(from + len(key)), upto: uint32(len(s.data))})
	return nil
}

// grow makes room for more bytes. Left to itself, a slice of this size grows by
// small steps and is copied many times.
func (s *Records) grow(more int) {
	if need := len(s.data) + more; need > cap(s.data) {
		s.data = slices.Grow(s.data, max(need, min(2*cap(s.data), s.limit))-len(s.data))
	}
}

func (s *Records) key(r span) []byte { return s.data[r.from:r.mid] }

// sort sorts the index.
func (s *Records) sort() { s.sortFrom(s.index, 0) }

// sortFrom sorts records whose keys have their first bytes in common: by the
// bytes behind these, and those that agree in them too by what follows.
func (s *Records) sortFrom(index []span, common int) {
	for i := range index {
		var b [partBytes]byte
		copy(b[:], s.key(index[i])[common:])
		index[i].part = binary.BigEndian.Uint64(b[:])
	}
	slices.SortFunc(index, func(a, b span) int { return cmp.Compare(a.part, b.part) })
	for len(index) > 0 {
		n, longer := 0, true
		for n < len(index) && index[n].part == index[0].part {
			longer = longer && int(index[n].mid-index[n].from) > common+partBytes
			n++
		}
		switch {
		case n == 1:
		case longer:
			s.sortFrom(index[:n], common+partBytes)
		default:
			slices.SortFunc(index[:n], func(a, b span) int {
				return cmp.Or(bytes.Compare(s.key(a), s.key(b)), cmp.Compare(a.from, b.from))
			})
		}
		index = index[n:]
	}
}

func (s *Records) flush() error {
	s.sort()
	err := s.spill.run(func(w *bufio.Writer) error {
		var head []byte
		for _, r := range s.index {
			head = binary.AppendUvarint(head[:0], uint64(r.mid-r.from))
			head = binary.AppendUvarint(head, uint64(r.upto-r.mid))
			if _, err := w.Write(head); err != nil {
				return err
			}
			if _, err := w.Write(s.data[r.from:r.upto]); err != nil {
				return err
			}
		}
		return nil
	})
	s.data, s.index = s.data[:0], s.index[:0]
	return err
}

// Sorted returns the records in the order of their keys. It may be called once,
// after the last Add; a record is good until the next one.
func (s *Records) Sorted() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if !s.spill.used() {
			s.sort()
			for _, r := range s.index {
				if !yield(Record{s.data[r.from:r.mid:r.mid], s.data[r.mid:r.upto:r.upto]}, nil) {
					return
				}
			}
			return
		}
		if err := s.flush(); err != nil {
			yield(Record{}, err)
			return
		}
		s.data, s.index = nil, nil
		if err := s.merge(yield); err != nil {
			yield(Record{}, fmt.Errorf("sort: %w", err))
		}
	}
}

// recordRun is a run while it is merged. A record overwrites the one before.
type recordRun struct {
	next  Record
	ended bool
	r     *bufio.Reader
	taken int    // bytes of the reader's buffer that the record is in
	long  []byte // holds a record that is longer than that buffer
}

func (r *recordRun) advance() error {
	if _, err := r.r.Discard(r.taken); err != nil {
		return err
	}
	r.taken = 0
	key, err := binary.ReadUvarint(r.r)
	if err != nil {
		r.ended = true
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
	value, err := binary.ReadUvarint(r.r)
	if err != nil {
		return io.ErrUnexpectedEOF
	}
	b, err := r.r.Peek(int(key + value))
	switch {
	case err == nil:
		r.taken = len(b)
	case errors.Is(err, bufio.ErrBufferFull):
		b = slices.Grow(r.long[:0], int(key+value))[:key+value]
		r.long = b
		if _, err := io.ReadFull(r.r, b); err != nil {
			return io.ErrUnexpectedEOF
		}
	default:
		return io.ErrUnexpectedEOF
	}
	r.next = Record{b[:key:key], b[key:]}
	return nil
}

func (s *Records) merge(yield func(Record, error) bool) error {
	runs := make([]recordRun, len(s.spill.ends))
	for i := range runs {
		runs[i].r = s.spill.reader(i)
		if err := runs[i].advance(); err != nil {
			return err
		}
	}
	m := newMerger(len(runs), func(a, b int32) bool {
		x, y := &runs[a], &runs[b]
		if x.ended || y.ended {
			return !x.ended
		}
		c := bytes.Compare(x.next.Key, y.next.Key)
		return c < 0 || c == 0 && a < b
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
func (s *Records) Close() error {
	s.data, s.index = nil, nil
	return s.spill.close()
}
