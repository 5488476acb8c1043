package export

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// create begins the next file of a format that has several; the one before is
// complete then.
type create func(name string) (io.Writer, error)

// writeZip puts files into an archive. They bear no time, so that the same
// graph gives the same bytes.
func writeZip(w io.Writer, files func(create) error) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed) // the default takes longer than all else
	})
	if err := files(z.Create); err != nil {
		return err
	}
	return z.Close()
}

// writeFolder puts files into a folder.
func writeFolder(folder string, files func(create) error) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var open *os.File
	err := files(func(name string) (io.Writer, error) {
		if open != nil {
			if err := open.Close(); err != nil {
				return nil, err
			}
		}
		var err error
		open, err = os.Create(filepath.Join(folder, name))
		return open, err
	})
	if open != nil {
		if e := open.Close(); err == nil {
			err = e
		}
	}
	return err
}

// spool keeps what has to stand behind something else that is written at the
// same time. It is a file without a name, so the size of the graph does not
// matter.
type spool struct {
	*writer
	file *os.File
}

func newSpool() (*spool, error) {
	f, err := os.CreateTemp("", "kgbuild-export-*")
	if err != nil {
		return nil, fmt.Errorf("create a temporary file: %w", err)
	}
	return &spool{newWriter(f), f}, nil
}

// copyTo writes what has been kept to w.
func (s *spool) copyTo(w io.Writer) error {
	if err := s.finish(); err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, s.file)
	return err
}

func (s *spool) close() {
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}
