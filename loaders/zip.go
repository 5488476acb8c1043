package loaders

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// zipArchive reads the files of a zip archive in the order of its directory.
// An archive that turns out to be an office document or a book is read as one.
func zipArchive() Format {
	return Format{
		MediaType:  "application/zip",
		Name:       "zip",
		Extensions: []string{".zip"},
		Magic:      sniffZip,
		Container:  true,
		Read:       readZip,
	}
}

func sniffZip(head []byte) Confidence {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return Sure
	}
	return No
}

// directoryEntry is about how many bytes the entry of a file takes in a zip
// directory when its name is long.
const directoryEntry = 1 << 10

// directoryReader bounds what is read of an archive while its directory is
// loaded, since that is held in memory.
type directoryReader struct {
	r      io.ReaderAt
	left   int64
	loaded bool
}

func (d *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	if !d.loaded {
		if d.left -= int64(len(p)); d.left < 0 {
			return 0, fmt.Errorf("%w: the archive's directory", ErrTooLarge)
		}
	}
	return d.r.ReadAt(p, off)
}

func openZip(s *spooled, limits Limits) (*zip.Reader, error) {
	d := &directoryReader{r: s, left: limits.Members*directoryEntry + 1<<20}
	z, err := zip.NewReader(d, s.size)
	d.loaded = true
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("damaged archive: %w", err)
	}
	return z, nil
}

func readZip(ctx context.Context, in *Input, yield Yield) {
	s, err := in.spool(in.Options.Limits.Unpacked)
	if err != nil {
		yield(nil, err)
		return
	}
	defer s.close()
	z, err := openZip(s, in.Options.Limits)
	if err != nil {
		yield(nil, err)
		return
	}
	if k, ok := packageKindOf(z); ok {
		readPackage(k, in, s, z, yield)
		return
	}
	// Members may share packed bytes, so what they unpack to is measured
	// against the size of the whole archive.
	a := zipReading{in: in, files: make(map[string]*zip.File), unpacking: &unpacking{in: in, packed: func() int64 { return s.size }}}
	names := make([]string, len(z.File))
	for i, f := range z.File {
		names[i] = f.Name
	}
	a.sidecars = sidecarsAmong(names)
	for _, f := range z.File {
		if a.sidecars[f.Name] == thisIsOne {
			a.files[f.Name] = f
		}
	}
	for _, f := range z.File {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if a.unpacking.err != nil || !a.read(ctx, f, yield) {
			return
		}
	}
}

// zipReading is the reading of one archive.
type zipReading struct {
	in        *Input
	unpacking *unpacking
	sidecars  map[string]string    // by the names of files
	files     map[string]*zip.File // the sidecars, by name
}

// read reads one file and reports whether to go on. Folders, links and hidden
// files are passed over.
func (a *zipReading) read(ctx context.Context, f *zip.File, yield Yield) bool {
	if mode := f.Mode(); !mode.IsRegular() || mode&fs.ModeSymlink != 0 || passedOver(f.Name) || a.sidecars[f.Name] == thisIsOne {
		return true
	}
	body, err := a.open(f)
	if err != nil {
		return yield(nil, failure(a.path(f), err))
	}
	defer body.Close()
	var s *sidecar
	if name := a.sidecars[f.Name]; name != "" {
		if s, err = a.sidecar(name); err != nil && !yield(nil, err) {
			return false
		}
	}
	return a.in.member(ctx, f.Name, a.unpacking.reader(body), s, yield)
}

func (a *zipReading) path(f *zip.File) string { return a.in.Path + "#" + memberName(f.Name) }

func (a *zipReading) open(f *zip.File) (io.ReadCloser, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("encrypted")
	}
	return f.Open()
}

// sidecar reads the sidecar with a name.
func (a *zipReading) sidecar(name string) (*sidecar, error) {
	f := a.files[name]
	body, err := a.open(f)
	if err != nil {
		return nil, failure(a.path(f), err)
	}
	defer body.Close()
	return sidecarFrom(a.path(f), a.unpacking.reader(body))
}
