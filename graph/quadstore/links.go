package quadstore

import (
	"bufio"
	"encoding/binary"
	"io"
	"iter"
	"math"
	"os"

	"github.com/kgbuild/kgbuild/graph/extsort"
)

// linkFile holds the numbered quads of a store while its indexes are made.
type linkFile struct {
	folder string
	file   *os.File
	out    *bufio.Writer
	count  uint64
}

func newLinkFile(folder string) (*linkFile, error) {
	f, err := os.CreateTemp(folder, "links-*.tmp")
	if err != nil {
		return nil, err
	}
	return &linkFile{folder: folder, file: f, out: bufio.NewWriterSize(f, 1<<16)}, nil
}

func (f *linkFile) add(n extsort.Number) error {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], n.High)
	binary.BigEndian.PutUint64(b[8:], n.Low)
	f.count++
	_, err := f.out.Write(b[:])
	return err
}

// all ranges over the quads in the order of their numbers.
func (f *linkFile) all() iter.Seq2[link, error] {
	return func(yield func(link, error) bool) {
		r := bufio.NewReaderSize(io.NewSectionReader(f.file, 0, math.MaxInt64), 1<<16)
		var b [16]byte
		for range f.count {
			if _, err := io.ReadFull(r, b[:]); err != nil {
				yield(link{}, err)
				return
			}
			n := extsort.Number{High: binary.BigEndian.Uint64(b[:8]), Low: binary.BigEndian.Uint64(b[8:])}
			if !yield(linkOf(n), nil) {
				return
			}
		}
	}
}

func (f *linkFile) remove() {
	_ = f.file.Close()
	_ = os.Remove(f.file.Name())
}
