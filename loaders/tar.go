package loaders

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// tarArchive reads the regular files of a tar archive in their order. Links
// are passed over: what they lead to is in the archive itself or is nobody's
// business.
func tarArchive() Format {
	return Format{
		MediaType:  "application/x-tar",
		Name:       "tar",
		Extensions: []string{".tar"},
		Magic:      sniffTar,
		Container:  true,
		Read:       readTar,
	}
}

const tarBlock = 512

// sniffTar checks the sum that every tar header carries, as old archives have
// no other mark.
func sniffTar(head []byte) Confidence {
	if len(head) < tarBlock || head[0] == 0 {
		return No
	}
	sum := 0
	for i, b := range head[:tarBlock] {
		if i >= 148 && i < 156 {
			b = ' '
		}
		sum += int(b)
	}
	stated, err := strconv.ParseInt(strings.Trim(string(head[148:156]), " \x00"), 8, 64)
	if err != nil || int(stated) != sum {
		return No
	}
	return Sure
}

func readTar(ctx context.Context, in *Input, yield Yield) {
	packed := &countingReader{r: in.Body}
	archive := tar.NewReader(packed)
	// The ratio matters for sparse files, whose holes take no room.
	u := &unpacking{in: in, packed: func() int64 { return packed.n }}
	for u.err == nil {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
			return
		}
		h, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			yield(nil, fmt.Errorf("damaged archive: %w; the rest is not read", err))
			return
		case h.Typeflag != tar.TypeReg || passedOver(h.Name):
			continue
		}
		if !in.Member(ctx, h.Name, u.reader(archive), yield) {
			return
		}
	}
}
