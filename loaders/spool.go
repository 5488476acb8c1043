package loaders

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
)

// spooled is an input whose bytes can be read in any order.
type spooled struct {
	io.ReaderAt
	size int64
	temp *os.File // to be removed; nil when there is none
}

// spoolMemory is how much of a stream is kept in memory; a longer one goes to
// a temporary file.
const spoolMemory = 32 << 20

// spool makes an input of at most limit bytes readable in any order. A file is
// read where it lies.
func (in *Input) spool(limit int64) (*spooled, error) {
	tooLarge := fmt.Errorf("%w: more than %d MiB", ErrTooLarge, limit>>20)
	if f, ok := in.source.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			if info.Size() > limit {
				return nil, tooLarge
			}
			s := &spooled{ReaderAt: f, size: info.Size()}
			if in.meter != nil {
				s.ReaderAt = meteredReaderAt{f, in.meter}
			}
			return s, nil
		}
	}
	data, err := io.ReadAll(io.LimitReader(in.Body, min(limit, spoolMemory)+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > limit:
		return nil, tooLarge
	case len(data) <= spoolMemory:
		return &spooled{ReaderAt: bytes.NewReader(data), size: int64(len(data))}, nil
	}
	f, err := os.CreateTemp("", "kgbuild-*")
	if err != nil {
		return nil, err
	}
	s := &spooled{ReaderAt: f, temp: f}
	s.size, err = io.Copy(f, io.MultiReader(bytes.NewReader(data), io.LimitReader(in.Body, limit+1-int64(len(data)))))
	if err == nil && s.size > limit {
		err = tooLarge
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *spooled) close() {
	if s.temp != nil {
		_ = s.temp.Close()
		_ = os.Remove(s.temp.Name())
	}
}

func (s *spooled) hash() (string, error) {
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(s, 0, s.size)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
