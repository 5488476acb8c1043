package loaders

import (
	"context"
	"io"
	"os"
	"sync/atomic"
)

// meter counts the bytes of one file that have been read, in whatever order
// and however often, up to its size.
type meter struct {
	consumed *atomic.Int64 // of all files
	size, n  int64
}

func (m *meter) add(n int) {
	k := min(int64(n), m.size-m.n)
	m.n += k
	m.consumed.Add(k)
}

// finish counts what was passed over.
func (m *meter) finish() {
	m.consumed.Add(m.size - m.n)
	m.n = m.size
}

func (m *meter) reader(r io.Reader) io.Reader { return meteredReader{r, m} }

type meteredReader struct {
	r io.Reader
	m *meter
}

func (r meteredReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.m.add(n)
	return n, err
}

type meteredReaderAt struct {
	r io.ReaderAt
	m *meter
}

func (r meteredReaderAt) ReadAt(p []byte, off int64) (int, error) {
	n, err := r.r.ReadAt(p, off)
	r.m.add(n)
	return n, err
}

// Consumed returns how many bytes of files the reader has read or passed over,
// also while it is reading. It is meant to be held against [Reader.Measure].
func (r *Reader) Consumed() int64 { return r.consumed.Load() }

// Measure returns the size in bytes of all files that Read would read. It is
// false when that cannot be known before, as of standard input and addresses
// on the web.
func (r *Reader) Measure(ctx context.Context, paths ...string) (int64, bool) {
	var total int64
	quiet := &Reader{include: r.include, exclude: r.exclude}
	for _, p := range paths {
		if p == "-" || isAddress(p) {
			return 0, false
		}
		if info, err := os.Stat(p); err == nil && !info.IsDir() && !info.Mode().IsRegular() {
			return 0, false
		}
		for f, err := range quiet.files(p) {
			if ctx.Err() != nil {
				return 0, false
			}
			if err == nil {
				total += f.Size
			}
		}
	}
	return total, true
}
