package extsort

import (
	"bufio"
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
	w := bufio.NewWriterSize(s.file, blockBytes)
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

// blockBytes is how much of a run is written or read at a time.
const blockBytes = 1 << 16

func (s *spill) reader(i int) *bufio.Reader {
	from := int64(0)
	if i > 0 {
		from = s.ends[i-1]
	}
	return bufio.NewReaderSize(io.NewSectionReader(s.file, from, s.ends[i]-from), blockBytes)
}

func (s *spill) close() error {
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), os.Remove(s.file.Name()))
	s.file, s.ends = nil, nil
	return err
}
