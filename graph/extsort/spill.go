package extsort

import (
	"bufio"
	"container/heap"
	"errors"
	"fmt"
	"io"
	"os"
)

// spill is a temporary file of runs, one behind the other.
type spill struct {
	folder string
	file   *os.File
	ends   []int64 // where each run ends
}

func (s *spill) used() bool { return len(s.ends) > 0 }

// run writes one run.
func (s *spill) run(write func(*bufio.Writer) error) error {
	if s.file == nil {
		f, err := os.CreateTemp(s.folder, "sort-*.tmp")
		if err != nil {
			return fmt.Errorf("sort: %w", err)
		}
		s.file = f
	}
	w := bufio.NewWriterSize(s.file, 1<<16)
	if err := errors.Join(write(w), w.Flush()); err != nil {
		return fmt.Errorf("sort: %w", err)
	}
	end, err := s.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return fmt.Errorf("sort: %w", err)
	}
	s.ends = append(s.ends, end)
	return nil
}

func (s *spill) reader(i int) *bufio.Reader {
	from := int64(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return bufio.NewReaderSize(io.NewSectionReader(s.file, from, s.ends[i]-from), 1<<16)
}

func (s *spill) close() error {
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), os.Remove(s.file.Name()))
	s.file, s.ends = nil, nil
	return err
}

// source returns the next item of a run, io.EOF after the last.
type source[T any] func() (T, error)

// heads holds the runs by their next item; of equal ones the earlier run comes
// first.
type heads[T any] struct {
	items []T
	runs  []int
	less  func(a, b T) bool
}

func (h *heads[T]) Len() int { return len(h.runs) }
func (h *heads[T]) Less(i, j int) bool {
	if h.less(h.items[h.runs[i]], h.items[h.runs[j]]) {
		return true
	}
	return !h.less(h.items[h.runs[j]], h.items[h.runs[i]]) && h.runs[i] < h.runs[j]
}
func (h *heads[T]) Swap(i, j int) { h.runs[i], h.runs[j] = h.runs[j], h.runs[i] }
func (h *heads[T]) Push(x any)    { h.runs = append(h.runs, x.(int)) }
func (h *heads[T]) Pop() any {
	last := h.runs[len(h.runs)-1]
	h.runs = h.runs[:len(h.runs)-1]
	return last
}

// merge yields the items of sorted runs in order.
func merge[T any](runs []source[T], less func(a, b T) bool, yield func(T, error) bool) {
	var none T
	h := &heads[T]{items: make([]T, len(runs)), less: less}
	for i, next := range runs {
		item, err := next()
		switch {
		case errors.Is(err, io.EOF):
		case err != nil:
			yield(none, fmt.Errorf("sort: %w", err))
			return
		default:
			h.items[i] = item
			h.runs = append(h.runs, i)
		}
	}
	heap.Init(h)
	for len(h.runs) > 0 {
		i := h.runs[0]
		if !yield(h.items[i], nil) {
			return
		}
		item, err := runs[i]()
		switch {
		case errors.Is(err, io.EOF):
			heap.Pop(h)
		case err != nil:
			yield(none, fmt.Errorf("sort: %w", err))
			return
		default:
			h.items[i] = item
			heap.Fix(h, 0)
		}
	}
}
