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
	u := &unpacking{in: in, packed: func() int64 { return s.size }}
	for _, f := range z.File {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		if u.err != nil || !readZipFile(ctx, in, u, f, yield) {
			return
		}
	}
}

// readZipFile reads one file and reports whether to go on. Folders, links and
// hidden files are passed over.
func readZipFile(ctx context.Context, in *Input, u *unpacking, f *zip.File, yield Yield) bool {
	if mode := f.Mode(); !mode.IsRegular() || mode&fs.ModeSymlink != 0 || passedOver(f.Name) {
		return true
	}
	fail := func(err error) bool { return yield(nil, failure(in.Path+"#"+memberName(f.Name), err)) }
	if f.Flags&1 != 0 {
		return fail(errors.New("encrypted"))
	}
	body, err := f.Open()
	if err != nil {
		return fail(err)
	}
	defer body.Close()
	return in.Member(ctx, f.Name, u.reader(body), yield)
}
