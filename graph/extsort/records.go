package extsort

import (
	"bufio"
	"bytes"
	"encoding/binary"
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
// The key's first bytes settle most comparisons.
type span struct {
	prefix          uint64
	from, mid, upto int
}

const spanBytes = 32

// NewRecords returns a sorter that holds about limit bytes in memory. Its runs
// are files in folder.
func NewRecords(folder string, limit int) *Records {
	return &Records{limit: limit, spill: spill{folder: folder}}
}

// Add adds a record. It keeps neither key nor value.
func (s *Records) Add(key, value []byte) error {
	if size := len(s.data) + spanBytes*len(s.index); size > 0 && size+len(key)+len(value) > s.limit {
		if err := s.flush(); err != nil {
			return err
		}
	}
	from := len(s.data)
	s.data = append(append(s.data, key...), value...)
	var head [8]byte
	copy(head[:], key)
	s.index = append(s.index, span{binary.BigEndian.Uint64(head[:]), from, from + len(key), len(s.data)})
	return nil
}

func (s *Records) sort() {
	slices.SortFunc(s.index, func(a, b span) int {
		switch {
		case a.prefix < b.prefix:
			return -1
		case a.prefix > b.prefix:
			return 1
		}
		if c := bytes.Compare(s.data[a.from:a.mid], s.data[b.from:b.mid]); c != 0 {
			return c
		}
		return a.from - b.from
	})
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
		runs := make([]source[Record], len(s.spill.ends))
		for i := range runs {
			runs[i] = recordSource(s.spill.reader(i))
		}
		merge(runs, func(a, b Record) bool { return bytes.Compare(a.Key, b.Key) < 0 }, yield)
	}
}

// recordSource reads a run; every record overwrites the one before.
func recordSource(r *bufio.Reader) source[Record] {
	var buffer []byte
	return func() (Record, error) {
		key, err := binary.ReadUvarint(r)
		if err != nil {
			return Record{}, err
		}
		value, err := binary.ReadUvarint(r)
		if err != nil {
			return Record{}, io.ErrUnexpectedEOF
		}
		buffer = slices.Grow(buffer[:0], int(key+value))[:key+value]
		if _, err := io.ReadFull(r, buffer); err != nil {
			return Record{}, io.ErrUnexpectedEOF
		}
		return Record{buffer[:key:key], buffer[key:]}, nil
	}
}

// Close frees what the sorter holds.
func (s *Records) Close() error {
	s.data, s.index = nil, nil
	return s.spill.close()
}
