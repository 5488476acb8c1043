package loaders

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// spending counts what the inputs inside one file have cost so far.
type spending struct {
	members, unpacked int64
	over              bool // a limit is reached: nothing more is read from the file
}

// ratioGrace is how many bytes may be unpacked before the ratio counts: less
// than that harms nobody.
const ratioGrace = 32 << 20

// unpacking is one packed input while it is unpacked. Its readers stop with
// ErrTooLarge when too much comes out, and the input is not read further.
type unpacking struct {
	in     *Input
	packed func() int64 // bytes that were unpacked so far, or could be
	out    int64
	err    error
}

func (u *unpacking) reader(r io.Reader) io.Reader { return &unpackingReader{r, u} }

type unpackingReader struct {
	r io.Reader
	u *unpacking
}

func (r *unpackingReader) Read(p []byte) (int, error) {
	u, limits := r.u, r.u.in.Options.Limits
	if u.err != nil {
		return 0, u.err
	}
	n, err := r.r.Read(p)
	u.out += int64(n)
	u.in.spent.unpacked += int64(n)
	switch {
	case u.in.spent.unpacked > limits.Unpacked:
		u.in.spent.over = true
		u.err = &unpackError{fmt.Sprintf("unpacks to more than %d MiB; the rest is not read", limits.Unpacked>>20)}
	case u.out > ratioGrace && u.out/limits.Ratio > u.packed():
		u.err = &unpackError{fmt.Sprintf("unpacks to more than %d times its size; the rest is not read", limits.Ratio)}
	}
	if u.err != nil {
		return n, u.err
	}
	return n, err
}

// unpackError is an ErrTooLarge behind which nothing can be read, unlike that
// of a long line.
type unpackError struct{ reason string }

func (e *unpackError) Error() string        { return ErrTooLarge.Error() + ": " + e.reason }
func (e *unpackError) Is(target error) bool { return target == ErrTooLarge }

// stopped reports whether an error ends the input.
func stopped(err error) bool {
	var u *unpackError
	return errors.As(err, &u)
}

// countingReader counts the bytes read through it.
type countingReader struct {
	r io.Reader
	n int64
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// passedOver reports whether a member of an archive is hidden or made by the
// archiver, as such files are passed over in folders.
func passedOver(name string) bool {
	for step := range strings.SplitSeq(strings.ReplaceAll(name, `\`, "/"), "/") {
		if len(step) > 1 && step[0] == '.' && step != ".." || step == "__MACOSX" {
			return true
		}
	}
	return false
}

// unpackedName returns the name of a packed file without the extension that
// says so.
func unpackedName(name string) string {
	name = path.Base(strings.ReplaceAll(name[strings.LastIndexByte(name, '#')+1:], `\`, "/"))
	for _, e := range []struct{ packed, unpacked string }{{".tgz", ".tar"}, {".tzst", ".tar"}, {".gz", ""}, {".zst", ""}} {
		if stem, ok := strings.CutSuffix(name, e.packed); ok && stem != "" {
			return stem + e.unpacked
		}
	}
	return name
}
