package resolve

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// spoolMemory is how many bytes a spool holds before it goes to a file.
const spoolMemory = 1 << 20

// spool keeps records in the order in which they come, and gives them back
// once: in memory when they are few, in a temporary file when not.
type spool struct {
	folder string
	memory []byte
	file   *os.File
	out    *bufio.Writer
}

func newSpool(folder string) *spool { return &spool{folder: folder} }

// add adds a record, which is not kept.
func (s *spool) add(record []byte) error {
	s.memory = binary.AppendUvarint(s.memory, uint64(len(record)))
	s.memory = append(s.memory, record...)
	if len(s.memory) < spoolMemory {
		return nil
	}
	return s.flush()
}

func (s *spool) flush() error {
	if s.file == nil {
		f, err := os.CreateTemp(s.folder, "spool-*.tmp")
		if err != nil {
			return err
		}
		s.file, s.out = f, bufio.NewWriter(f)
	}
	_, err := s.out.Write(s.memory)
	s.memory = s.memory[:0]
	return err
}

// records ends the adding and returns a function that gives the next record,
// which is good until the one after.
func (s *spool) records() (next func() ([]byte, error), err error) {
	r := bufio.NewReader(nil)
	if s.file == nil {
		r.Reset(bytes.NewReader(s.memory))
	} else {
		if err := errors.Join(s.flush(), s.out.Flush()); err != nil {
			return nil, err
		}
		if _, err := s.file.Seek(0, io.SeekStart); err != nil {
			return nil, err
		}
		s.memory = nil
		r = bufio.NewReaderSize(s.file, spoolMemory/16)
	}
	var record []byte
	return func() ([]byte, error) {
		n, err := binary.ReadUvarint(r)
		if err != nil {
			return nil, fmt.Errorf("read back what was read: %w", err)
		}
		record = slices.Grow(record[:0], int(n))[:n]
		if _, err := io.ReadFull(r, record); err != nil {
			return nil, fmt.Errorf("read back what was read: %w", err)
		}
		return record, nil
	}, nil
}

// close frees what the spool holds.
func (s *spool) close() error {
	s.memory = nil
	if s.file == nil {
		return nil
	}
	err := errors.Join(s.file.Close(), os.Remove(s.file.Name()))
	s.file = nil
	return err
}
